import type { ReactNode } from 'react';
import type { EssayView, OverviewView } from '../../api/view.js';
import { PlainText } from '../look/outside-text.js';
import { useViewState } from './view-state.js';
import { useWords } from './words.js';

/** The task that was set, always in sight and folded away at will: in the words that the writer was given, else in the campaign's. */
export function PromptNote({ overview, essay }: { overview: OverviewView; essay?: EssayView | undefined }): ReactNode {
  const say = useWords();
  const { showsPrompt, setShowsPrompt } = useViewState();
  const prompt = essay?.prompt ?? overview.campaign.prompt ?? '';
  if (prompt === '') return null;
  return (
    <details className="prompt" open={showsPrompt} onToggle={(event) => setShowsPrompt(event.currentTarget.open)}>
      <summary>{say('prompt.title')}</summary>
      <p>
        <PlainText text={prompt} />
      </p>
    </details>
  );
}

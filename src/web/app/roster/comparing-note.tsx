import type { ReactNode } from 'react';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';

/** Says that essays are being compared anew because others are known to have written them; nothing while none are. */
export function ComparingNote(): ReactNode {
  const say = useWords();
  if (!useCampaign().isRefreshing) return null;
  return (
    <div role="status">
      <Note kind="info" icon="clock" title={say('roster.comparing')}>
        <p>{say('roster.comparingText')}</p>
      </Note>
    </div>
  );
}

import type { ReactNode } from 'react';
import type { OutlineSectionView } from '../../../api/unit-report.js';
import { useLanguage } from '../../look/language.js';
import { PlainText } from '../../look/outside-text.js';
import { Note } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import type { ReportDraft } from './use-draft.js';

/** Where the text of one section is typed; where another one wrote something else, both are shown. */
export function SectionText({ section, draft }: { section: OutlineSectionView; draft: ReportDraft }): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const { id, heading, hint, isRequired } = section;
  const text = draft.draft.texts[id] ?? '';
  const conflict = draft.conflicts.find((one) => one.section === id);
  const described = `${id}-hint`;
  return (
    <div className="writing noprint">
      <p className="hint" id={described}>
        <PlainText text={hint} /> <span lang={language}>({say(isRequired ? 'reports.required' : 'reports.optional')})</span>
      </p>
      <textarea
        className="input writing__text"
        aria-label={say('reports.textOf', { heading })}
        aria-describedby={described}
        aria-required={isRequired}
        maxLength={20_000}
        rows={4}
        value={text}
        onChange={(event) => draft.write(id, event.target.value)}
        onBlur={draft.flushQuietly}
      />
      {conflict !== undefined && (
        <div lang={language}>
          <Note kind="warn" role="alert" title={say('reports.conflictTitle', { by: draft.by })}>
            <p>{say('reports.conflictText')}</p>
            <blockquote className="writing__other" lang="vi">
              <PlainText text={conflict.theirs || say('reports.nothing')} />
            </blockquote>
            <p className="row">
              <button type="button" className="btn btn--small" onClick={() => draft.resolve(id, text)}>
                {say('reports.keepMine')}
              </button>
              <button type="button" className="btn btn--small" onClick={() => draft.resolve(id, conflict.theirs)}>
                {say('reports.takeTheirs', { by: draft.by })}
              </button>
            </p>
          </Note>
        </div>
      )}
    </div>
  );
}

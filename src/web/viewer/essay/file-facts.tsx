import type { ReactNode } from 'react';
import { formatCount, formatMoment } from '../../../api/format.js';
import type { EssayView } from '../../../api/view.js';
import { OutsideText } from '../../look/outside-text.js';
import { type Say, useWords } from '../words.js';

type Facts = NonNullable<EssayView['submission']['metadata']>;

/** What the file says of itself: facts to look at, which prove nothing. */
export function FileFacts({ facts }: { facts: EssayView['submission']['metadata'] }): ReactNode {
  const say = useWords();
  const rows = facts === null ? [] : rowsOf(facts, say);
  if (rows.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="thong-tin-tep">
      <div className="panel__head">
        <h2 id="thong-tin-tep">{say('file.title')}</h2>
      </div>
      <div className="panel__body panel__body--tight stack stack--tight">
        <dl className="filefacts small">
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <OutsideText text={value} />
              </dd>
            </div>
          ))}
        </dl>
        <p className="small muted">{say('file.proves')}</p>
      </div>
    </section>
  );
}

function rowsOf(facts: Facts, say: Say): [string, string][] {
  const { editingMinutes, identifiers, revisions, fonts } = facts;
  const rows: [string, string][] = [
    [say('file.creator'), facts.creator],
    [say('file.lastModifiedBy'), facts.lastModifiedBy],
    [say('file.created'), moment(facts.created)],
    [say('file.modified'), moment(facts.modified)],
    [say('file.editing'), editingMinutes === null ? '' : say('file.minutes', { n: formatCount(editingMinutes) })],
    [say('file.revisions'), revisions === 0 ? '' : formatCount(revisions)],
    [say('file.application'), facts.application],
    [say('file.template'), facts.template],
    [say('file.fonts'), fonts.join(', ')],
    [say('file.identifiers'), identifiers.join(', ')],
  ];
  return rows.filter(([, value]) => value !== '');
}

/** A time as people write it; what is none stands as the file has it. */
function moment(text: string): string {
  const date = new Date(text);
  return text === '' || Number.isNaN(date.getTime()) ? text : formatMoment(date);
}

import { type ReactNode, useState } from 'react';
import { formatDate } from '../../../api/format.js';
import type { ProgrammeView, RemarkView } from '../../../api/programmes.js';
import { OutsideText, PlainText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { useHolds } from '../frame/account.js';
import { CommentForm } from './comment-form.js';

/** Opinions from above, and comments of meetings and other bodies, newest first. */
export function RemarksBox({ programme }: { programme: ProgrammeView }): ReactNode {
  const say = useWords();
  const mayWrite = useHolds(['committee'], programme.unit);
  const [isAdding, add] = useState(false);
  const shown = programme.remarks.filter(({ kind }) => kind !== 'review').reverse();
  return (
    <section className="panel" aria-labelledby="gop-y">
      <div className="panel__head">
        <h2 id="gop-y">{say('programmes.remarks')}</h2>
        {mayWrite && (
          <button type="button" className="btn btn--small" aria-expanded={isAdding} onClick={() => add(!isAdding)}>
            {say('programmes.commentAdd')}
          </button>
        )}
      </div>
      <div className="panel__body stack">
        {isAdding && <CommentForm programme={programme} onDone={() => add(false)} />}
        {shown.length === 0 && <p className="small muted">{say('programmes.noRemarks')}</p>}
        <ul className="remarks plain">
          {shown.map((remark) => (
            <Remark key={`${remark.at} ${remark.words}`} remark={remark} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function Remark({ remark: { kind, saidBy, verdict, words, count, by, at } }: { remark: RemarkView }): ReactNode {
  const say = useWords();
  if (kind === 'review') return null;
  return (
    <li>
      <p className="small">
        <b>
          {verdict === null
            ? say(`programmes.remarkKind.${kind}`)
            : `${say('programmes.opinion')}: ${say(`programmes.verdict.${verdict}`)}`}
        </b>
      </p>
      {kind !== 'opinion' && (
        <p className="small">
          <OutsideText text={saidBy} />
          {count !== null && ` · ${say('programmes.remarkCount', { n: count })}`}
        </p>
      )}
      {words !== '' && (
        <p className="said">
          “<PlainText text={words} />”
        </p>
      )}
      <p className="small muted">{say('programmes.remarkBy', { name: by, day: formatDate(new Date(at)) })}</p>
    </li>
  );
}

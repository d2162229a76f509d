import type { ReactNode } from 'react';
import { formatCount, formatShare } from '../../../api/format.js';
import type { OwnResultView } from '../../../api/member.js';
import { Chip } from '../../look/marks.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { dayOf } from './days.js';
import { Findings, Points } from './findings.js';
import { ownAddress } from './queries.js';

/** What people concluded on an essay, in plain words, with what to do and the own text. */
export function OwnResult({ result, unit }: { result: OwnResultView; unit: string }): ReactNode {
  const say = useWords();
  const { attempt, steps } = result;
  const isRewrite = attempt.conclusion.verdict === 'rewrite';
  return (
    <>
      <Verdict result={result} unit={unit} />
      {isRewrite && steps.length > 0 && (
        <section className="panel" aria-labelledby="can-lam">
          <div className="panel__head">
            <h2 id="can-lam">{say('member.todo')}</h2>
          </div>
          <div className="panel__body">
            <ol className="todo">
              {steps.map((step) => (
                <li key={step}>
                  <OutsideText text={step} />
                </li>
              ))}
            </ol>
          </div>
        </section>
      )}
      <Before result={result} />
      {isRewrite && <Points title={say('member.missing')} items={result.missing} id="can-them" />}
      <Points title={say('member.kept')} items={result.kept} id="nen-giu" />
      <Findings findings={result} isOpen={isRewrite} />
    </>
  );
}

function Verdict({ result: { attempt }, unit }: { result: OwnResultView; unit: string }): ReactNode {
  const say = useWords();
  const { verdict, grounds, reason, at } = attempt.conclusion;
  const named = grounds.map((ground) => say(`member.ground.${ground}`)).join(', ');
  const word = named === '' ? say('member.rewritePlain') : say('member.rewrite', { grounds: named });
  return (
    <section className={verdict === 'rewrite' ? 'verdict' : 'verdict verdict--accepted'} aria-labelledby="chi-uy">
      <h2 id="chi-uy">{say('member.concluded')}</h2>
      <p>
        <Chip
          done
          tone={verdict === 'rewrite' ? 'rewrite' : 'accept'}
          prefix={say('member.conclusionPrefix')}
          word={verdict === 'rewrite' ? word : say('member.accepted')}
        />
      </p>
      {reason !== '' && (
        <p>
          <OutsideText text={reason} />
        </p>
      )}
      <p className="muted small">
        <OutsideText text={unit} />
        {say('member.by', { day: dayOf(at) })}
      </p>
      <p>
        <a className="btn" href={`${ownAddress(attempt.essay)}/letter`} target="_blank" rel="noreferrer">
          {say('member.letter')}
        </a>
      </p>
    </section>
  );
}

/** Whether what the last attempt shared with others still stands. */
function Before({ result: { before } }: { result: OwnResultView }): ReactNode {
  const say = useWords();
  if (before === null || before.passages === 0) return null;
  const { number, passages, remaining, kept } = before;
  return (
    <section className="panel" aria-labelledby="lan-truoc">
      <div className="panel__head">
        <h2 id="lan-truoc">{say('member.before', { n: number })}</h2>
      </div>
      <p className="panel__body">
        {remaining === 0
          ? say('member.beforeGone')
          : say('member.beforeText', { left: formatCount(remaining), all: formatCount(passages), share: formatShare(kept ?? 0) })}
      </p>
    </section>
  );
}

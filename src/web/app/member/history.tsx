import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { OwnAttemptView, StandingView } from '../../../api/member.js';
import { Chip } from '../../look/marks.js';
import { OutsideText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { paths } from '../paths.js';
import { dayOf } from './days.js';

/** The member's own attempts, in this campaign and in others. */
export function History({ standing: { campaign, attempts, past } }: { standing: StandingView }): ReactNode {
  const say = useWords();
  const all = [{ name: campaign.name, attempts }, ...past].flatMap((one) =>
    [...one.attempts].reverse().map((attempt) => ({ name: one.name, attempt })),
  );
  if (all.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="lich-su">
      <div className="panel__head">
        <h2 id="lich-su">{say('member.history')}</h2>
      </div>
      <div className="panel__body">
        <ol className="rounds">
          {all.map(({ name, attempt }) => (
            <Entry key={attempt.essay} name={name} attempt={attempt} />
          ))}
        </ol>
      </div>
    </section>
  );
}

function Entry({ name, attempt }: { name: string; attempt: OwnAttemptView }): ReactNode {
  const say = useWords();
  const { conclusion, number, file, receivedAt, essay } = attempt;
  const isAccepted = conclusion?.verdict === 'accepted';
  return (
    <li data-done={conclusion !== null || undefined}>
      <div>
        <b>
          <OutsideText text={name} />
        </b>
        <p className="small muted">
          {say('member.attempt', { n: number })}, {dayOf(receivedAt)} · <OutsideText text={file} />
        </p>
        {conclusion === null ? (
          <p className="small">{say('member.waiting')}</p>
        ) : (
          <p className="row">
            <Chip
              done
              tone={isAccepted ? 'accept' : 'rewrite'}
              prefix={say('member.conclusionPrefix')}
              word={say(isAccepted ? 'member.accepted' : 'member.rewritePlain')}
            />
            <Link className="touch" to={paths.ownEssay(essay)}>
              {say('member.toAttempt')}
            </Link>
          </p>
        )}
      </div>
    </li>
  );
}

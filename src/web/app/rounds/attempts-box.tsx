import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatCount, formatShare } from '../../../api/format.js';
import type { AttemptsView } from '../../../api/member.js';
import { OutsideText, PlainText } from '../../look/outside-text.js';
import { ConclusionChip } from '../../viewer/marks.js';
import { useWords } from '../../words/words.js';
import { holds, useAccount } from '../frame/account.js';
import { Problem } from '../frame/problem.js';
import { dayOf } from '../member/days.js';
import { paths } from '../paths.js';
import { OpenRounds } from './open-rounds.js';
import { attemptsQuery } from './queries.js';

type Compared = NonNullable<NonNullable<AttemptsView>['compared']>;

/** Characters of a passage of the attempt before that are quoted. */
const LONGEST_QUOTE = 160;

/** The attempts of whoever wrote the essay that is on the screen, the next round, and what still stands of the one before. */
export function AttemptsBox({ campaign, essay, revision }: { campaign: string; essay: string; revision: number }): ReactNode {
  const say = useWords();
  const isCommittee = holds(useAccount(), ['committee']);
  const { data, error, refetch } = useQuery(attemptsQuery(campaign, essay, revision));
  if (error !== null) return <Problem error={error} retry={() => void refetch()} />;
  if (!data) return null;
  const { writing, compared } = data;
  const last = writing.attempts.at(-1);
  const canOpen =
    isCommittee && writing.open === null && !writing.isPending && last?.essay === essay && last.conclusion?.verdict === 'rewrite';
  return (
    <section className="panel" aria-labelledby="lan-nop">
      <div className="panel__head">
        <h2 id="lan-nop">{say('rounds.attempts')}</h2>
        <span className="small muted">
          <OutsideText text={writing.name} />
        </span>
      </div>
      <div className="panel__body stack">
        <ol className="rounds">
          {writing.attempts.map((attempt) => (
            <li key={attempt.essay} data-done={attempt.conclusion !== null || undefined}>
              <div>
                {attempt.essay === essay ? (
                  <b>
                    {say('rounds.attempt', { n: attempt.number })} ({say('rounds.here')})
                  </b>
                ) : (
                  <Link to={`${paths.results(campaign)}/bai/${encodeURIComponent(attempt.essay)}`}>
                    {say('rounds.attempt', { n: attempt.number })}
                  </Link>
                )}
                , {dayOf(attempt.receivedAt)}
                <br />
                {attempt.conclusion === null ? say('rounds.waiting') : <ConclusionChip conclusion={attempt.conclusion} />}
              </div>
            </li>
          ))}
          {writing.open !== null && (
            <li>
              <div>
                {writing.open.due === null
                  ? say('rounds.roundOpen', { n: writing.open.number })
                  : say('rounds.roundOpenTo', { n: writing.open.number, day: dayOf(writing.open.due) })}
              </div>
            </li>
          )}
        </ol>
        {compared !== null && <Still compared={compared} />}
        {canOpen && <OpenRounds campaign={campaign} essays={[essay]} word={say('rounds.openOne', { n: last.number + 1 })} />}
      </div>
    </section>
  );
}

/** Whether the passages of the attempt before still stand. */
function Still({ compared: { number, passages, kept } }: { compared: Compared }): ReactNode {
  const say = useWords();
  const left = passages.filter(({ now }) => now.length > 0);
  return (
    <div className="stack">
      <h3>{say('rounds.still', { n: number })}</h3>
      <p>
        <b>
          {passages.length === 0
            ? say('rounds.none')
            : left.length === 0
              ? say('rounds.gone')
              : say('rounds.stillCount', { left: formatCount(left.length), all: formatCount(passages.length) })}
        </b>{' '}
        {kept !== null && say('rounds.kept', { share: formatShare(kept) })}
      </p>
      <ul className="points">
        {passages.map(({ before, text, syllables, now, share }) => (
          <li key={before.start} data-gone={now.length === 0 || undefined}>
            <p className="small">
              <b>{now.length === 0 ? say('rounds.isGone') : say('rounds.stands', { share: formatShare(share) })}</b> ·{' '}
              {say('rounds.syllables', { n: formatCount(syllables) })}
            </p>
            <p className="small read">
              “<PlainText text={text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text} />”
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

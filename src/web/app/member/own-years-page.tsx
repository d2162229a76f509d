import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { OwnYearsView } from '../../../api/years.js';
import { Chip } from '../../look/marks.js';
import { OutsideText, PlainText } from '../../look/outside-text.js';
import { useWords } from '../../words/words.js';
import { useTitle } from '../frame/page.js';
import { Waiting } from '../frame/waiting.js';
import { paths } from '../paths.js';
import { entryFacts, totalFacts } from '../years/entry-words.js';
import { dayOf } from './days.js';
import { ownYearsQuery } from './queries.js';

type OwnYear = OwnYearsView[number];
type OwnEntry = OwnYear['entries'][number];

/** What is on record of the member, year by year: the same facts that the unit has. */
export function OwnYearsPage(): ReactNode {
  const say = useWords();
  const { data, error, refetch } = useQuery(ownYearsQuery);
  useTitle(say('years.own.title'));
  return (
    <>
      <div>
        <p>
          <Link className="touch" to={paths.own}>
            {say('member.back')}
          </Link>
        </p>
        <h1>{say('years.own.title')}</h1>
        <p className="muted">{say('years.own.lead')}</p>
      </div>
      {data === undefined && <Waiting error={error} retry={refetch} />}
      {data?.length === 0 && <p>{say('years.own.none')}</p>}
      {data?.map((year) => (
        <Year key={year.year} year={year} />
      ))}
    </>
  );
}

function Year({ year: { year, totals, entries } }: { year: OwnYear }): ReactNode {
  const say = useWords();
  const id = `nam-${year}`;
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel__head">
        <h2 id={id}>{say('years.own.yearHead', { year: String(year) })}</h2>
      </div>
      <div className="panel__body stack">
        <ul className="plain">
          {totalFacts(totals, say).map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        <ol className="rounds">
          {entries.map((entry) => (
            <Entry key={entry.campaign} entry={entry} />
          ))}
        </ol>
      </div>
    </section>
  );
}

function Entry({ entry }: { entry: OwnEntry }): ReactNode {
  const say = useWords();
  const { name, due, attempts, looks } = entry;
  return (
    <li data-done={entry.verdict === 'accepted' || undefined}>
      <div className="stack stack--tight">
        <b>
          <OutsideText text={name} />
        </b>
        <p className="small muted">
          {[...entryFacts(entry, say), ...(due === null ? [] : [say('years.own.due', { day: dayOf(due) })])].join(' · ')}
        </p>
        {attempts.map((attempt) => (
          <Attempt key={attempt.essay} attempt={attempt} looks={looks.filter(({ essay }) => essay === attempt.essay)} />
        ))}
      </div>
    </li>
  );
}

function Attempt({ attempt, looks }: { attempt: OwnEntry['attempts'][number]; looks: OwnEntry['looks'] }): ReactNode {
  const say = useWords();
  const { essay, number, conclusion } = attempt;
  if (conclusion === null) return <p className="small">{say('years.own.waiting', { n: number })}</p>;
  const isAccepted = conclusion.verdict === 'accepted';
  const grounds = conclusion.grounds.map((ground) => say(`member.ground.${ground}`)).join(', ');
  return (
    <>
      <p className="row">
        <span className="small">{say('years.own.concluded', { n: number, day: dayOf(conclusion.at) })}</span>
        <Chip
          done
          tone={isAccepted ? 'accept' : 'rewrite'}
          prefix={say('member.conclusionPrefix')}
          word={isAccepted ? say('member.accepted') : grounds === '' ? say('member.rewritePlain') : say('member.rewrite', { grounds })}
        />
      </p>
      {conclusion.reason !== '' && (
        <p className="small" lang="vi">
          “<PlainText text={conclusion.reason} />”
        </p>
      )}
      {looks.map(({ askedAt, answer }) =>
        answer === null ? (
          <p className="small muted" key={askedAt}>
            {say('years.own.asked', { day: dayOf(askedAt) })}
          </p>
        ) : (
          <p className="small" key={askedAt}>
            {say('years.own.answered', { day: dayOf(answer.at) })}: “<PlainText text={answer.words} />”
          </p>
        ),
      )}
      <p>
        <Link className="touch" to={paths.ownEssay(essay)}>
          {say(isAccepted ? 'member.toAttempt' : 'years.own.look')}
        </Link>
      </p>
    </>
  );
}

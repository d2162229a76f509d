import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { formatDay } from '../../../api/format.js';
import { type ListedPersonView, MOST_MARKS } from '../../../api/study.js';
import { useWords } from '../../words/words.js';
import { Problem } from '../frame/problem.js';
import { paths } from '../paths.js';
import type { ChosenPeople } from './chosen-people.js';
import { sessionQuery, sessionsQuery } from './queries.js';
import { useMarking } from './use-marking.js';

interface ChosenProps {
  readonly campaign: string;
  readonly chosen: readonly ListedPersonView[];
  readonly clear: () => void;
}

/** What one does with people chosen on a list: mark them as present at a session of their unit, or have exactly them catch up. */
export function ChosenBar({ campaign, chosen, clear }: ChosenProps): ReactNode {
  const say = useWords();
  const [unit = '', ...others] = new Set(chosen.map((person) => person.unit));
  const isTooMuch = others.length > 0 || chosen.length > MOST_MARKS;
  const people = chosen.map(({ id }) => id);
  return (
    <div className="bulk noprint">
      <p>
        <b>{say('studies.chosen', { n: chosen.length })}</b>
        {isTooMuch && (
          <span className="sub">{say(others.length > 0 ? 'studies.chosenOfUnits' : 'studies.chosenTooMany', { n: MOST_MARKS })}</span>
        )}
      </p>
      <div className="row">
        <button type="button" className="btn btn--quiet" onClick={clear}>
          {say('conclude.clear')}
        </button>
        {!isTooMuch && (
          <>
            <Link className="btn" to={`${paths.studies(campaign)}?hoc-bu`} state={{ unit, people } satisfies ChosenPeople}>
              {say('studies.catchUpFor', { n: chosen.length })}
            </Link>
            <MarkPresent campaign={campaign} unit={unit} people={people} done={clear} />
          </>
        )}
      </div>
    </div>
  );
}

/** Marks people at a session of their unit that took place; nothing is chosen to begin with. */
function MarkPresent(props: { campaign: string; unit: string; people: readonly string[]; done: () => void }): ReactNode {
  const say = useWords();
  const { campaign, unit, people, done } = props;
  const sessions = useQuery(sessionsQuery(campaign));
  const [session, setSession] = useState('');
  const detail = useQuery({ ...sessionQuery(campaign, session), enabled: session !== '' });
  const save = useMarking(campaign, session, done);
  const offered = (sessions.data ?? []).filter((one) => one.unit === unit);
  const marks = new Map(detail.data?.people.map(({ id, mark }) => [id, mark]));
  const absent = people.filter((person) => marks.get(person) === 'absent').length;
  if (offered.length === 0) return null;
  return (
    <>
      <select
        className="input cellchoice"
        aria-label={say('studies.atSession')}
        aria-describedby="dang-vang"
        value={session}
        onChange={({ target }) => setSession(target.value)}
      >
        <option value="">{say('studies.chooseSession')}</option>
        {offered.map(({ id, title, day }) => (
          <option key={id} value={id} lang="vi">
            {`${title} (${formatDay(day)})`}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="btn btn--main"
        disabled={detail.data === undefined || save.isPending}
        onClick={() => save.mutate(people.map((person) => ({ person, mark: 'present', before: marks.get(person) ?? 'none' })))}
      >
        {say('studies.markPresent', { n: people.length })}
      </button>
      <span className="small" id="dang-vang" role="status">
        {absent > 0 && say('studies.wereAbsent', { n: absent })}
      </span>
      <Problem error={detail.error ?? save.error} />
    </>
  );
}

import type { ReactNode } from 'react';
import { formatCount, formatPart } from '../../../api/format.js';
import { isOnList, type RosterList, type RosterView } from '../../../api/roster.js';
import { Meter } from '../../look/marks.js';
import { useWords } from '../../words/words.js';
import { writeDay } from '../form/days.js';

/** How many of those who must write have, and who has not; each figure leads to its list. */
export function RosterSummary({ roster, choose }: { roster: RosterView; choose: (list: RosterList) => void }): ReactNode {
  const say = useWords();
  const { people, due } = roster;
  const count = (list: RosterList): number => people.filter((person) => isOnList(list, person)).length;
  const exempt = count('exempt');
  const required = people.length - exempt;
  const submitted = required - count('missing');
  const voluntary = people.filter(({ standing }) => standing === 'voluntary').length;
  const [, unit = ''] = formatPart(submitted, required, say('roster.people')).split(/ (.*)/);
  const figures = [
    ['missing', 'roster.missingFigure'],
    ['late', 'roster.lateFigure'],
    ['not-studied', 'roster.notStudiedFigure'],
  ] as const;
  return (
    <section className="panel strip strip--roster" aria-label={say('roster.summary')}>
      <div>
        <h2>{say('roster.submitted')}</h2>
        <p className="figure">
          {formatCount(submitted)}/{formatCount(required)} <small>{unit}</small>
        </p>
        <Meter value={submitted} max={required} label={say('roster.submitted')} />
        <p className="small muted">{say('roster.exemptNote', { exempt, voluntary })}</p>
      </div>
      <div className="rosterfigures">
        {figures.map(([list, word]) => (
          <button type="button" key={list} onClick={() => choose(list)}>
            <span className="small">{say(word)}</span>
            <b>{formatCount(count(list))}</b>
          </button>
        ))}
      </div>
      <div>
        <h2>{say('roster.dueFigure')}</h2>
        <p className="figure">{due.due === null ? say('roster.dueNone') : writeDay(due.due)}</p>
        {due.from !== null && <p className="small muted">{say('roster.dueFrom', { unit: due.from })}</p>}
      </div>
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { memo, type ReactNode, useRef } from 'react';
import { Link } from 'react-router';
import { formatDate, NO_FIGURE } from '../../../api/format.js';
import { daysLate, type RosterPersonView } from '../../../api/roster.js';
import { Icon, type IconName } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { type Measure, VirtualBody } from '../../look/virtual-rows.js';
import { useFits } from '../../viewer/results/use-fits.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { writeDay } from '../form/days.js';
import { paths } from '../paths.js';
import { bestResultsQuery } from '../quiz/queries.js';

type Edit = ((person: RosterPersonView) => void) | null;

/** People in a table; of a long one only the rows near the screen are drawn. */
export function PeopleTable({ people, edit }: { people: readonly RosterPersonView[]; edit: Edit }): ReactNode {
  const say = useWords();
  const box = useRef<HTMLDivElement>(null);
  const fits = useFits(box);
  const heads = ['name', 'cell', 'post', 'study', 'essay', 'due'] as const;
  const span = heads.length + (edit === null ? 0 : 1);
  return (
    <ScrollBox className={fits ? 'table-wrap table-wrap--free' : 'table-wrap'} labelledBy="dang-vien" box={box}>
      <table className="table table--pin table--cards table--people" aria-rowcount={people.length + 1}>
        <caption className="vh">{say('roster.caption', { n: people.length })}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {say(`roster.col.${head}`)}
              </th>
            ))}
            {edit !== null && (
              <th scope="col">
                <span className="vh">{say('roster.col.edit')}</span>
              </th>
            )}
          </tr>
        </thead>
        <VirtualBody rows={people} keyOf={keyOf} span={span}>
          {(person, index, measure) => <Row person={person} index={index} edit={edit} measure={measure} />}
        </VirtualBody>
      </table>
    </ScrollBox>
  );
}

const keyOf = ({ id }: RosterPersonView): string => id;

const Row = memo(function Row(props: { person: RosterPersonView; index: number; edit: Edit; measure: Measure }): ReactNode {
  const say = useWords();
  const { person, index, edit, measure } = props;
  const { name, card, cell, post, place, isHead, isKeyCadre, isProbationary, groups, due } = person;
  const flags = [
    isHead ? say('roster.head') : '',
    isKeyCadre ? say('roster.keyCadre') : '',
    isProbationary ? say('roster.probationary') : '',
    ...groups,
  ].filter(Boolean);
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <th scope="row" className="full">
        <b>
          <OutsideText text={name} />
        </b>
        <span className="sub">
          <OutsideText text={[card, ...flags].join(' · ')} />
        </span>
      </th>
      <td data-label={say('roster.col.cell')}>
        <OutsideText text={cell || NO_FIGURE} />
      </td>
      <td data-label={say('roster.col.post')}>
        <OutsideText text={post || NO_FIGURE} />
        {place !== '' && place !== cell && (
          <span className="sub">
            <OutsideText text={place} />
          </span>
        )}
      </td>
      <td data-label={say('roster.col.study')} className="nowrap">
        <Study study={person.study} />
      </td>
      <td data-label={say('roster.col.essay')}>
        <Standing person={person} />
        <Quizzes person={person.id} />
      </td>
      <td data-label={say('roster.col.due')} className="nowrap">
        {due === null || person.exemption !== null ? NO_FIGURE : writeDay(due)}
      </td>
      {edit !== null && (
        <td className="rosteredit">
          <button type="button" className="btn btn--small" aria-label={say('roster.editWho', { name })} onClick={() => edit(person)}>
            {say('roster.edit')}
          </button>
        </td>
      )}
    </tr>
  );
});

function Study({ study }: { study: RosterPersonView['study'] }): ReactNode {
  const say = useWords();
  const attended = study !== 'not-yet';
  if (study === 'unknown') return <span className="muted">{say('roster.studyUnknown')}</span>;
  return (
    <span className={attended ? 'state state--ok' : 'state state--warn'}>
      <Icon name={attended ? 'check' : 'clock'} />
      <span>{say(study === 'attended' ? 'roster.studied' : attended ? 'roster.caughtUp' : 'roster.notStudied')}</span>
    </span>
  );
}

const LOOKS = {
  'handed-in': { icon: 'check', state: 'state--ok' },
  late: { icon: 'clock', state: 'state--warn' },
  missing: { icon: 'dash', state: '' },
  exempt: { icon: 'info', state: '' },
  voluntary: { icon: 'check', state: '' },
} as const satisfies Record<string, { icon: IconName; state: string }>;

function Standing({ person }: { person: RosterPersonView }): ReactNode {
  const say = useWords();
  const { id } = useCampaign();
  const { standing, essay } = person;
  const { icon, state } = LOOKS[standing];
  const word = say(`roster.standing.${standing}`);
  return (
    <>
      <span className={`state ${state}`}>
        <Icon name={icon} />
        <span>
          {typeof essay?.id !== 'string' ? word : <Link to={`${paths.results(id)}/bai/${encodeURIComponent(essay.id)}`}>{word}</Link>}
        </span>
      </span>
      <span className="sub">
        <Details person={person} />
      </span>
    </>
  );
}

/** How they did at the campaign's quizzes; nothing where they took none. */
function Quizzes({ person }: { person: string }): ReactNode {
  const say = useWords();
  const { id } = useCampaign();
  const { data } = useQuery({ ...bestResultsQuery(id), staleTime: 60_000 });
  return (data?.[person] ?? []).map(({ quiz, title, correct, total, isPassed }) => (
    <span className="sub" key={quiz}>
      <OutsideText text={`${title}: ${say('quiz.result', { correct, total })}, ${say(isPassed ? 'quiz.isPassed' : 'quiz.notPassed')}`} />
    </span>
  ));
}

function Details({ person }: { person: RosterPersonView }): ReactNode {
  const say = useWords();
  const { standing, essay, exemption, exemptedBy, due } = person;
  const received = essay === null ? '' : formatDate(new Date(essay.receivedAt));
  if (exemption !== null) {
    const reason = exemption.note || say(`roster.exemption.${exemption.kind}`);
    return <OutsideText text={exemptedBy === null ? reason : say('roster.exemptedBy', { reason, by: exemptedBy })} />;
  }
  if (standing === 'late') return `${received}, ${say('roster.lateDays', { n: person.daysLate })}`;
  const overdue = standing === 'missing' ? daysLate(due, new Date().toISOString()) : 0;
  return overdue > 0 ? say('roster.overdue', { n: overdue }) : received;
}

import type { ReactNode } from 'react';
import { checkIdentities, type FiguresView, type YearFiguresView } from '../../../api/figures.js';
import { formatCount } from '../../../api/format.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { useWords } from '../../words/words.js';

type Name = keyof YearFiguresView;

const SECTIONS = [
  ['members', ['members', 'official', 'probationary', 'keyCadres']],
  [
    'studies',
    [
      ...(['sessions', 'inPerson', 'online', 'catchUps', 'ledByHead', 'points', 'comments', 'questions', 'answered'] as const),
      ...([
        'attended',
        'caughtUp',
        'notYet',
        'nonMembers',
        'materialMembers',
        'cells',
        'materialCells',
        'quizTaken',
        'quizPassed',
      ] as const),
    ],
  ],
  [
    'essays',
    [
      ...(['exempt', 'exemptRetired', 'exemptHealth', 'exemptOther', 'voluntary', 'required', 'submitted', 'onTime', 'late'] as const),
      ...(['missing', 'essays', 'situations'] as const),
    ],
  ],
  [
    'results',
    [
      ...(['acceptedFirst', 'acceptedAfter', 'rewriteCopied', 'rewriteContent', 'rewriteBoth', 'pending', 'unreadable'] as const),
      ...(['differing', 'secondLooks', 'secondLooksAnswered', 'secondLooksChanged', 'exemplaryEssays'] as const),
    ],
  ],
  ['programmes', ['programmesRequired', 'programmesBegun', 'programmesIssued', 'plansRequired', 'plansBegun', 'plansIssued']],
  [
    'units',
    ['units', 'unitsSetting', 'unitsAssessing', 'unitsWithSituations', 'unitsFinished', 'unitsLate', 'unitsSilent', 'exemplaryUnits'],
  ],
] as const satisfies readonly (readonly [string, readonly Name[]])[];

/** Every figure, of the unit itself and with what is below it. */
export function AllFigures({ figures: { own, all } }: { figures: FiguresView }): ReactNode {
  const say = useWords();
  return (
    <section className="panel" aria-labelledby="tat-ca">
      <div className="panel__head">
        <h2 id="tat-ca">{say('figures.tableTitle')}</h2>
      </div>
      <ScrollBox className="table-wrap" labelledBy="tat-ca">
        <table className="table table--report">
          <caption className="vh">{say('figures.tableCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('figures.figure')}</th>
              <th scope="col" className="num">
                {say('figures.own')}
              </th>
              <th scope="col" className="num">
                {say('figures.all')}
              </th>
            </tr>
          </thead>
          {SECTIONS.map(([section, names]) => (
            <tbody key={section}>
              <tr>
                <th scope="rowgroup" colSpan={3}>
                  {say(`figures.section.${section}`)}
                </th>
              </tr>
              {names.map((name) => (
                <tr key={name}>
                  <th scope="row">{say(`figures.name.${name}`)}</th>
                  <td className="num">{formatCount(own[name])}</td>
                  <td className="num">{formatCount(all[name])}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </ScrollBox>
      <Checks figures={all} />
    </section>
  );
}

/** Whether what belongs together adds up. */
function Checks({ figures }: { figures: YearFiguresView }): ReactNode {
  const say = useWords();
  return (
    <details className="panel__body panel__body--tight small">
      <summary>{say('figures.checksTitle')}</summary>
      <ul className="plain">
        {checkIdentities(figures).map(({ whole, parts, count, sum }) => (
          <li key={parts.join(' ')}>
            {say(`figures.name.${whole}`)} ({formatCount(count)}) = {parts.map((part) => say(`figures.name.${part}`)).join(' + ')} (
            {formatCount(sum)}
            ): <b>{count === sum ? say('figures.checksRight') : say('figures.checksWrong', { n: formatCount(Math.abs(count - sum)) })}</b>
          </li>
        ))}
      </ul>
    </details>
  );
}

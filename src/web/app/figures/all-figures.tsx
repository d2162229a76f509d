import type { ReactNode } from 'react';
import { checkIdentities, FIGURE_LISTS, type FiguresView, type YearFiguresView } from '../../../api/figures.js';
import { formatCount } from '../../../api/format.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { useWords } from '../../words/words.js';
import { Share } from './share.js';

const GROUPS = Object.keys(FIGURE_LISTS) as (keyof typeof FIGURE_LISTS)[];

/** Every figure as reports list it, of the unit itself and with what is below it: those that are a share of another with both. */
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
          {GROUPS.map((group) => (
            <tbody key={group}>
              <tr>
                <th scope="rowgroup" colSpan={3}>
                  {say(`figures.section.${group}`)}
                </th>
              </tr>
              {FIGURE_LISTS[group].map(([name, depth = 0, of]) => (
                <tr key={name}>
                  <th scope="row">
                    <span className={depth === 1 ? 'setin' : undefined}>{say(`figures.name.${name}`)}</span>
                  </th>
                  {[own, all].map((figures, column) => (
                    <td className="num" key={column === 0 ? 'own' : 'all'}>
                      {of === undefined ? formatCount(figures[name]) : <Share part={figures[name]} whole={figures[of]} />}
                    </td>
                  ))}
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

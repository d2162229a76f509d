import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatCount, formatPercent, NO_FIGURE } from '../../../api/format.js';
import type { DutyCountsView, DutyFiguresView } from '../../../api/programmes.js';
import { Empty, Loading } from '../../look/states.js';
import { useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { Page } from '../frame/page.js';
import { Problem } from '../frame/problem.js';
import { outOf } from '../tracker/out-of.js';
import { DutyUnits } from './duty-units.js';
import { ProgrammeTabs } from './programme-tabs.js';
import { countsQuery } from './queries.js';
import { Share } from './share.js';

/** Issued of required, by kind and level of units, and down the tree. */
export function CountsPage(): ReactNode {
  const say = useWords();
  const { id, name } = useCampaign();
  const { data, error, refetch } = useQuery(countsQuery(id));
  return (
    <Page title={say('programmes.tabCounts')} short={`${say('programmes.tabCounts')} · ${name}`} lead={say('programmes.countsLead')}>
      <ProgrammeTabs campaign={id} />
      <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      {data !== undefined && <Counts counts={data} />}
    </Page>
  );
}

function Counts({ counts: { total, kinds, units } }: { counts: DutyCountsView }): ReactNode {
  const say = useWords();
  if (kinds.length === 0)
    return (
      <div className="panel">
        <Empty title={say('programmes.countsEmpty')}>{say('programmes.countsEmptyText')}</Empty>
      </div>
    );
  return (
    <>
      <Totals total={total} />
      <section className="panel" aria-labelledby="theo-loai">
        <div className="panel__head">
          <h2 id="theo-loai">{say('programmes.byKind')}</h2>
        </div>
        <table className="table table--cards table--report">
          <caption className="vh">{say('programmes.byKind')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('programmes.dutyKind')}</th>
              <th scope="col" className="num">
                {say('programmes.level')}
              </th>
              <th scope="col" className="num">
                {say('programmes.short.collective')}
              </th>
              <th scope="col" className="num">
                {say('programmes.short.plans')}
              </th>
            </tr>
          </thead>
          <tbody>
            {kinds.map(({ kind, level, figures }) => (
              <tr key={`${level} ${kind}`}>
                <th scope="row" className="full">
                  {kind === null ? say('programmes.noUnitKind') : say(`organisation.kind.${kind}`)}
                </th>
                <td className="num" data-label={say('programmes.level')}>
                  {formatCount(level)}
                </td>
                <td className="num" data-label={say('programmes.short.collective')}>
                  <Share part={figures.programmesIssued} whole={figures.programmesRequired} />
                </td>
                <td className="num" data-label={say('programmes.short.plans')}>
                  <Share part={figures.plansIssued} whole={figures.plansRequired} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <DutyUnits units={units} />
    </>
  );
}

const WEAK = { problem: 'weakProblem', measures: 'weakMeasures', feasible: 'weakFeasible', priorities: 'weakPriorities' } as const;

function Totals({ total }: { total: DutyFiguresView }): ReactNode {
  const say = useWords();
  const weak = (['problem', 'measures', 'feasible', 'priorities'] as const).filter((question) => total[WEAK[question]] > 0);
  return (
    <section className="panel" aria-label={say('programmes.total')}>
      <dl className="figures figures--duties">
        <Issued
          label={say('programmes.collectiveIssued')}
          issued={total.programmesIssued}
          begun={total.programmesBegun}
          asked={total.programmesRequired}
        />
        <Issued label={say('programmes.plansIssued')} issued={total.plansIssued} begun={total.plansBegun} asked={total.plansRequired} />
        <div>
          <dt>{say('programmes.weak')}</dt>
          <dd className="figures__list">
            {total.reviewed === 0 && <small>{say('programmes.noReview')}</small>}
            {total.reviewed > 0 && weak.length === 0 && <small>{say('programmes.weakNone')}</small>}
            {weak.map((question) => (
              <small key={question}>
                {say('programmes.weakOf', {
                  n: formatCount(total[WEAK[question]]),
                  all: formatCount(total.reviewed),
                  what: say(`programmes.weakAt.${question}`),
                })}
              </small>
            ))}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Issued({ label, issued, begun, asked }: { label: string; issued: number; begun: number; asked: number }): ReactNode {
  const say = useWords();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {asked === 0 ? NO_FIGURE : outOf(issued, asked)}
        {asked > 0 && (
          <small>
            {formatPercent(issued, asked)} · {say('programmes.begun')}: {outOf(begun, asked)}
          </small>
        )}
      </dd>
    </div>
  );
}

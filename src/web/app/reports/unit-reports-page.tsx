import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { formatCount, formatMoment, NO_FIGURE } from '../../../api/format.js';
import { REPORTING_FILTERS, type ReportingUnitsView } from '../../../api/unit-report.js';
import { Icon } from '../../look/icons.js';
import { OutsideText } from '../../look/outside-text.js';
import { SearchField } from '../../look/search-field.js';
import { Segments } from '../../look/segments.js';
import { Empty, Loading, Note } from '../../look/states.js';
import { type Say, useWords } from '../../words/words.js';
import { useCampaign } from '../campaign/campaign-frame.js';
import { Problem } from '../frame/problem.js';
import { paths } from '../paths.js';
import { ReportFrame } from './report-frame.js';
import { type ListedUnits, reportingQuery } from './report-queries.js';
import { useReportUnit } from './report-unit.js';
import { lateWords } from './sendings.js';

/** Units of one page, as the service gives them. */
const PAGE = 100;

/** How far the units below are with their reports; opens what they have sent. */
export function UnitReportsPage(): ReactNode {
  const say = useWords();
  const { id } = useCampaign();
  const { unit, suffix } = useReportUnit();
  const [listed, list] = useState<ListedUnits>({ state: null, search: '', from: 0 });
  const { data, error, refetch } = useQuery(reportingQuery(id, unit, listed));
  const hasNone = data !== undefined && data.outline === null;
  return (
    <ReportFrame title={say('reports.unitsTitle')} lead={say('reports.unitsLead')}>
      {hasNone ? (
        <div className="panel">
          <Empty
            title={say('reports.unitsEmpty')}
            actions={
              <Link className="btn btn--main" to={paths.reportOutline(id) + suffix}>
                {say('reports.toOutline')}
              </Link>
            }
          >
            {say('reports.unitsEmptyText')}
          </Empty>
        </div>
      ) : (
        <Problem error={data === undefined ? error : null} retry={() => void refetch()} />
      )}
      {data === undefined && error === null && <Loading label={say('frame.loading')} />}
      {data !== undefined && !hasNone && (
        <>
          {data.outline?.givenAt === null && <Note kind="warn">{say('reports.notGiven')}</Note>}
          <section className="panel" aria-label={say('reports.caption')}>
            <Filters reporting={data} listed={listed} list={list} />
            <Units campaign={id} suffix={suffix} reporting={data} />
          </section>
          <Pages fitting={data.fitting} from={listed.from} turn={(from) => list({ ...listed, from })} />
        </>
      )}
    </ReportFrame>
  );
}

interface FilterProps {
  readonly reporting: ReportingUnitsView;
  readonly listed: ListedUnits;
  readonly list: (listed: ListedUnits) => void;
}

function Filters({ reporting: { counts, late }, listed, list }: FilterProps): ReactNode {
  const say = useWords();
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const choices = REPORTING_FILTERS.map((state) => ({
    value: state,
    word:
      state === 'late'
        ? say('reports.lateFilter', { n: formatCount(late) })
        : say('reports.filterOf', { state: say(`reports.state.${state}`), n: formatCount(counts[state]) }),
  }));
  return (
    <search className="filters">
      <Segments<ListedUnits['state']>
        label={say('reports.filter')}
        choices={[{ value: null, word: say('reports.all', { n: formatCount(all) }) }, ...choices]}
        value={listed.state}
        onChange={(state) => list({ ...listed, state, from: 0 })}
      />
      <SearchField label={say('reports.search')} value={listed.search} onChange={(search) => list({ ...listed, search, from: 0 })} />
    </search>
  );
}

function Units({ campaign, suffix, reporting: { units } }: { campaign: string; suffix: string; reporting: ReportingUnitsView }): ReactNode {
  const say = useWords();
  if (units.length === 0) return <p className="panel__body muted">{say('reports.nobody')}</p>;
  const heads = [say('reports.unitName'), say('reports.stateHead'), say('reports.sentHead'), say('reports.lateHead')];
  return (
    <table className="table table--cards">
      <caption className="vh">{say('reports.caption')}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.id}>
            <th scope="row" className="full">
              {unit.number === null ? (
                <OutsideText text={unit.name} />
              ) : (
                <Link className="who" to={paths.receivedReport(campaign, unit.id, unit.number) + suffix}>
                  <OutsideText text={unit.name} />
                </Link>
              )}
            </th>
            <td data-label={heads[1]}>
              <span className={unit.state === 'accepted' ? 'state state--ok' : 'state'}>
                {unit.state === 'accepted' && <Icon name="check" />}
                {say(`reports.state.${unit.state}`)}
              </span>
            </td>
            <td data-label={heads[2]}>
              {unit.number === null || unit.sentAt === null
                ? NO_FIGURE
                : say('reports.numberAt', { n: unit.number, at: formatMoment(new Date(unit.sentAt)) })}
            </td>
            <td data-label={heads[3]}>
              <span className={(unit.daysLate ?? 0) > 0 ? 'state state--warn' : undefined}>{dueWords(unit, say)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function dueWords({ daysLate, sentAt }: ReportingUnitsView['units'][number], say: Say): string {
  if (daysLate === null || (daysLate === 0 && sentAt === null)) return NO_FIGURE;
  return sentAt === null ? say('reports.overdue', { n: daysLate }) : lateWords(daysLate, say);
}

function Pages({ fitting, from, turn }: { fitting: number; from: number; turn: (from: number) => void }): ReactNode {
  const say = useWords();
  if (fitting <= PAGE) return null;
  const to = Math.min(from + PAGE, fitting);
  return (
    <p className="row">
      <button type="button" className="btn btn--small" disabled={from === 0} onClick={() => turn(Math.max(0, from - PAGE))}>
        {say('reports.previous')}
      </button>
      <span className="small">{say('reports.shown', { from: formatCount(from + 1), to: formatCount(to), all: formatCount(fitting) })}</span>
      <button type="button" className="btn btn--small" disabled={to >= fitting} onClick={() => turn(from + PAGE)}>
        {say('reports.next')}
      </button>
    </p>
  );
}

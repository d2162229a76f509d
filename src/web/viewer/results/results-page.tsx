import type { ReactNode } from 'react';
import { formatBelow, formatCount, formatMoment, formatPart } from '../../../api/format.js';
import type { OverviewView, RowView } from '../../../api/view.js';
import { OutsideText } from '../../look/outside-text.js';
import { Empty, Note } from '../../look/states.js';
import { Asked } from '../asking.js';
import { PageHead } from '../page-head.js';
import { useOverview, useView } from '../source.js';
import { useShownRows } from '../view-state.js';
import { useWords } from '../words.js';
import { FilterRow } from './filter-row.js';
import { GroupCards } from './group-cards.js';
import { Legend } from './legend.js';
import { useChosen } from './picking.js';
import { RowTable } from './row-table.js';
import { SkippedFiles } from './skipped-files.js';
import { SummaryStrip } from './summary-strip.js';

/** The table of results, with what it comes to and the groups above it. */
export function ResultsPage(): ReactNode {
  const say = useWords();
  const overview = useOverview();
  return (
    <Asked isPage query={overview} label={say('loading.results')}>
      {(data) => <Results overview={data} />}
    </Asked>
  );
}

function Results({ overview }: { overview: OverviewView }): ReactNode {
  const say = useWords();
  const { slots } = useView();
  const shown = useShownRows(overview);
  const { campaign, rows, generatedAt, skipped, warnings, calibration } = overview;
  const read = rows.filter(({ syllables }) => syllables !== null).length;
  const lead = [
    say('results.read', { part: formatPart(read, rows.length, say('unit.essays')) }),
    skipped.length > 0 ? say('results.skipped', { n: formatCount(skipped.length) }) : '',
    calibration === null ? '' : say('results.calibration', calibrationWords(calibration)),
    say('results.principle'),
  ];
  return (
    <div className="page">
      <PageHead
        name={campaign.name}
        place="results"
        title={<OutsideText text={campaign.name} />}
        crumb={say('results.crumb', { at: formatMoment(new Date(generatedAt)) })}
        actions={slots.actions?.({ page: 'results', shown })}
      >
        <p>{lead.filter((sentence) => sentence !== '').join(' ')}</p>
      </PageHead>
      {warnings.length > 0 && <Warnings warnings={warnings} />}
      {rows.length === 0 ? <NoRows /> : <Rows overview={overview} shown={shown} />}
      {skipped.length > 0 && <SkippedFiles skipped={skipped} />}
      <Legend overview={overview} />
    </div>
  );
}

function calibrationWords({ pairs, p95, p99 }: NonNullable<OverviewView['calibration']>): Record<'pairs' | 'p95' | 'p99', string> {
  return { pairs: formatCount(pairs), p95: formatBelow(p95), p99: formatBelow(p99) };
}

function NoRows(): ReactNode {
  const say = useWords();
  return (
    <div className="panel">
      <Empty title={say('results.empty')}>{say('results.emptyHint')}</Empty>
    </div>
  );
}

/** Two or three are read at once; more of them are folded away. */
const OPEN_WARNINGS = 3;

function Warnings({ warnings }: { warnings: readonly string[] }): ReactNode {
  const say = useWords();
  return (
    <Note kind="warn">
      <details open={warnings.length <= OPEN_WARNINGS}>
        <summary>{say('results.warnings', { n: formatCount(warnings.length) })}</summary>
        <ul className="plain">
          {warnings.map((warning) => (
            <li key={warning}>
              <OutsideText text={warning} />
            </li>
          ))}
        </ul>
      </details>
    </Note>
  );
}

function Rows({ overview, shown }: { overview: OverviewView; shown: readonly RowView[] }): ReactNode {
  const say = useWords();
  const { slots } = useView();
  const { chosen, picking, clear } = useChosen(overview.rows);
  return (
    <>
      <SummaryStrip overview={overview} />
      <GroupCards overview={overview} />
      <section className="panel" aria-labelledby="bang">
        <h2 className="vh" id="bang">
          {say('table.title')}
        </h2>
        <FilterRow overview={overview} shown={shown.length} />
        <RowTable overview={overview} rows={shown} picking={slots.bulk === undefined ? null : picking} />
        {slots.bulk?.({ chosen, clear })}
      </section>
    </>
  );
}

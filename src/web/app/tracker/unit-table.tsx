import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { TrackedFiguresView, TrackedUnitView } from '../../../api/tracker.js';
import { Icon } from '../../look/icons.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { SearchField } from '../../look/search-field.js';
import { VirtualBody } from '../../look/virtual-rows.js';
import { useFits } from '../../viewer/results/use-fits.js';
import { useWords } from '../../words/words.js';
import { BarKey, UnitCells } from './unit-cells.js';
import { parentsOf, type SortKey, type UnitRow, unitRows, unitsNamed } from './unit-rows.js';

/** Columns in their order; those without a key are not sorted by. */
const COLUMNS = [
  'unit',
  'bar',
  'submitted',
  'share',
  'attended',
  'late',
  'missing',
  'overdue',
  'accepted',
  'rewrite',
  'open',
  'exempt',
] as const;
type Column = (typeof COLUMNS)[number];
const SORTED: ReadonlySet<Column> = new Set<Column>([
  'unit',
  'share',
  'late',
  'missing',
  'overdue',
  'accepted',
  'rewrite',
  'open',
  'exempt',
]);

/** The tree of units, which open and close; the latest first among their like. */
export function UnitTable({ units, total }: { units: readonly TrackedUnitView[]; total: TrackedFiguresView }): ReactNode {
  const say = useWords();
  const parents = useMemo(() => parentsOf(units), [units]);
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(units.flatMap(({ id, parent }) => (parent === null ? id : []))));
  const [sort, setSort] = useState<SortKey>('overdue');
  const [sought, seek] = useState('');
  const [order, search] = [useDeferredValue(sort), useDeferredValue(sought)];
  const found = useMemo(() => unitsNamed(units, search), [units, search]);
  const rows = useMemo(() => unitRows(found, search.trim() === '' ? opened : parents, order), [found, search, opened, parents, order]);
  const box = useRef<HTMLDivElement>(null);
  const fits = useFits(box);
  const toggle = (id: string): void => setOpened(withToggled(opened, id));
  const isAllOpen = [...parents].every((id) => opened.has(id));
  return (
    <section className="panel" aria-labelledby="don-vi">
      <div className="panel__head">
        <h2 id="don-vi">{say('tracker.tableTitle')}</h2>
        <BarKey />
      </div>
      <search className="filters">
        <SearchField label={say('tracker.search')} value={sought} onChange={seek} />
        {parents.size > 0 && (
          <button type="button" className="btn btn--small" onClick={() => setOpened(isAllOpen ? new Set() : parents)}>
            {say(isAllOpen ? 'tracker.collapseAll' : 'tracker.expandAll')}
          </button>
        )}
      </search>
      <ScrollBox className={fits ? 'table-wrap table-wrap--free' : 'table-wrap'} labelledBy="don-vi" box={box}>
        <table className="table table--pin table--cards table--report" aria-rowcount={rows.length + 1}>
          <caption className="vh">{say('tracker.tableCaption')}</caption>
          <thead>
            <tr aria-rowindex={1}>
              {COLUMNS.map((column) => (
                <Head key={column} column={column} sort={sort} choose={setSort} />
              ))}
            </tr>
          </thead>
          <VirtualBody rows={rows} keyOf={keyOf} span={COLUMNS.length}>
            {(row, index, measure) => (
              <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
                <UnitCells row={row} widest={total.required} toggle={toggle} />
              </tr>
            )}
          </VirtualBody>
        </table>
      </ScrollBox>
    </section>
  );
}

const keyOf = ({ key }: UnitRow): string => key;

function withToggled(opened: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(opened);
  if (!next.delete(id)) next.add(id);
  return next;
}

function Head({ column, sort, choose }: { column: Column; sort: SortKey; choose: (key: SortKey) => void }): ReactNode {
  const say = useWords();
  const label = say(`tracker.col.${column}`);
  const className = column === 'unit' || column === 'bar' ? undefined : 'num';
  if (column === 'bar')
    return (
      <th scope="col">
        <span className="vh">{label}</span>
      </th>
    );
  if (!isSortKey(column))
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    );
  const isSorted = sort === column;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={isSorted ? (column === 'unit' || column === 'share' ? 'ascending' : 'descending') : 'none'}
    >
      <button type="button" onClick={() => choose(column)} title={say('tracker.sort', { column: label })}>
        {label} <Icon name={isSorted ? 'down' : 'sort'} />
      </button>
    </th>
  );
}

const isSortKey = (column: Column): column is Column & SortKey => SORTED.has(column);

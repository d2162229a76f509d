import { type SortingState, useTable } from '@tanstack/react-table';
import { memo, type ReactNode, useMemo, useRef } from 'react';
import { NO_FIGURE } from '../../../api/format.js';
import type { OverviewView, RowView } from '../../../api/view.js';
import { Icon } from '../../look/icons.js';
import { ScrollBox } from '../../look/scroll-box.js';
import { Empty } from '../../look/states.js';
import { type Measure, VirtualBody } from '../../look/virtual-rows.js';
import { NO_FILTER, type RowSort, type SortKey, showsConclusions, titleOf } from '../rows.js';
import { useView } from '../source.js';
import { useViewState } from '../view-state.js';
import { useWords } from '../words.js';
import { FEATURES, type RowColumn, rowColumns, tableColumns } from './columns.js';
import { canPick, type Picking } from './picking.js';
import { useFits } from './use-fits.js';

interface RowTableProps {
  readonly overview: OverviewView;
  /** In the order to be shown. */
  readonly rows: readonly RowView[];
  /** null: rows cannot be ticked. */
  readonly picking: Picking | null;
}

/** The table of results. Long ones draw only the rows near the screen; screen readers hear the true numbers. */
export function RowTable({ overview, rows, picking }: RowTableProps): ReactNode {
  const say = useWords();
  const { setFilter } = useViewState();
  if (rows.length > 0) return <FullTable overview={overview} rows={rows} picking={picking} />;
  const clear = (
    <button type="button" className="btn" onClick={() => setFilter(NO_FILTER)}>
      {say('table.clear')}
    </button>
  );
  return (
    <Empty title={say('table.noRows')} actions={clear}>
      {say('table.noRowsHint')}
    </Empty>
  );
}

function FullTable({ overview, rows, picking }: RowTableProps): ReactNode {
  const say = useWords();
  const { slots } = useView();
  const { sort } = useViewState();
  const concludes = showsConclusions(overview.rows, slots.conclude !== undefined);
  const columns = useMemo(() => rowColumns(overview, concludes, say), [overview, concludes, say]);
  const table = useRowTable(columns, rows);
  const box = useRef<HTMLDivElement>(null);
  const fits = useFits(box);
  const span = columns.length + (picking === null ? 0 : 1);
  const order = say(sort === null ? 'table.order.need' : 'table.order.own');
  return (
    <ScrollBox className={fits ? 'table-wrap table-wrap--free' : 'table-wrap'} labelledBy="bang" box={box}>
      <table className="table table--pin table--cards table--results" aria-rowcount={rows.length + 1}>
        <caption className="vh">{say('table.caption', { n: rows.length, order })}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {picking !== null && <PickAll rows={rows} picking={picking} />}
            {table.getFlatHeaders().map((header, index) => (
              <ColumnHead
                key={header.id}
                column={columns[index]}
                sorted={header.column.getIsSorted()}
                toggle={header.column.getToggleSortingHandler()}
              />
            ))}
          </tr>
        </thead>
        <VirtualBody rows={rows} keyOf={keyOf} span={span}>
          {(row, index, measure) => <Row row={row} index={index} columns={columns} picking={picking} measure={measure} />}
        </VirtualBody>
      </table>
    </ScrollBox>
  );
}

const keyOf = ({ id }: RowView): string => id;

interface RowProps {
  readonly row: RowView;
  readonly index: number;
  readonly columns: readonly RowColumn[];
  readonly picking: Picking | null;
  readonly measure: Measure;
}

/** While one scrolls only rows that come anew are drawn. */
const Row = memo(function Row({ row, index, columns, picking, measure }: RowProps): ReactNode {
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} data-picked={picking?.ids.has(row.id)}>
      {picking !== null && <Pick row={row} picking={picking} />}
      {columns.map((column) => (
        <Cell key={column.id} column={column} row={row} />
      ))}
    </tr>
  );
});

/** TanStack Table over rows that are in order already; it keeps the columns and what their heads do. */
function useRowTable(columns: readonly RowColumn[], rows: readonly RowView[]) {
  const { sort, setSort } = useViewState();
  const sorting = useMemo<SortingState>(() => (sort === null ? [] : [{ id: sort.key, desc: sort.descending }]), [sort]);
  const defs = useMemo(() => tableColumns(columns), [columns]);
  return useTable({
    features: FEATURES,
    columns: defs,
    data: rows,
    getRowId: ({ id }) => id,
    manualSorting: true,
    enableMultiSort: false,
    state: { sorting },
    onSortingChange: (change) => setSort(toSort(typeof change === 'function' ? change(sorting) : change)),
  });
}

function toSort([first]: SortingState): RowSort {
  return first === undefined ? null : { key: first.id as SortKey, descending: first.desc };
}

interface ColumnHeadProps {
  readonly column: RowColumn | undefined;
  readonly sorted: false | 'asc' | 'desc';
  readonly toggle: ((event: unknown) => void) | undefined;
}

const SORT_ICONS = { asc: 'up', desc: 'down', none: 'sort' } as const;
const SORT_WORDS = { asc: 'ascending', desc: 'descending' } as const;

function ColumnHead({ column, sorted, toggle }: ColumnHeadProps): ReactNode {
  if (column === undefined) return null;
  const { name, look, sorts } = column;
  const swatch = look.swatch && <i className={`swatch parts__${look.swatch}`} />;
  return (
    <th
      scope="col"
      className={look.className}
      aria-sort={sorted === false ? undefined : SORT_WORDS[sorted]}
      lang={look.isVietnamese ? 'vi' : undefined}
      title={look.title}
    >
      {sorts ? (
        <button type="button" onClick={toggle}>
          {swatch}
          {name} <Icon name={SORT_ICONS[sorted === false ? 'none' : sorted]} />
        </button>
      ) : (
        name
      )}
      {look.sub !== undefined && <span className="sub">{look.sub}</span>}
    </th>
  );
}

function Cell({ column, row }: { column: RowColumn; row: RowView }): ReactNode {
  const { id, look } = column;
  if (id === 'name')
    return (
      <th scope="row" className={look.className}>
        {column.cell(row)}
      </th>
    );
  const content = column.cell(row);
  if (content === null) return <td className={`${look.className ?? ''} m-hide muted`}>{NO_FIGURE}</td>;
  return (
    <td className={look.className} data-label={look.label}>
      {content}
    </td>
  );
}

function PickAll({ rows, picking }: { rows: readonly RowView[]; picking: Picking }): ReactNode {
  const say = useWords();
  const open = rows.filter(canPick);
  const all = open.length > 0 && open.every(({ id }) => picking.ids.has(id));
  return (
    <th scope="col">
      <input
        type="checkbox"
        aria-label={say('table.pickAll')}
        checked={all}
        disabled={open.length === 0}
        onChange={() => picking.set(new Set(all ? [] : open.map(({ id }) => id)))}
      />
    </th>
  );
}

function Pick({ row, picking }: { row: RowView; picking: Picking }): ReactNode {
  const say = useWords();
  const toggle = (): void => {
    const ids = new Set(picking.ids);
    if (!ids.delete(row.id)) ids.add(row.id);
    picking.set(ids);
  };
  return (
    <td className="pick">
      <label className="pick__area">
        <input
          type="checkbox"
          aria-label={say('table.pick', { name: titleOf(row) })}
          checked={picking.ids.has(row.id)}
          disabled={!canPick(row)}
          title={canPick(row) ? undefined : say('table.cannotPick')}
          onChange={toggle}
        />
      </label>
    </td>
  );
}

import { createContext, type Dispatch, type ReactNode, type SetStateAction, useContext, useDeferredValue, useMemo, useState } from 'react';
import type { OverviewView, RowView } from '../../api/view.js';
import { filterRows, groupNumbers, NO_FILTER, type RowFilter, type RowSort, sortRows } from './rows.js';

interface ViewState {
  readonly filter: RowFilter;
  readonly setFilter: Dispatch<SetStateAction<RowFilter>>;
  readonly sort: RowSort;
  readonly setSort: (sort: RowSort) => void;
  /** Whether the task is unfolded. */
  readonly showsPrompt: boolean;
  readonly setShowsPrompt: (on: boolean) => void;
}

const StateContext = createContext<ViewState | null>(null);

/** Keeps how the table is filtered and ordered while one goes from page to page. */
export function ViewStateProvider({ children }: { children: ReactNode }): ReactNode {
  const [filter, setFilter] = useState(NO_FILTER);
  const [sort, setSort] = useState<RowSort>(null);
  const [showsPrompt, setShowsPrompt] = useState(true);
  const state = useMemo(() => ({ filter, setFilter, sort, setSort, showsPrompt, setShowsPrompt }), [filter, sort, showsPrompt]);
  return <StateContext.Provider value={state}>{children}</StateContext.Provider>;
}

/** Filter and order of the viewer. */
export function useViewState(): ViewState {
  const state = useContext(StateContext);
  if (state === null) throw new Error('used outside of Viewer');
  return state;
}

/** The rows as the table shows them, which is also the order in which one goes from essay to essay. */
export function useShownRows({ rows, groups }: OverviewView): readonly RowView[] {
  const { filter, sort } = useViewState();
  // Letters are on the screen before what they find.
  const [sought, order] = [useDeferredValue(filter), useDeferredValue(sort)];
  return useMemo(() => sortRows(filterRows(rows, sought), order, groupNumbers(groups)), [rows, groups, sought, order]);
}

/** The essays before and after one in the order of the table; of all of them where the filter leaves it out. */
export function useNeighbours(overview: OverviewView, id: string): { place: number; all: number; previous?: RowView; next?: RowView } {
  const shown = useShownRows(overview);
  const among = shown.some((row) => row.id === id) ? shown : overview.rows;
  const place = among.findIndex((row) => row.id === id);
  const [previous, next] = [among[place - 1], among[place + 1]];
  return { place: place + 1, all: among.length, ...(previous && { previous }), ...(next && { next }) };
}

import { useMemo, useState } from 'react';
import type { RowView } from '../../../api/view.js';

/** Which rows are ticked, and how that changes. */
export interface Picking {
  readonly ids: ReadonlySet<string>;
  readonly set: (ids: ReadonlySet<string>) => void;
}

/** The ticked rows among all. */
export function useChosen(rows: readonly RowView[]): { chosen: readonly RowView[]; picking: Picking; clear: () => void } {
  const [ids, set] = useState<ReadonlySet<string>>(new Set());
  // What was concluded meanwhile is no longer to be concluded.
  const chosen = useMemo(() => rows.filter((row) => ids.has(row.id) && canPick(row)), [rows, ids]);
  const picking = useMemo(() => ({ ids: new Set(chosen.map(({ id }) => id)), set }), [chosen]);
  const clear = useMemo(() => () => set(new Set<string>()), []);
  return { chosen, picking, clear };
}

/** Whether an essay may be concluded together with others. */
export function canPick({ proposal, conclusion }: RowView): boolean {
  return proposal === 'accept' && conclusion === null;
}

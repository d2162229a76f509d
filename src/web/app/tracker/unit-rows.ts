import type { TrackedFiguresView, TrackedUnitView } from '../../../api/tracker.js';
import { foldText } from '../../viewer/rows.js';

/** What a table of units is sorted by. */
export const SORT_KEYS = ['unit', 'share', 'late', 'missing', 'overdue', 'accepted', 'rewrite', 'open', 'exempt'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** One row: a unit with all below it, or what is its own where it has units below. */
export interface UnitRow {
  readonly key: string;
  readonly unit: TrackedUnitView;
  readonly isSelf: boolean;
  readonly figures: TrackedFiguresView;
  /** 0 for the units that the view begins with. */
  readonly level: number;
  /** Null for one without units below it. */
  readonly isOpen: boolean | null;
}

/** Share of those required who have handed in, 0..1; null when nobody is required. */
const writingShare = ({ required, submitted }: TrackedFiguresView): number | null => (required === 0 ? null : submitted / required);

/** The units that have others below them. */
export function parentsOf(units: readonly TrackedUnitView[]): ReadonlySet<string> {
  return new Set(units.flatMap(({ parent }) => parent ?? []));
}

/** The units whose name holds all words that are sought, with those above them; marks and case are nothing to it. */
export function unitsNamed(units: readonly TrackedUnitView[], search: string): readonly TrackedUnitView[] {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return units;
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const kept = new Set<string>();
  for (const unit of units) {
    const name = foldText(unit.name);
    if (!words.every((word) => name.includes(word))) continue;
    for (let one: TrackedUnitView | undefined = unit; one !== undefined && !kept.has(one.id); one = byId.get(one.parent ?? ''))
      kept.add(one.id);
  }
  return units.filter(({ id }) => kept.has(id));
}

/** The tree as rows, those of closed units left out; what needs a look first stands first among its like. */
export function unitRows(units: readonly TrackedUnitView[], opened: ReadonlySet<string>, sort: SortKey): UnitRow[] {
  const below = new Map<string | null, TrackedUnitView[]>();
  for (const unit of units) {
    const list = below.get(unit.parent);
    if (list === undefined) below.set(unit.parent, [unit]);
    else list.push(unit);
  }
  const rows: UnitRow[] = [];
  const add = (unit: TrackedUnitView, level: number): void => {
    const children = below.get(unit.id) ?? [];
    const isOpen = children.length === 0 ? null : opened.has(unit.id);
    rows.push({ key: unit.id, unit, isSelf: false, figures: unit.all, level, isOpen });
    if (isOpen !== true) return;
    if (unit.own.listed > 0) rows.push({ key: `${unit.id} riêng`, unit, isSelf: true, figures: unit.own, level: level + 1, isOpen: null });
    for (const child of children.sort(bySort(sort))) add(child, level + 1);
  };
  for (const root of (below.get(null) ?? []).sort(bySort(sort))) add(root, 0);
  return rows;
}

const byName = new Intl.Collator('vi', { numeric: true });

function bySort(key: SortKey): (one: TrackedUnitView, other: TrackedUnitView) => number {
  return (one, other) => {
    const [first, second] = [one.all, other.all];
    return compare(key, first, second) || byName.compare(one.name, other.name);
  };
}

function compare(key: SortKey, one: TrackedFiguresView, other: TrackedFiguresView): number {
  if (key === 'unit') return 0;
  // The lowest share first; where nobody is required there is nothing to look at.
  if (key === 'share') return (writingShare(one) ?? 2) - (writingShare(other) ?? 2);
  if (key === 'overdue') return other.overdueDays - one.overdueDays || other.overdue - one.overdue || other.missing - one.missing;
  return other[key] - one[key];
}

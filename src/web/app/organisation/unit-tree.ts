import type { ListedUnitView } from '../../../api/organisation.js';

/** A unit with those below it, by name. */
export interface TreeUnit {
  readonly unit: ListedUnitView;
  readonly below: readonly TreeUnit[];
}

/** The units as trees: at the top those whose unit above is not among them. */
export function treeOf(units: readonly ListedUnitView[]): readonly TreeUnit[] {
  const ids = new Set(units.map(({ id }) => id));
  const byParent = new Map<string | null, ListedUnitView[]>();
  for (const unit of units) {
    const parent = unit.parent !== null && ids.has(unit.parent) ? unit.parent : null;
    byParent.set(parent, [...(byParent.get(parent) ?? []), unit]);
  }
  const grow = (parent: string | null): TreeUnit[] =>
    (byParent.get(parent) ?? [])
      .sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }))
      .map((unit) => ({ unit, below: grow(unit.id) }));
  return grow(null);
}

/** Units from the top down to one, itself left out. */
export function pathTo(units: readonly ListedUnitView[], id: string): readonly ListedUnitView[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const path: ListedUnitView[] = [];
  for (let at = byId.get(byId.get(id)?.parent ?? ''); at !== undefined; at = byId.get(at.parent ?? '')) path.unshift(at);
  return path;
}

/** Ids of a unit and all below it. */
export function idsBelow(trees: readonly TreeUnit[], id: string): ReadonlySet<string> {
  const all = new Set<string>();
  const walk = (tree: TreeUnit, isInside: boolean): void => {
    const inside = isInside || tree.unit.id === id;
    if (inside) all.add(tree.unit.id);
    for (const one of tree.below) walk(one, inside);
  };
  for (const tree of trees) walk(tree, false);
  return all;
}

/** Whether a name holds what somebody looks for, whatever its accents and capitals. */
export function isFound(name: string, sought: string): boolean {
  const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  return plain(name).includes(plain(sought.trim()));
}

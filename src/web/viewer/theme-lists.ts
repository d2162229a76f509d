import type { OverviewView, RowView } from '../../api/view.js';

type Campaign = OverviewView['campaign'];

/** The themes that an essay is held to: those of its writer's group, else the campaign's. */
export const themesOf = ({ themes, groupThemes = [] }: Campaign, { heldTo }: Pick<RowView, 'heldTo'>): Campaign['themes'] =>
  groupThemes[heldTo ?? -1]?.themes ?? themes;

/** Every theme that any essay is held to, the campaign's first; one that several lists have stands there once. */
export function everyTheme({ themes, groupThemes = [] }: Campaign): Campaign['themes'] {
  const all = [...themes, ...groupThemes.flatMap((one) => one.themes)];
  const ids = all.map(({ id }) => id);
  return all.filter(({ id }, at) => ids.indexOf(id) === at);
}

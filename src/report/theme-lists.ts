import type { OverviewView } from '../api/view.js';
import type { Assessment } from '../model/assessment.js';
import { toGroupThemesJson } from './json.js';

/** Themes of groups that essays are held to, each list once, and the place among them of an essay's; undefined for the campaign's. */
export interface ThemeLists {
  readonly all: NonNullable<OverviewView['campaign']['groupThemes']>;
  placeOf(essay: string): number | undefined;
}

/** The lists of these essays, by the names of their groups. */
export function themeLists(assessments: readonly Assessment[]): ThemeLists {
  const keys = new Map<string, string>();
  const lists = new Map<string, ThemeLists['all'][number]>();
  for (const { submission, heldTo } of assessments) {
    if (heldTo === undefined) continue;
    const list = toGroupThemesJson(heldTo);
    const key = JSON.stringify(list);
    keys.set(submission.id, key);
    lists.set(key, list);
  }
  const sorted = [...lists].sort(([, one], [, other]) => one.group.localeCompare(other.group, 'vi'));
  const places = new Map(sorted.map(([key], place) => [key, place]));
  return { all: sorted.map(([, list]) => list), placeOf: (essay) => places.get(keys.get(essay) ?? '') };
}

import { type ThemeState, themeState } from '../api/theme-state.js';
import type { Assessment, ThemeScore } from '../model/assessment.js';
import type { Theme } from '../model/campaign.js';

/** A theme of the campaign as one essay meets it. */
export interface ThemeMark {
  readonly theme: Theme;
  readonly state: ThemeState;
  /** null when the assessment says nothing on this theme. */
  readonly score: ThemeScore | null;
}

/** The campaign's themes in their order, each with the essay's score. */
export function markThemes(themes: readonly Theme[], assessment: Assessment): ThemeMark[] {
  return themes.map((theme) => {
    const score = assessment.themes.find(({ id }) => id === theme.id) ?? null;
    return { theme, score, state: themeState(score ?? undefined) };
  });
}

/** Required themes met and required themes in all; null when the essay could not be read. Without required themes all count. */
export function countMet(marks: readonly ThemeMark[]): { readonly met: number; readonly all: number } | null {
  const required = marks.filter(({ theme }) => theme.required);
  const counted = required.length > 0 ? required : marks;
  if (counted.length === 0 || counted.every(({ state }) => state === 'unknown')) return null;
  return { met: counted.filter(({ state }) => state === 'met').length, all: counted.length };
}

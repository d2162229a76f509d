/** `met`; `part`: something was found but not enough; `none`: nothing was found; `unknown`: the essay could not be read. */
export type ThemeState = 'met' | 'part' | 'none' | 'unknown';

/** Score from which something was found: some likeness to a theme every text has. */
const FOUND_FROM = 0.2;

/** What a theme's score says in a word; undefined where the essay has none for it. */
export function themeState(theme: { readonly score: number | null; readonly met: boolean } | undefined): ThemeState {
  if (theme === undefined || theme.score === null) return 'unknown';
  if (theme.met) return 'met';
  return theme.score >= FOUND_FROM ? 'part' : 'none';
}

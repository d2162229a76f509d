import type { Copied, Match, ThemeScore } from './assessment.js';
import type { Passage } from './detection.js';
import type { Span } from './span.js';

/** Stands for every text where an exclusion is not about one alone. */
const ANY_TEXT = '*';

/** A stretch of an essay that a person took out of its comparison with another text; what the machine found stays on record. */
export interface Exclusion {
  readonly id: number;
  /** Id of the other text, `ANY_TEXT` for all of them. */
  readonly other: string;
  /** In the essay's text, UTF-16 units. */
  readonly span: Span;
  readonly reason: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What a person says of a theme in place of the machine. */
export interface ThemeOverride {
  readonly theme: string;
  /** null: the machine's word counts again. */
  readonly met: boolean | null;
  readonly note: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** From 1, counted per essay and theme. */
  readonly revision: number;
}

/** What people corrected in what was found of one essay. */
export interface Corrections {
  /** Steps so far, undone ones among them: who takes the next one says which was on the screen. */
  readonly revision: number;
  /** Those in force, in their order. */
  readonly exclusions: readonly Exclusion[];
  /** The newest of each theme. */
  readonly overrides: readonly ThemeOverride[];
}

/** A passage as the machine found it that a person excluded. */
export interface ExcludedPassage {
  readonly exclusion: Exclusion;
  /** Id of the other text. */
  readonly match: string;
  readonly passage: Passage;
}

/** What people corrected, beside what the machine had found. */
export interface ShownCorrections extends Corrections {
  readonly excluded: readonly ExcludedPassage[];
  /** The machine's own figures and its word on each theme; null where nothing is corrected. */
  readonly found: { readonly copied: Copied; readonly themes: readonly Pick<ThemeScore, 'id' | 'met'>[] } | null;
}

/** The exclusion that a passage falls under; undefined for none. Half of it is enough: a text that is compared anew may begin a word earlier. */
export function exclusionOf(
  exclusions: readonly Exclusion[],
  { id }: Pick<Match, 'id'>,
  { first }: Pick<Passage, 'first'>,
): Exclusion | undefined {
  return exclusions.find(({ other, span }) => {
    if (other !== id && other !== ANY_TEXT) return false;
    const common = Math.min(span.end, first.end) - Math.max(span.start, first.start);
    return common > 0 && 2 * common >= first.end - first.start;
  });
}

import type { OverviewView, RowView } from '../../api/view.js';
import type { BarParts } from '../look/kinds.js';

type Policy = OverviewView['campaign']['policy'];
type Figures = Pick<RowView, 'copied' | 'quoted'>;

/**
 * The parts of the bar on the scale of all syllables. Shares of own words are scaled to them, and the limits likewise, so
 * that a bar reaches a tick exactly when its figure reaches the limit. null where nothing could be computed.
 */
export function barParts({ copied, quoted }: Figures, policy: Policy): BarParts | null {
  if (copied.best === null) return null;
  const own = 1 - (quoted ?? 0);
  const others = Math.max(0, (copied.union ?? copied.best) - copied.best);
  return {
    overlap: copied.best * own,
    others: others * own,
    quoted: quoted ?? 0,
    limits: limitsOf(policy).map((limit) => limit * own),
  };
}

/** Limits of the share in one source that are switched on, the lower one first. */
export function limitsOf({ review, rewrite }: Policy): number[] {
  return [...new Set([review.best, rewrite.best])].filter((limit) => limit !== null).sort((one, two) => one - two);
}

/** Two capitals a theme, from its first words ("Nhận thức …" is NT); a number is added where two themes would share them. */
export function themeInitials(names: readonly string[]): string[] {
  const taken = new Map<string, number>();
  return names.map((name) => {
    const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
    const letters = words.slice(0, 2).map((word) => [...word.normalize('NFC')][0]?.toUpperCase() ?? '');
    const short = letters.join('') || '?';
    const count = (taken.get(short) ?? 0) + 1;
    taken.set(short, count);
    return count === 1 ? short : `${short}${count}`;
  });
}

/** Required themes met and required themes in all; null when the essay could not be read. Without required themes all count. */
export function countMet(
  themes: OverviewView['campaign']['themes'],
  scores: readonly { readonly id: string; readonly score: number | null; readonly met: boolean }[],
): { readonly met: number; readonly all: number } | null {
  const required = themes.filter((theme) => theme.required);
  const counted = required.length > 0 ? required : themes;
  const found = counted.map(({ id }) => scores.find((score) => score.id === id));
  if (found.every((score) => score === undefined || score.score === null)) return null;
  return { met: found.filter((score) => score?.met).length, all: counted.length };
}

/** A quotation on one line: white space joined, cut at a word when it is longer than `length` UTF-16 units. */
export function oneLine(text: string, length: number): string {
  const joined = text
    .slice(0, length * 4)
    .replace(/\s+/g, ' ')
    .trim();
  if (joined.length <= length) return joined;
  const cut = joined.lastIndexOf(' ', length);
  return `${joined.slice(0, cut > 0 ? cut : length)}…`;
}

/** A to Z for the members of a group, then by number. */
export function letterOf(index: number): string {
  return index >= 0 && index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}

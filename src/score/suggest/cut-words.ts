import type { Token } from '../../model/tokens.js';
import type { WordVectors } from '../../vietnamese/word-vectors.js';
import { BREAKS, COUNTS, HALVES, LINKS, STOCK, WHOLE_TERMS } from './word-lists.js';

export const BREAK = 0;
export const LINK = 1;
export const STOCK_WORD = 2;
export const CONTENT = 3;
/** What a word is for terms: grammar that ends one, a link that may stand in one, what every resolution speaks of, or a word of its subject. */
export type WordRole = typeof BREAK | typeof LINK | typeof STOCK_WORD | typeof CONTENT;

/** One word of a text: tokens `from` up to, but not including, `to`. */
export interface Word {
  readonly from: number;
  readonly to: number;
  readonly key: string;
  readonly role: WordRole;
  /** Whether it is no term by itself: a half, or what every resolution speaks of, also where the title does. */
  readonly isWeak: boolean;
  /** Whether it only counts what follows, and begins no term. */
  readonly isCount: boolean;
  /** How much rarer than the most frequent words it is, 0..1. */
  readonly rarity: number;
}

/** Cuts tokens into words. */
export interface WordCutter {
  cut(tokens: readonly Token[], from: number, to: number): Word[];
}

/** Syllables of a word of the vectors at most: longer ones are several words that often meet. */
const LONGEST_WORD = 3;
/** Of a word that is listed by its role. */
const LONGEST_LISTED = 6;
/** A listed role counts as a word as frequent as this, so that it is not cut into others. */
const LISTED = 2000;

interface Entry {
  readonly cost: number;
  readonly rarity: number;
  readonly role: WordRole;
  readonly isWeak: boolean;
}

/**
 * A cutter into the likeliest words by their frequencies in `vectors`. `isNamed` tells of words that the title names: none of them is stock.
 */
export function createWordCutter(vectors: WordVectors, keyOf: (text: string) => string, isNamed: (key: string) => boolean): WordCutter {
  const total = vectors.frequencies.reduce((sum, one) => sum + one, 0);
  const scale = Math.log(total);
  const roles = new Map<string, WordRole>();
  const lists = [
    [CONTENT, WHOLE_TERMS],
    [CONTENT, HALVES],
    [STOCK_WORD, STOCK],
    [BREAK, BREAKS],
    [LINK, LINKS],
  ] as const;
  for (const [role, words] of lists) for (const word of words) roles.set(keyOf(word), role);
  const counts = new Set(COUNTS.map(keyOf));
  const halves = new Set(HALVES.map(keyOf));
  const unknown: Entry = { cost: scale + 2, rarity: 0.8, role: CONTENT, isWeak: false };
  const figure: Entry = { ...unknown, role: BREAK };
  return {
    cut(tokens, from, to) {
      const best = new Float64Array(to - from + 1).fill(Number.POSITIVE_INFINITY);
      const lengths = new Uint8Array(to - from + 1);
      const entries: Entry[] = [];
      best[0] = 0;
      for (let at = from; at < to; at++) {
        let key = '';
        for (let end = at + 1; end <= to && end - at <= LONGEST_LISTED; end++) {
          key += `${end > at + 1 ? ' ' : ''}${tokens[end - 1]!.key}`;
          const entry = entryOf(key, end - at) ?? (end > at + 1 ? null : /^\d/.test(key) ? figure : unknown);
          if (entry === null) continue;
          const cost = best[at - from]! + entry.cost;
          if (cost >= best[end - from]!) continue;
          best[end - from] = cost;
          lengths[end - from] = end - at;
          entries[end - from] = entry;
        }
      }
      const words: Word[] = [];
      for (let end = to; end > from; end -= lengths[end - from]!) {
        const start = end - lengths[end - from]!;
        const { role, rarity, isWeak } = entries[end - from]!;
        const key = tokens
          .slice(start, end)
          .map((token) => token.key)
          .join(' ');
        words.push({ from: start, to: end, key, role, rarity, isWeak, isCount: counts.has(key) });
      }
      return words.reverse();
    },
  };

  function entryOf(key: string, syllables: number): Entry | null {
    const listed = roles.get(key);
    const number = syllables > LONGEST_WORD || (syllables === LONGEST_WORD && beginsWithBreak(key)) ? undefined : vectors.byKey.get(key);
    if (listed === undefined && number === undefined) return null;
    const frequency = Math.max(number === undefined ? 0 : vectors.frequencies[number]!, listed === undefined ? 0 : LISTED);
    const cost = scale - Math.log(frequency);
    const role = listed ?? (/^\d/.test(key) ? BREAK : CONTENT);
    return {
      cost,
      rarity: Math.min(1, cost / scale),
      role: role === STOCK_WORD && syllables > 1 && isNamed(key) ? CONTENT : role,
      isWeak: role === STOCK_WORD || halves.has(key),
    };
  }

  /** "bằng hình thức" is listed, and is two words all the same. */
  function beginsWithBreak(key: string): boolean {
    const [first, second] = key.split(' ');
    return roles.get(first!) === BREAK || roles.get(`${first} ${second}`) === BREAK;
  }
}

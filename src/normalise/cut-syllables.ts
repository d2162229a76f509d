import { isBareSyllable, isSyllable } from '../vietnamese/syllables.js';
import { type Letter, written } from './letters.js';

/** Letters of the longest syllable: nghiêng. */
const LONGEST = 7;
/** What a piece costs: above all there are few of them; next, those that the text uses most; at last, onsets are long ("cá nhân", not "cán hân"). */
const PIECE = 1000;
const USED = 100;
/** From so many uses on, as a power of two, a syllable is no more likely than another. */
const MUCH_USED = 5;
/** What a foreign piece costs, an abbreviation or name among the syllables, and each of its letters, so that it takes no syllable in. */
const FOREIGN = 3000;
const FOREIGN_LETTER = 600;
const FOREIGN_LENGTHS = { least: 2, most: 12 };

/** How often the text writes this syllable as a word of its own. */
export type UsesOf = (syllable: string) => number;

/** A piece of letters that stand together. */
export interface Piece {
  readonly letters: readonly Letter[];
  readonly isForeign: boolean;
}

export interface CutRules {
  /** Whether the letters have lost their marks. */
  readonly isBare: boolean;
  /** Whether other pieces may stand among the syllables. */
  readonly foreign: boolean;
  readonly usesOf: UsesOf;
}

/**
 * Cuts letters that stand together into syllables as they are written; null when they are no sequence of syllables. Each syllable
 * carries at most one tone and fits the spelling, so that one cut is mostly the only one with so few. Takes time in proportion
 * to the number of letters.
 */
export function cutSyllables(letters: readonly Letter[], rules: CutRules): readonly Piece[] | null {
  const spelling = written(letters);
  // A letter that takes two units is of another script.
  if (spelling.length !== letters.length) return null;
  const costs = new Float64Array(letters.length + 1).fill(Number.POSITIVE_INFINITY);
  const lengths = new Uint8Array(letters.length + 1);
  const foreign = new Uint8Array(letters.length + 1);
  costs[0] = 0;
  for (let end = 1; end <= letters.length; end++) {
    for (let length = 1; length <= Math.min(rules.foreign ? FOREIGN_LENGTHS.most : LONGEST, end); length++) {
      const start = end - length;
      if (costs[start] === Number.POSITIVE_INFINITY || isInsideLigature(letters, start)) continue;
      const own = length > LONGEST ? Number.POSITIVE_INFINITY : syllableCost(spelling.slice(start, end), rules);
      const other = rules.foreign && length >= FOREIGN_LENGTHS.least ? FOREIGN + FOREIGN_LETTER * length : Number.POSITIVE_INFINITY;
      const cost = costs[start]! + Math.min(own, other);
      if (cost > costs[end]! || cost === Number.POSITIVE_INFINITY) continue;
      costs[end] = cost;
      lengths[end] = length;
      foreign[end] = other < own ? 1 : 0;
    }
  }
  if (costs[letters.length] === Number.POSITIVE_INFINITY) return null;
  const pieces: Piece[] = [];
  for (let end = letters.length; end > 0; end -= lengths[end]!) {
    pieces.push({ letters: letters.slice(end - lengths[end]!, end), isForeign: foreign[end] === 1 });
  }
  return pieces.reverse();
}

function syllableCost(piece: string, { isBare, usesOf }: CutRules): number {
  if (!(isBare ? isBareSyllable(piece) : isSyllable(piece))) return Number.POSITIVE_INFINITY;
  // An unmarked letter is next to never a word, except in "y tế", "y học".
  if (piece.length === 1 && piece !== 'y' && piece <= 'z') return Number.POSITIVE_INFINITY;
  return PIECE - USED * Math.min(Math.log2(1 + usesOf(piece)), MUCH_USED);
}

const isInsideLigature = (letters: readonly Letter[], at: number): boolean => at > 0 && letters[at]!.start === letters[at - 1]!.start;

import { cutSyllables, type Piece, type UsesOf } from './cut-syllables.js';
import { isUnmarked, type Letter, written } from './letters.js';
import { BARE, NUMBER, OTHER, SYLLABLE, type Word } from './syllable.js';

/** Share of the letters that must stand in Vietnamese syllables, run together or not: in English prose it is about a third. */
const VIETNAMESE_SHARE = 0.7;
/** A text with fewer of its letters in words with marks was written without them; in Vietnamese prose they are some four fifths. */
const MARKED_SHARE = 0.1;
/** So is one where more of the letters stand in syllables that only text without marks has ("nuoc"): parts of it were. */
const BARE_SHARE = 0.1;

/** What a text's words tell of how it is written. */
export interface Writing {
  readonly isVietnamese: boolean;
  /** Whether marks are missing, at least in parts. */
  readonly isBare: boolean;
}

/** Judges the words of a text; single letters may be words that were set wide apart and say nothing. */
export function judgeWriting(words: readonly Word[]): Writing {
  const letters = [0, 0, 0, 0];
  let single = 0;
  let marked = 0;
  const others: Word[] = [];
  for (const word of words) {
    if (word.shape === NUMBER) continue;
    if (word.isMarked) marked += word.size;
    if (word.size === 1) single++;
    else letters[word.shape]! += word.size;
    if (word.shape === OTHER) others.push(word);
  }
  const all = letters[SYLLABLE]! + letters[BARE]! + letters[OTHER]!;
  const isBare = marked < (all + single) * MARKED_SHARE || letters[BARE]! > all * BARE_SHARE;
  let valid = letters[SYLLABLE]! + (isBare ? letters[BARE]! : 0);
  for (const word of others) {
    if (valid >= all * VIETNAMESE_SHARE) break;
    if (cutLetters(word.letters, { isBare }, () => 0) !== null) valid += word.size;
  }
  return { isVietnamese: valid >= all * VIETNAMESE_SHARE, isBare };
}

/** Fewer letters hold no syllable beside a foreign piece that is sure enough. */
const SHORTEST_MIXED = 5;
/** Letters of a syllable with a mark that must stand beside a foreign piece. */
const SURE_SYLLABLE = 3;
/** Share of the letters that syllables must have beside foreign pieces; more in text without marks, where much looks like one. */
const MIXED_SHARE = { marked: 1 / 2, bare: 3 / 4 };
const SHORTEST_MIXED_BARE = 12;

/** Foreign words and abbreviations, which nearly every text has, are tried once. */
const uncuttable = new Set<string>();
const MAX_KNOWN = 50_000;
const LONGEST_KNOWN = 40;

/**
 * Cuts letters into syllables; by their letters without marks only where they have none, in a text that has none. Foreign pieces are
 * let in among syllables that are sure.
 */
export function cutLetters(letters: readonly Letter[], writing: Pick<Writing, 'isBare'>, usesOf: UsesOf): (readonly Letter[])[] | null {
  const isBare = writing.isBare && isUnmarked(letters);
  const known = letters.length <= LONGEST_KNOWN ? `${isBare ? '-' : ''}${written(letters)}` : null;
  if (known !== null && uncuttable.has(known)) return null;
  const pieces = findPieces(letters, isBare, usesOf);
  if (pieces === null && known !== null) {
    if (uncuttable.size >= MAX_KNOWN) uncuttable.clear();
    uncuttable.add(known);
  }
  return pieces;
}

function findPieces(letters: readonly Letter[], isBare: boolean, usesOf: UsesOf): (readonly Letter[])[] | null {
  const whole = cutSyllables(letters, { isBare, foreign: false, usesOf });
  if (whole !== null) return areWords(whole, isBare) ? whole.map((piece) => piece.letters) : null;
  if (letters.length < (isBare ? SHORTEST_MIXED_BARE : SHORTEST_MIXED) || (!isBare && isUnmarked(letters))) return null;
  const mixed = cutSyllables(letters, { isBare, foreign: true, usesOf }) ?? [];
  const syllables = mixed.filter(({ isForeign }) => !isForeign).map((piece) => piece.letters);
  const share = syllables.reduce((sum, { length }) => sum + length, 0) / letters.length;
  const isSure = isBare
    ? share >= MIXED_SHARE.bare
    : share >= MIXED_SHARE.marked && syllables.some((syllable) => syllable.length >= SURE_SYLLABLE && !isUnmarked(syllable));
  return isSure ? mixed.map((piece) => piece.letters) : null;
}

/** Letters by themselves are rarely words, and among words with marks one of short open syllables without any is a loan: camera, logo. */
function areWords(pieces: readonly Piece[], isBare: boolean): boolean {
  const singles = pieces.filter(({ letters }) => letters.length === 1).length;
  if (singles > pieces.length / 2) return false;
  return isBare || pieces.length === 1 || pieces.some(({ letters }) => letters.length > 2 || !isUnmarked(letters));
}

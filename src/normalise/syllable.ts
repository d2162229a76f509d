import { hashString } from '../model/hash.js';
import { isBareSyllable, isSyllable } from '../vietnamese/syllables.js';
import { withoutMarks } from '../vietnamese/without-marks.js';
import { type Letter, lettersOf, written } from './letters.js';

/** y alone after a consonant is written i as well: lý = lí, quý = quí; but not uy, ay, y tế. */
const FINAL_Y = /^(?:qu|[^aeiouyâêôăơư\d]+)y$/;

/** What a word can be in Vietnamese. */
export const NUMBER = 0;
/** A syllable as it is written. */
export const SYLLABLE = 1;
/** A syllable that lost its marks: "nuoc". */
export const BARE = 2;
/** Neither: a foreign word, an abbreviation, or several syllables run together. */
export const OTHER = 3;

export interface Word {
  readonly key: string;
  readonly bareKey: string;
  /** 32-bit hash of the bare key, never 0. */
  readonly id: number;
  /** Letters in lower case, composed. */
  readonly spelling: string;
  readonly shape: typeof NUMBER | typeof SYLLABLE | typeof BARE | typeof OTHER;
  /** Whether it carries a tone or quality mark; the stroke of đ is one. */
  readonly isMarked: boolean;
  /** Number of letters or digits. */
  readonly size: number;
  /** Kept of what may have to be cut; else empty. */
  readonly letters: readonly Letter[];
}

/** Words are remembered in slots that later ones may take: endless new words must not fill the memory. */
const SLOTS = 1 << 16;
/** Neighbouring slots that a word may be in: words that were made to fall together must cost no more. */
const TRIES = 4;
/** Longer ones, in UTF-16 units, are not remembered. */
const LONGEST_KNOWN = 16;
/** What stands in the text, by slot: its length and its units. A slot of length 0 is free. */
const lengths = new Uint8Array(SLOTS);
const units = new Uint16Array(SLOTS * LONGEST_KNOWN);
const known: Word[] = new Array(SLOTS);

/** What the word is that stands in the text from `start` to `end`, marks, look-alikes and invisible characters included. */
export function describeWord(text: string, start = 0, end = text.length): Word {
  const length = end - start;
  if (length > LONGEST_KNOWN || length === 0) return toWord(lettersOf(text.slice(start, end)));
  let hash = length;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  const first = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  for (let tried = 0; tried < TRIES; tried++) {
    const slot = (first + tried) & (SLOTS - 1);
    if (lengths[slot] === 0) return remember(slot, text, start, end);
    if (holds(slot, text, start, length)) return known[slot]!;
  }
  return remember(first, text, start, end);
}

function holds(slot: number, text: string, start: number, length: number): boolean {
  if (lengths[slot] !== length) return false;
  const from = slot * LONGEST_KNOWN;
  for (let i = 0; i < length; i++) if (units[from + i] !== text.charCodeAt(start + i)) return false;
  return true;
}

function remember(slot: number, text: string, start: number, end: number): Word {
  const word = toWord(lettersOf(text.slice(start, end)));
  lengths[slot] = end - start;
  for (let i = start; i < end; i++) units[slot * LONGEST_KNOWN + i - start] = text.charCodeAt(i);
  known[slot] = word;
  return word;
}

function toWord(letters: readonly Letter[]): Word {
  const plain = letters.map((letter) => letter.plain).join('');
  const tone = letters.findLast((letter) => letter.tone !== '')?.tone ?? '';
  const spelled = FINAL_Y.test(plain) ? `${plain.slice(0, -1)}i` : plain;
  const bareKey = withoutMarks(spelled);
  const shape = shapeOf(letters, plain);
  return {
    key: spelled + tone,
    bareKey,
    id: hashString(bareKey) || 1,
    spelling: written(letters),
    shape,
    isMarked: spelled + tone !== bareKey,
    size: letters.length,
    letters: shape === OTHER ? letters : [],
  };
}

function shapeOf(letters: readonly Letter[], plain: string): Word['shape'] {
  if (/^\p{Nd}/u.test(plain)) return NUMBER;
  const spelling = written(letters);
  if (isSyllable(spelling)) return SYLLABLE;
  if (isBareSyllable(spelling)) return BARE;
  // One tone in the wrong place, or a wrong mark ("cưú"), is a slip in one syllable.
  const isSlip = letters.filter(({ tone }) => tone !== '').length <= 1 && isBareSyllable(withoutMarks(plain));
  return isSlip ? SYLLABLE : OTHER;
}

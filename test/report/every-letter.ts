import { isSyllable } from '../../src/vietnamese/syllables.js';

/** Every letter of Vietnamese that bears a mark, 67 small and 67 large, in words of five. */
const VOWELS = 'a ă â e ê i o ô ơ u ư y'.split(' ');
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const MARKED = [...VOWELS.flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC'))), 'đ'].filter(
  (letter) => !/[a-z]/.test(letter),
);
export const LETTERS = [...MARKED, ...MARKED.map((letter) => letter.toUpperCase())];
/** A syllable of the language for each: what is none would be taken for a broken font. */
const SYLLABLES = MARKED.map(syllableWith);
/** All of them in one line. */
export const ALL = [...SYLLABLES, ...SYLLABLES.map((word) => word.toUpperCase())].join(' ');

function syllableWith(letter: string): string {
  const made = ['b', 'l', 't', 'c', 'ng', 'nh', 'q', 'đ', ''].flatMap((head) =>
    ['', 'n', 't', 'c', 'i', 'y', 'a', 'o', 'ng'].map((end) => head + letter + end),
  );
  return made.find(isSyllable) ?? `${letter}a`;
}
/** A text without its blanks: where lines break does not matter. */
export const squeezed = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

/** What a spreadsheet would work out, and what a CSV must quote. */
export const HOSTILE = ['=1+1', '+84 90', '-2', '@cmd', '\t=1', '\r=1', ' =1', '＝1', '－1', '＠x', '\u200B=1', '"=1"', 'a;b,c\n"d"'];

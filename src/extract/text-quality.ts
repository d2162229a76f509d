/** From this share of unreadable characters on, a text layer is not worth comparing. */
const GIBBERISH_SHARE = 0.1;
/** Fewer letters than this say too little about an encoding. */
const ENOUGH_LETTERS = 100;
/** Fewer letters than this beside a picture, or on a page that is one, are a page number or a stamp: the text is in the picture. */
export const LETTERS_PER_PICTURE = 50;
/** Share of words with Vietnamese marks from which on most of a text is Vietnamese; in prose they are some seven tenths. */
const PROSE_SHARE = 0.35;
/** Fewer words than this, letters standing alone among them, may be a list or a formula. */
const ENOUGH_WORDS = 50;

/** Whether anything but spaces, punctuation and symbols is there. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Number of letters and digits. */
export function countLetters(text: string): number {
  return count(text, /[\p{L}\p{N}]/gu);
}

/** Whether a text layer is mostly replacement, private-use and control characters: glyphs that no table maps to letters. */
export function isGibberish(text: string): boolean {
  const visible = count(text, /\S/gu);
  return visible > 0 && count(text, /[\uFFFD\p{Co}]|(?![\t\n\v\f\r])\p{Cc}/gu) / visible > GIBBERISH_SHARE;
}

/** Stretches of a text that nobody can make out and that could not be decoded, by their beginnings; whether nothing else is worth reading. */
export interface LegacyFinding {
  readonly passages: readonly string[];
  readonly isAll: boolean;
}

/**
 * Looks for text that stayed in a legacy encoding or misread, line by line, since essays are put together from several files. Passages are lines next to
 * each other; short lines without any marks belong to neither side.
 */
export function findLegacyPassages(text: string): LegacyFinding {
  const passages: string[] = [];
  let legacy = 0;
  let readable = 0;
  let isWithin = false;
  for (const line of text.split(/[\n\r\v\f\u2028\u2029]+/)) {
    const profile = profileOf(line);
    if (profile.letters === 0) continue;
    const isLegacy = isLegacyEncoded(profile);
    if (isLegacy) legacy += profile.letters;
    else if (isUnicodeVietnamese(profile) || profile.letters >= ENOUGH_LETTERS) readable += profile.letters;
    if (isLegacy && !isWithin) passages.push(line.trim());
    isWithin = isLegacy;
  }
  return legacy < ENOUGH_LETTERS ? { passages: [], isAll: false } : { passages, isAll: readable < ENOUGH_LETTERS };
}

/** Numbers of characters that tell encodings apart. */
interface Profile {
  /** With the symbols that stand for letters in TCVN3. */
  readonly letters: number;
  /** Letters and marks that only Vietnamese in Unicode has. */
  readonly vietnamese: number;
  /** Characters that a byte above 0x7F becomes when it is shown as Latin-1. */
  readonly upperHalf: number;
  /** Signs at a letter and letters next to each other among them, as in "tr¸ch", "coäng": no language is written so. */
  readonly odd: number;
}

function profileOf(text: string): Profile {
  return {
    letters: count(text, /[\p{L}\u0080-\u009F\u00A1-\u00FF]/gu),
    vietnamese: count(text, /[ăĂđĐơƠưƯĩĨũŨ\u1EA0-\u1EF9]|[\u0300-\u0323]/g),
    upperHalf: count(text, /[\u0080-\u009F\u00A1-\u00FF]/g),
    odd: count(text, /[\u0080-\u009F\u00A1-\u00BF](?=\p{L})|(?<=\p{L})[\u0080-\u009F\u00A1-\u00BF]|[\u00C0-\u00FF]{2}/gu),
  };
}

/** In Vietnamese prose about one letter in six is such a letter. */
function isUnicodeVietnamese({ vietnamese, letters }: Profile): boolean {
  return vietnamese / letters >= 0.02;
}

/** Whether it is Vietnamese in an 8-bit encoding (TCVN3, VNI) shown as Latin-1, or UTF-8 read as Latin-1. */
function isLegacyEncoded(profile: Profile): boolean {
  const { letters, upperHalf, odd } = profile;
  return !isUnicodeVietnamese(profile) && upperHalf / letters > 0.1 && odd / letters > 0.03;
}

/** Whether so many words carry Vietnamese marks that the text is Vietnamese prose, whatever it quotes. */
export function isVietnameseProse(text: string): boolean {
  let words = 0;
  let vietnamese = 0;
  for (const [word] of text.normalize('NFC').matchAll(/\p{L}+/gu)) {
    words++;
    if (/[àáâãèéêìíòóôõùúýăđĩũơưÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ\u1EA0-\u1EF9]/.test(word)) vietnamese++;
  }
  return vietnamese > words * PROSE_SHARE;
}

/** Whether most words are single letters, as where letters were set wide apart: "S a u k h i". */
export function isSpacedOut(text: string): boolean {
  let words = 0;
  let single = 0;
  for (const [word] of text.matchAll(/\p{L}[\p{L}\p{M}\p{Cf}]*/gu)) {
    words++;
    if (/^\p{L}[\p{M}\p{Cf}]*$/u.test(word)) single++;
  }
  return words >= ENOUGH_WORDS && single > words / 2;
}

/** Number of matches of a global pattern. */
function count(text: string, pattern: RegExp): number {
  let matches = 0;
  for (const _ of text.matchAll(pattern)) matches++;
  return matches;
}

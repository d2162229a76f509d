/** Marks on one letter that no language needs: composing a longer run takes time that grows with its square. */
const TOO_MANY_MARKS = /\p{M}{30}/gu;
/** Keeps marks apart, and shows nothing: combining grapheme joiner. */
const JOINER = '\u034F';

/**
 * A text with composed letters, long runs of marks parted (stream-safe text, UAX #15, 13); halves of pairs, which no file
 * and no database can keep, become U+FFFD.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(TOO_MANY_MARKS, `$&${JOINER}`)
    .normalize('NFC');
}

/*
 * GIFT, the text format in which Moodle gives and takes questions (https://docs.moodle.org/en/GIFT_format), as far as Soát Bài
 * uses it. Questions are parted by blank lines:
 *
 *   // a comment, a line of its own
 *   $CATEGORY: $course$/top/Topic        the topic of what follows
 *   ::title::[plain]Words of the question {
 *     =right answer #feedback
 *     ~wrong answer
 *     ####general feedback
 *   }
 *
 * `{~%50%a ~%50%b ~%-100%c}`: several right ones, each with a share above nought. `{T}`, `{TRUE}`, `{F#if wrong#if right}`: right
 * or wrong. Words behind the answers leave a gap where these stand. `\~ \= \# \{ \} \: \\` stand for the signs themselves, `\n`
 * for a line's end. Titles and formats are read and left out: titles are for Moodle's lists, and texts are kept plain.
 */

/** What an escaped sign becomes while the signs that count are looked for: a place of the private use area. */
const SIGNS = '~=#{}:\\';
const HELD = 0xe000;
const ESCAPED = /\\([~=#{}:\\n])/g;
const HELD_SIGN = /[\ue000-\ue006]/g;
const PRIVATE = /[\ue000-\uf8ff]/g;

/** A text in which signs that do not count stand as something else; what is taken for them is taken out before. */
export const holdEscapes = (text: string): string =>
  text
    .replace(PRIVATE, '\ufffd')
    .replace(ESCAPED, (_all, sign: string) => (sign === 'n' ? '\n' : String.fromCharCode(HELD + SIGNS.indexOf(sign))));

/** The text again, as people read it. */
export const releaseEscapes = (text: string): string => text.replace(HELD_SIGN, (held) => SIGNS[held.charCodeAt(0) - HELD] ?? '');

/** A text so that nothing in it counts as a sign. */
export const escapeSigns = (text: string): string => text.replace(/[~=#{}:\\]/g, '\\$&').replaceAll('\n', '\\n');

/** In which format a text says it is, at its beginning. */
export const FORMAT = /^\s*\[(html|moodle|plain|markdown)\]/i;

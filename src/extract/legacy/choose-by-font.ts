import type { LegacyEncoding } from './charsets.js';
import type { Word } from './read-words.js';

/** Words' worth that a change between Unicode and the encoding costs: within one font, lines next to each other are mostly alike. */
const SWITCH_COST = 2;
/** What the font tells of a word that reads as Vietnamese both ways or in no way: little, as Unicode is typed in any font. */
const FONT_TELLS = 0.1;

/**
 * Which lines are in the encoding of their font and which were typed in Unicode for all that; `lines`: the words of each that are set in a font
 * of that encoding. As by line: the path of most gain, but with the font's word for what is open.
 */
export function chooseByFont(lines: readonly (readonly Word[])[], encoding: LegacyEncoding): boolean[] {
  let legacy = 0;
  let unicode = -SWITCH_COST;
  const steps: { legacyStays: boolean; unicodeStays: boolean }[] = [];
  for (const words of lines) {
    const legacyStays = legacy >= unicode - SWITCH_COST;
    const unicodeStays = unicode >= legacy - SWITCH_COST;
    const before = { legacy, unicode };
    legacy = (legacyStays ? before.legacy : before.unicode - SWITCH_COST) + gainOf(words, encoding);
    unicode = unicodeStays ? before.unicode : before.legacy - SWITCH_COST;
    steps.push({ legacyStays, unicodeStays });
  }
  const path: boolean[] = [];
  let isLegacy = legacy >= unicode;
  for (const { legacyStays, unicodeStays } of steps.toReversed()) {
    path.push(isLegacy);
    isLegacy = isLegacy ? legacyStays : !unicodeStays;
  }
  return path.reverse();
}

function gainOf(words: readonly Word[], encoding: LegacyEncoding): number {
  let gain = 0;
  for (const { asIs, isUnicode, decoded } of words) {
    if (isUnicode) gain--;
    else if (decoded !== null && decoded[encoding].text !== asIs.text) {
      gain += Number(decoded[encoding].isVietnamese) - Number(asIs.isVietnamese) + FONT_TELLS;
    }
  }
  return gain;
}

// @ts-check
import { CAPITAL, caseOf, LOWER, UNKNOWN } from './syllables.mjs';

/** Offices and days that are written with a capital by rule, and nobody's name. */
const OFFICES = 'đảng đoàn hội bộ ban sở cục phó luật tết'.split(' ');

/** How capitals are read: any one marks a name, that of the last syllable does, none does. */
const ANY = 0;
const LAST = 1;
const NONE = 2;

/**
 * How capitals are to be read in each word of a lexicon. In words known from elsewhere, and after an office, the first ones are a
 * courtesy: "Nghị quyết", "Đảng ủy", "Bộ đội Biên phòng"; but "Hòa Bình" is a name.
 * @param {import('./lexicon.mjs').Lexicon} lexicon @param {import('./syllables.mjs').SyllableTable} table
 * @param {ReadonlySet<string>} known numbers of the syllables of such words, joined by blanks
 */
export function capitalReadings(lexicon, table, known) {
  const offices = new Set(OFFICES.map((office) => table.partsOf(office)?.[0]));
  return Uint8Array.from(lexicon.words, (parts) => {
    const isOffice = offices.has(parts[0] ?? UNKNOWN);
    if (parts.length === 1) return isOffice ? NONE : ANY;
    return isOffice || known.has(parts.join(' ')) ? LAST : ANY;
  });
}

/**
 * Whether a use of a word speaks for its being a name (CAPITAL), against it (LOWER), or neither way (-1).
 * @param {Uint32Array} document @param {number} from @param {number} to @param {number | undefined} reading
 */
export function caseOfUse(document, from, to, reading) {
  if (reading === NONE) return LOWER;
  let isLower = false;
  for (let at = reading === LAST ? to - 1 : from; at < to; at++) {
    const written = caseOf(document[at] ?? 0);
    if (written === CAPITAL) return CAPITAL;
    if (written === LOWER) isLower = true;
  }
  return isLower ? LOWER : -1;
}

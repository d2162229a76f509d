import { LEGACY_ENCODINGS, type LegacyEncoding } from './charsets.js';
import type { Word } from './read-words.js';

/** How a line is read; `unicode` leaves it as it stands. */
export type LineEncoding = LegacyEncoding | 'unicode';

/** One line, in the order of the text; lines without anything to decode are left out. */
export interface Line {
  readonly words: readonly Word[];
  /** Whether its bytes are no UTF-8, so that it cannot stand as it is. */
  readonly isBroken: boolean;
}

/** Share of its words by which a line must read better once decoded. */
const MARGIN = 0.1;
/** Words more that must read as Vietnamese, margin off, for another encoding than the line before it. */
const SWITCH_COST = 3;
/** Share of the words with anything but ASCII in them that must be Vietnamese then: in any other language few are. */
const READABLE_SHARE = 0.7;
/** So many different words must become Vietnamese where the lines could stand: "m²" in each row of a table is but one. */
export const FEWEST_WORDS = 3;

const CHOICES: readonly LineEncoding[] = ['unicode', ...LEGACY_ENCODINGS];

/**
 * The encodings of lines, taken together: a line of some 20 syllables tells its own, a short one goes with its neighbours. The path of
 * most gain through all lines, where a change of encoding costs SWITCH_COST and the way back to Unicode nothing.
 */
export function chooseEncodings(lines: readonly Line[]): LineEncoding[] {
  const path = bestPath(lines);
  for (let start = 0, end = 0; start < lines.length; start = end) {
    while (end < lines.length && path[end] === path[start]) end++;
    const encoding = path[start] ?? 'unicode';
    if (encoding !== 'unicode' && !isReadable(lines.slice(start, end), encoding)) path.fill('unicode', start, end);
  }
  return path;
}

function bestPath(lines: readonly Line[]): LineEncoding[] {
  let totals = CHOICES.map((choice) => (choice === 'unicode' ? 0 : -SWITCH_COST));
  const steps: number[][] = [];
  for (const line of lines) {
    const best = indexOfBest(totals);
    const cheapest = (totals[best] ?? 0) - SWITCH_COST;
    const from = totals.map((total, choice) => (choice === 0 || total < cheapest ? best : choice));
    totals = CHOICES.map((choice, index) => {
      const reached = index === 0 ? (totals[best] ?? 0) : Math.max(totals[index] ?? 0, cheapest);
      return reached + gainOf(line, choice);
    });
    steps.push(from);
  }
  const path: LineEncoding[] = [];
  let choice = indexOfBest(totals);
  for (const from of steps.toReversed()) {
    path.push(CHOICES[choice] ?? 'unicode');
    choice = from[choice] ?? 0;
  }
  return path.reverse();
}

/** Words that read as Vietnamese beyond those that do as the line stands, less the margin and what was typed in Unicode. */
function gainOf({ words, isBroken }: Line, choice: LineEncoding): number {
  // What is no UTF-8 cannot be UTF-8 that was read as something else either.
  if (choice === 'unicode' || (choice === 'mojibake' && isBroken)) return isBroken ? -2 * words.length - SWITCH_COST : 0;
  let gain = -MARGIN * words.length;
  for (const { asIs, isUnicode, isLone, decoded } of words) {
    if (isUnicode) gain--;
    else if (decoded !== null && !isLone) gain += Number(decoded[choice].isVietnamese) - Number(asIs.isVietnamese);
  }
  return gain;
}

function isReadable(lines: readonly Line[], encoding: LegacyEncoding): boolean {
  let marked = 0;
  let vietnamese = 0;
  const gained = new Set<Word>();
  for (const { words } of lines) {
    for (const word of words) {
      if (word.decoded === null) continue;
      marked++;
      if (!word.decoded[encoding].isVietnamese) continue;
      vietnamese++;
      if (!word.asIs.isVietnamese && !word.isLone) gained.add(word);
    }
  }
  const fewest = lines.some(({ isBroken }) => isBroken) ? 0 : FEWEST_WORDS;
  return vietnamese > 0 && gained.size >= fewest && vietnamese / marked >= READABLE_SHARE;
}

/** The first of the greatest. */
function indexOfBest(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}

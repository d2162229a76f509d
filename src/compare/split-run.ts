import type { AlignedRun } from '../align/aligned-run.js';
import type { TokenSequence } from '../model/tokens.js';

/** UTF-16 units between two tokens beyond what spaces and punctuation usually take: a page's foot and head, which are masked, or a wide blank. */
const LONG_GAP = 16;

/** The pieces of a run between the long gaps of both texts, so that no piece covers a page's foot and head; the run itself where there is none. */
export function splitRun(run: AlignedRun, [first, second]: readonly [TokenSequence, TokenSequence]): AlignedRun[] {
  const { firstMatches, secondMatches } = run;
  const pieces: AlignedRun[] = [];
  let start = 0;
  for (let i = 1; i <= firstMatches.length; i++) {
    const goesOn =
      i < firstMatches.length &&
      !hasLongGap(first, firstMatches[i - 1]!, firstMatches[i]!) &&
      !hasLongGap(second, secondMatches[i - 1]!, secondMatches[i]!);
    if (goesOn) continue;
    pieces.push(cut(run, start, i));
    start = i;
  }
  return pieces;
}

function hasLongGap({ starts, ends }: TokenSequence, from: number, to: number): boolean {
  for (let token = from; token < to; token++) if (starts[token + 1]! - ends[token]! > LONG_GAP) return true;
  return false;
}

/** The matches `start` up to, but not including, `end` of a run. */
function cut({ firstMatches, secondMatches, repeats }: AlignedRun, start: number, end: number): AlignedRun {
  return {
    first: firstMatches[start]!,
    firstEnd: firstMatches[end - 1]! + 1,
    second: secondMatches[start]!,
    secondEnd: secondMatches[end - 1]! + 1,
    firstMatches: firstMatches.slice(start, end),
    secondMatches: secondMatches.slice(start, end),
    repeats,
  };
}

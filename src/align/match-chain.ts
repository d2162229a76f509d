import type { AlignedRun } from './aligned-run.js';
import type { RunChain } from './chain-runs.js';
import type { ExactRun } from './exact-runs.js';

/** How far below its best an extension over single equal tokens may fall before it stops (x-drop). */
const X_DROP = 4;
/** What an unequal token costs an extension, in equal ones: half of the words of a copy may have been changed. */
const MISMATCH_COST = 0.5;

interface Matches {
  readonly first: number[];
  readonly second: number[];
}

/** All equal tokens of a chain: its runs, the tokens that agree inside the gaps, and a careful step beyond both ends. */
export function matchChain(first: Uint32Array, second: Uint32Array, chain: RunChain): AlignedRun {
  const matches: Matches = { first: [], second: [] };
  const head = chain[0]!;
  const before = extension(first, second, { first: head.first - 1, second: head.second - 1, step: -1 });
  matchDiagonal(first, second, { first: head.first - before, second: head.second - before, length: before }, matches);
  let end = { first: head.first, second: head.second };
  for (const run of chain) {
    fillGap(first.subarray(end.first, run.first), second.subarray(end.second, run.second), end, matches);
    for (let i = 0; i < run.length; i++) add(matches, run.first + i, run.second + i);
    end = { first: run.first + run.length, second: run.second + run.length };
  }
  matchDiagonal(first, second, { ...end, length: extension(first, second, { ...end, step: 1 }) }, matches);
  return {
    first: matches.first[0]!,
    firstEnd: matches.first.at(-1)! + 1,
    second: matches.second[0]!,
    secondEnd: matches.second.at(-1)! + 1,
    firstMatches: Uint32Array.from(matches.first),
    secondMatches: Uint32Array.from(matches.second),
    repeats: false,
  };
}

function add(matches: Matches, first: number, second: number): void {
  matches.first.push(first);
  matches.second.push(second);
}

/** Tokens that the run may go on along its diagonal: up to the best point at which equal tokens outweigh unequal ones. */
function extension(first: Uint32Array, second: Uint32Array, from: { first: number; second: number; step: 1 | -1 }): number {
  let score = 0;
  let best = 0;
  let length = 0;
  for (let i = from.first, j = from.second, steps = 1; ; i += from.step, j += from.step, steps++) {
    const id = first[i];
    const other = second[j];
    if (id === undefined || other === undefined || id === 0 || other === 0) break;
    score += id === other ? 1 : -MISMATCH_COST;
    if (score > best) {
      best = score;
      length = steps;
    }
    if (score <= best - X_DROP) break;
  }
  return length;
}

/** Adds the equal tokens of two stretches of one length, place by place. */
function matchDiagonal(first: Uint32Array, second: Uint32Array, at: ExactRun, matches: Matches): void {
  for (let i = 0; i < at.length; i++) if (first[at.first + i] === second[at.second + i]) add(matches, at.first + i, at.second + i);
}

/** Equal tokens inside a gap: place by place if both sides are as long, else their longest common subsequence (gaps are short). */
function fillGap(first: Uint32Array, second: Uint32Array, at: { first: number; second: number }, matches: Matches): void {
  if (first.length === 0 || second.length === 0) return;
  if (first.length === second.length) {
    for (let i = 0; i < first.length; i++) if (first[i] === second[i]) add(matches, at.first + i, at.second + i);
    return;
  }
  const width = second.length + 1;
  const lengths = new Uint8Array((first.length + 1) * width);
  for (let i = first.length - 1; i >= 0; i--) {
    for (let j = second.length - 1; j >= 0; j--) {
      const both = lengths[(i + 1) * width + j + 1]! + 1;
      lengths[i * width + j] = first[i] === second[j] ? both : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  for (let i = 0, j = 0; i < first.length && j < second.length; ) {
    if (first[i] === second[j]) add(matches, at.first + i++, at.second + j++);
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
}

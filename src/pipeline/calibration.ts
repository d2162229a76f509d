import type { Edge } from '../compare/stars.js';
import type { Calibration, Group } from '../model/detection.js';
import type { Essay } from './essay.js';
import type { ReadableEssay } from './find-partners.js';
import { pairKey } from './pair-key.js';

/** Pairs measured at most: enough for a 99th percentile, a fraction of a second, however large the campaign. */
const MOST_PAIRS = 400;
/** Pairs looked at for that, since related ones are passed over. */
const MOST_LOOKED_AT = 2_000;
/** Fewer say nothing of what is normal. */
const FEWEST_PAIRS = 20;

/** What tells related essays from others. */
export interface Relations {
  readonly groups: readonly Group[];
  readonly edges: readonly Edge[];
  /** Similarity from which two essays are near-duplicates. */
  readonly near: number;
}

/**
 * How much essays overlap that have nothing to do with each other: neither of one group, nor near-duplicates, nor of one
 * member. `overlapOf` says how much two of them do, 0..1, and null when they have after all. The pairs depend on the set
 * of essays, not on their order. null when there are too few.
 */
export function calibrate(
  essays: readonly Essay[],
  relations: Relations,
  overlapOf: (first: ReadableEssay, second: ReadableEssay) => number | null,
): Calibration | null {
  const overlaps: number[] = [];
  const areRelated = relationOf(relations);
  // Ids are hashes: their order has nothing to do with who wrote what.
  const sorted = essays
    .filter((essay): essay is ReadableEssay => essay.sequence !== null)
    .sort((a, b) => (a.submission.id < b.submission.id ? -1 : 1));
  let looked = 0;
  for (const [first, second] of pairsAround(sorted)) {
    if (overlaps.length === MOST_PAIRS || looked++ === MOST_LOOKED_AT) break;
    const overlap = areRelated(first, second) ? null : overlapOf(first, second);
    if (overlap !== null) overlaps.push(overlap);
  }
  if (overlaps.length < FEWEST_PAIRS) return null;
  overlaps.sort((a, b) => a - b);
  return { pairs: overlaps.length, p95: percentile(overlaps, 0.95), p99: percentile(overlaps, 0.99) };
}

/** Every pair once: neighbours on a circle first, then the next but one, and so on. */
function* pairsAround<T>(items: readonly T[]): Generator<[T, T]> {
  for (let distance = 1; distance <= items.length / 2; distance++) {
    const starts = 2 * distance === items.length ? distance : items.length;
    for (let i = 0; i < starts; i++) yield [items[i]!, items[(i + distance) % items.length]!];
  }
}

function relationOf({ groups, edges, near }: Relations): (first: Essay, second: Essay) => boolean {
  const groupOf = new Map(groups.flatMap(({ id, members }) => members.map((member) => [member, id])));
  const pairs = new Set(edges.filter(({ similarity }) => similarity >= near).map(({ first, second }) => pairKey(first, second)));
  return ({ submission: one }, { submission: other }) => {
    const group = groupOf.get(one.id);
    if (one.member === other.member || pairs.has(pairKey(one.id, other.id))) return true;
    return group !== undefined && group === groupOf.get(other.id);
  };
}

/** The nearest rank: the smallest value that at least `share` of the sorted values do not exceed. */
const percentile = (sorted: readonly number[], share: number): number => sorted[Math.ceil(share * sorted.length) - 1]!;

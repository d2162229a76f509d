/** An essay that may share text with the query. */
interface ScoredEssay {
  readonly essay: number;
  /** Distinct fingerprints in common. */
  readonly shared: number;
  /** Estimated Jaccard similarity, 0..1. */
  readonly jaccard: number;
}

interface RankInput {
  /** Essays with at least one fingerprint in common. */
  readonly sharing: readonly number[];
  /** Fingerprints in common, by essay. */
  readonly shared: Uint32Array;
  /** Essays with a band key in common, each once. */
  readonly bandHits: readonly number[];
  readonly estimate: (essay: number) => number;
  readonly compareIds: (a: number, b: number) => number;
}

/**
 * At most `limit` essays, best first. Two rankings are made, by shared fingerprints and, of band hits estimated at
 * least `minimumJaccard`, by estimated similarity; each essay counts with the better of its two places.
 */
export function rankCandidates(input: RankInput, limit: number, minimumJaccard: number): ScoredEssay[] {
  const score = (essay: number): ScoredEssay => ({ essay, shared: input.shared[essay]!, jaccard: input.estimate(essay) });
  const bySharing = (a: ScoredEssay, b: ScoredEssay) => b.shared - a.shared || b.jaccard - a.jaccard || input.compareIds(a.essay, b.essay);
  const byLikeness = (a: ScoredEssay, b: ScoredEssay) => b.jaccard - a.jaccard || b.shared - a.shared || input.compareIds(a.essay, b.essay);
  const sharing = contenders(input, limit).map(score).sort(bySharing).slice(0, limit);
  const alike = input.bandHits.map(score).filter(({ jaccard }) => jaccard >= minimumJaccard);
  const places = new Map<number, { readonly scored: ScoredEssay; readonly place: number }>();
  for (const ranking of [sharing, alike.sort(byLikeness).slice(0, limit)]) {
    for (const [place, scored] of ranking.entries()) {
      if (place < (places.get(scored.essay)?.place ?? Infinity)) places.set(scored.essay, { scored, place });
    }
  }
  return [...places.values()]
    .sort((a, b) => a.place - b.place || bySharing(a.scored, b.scored))
    .slice(0, limit)
    .map(({ scored }) => scored);
}

/** The essays that may be among the `limit` best by fingerprints; signatures are compared for these only. */
function contenders({ sharing, shared }: RankInput, limit: number): readonly number[] {
  if (sharing.length <= limit) return sharing;
  let most = 0;
  for (const essay of sharing) most = Math.max(most, shared[essay]!);
  const essaysWith = new Uint32Array(most + 1);
  for (const essay of sharing) essaysWith[shared[essay]!]!++;
  let least = most;
  for (let better = essaysWith[most]!; better < limit; better += essaysWith[least]!) least--;
  return sharing.filter((essay) => shared[essay]! >= least);
}

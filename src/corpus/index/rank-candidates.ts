interface RankInput {
  /** Essays with at least one fingerprint in common. */
  readonly sharing: readonly number[];
  /** Fingerprints in common, by essay. */
  readonly shared: Uint32Array;
  readonly byPriority: (a: number, b: number) => number;
  /** Number of the unit, by essay. */
  readonly unitOf: Uint32Array;
  /** The query's own unit, undefined when no essay is of it. */
  readonly ownUnit: number | undefined;
}

interface RankLimits {
  readonly ranked: number;
  /** Essays of one unit, unless it is the query's own. */
  readonly perUnit: number;
}

/** The essays with most fingerprints in common, best first. */
export function rankCandidates(input: RankInput, { ranked, perUnit }: RankLimits): number[] {
  const { sharing, shared, byPriority, unitOf, ownUnit } = input;
  const best: number[] = [];
  const comesBefore = (a: number, b: number): boolean => (shared[a] === shared[b] ? byPriority(a, b) < 0 : shared[a]! > shared[b]!);
  for (const essay of sharing) {
    if (best.length === ranked && !comesBefore(essay, best[ranked - 1]!)) continue;
    let at = best.length;
    while (at > 0 && comesBefore(essay, best[at - 1]!)) at--;
    best.splice(at, 0, essay);
    const unit = unitOf[essay]!;
    const ofUnit = unit === ownUnit ? [] : best.filter((one) => unitOf[one] === unit);
    if (ofUnit.length > perUnit) best.splice(best.indexOf(ofUnit.at(-1)!), 1);
    else if (best.length > ranked) best.pop();
  }
  return best;
}

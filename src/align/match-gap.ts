/** Places of equal tokens, pair by pair, rising in both streams. */
export interface Matches {
  readonly first: number[];
  readonly second: number[];
}

export function addMatch(matches: Matches, first: number, second: number): void {
  matches.first.push(first);
  matches.second.push(second);
}

/**
 * Adds the equal tokens of two stretches, which begin at `at`: place by place if both are as long, else their longest common
 * subsequence; at most 255 tokens each (stretches between runs are short).
 */
export function matchGap(
  [first, second]: readonly [Uint32Array, Uint32Array],
  at: { first: number; second: number },
  matches: Matches,
): void {
  if (first.length === 0 || second.length === 0) return;
  if (first.length === second.length) {
    for (let i = 0; i < first.length; i++) if (first[i] === second[i]) addMatch(matches, at.first + i, at.second + i);
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
    if (first[i] === second[j]) addMatch(matches, at.first + i++, at.second + j++);
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
}

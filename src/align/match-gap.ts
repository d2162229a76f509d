/** Places of equal tokens, pair by pair, rising in both streams; the first `length` places of the arrays are in use. */
export interface Matches {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  length: number;
}

/** Room for the matches of two streams of which the shorter has `tokens` tokens; one is used again for every chain of a pair. */
export const roomForMatches = (tokens: number): Matches => ({ first: new Uint32Array(tokens), second: new Uint32Array(tokens), length: 0 });

export function addMatch(matches: Matches, first: number, second: number): void {
  matches.first[matches.length] = first;
  matches.second[matches.length] = second;
  matches.length++;
}

/** A stretch of each of two streams; ends are exclusive. */
export interface Gap {
  readonly first: number;
  readonly firstEnd: number;
  readonly second: number;
  readonly secondEnd: number;
}

/**
 * Adds the equal tokens of two stretches: place by place if both are as long, else their longest common subsequence; at most
 * 255 tokens each (stretches between runs are short).
 */
export function matchGap([one, other]: readonly [Uint32Array, Uint32Array], gap: Gap, matches: Matches): void {
  const { first, second } = gap;
  const length = gap.firstEnd - first;
  const otherLength = gap.secondEnd - second;
  if (length === 0 || otherLength === 0) return;
  if (length === otherLength) {
    for (let i = 0; i < length; i++) if (one[first + i] === other[second + i]) addMatch(matches, first + i, second + i);
    return;
  }
  const width = otherLength + 1;
  const lengths = new Uint8Array((length + 1) * width);
  for (let i = length - 1; i >= 0; i--) {
    for (let j = otherLength - 1; j >= 0; j--) {
      const both = lengths[(i + 1) * width + j + 1]! + 1;
      lengths[i * width + j] =
        one[first + i] === other[second + j] ? both : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  for (let i = 0, j = 0; i < length && j < otherLength; ) {
    if (one[first + i] === other[second + j]) addMatch(matches, first + i++, second + j++);
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
}

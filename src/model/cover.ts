/** Values of consecutive tokens: how many tokens, and the value that each of them has. */
export type Stretches = readonly (readonly [tokens: number, value: number])[];

/** What some passages of a match cover together, and no other passage of it. */
export interface CoveredPart {
  /** Places of the passages among those of the match. */
  readonly passages: readonly number[];
  /** What their tokens weigh. */
  readonly matched: number;
  /** What the whole text weighs more because they are matched. */
  readonly gained: number;
}

/** A share of one text, in parts that can be left out. */
export interface PartedShare {
  /** What all matched tokens weigh, and what all tokens do. */
  readonly matched: number;
  readonly whole: number;
  readonly parts: readonly CoveredPart[];
}

/** What the figures of a match are made of: with it they can be told exactly as if some of its passages were not there. */
export interface MatchCover {
  /** What each token of this essay counts for as matched; 0 for words that are not its own. */
  readonly counted: Stretches;
  /** For each passage, its first token in this essay and the place of its run among `runs`. */
  readonly passages: readonly (readonly [token: number, run: number])[];
  /** Tokens of each run that is shown; 0 for one that is a string of formulas or stands beside the body. */
  readonly runs: readonly number[];
  /** The other text's side of `similarityOfThat`. */
  readonly that: PartedShare;
  /** Of this essay, every own word counted alike: its side of what groups are gathered by. */
  readonly plain: PartedShare;
}

/** Tokens that belong together, with nothing between. */
export function toStretches(values: Float32Array): Stretches {
  const stretches: [number, number][] = [];
  for (const value of values) {
    const last = stretches.at(-1);
    // Nine digits tell a float of 32 bits from every other.
    const told = Number(value.toPrecision(9));
    if (last !== undefined && last[1] === told) last[0]++;
    else stretches.push([1, told]);
  }
  if (stretches.at(-1)?.[1] === 0) stretches.pop();
  return stretches;
}

/** How many tokens they are about. */
export const tokensOf = (stretches: Stretches): number => stretches.reduce((sum, [tokens]) => sum + tokens, 0);

/** The values again; 0 for the tokens behind the last stretch. RangeError when there are more than `length`. */
export function fromStretches(stretches: Stretches, length: number): Float32Array {
  const values = new Float32Array(length);
  let at = 0;
  for (const [tokens, value] of stretches) {
    if (at + tokens > length) throw new RangeError(`stretches of more than ${length} tokens`);
    values.fill(value, at, at + tokens);
    at += tokens;
  }
  return values;
}

/** A stretch that two token streams have in common, edits included; ends are exclusive. */
export interface AlignedRun {
  readonly first: number;
  readonly firstEnd: number;
  readonly second: number;
  readonly secondEnd: number;
  /** Places of the equal tokens, pair by pair, rising in both streams. */
  readonly firstMatches: Uint32Array;
  readonly secondMatches: Uint32Array;
}

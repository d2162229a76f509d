/** A stretch that two token streams have in common, edits included; ends are exclusive. */
export interface AlignedRun {
  readonly first: number;
  readonly firstEnd: number;
  readonly second: number;
  readonly secondEnd: number;
  /** Places of the equal tokens, pair by pair, rising in both streams. */
  readonly firstMatches: Uint32Array;
  readonly secondMatches: Uint32Array;
  /** Whether most of one side lies in a better run already, as where one of the texts says the same twice. */
  readonly repeats: boolean;
}

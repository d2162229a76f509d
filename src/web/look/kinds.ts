/** Parts of a whole and limits, each a share 0..1 of the bar's width; null where nothing could be computed. */
export interface BarParts {
  readonly overlap: number;
  /** What more there is with all other texts. */
  readonly others: number;
  readonly quoted: number;
  readonly limits: readonly number[];
}

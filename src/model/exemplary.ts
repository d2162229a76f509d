/** An essay, or a unit, that others are to be shown. */
export interface ExemplaryMark {
  readonly id: string;
  /** Whose essay it is, or the unit itself. */
  readonly unit: { readonly id: string; readonly name: string };
  /** Null for a unit; `writer` is empty where nobody is known to have written it. */
  readonly essay: { readonly id: string; readonly file: string; readonly writer: string } | null;
  readonly note: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Whether whoever asks may take it back. */
  readonly mayUndo: boolean;
}

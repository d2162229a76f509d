import type { OpenWriterView } from '../../../api/roster.js';

/** Whom somebody names as the writer of a file; null for nobody of the roster. */
export interface WriterChoice {
  readonly open: OpenWriterView;
  readonly person: { readonly id: string; readonly name: string } | null;
}

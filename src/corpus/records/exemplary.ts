import type { ExemplaryMark } from '../../model/exemplary.js';
import type { Actor } from './actor.js';

/** What is to be marked: an essay of one's unit, or a unit below it. */
export type Marked = { readonly essay: string } | { readonly unit: string };

/** Essays and units that others are to be shown. Of units below, the units that are marked are seen, and no essay. */
export interface Exemplary {
  /** Newest first. AppError `unknown-id`. */
  list(campaign: string): Promise<readonly ExemplaryMark[]>;
  /** Units below that take part in a campaign, by name. AppError `unknown-id`. */
  units(campaign: string): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** AppError `already-exemplary`, with the mark that is there; `unknown-id`. */
  mark(campaign: string, marked: Marked, note: string, actor: Actor): Promise<void>;
  /** AppError `unknown-id`. */
  undo(campaign: string, id: string, actor: Actor): Promise<void>;
}

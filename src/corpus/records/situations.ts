import type { Situation, SituationContent } from '../../model/situation.js';
import type { Actor } from './actor.js';

/** What importing situations would do, or has done. */
export interface ImportedSituations {
  readonly added: number;
  /** Situations that the unit had already, word for word. */
  readonly known: number;
}

/** Prompts that a unit keeps for groups of its people, each tied to a job. Every call rejects with AppError `unknown-id` for what is another unit's. */
export interface Situations {
  /** Those of the unit and, where they are not archived, of the units above; by job and title, archived ones last. */
  list(): Promise<readonly Situation[]>;
  /** Answers with its id. */
  add(situation: SituationContent, actor: Actor): Promise<string>;
  /** What groups were given stays. AppError `situation-outdated` when it was changed since `revision`. */
  change(id: string, situation: SituationContent & { readonly revision: number }, actor: Actor): Promise<void>;
  /** Takes it out of what is offered, or back in; groups that have it keep it. AppError `situation-outdated`. */
  archive(id: string, state: { readonly isArchived: boolean; readonly revision: number }, actor: Actor): Promise<void>;
  /** What `import` would do. */
  plan(situations: readonly SituationContent[]): Promise<ImportedSituations>;
  /** All of them or none. */
  import(situations: readonly SituationContent[], actor: Actor): Promise<ImportedSituations>;
}

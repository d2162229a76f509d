import type { Mark, SessionFacts, SessionPerson, StudySession } from '../../model/study.js';
import type { Actor } from './actor.js';

/** Who is summoned to a session when it is made: nobody yet, the whole roster, whoever has not studied yet, or exactly these people. */
export type Summons = 'nobody' | 'everybody' | 'not-yet' | readonly string[];

/** How somebody is to be marked; `before`: the mark on the screen, undefined where none is (a list that is imported). */
export interface Marking {
  readonly person: string;
  readonly mark: Mark;
  readonly before?: Mark;
  /** Undefined: stays as it is. */
  readonly note?: string;
  /** The note on the screen, as `before`. */
  readonly noteBefore?: string;
}

/** Study sessions of a campaign at the units in reach, and who attended. */
export interface Studies {
  /** The latest first. AppError `unknown-id`. */
  list(campaign: string): Promise<readonly StudySession[]>;
  /** AppError `unknown-id`. */
  get(campaign: string, session: string): Promise<StudySession>;
  /** Everybody on the roster of the session's unit, by name. AppError `unknown-id`. */
  people(campaign: string, session: string): Promise<readonly SessionPerson[]>;
  /** Answers with the session's id. AppError `unknown-id`, also where somebody who is to be summoned is not on the unit's roster. */
  add(campaign: string, facts: SessionFacts, summons: Summons, actor: Actor): Promise<string>;
  /** `revision`: the one on the screen. AppError `study-outdated`, `unknown-id`. */
  change(
    campaign: string,
    session: string,
    change: { readonly facts: SessionFacts; readonly revision: number },
    actor: Actor,
  ): Promise<void>;
  /** Removes a session with all that was noted at it. AppError `study-outdated`, `unknown-id`. */
  remove(campaign: string, session: string, why: { readonly reason: string; readonly revision: number }, actor: Actor): Promise<void>;
  /**
   * Marks people, all or none. AppError `study-outdated`, with who else was marked otherwise, when one has another mark or note by now
   * than on the screen; `unknown-id`, also for somebody who is not on the roster.
   */
  mark(campaign: string, session: string, markings: readonly Marking[], actor: Actor): Promise<void>;
}

import type { Erasure } from '../../model/erasure.js';
import type { Actor } from './actor.js';

/** Somebody of whom something is kept. */
export interface KeptPerson {
  readonly id: string;
  readonly name: string;
  readonly card: string;
  readonly cell: string;
  /** Essays that are known to be theirs. */
  readonly essays: number;
}

/** An erasure as its record has it. */
export interface ErasureRecord extends Erasure {
  readonly reason: string;
  readonly by: Actor;
}

/** What is kept of one unit in a campaign in which nothing has happened for as long as the unit keeps essays. */
export interface DueEssays {
  readonly campaign: string;
  readonly campaignName: string;
  readonly unit: string;
  readonly unitName: string;
  /** None where people wrote something else alone: programmes, quizzes, notes. */
  readonly essays: number;
  /** When something happened there last, ISO 8601, UTC. */
  readonly lastAt: string;
  /** Years that the unit keeps essays. */
  readonly years: number;
}

/** Erasing what is kept of people, at the units that whoever asks administers and below. */
export interface Erasures {
  /** People of a unit whose name or card number holds `sought`, 50 at most. AppError `unknown-id`. */
  people(unit: string, sought: string): Promise<readonly KeptPerson[]>;
  /**
   * Erases all that is kept of a person: essays with texts and files, results, what was concluded on them but the verdict,
   * and their name wherever it stands, also in the log. AppError `unknown-id`; `batch-busy` while a batch with an essay of
   * theirs is not through.
   */
  erasePerson(person: string, reason: string, actor: Actor): Promise<ErasureRecord>;
  /** Newest first. AppError `unknown-id`. */
  ofUnit(unit: string): Promise<readonly ErasureRecord[]>;
  /** What is kept for longer than its unit wants. */
  due(): Promise<readonly DueEssays[]>;
  /**
   * Erases what people of a unit wrote in a campaign: essays with all that hangs on them, programmes' texts, tasks and remarks,
   * answers in quizzes, names of guests and speakers, notes, what files are called by. Facts that figures rest on stay, and
   * reports as documents of the unit. AppError `unknown-id` when it is not due; `batch-busy` while a batch of it is not through.
   */
  eraseDue(campaign: string, unit: string, reason: string, actor: Actor): Promise<ErasureRecord>;
  /** Tells by their hash which files of a batch must not be read: contents that were erased at its unit since it was opened. */
  refused(batch: string): Promise<(sha256: string) => boolean>;
  /** All erasures there ever were, oldest first, whoever asks: for the list beside the backups. */
  all(): Promise<readonly Erasure[]>;
}

import type { SubmissionState } from '../../model/extraction.js';
import type { Conclusion } from '../../model/result-record.js';
import type { Actor } from './actor.js';

/** One essay of a person in a campaign. */
export interface Attempt {
  readonly submission: string;
  /** Name of the file without folders. */
  readonly file: string;
  /** Round that it was handed in for, from 1. */
  readonly number: number;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly state: SubmissionState;
  /** Whether there was text to assess. */
  readonly isRead: boolean;
  readonly conclusion: Conclusion | null;
}

/** A round that was opened for a rewritten essay. */
export interface OpenRound {
  readonly number: number;
  /** YYYY-MM-DD; null: the campaign's day for rewriting. */
  readonly due: string | null;
  readonly openedBy: string;
  readonly openedAt: string;
}

/** The writer of an essay with all attempts, oldest first. */
export interface Writing {
  readonly person: string;
  readonly name: string;
  readonly card: string;
  readonly attempts: readonly Attempt[];
  /** Null when no round waits for an essay. */
  readonly open: OpenRound | null;
  /** Whether a file has come whose result is not there yet. */
  readonly isPending: boolean;
}

/** A request of a member that a conclusion be looked at again. */
export interface SecondLook {
  readonly id: string;
  readonly submission: string;
  readonly words: string;
  readonly askedAt: string;
  /** Null until somebody has answered. */
  readonly answer: { readonly words: string; readonly by: string; readonly at: string } | null;
}

/** A second look as a committee sees it. */
export interface AskedLook extends SecondLook {
  readonly name: string;
  readonly file: string;
  readonly conclusion: Conclusion | null;
}

/** Rounds of rewriting, and second looks, as committees work on them. */
export interface Rounds {
  /** The attempts of whoever wrote an essay; null when nobody is known to have. AppError `unknown-id`. */
  ofEssay(campaign: string, submission: string): Promise<Writing | null>;
  /** Everybody whose newest essay was concluded to be rewritten, by name: with an open round or without. */
  rewriting(campaign: string): Promise<readonly Writing[]>;
  /**
   * Opens the next round for the writers of these essays, all or none; one that is open already only gets the new day. Answers
   * with how many were opened. `due`: YYYY-MM-DD or null. AppError `no-rewrite` when an essay is not its writer's newest or is not
   * concluded to be rewritten, `unknown-id`.
   */
  open(campaign: string, submissions: readonly string[], due: string | null, actor: Actor): Promise<number>;
  /** Open ones first, then the newest. */
  looks(campaign: string): Promise<readonly AskedLook[]>;
  /** AppError `look-answered`, with the other's answer, when somebody was faster; `unknown-id`. */
  answer(campaign: string, id: string, words: string, actor: Actor): Promise<void>;
  /** Who wrote which essays, by submission id, where it is known. */
  writers(): Promise<ReadonlyMap<string, string>>;
}

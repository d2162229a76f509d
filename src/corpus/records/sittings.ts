import type { AskedQuestion } from '../../model/quiz.js';
import type { BestResult } from './quizzes.js';

/** A quiz as whoever may take it sees it before they begin. */
export interface OfferedQuiz {
  readonly key: string;
  readonly title: string;
  readonly campaign: string;
  readonly unit: string;
  readonly asked: number;
  readonly passShare: number;
  readonly minutes: number | null;
  readonly closes: string | null;
  /** Times that are left for a member; null for any number. */
  readonly left: number | null;
  /** The member's own; null for guests and before the first one. */
  readonly best: Omit<BestResult, 'quiz' | 'title'> | null;
  /** The attempt that a member is in the middle of. */
  readonly running: string | null;
}

/** One attempt. It is over once it was handed in or its time is up; until then nothing of what is right may be told. */
export interface Sitting {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly AskedQuestion[];
  readonly startedAt: string;
  readonly endsAt: string | null;
  readonly isOver: boolean;
  readonly correct: number;
  readonly total: number;
  readonly isPassed: boolean;
}

/**
 * Taking quizzes: by the member of the scope, or by somebody who is nobody's. What is not open to them, not there or closed
 * is all one: AppError `unknown-id`. An attempt of a member's is found by that member alone, one of a guest's by its id.
 */
export interface Sittings {
  /** Quizzes of the member's campaign that are open to them or were taken. */
  own(campaign: string): Promise<readonly OfferedQuiz[]>;
  offered(key: string): Promise<OfferedQuiz>;
  /** Begins an attempt, or gives the one that a member is in the middle of. `guest`: a name that somebody gives themselves. AppError `no-attempt-left`. */
  start(key: string, guest: string): Promise<Sitting>;
  find(key: string, attempt: string): Promise<Sitting>;
  /** Keeps what was chosen for one question: it is on the disk once this resolves. AppError `attempt-over`. */
  answer(key: string, attempt: string, place: number, chosen: readonly number[]): Promise<Sitting>;
  /** Handing in twice is once. */
  handIn(key: string, attempt: string): Promise<Sitting>;
}

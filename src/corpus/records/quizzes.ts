import type { QuizSettings } from '../../model/quiz.js';
import type { Actor } from './actor.js';

/** A quiz of a campaign. */
export interface Quiz extends QuizSettings {
  readonly id: string;
  /** What its public address ends with: 128 random bits. */
  readonly key: string;
  readonly unit: string;
  readonly unitName: string;
  /** Whether it belongs to a unit of whoever asks; one of a unit above can be read only. */
  readonly isOwn: boolean;
  readonly questions: number;
  readonly revision: number;
}

/** How a quiz went. Members of units below are in the counts of the quiz's own unit, never among the names. */
export interface QuizCounts {
  /** Members who handed in at least once, and who passed at least once. */
  readonly taken: number;
  readonly passed: number;
  /** Attempts of people who are on no roster: handed in, and passed. */
  readonly guestsTaken: number;
  readonly guestsPassed: number;
}

/** The best attempt of somebody. */
export interface BestResult {
  readonly quiz: string;
  readonly title: string;
  readonly correct: number;
  readonly total: number;
  readonly isPassed: boolean;
  /** When it was handed in, or its time was over; ISO 8601, UTC. */
  readonly at: string;
}

/** The same of a member of the unit of whoever asks. */
export interface MemberResult extends BestResult {
  readonly person: string;
  readonly name: string;
  readonly card: string;
  readonly cell: string;
  readonly attempts: number;
}

/** How often a question was asked in attempts that were handed in, and answered right. */
export interface QuestionFigures {
  readonly question: string;
  readonly words: string;
  readonly asked: number;
  readonly right: number;
}

/** An attempt of somebody on no roster who gave a name. */
export interface GuestResult {
  readonly guest: string;
  readonly correct: number;
  readonly total: number;
  readonly isPassed: boolean;
  readonly at: string;
}

export interface QuizResults {
  readonly quiz: Quiz;
  readonly counts: QuizCounts;
  readonly questions: readonly QuestionFigures[];
  /** By name; none of units below. */
  readonly members: readonly MemberResult[];
  /** The newest ones, for the unit whose quiz it is alone. */
  readonly guests: readonly GuestResult[];
}

/** The settings of a quiz with the questions that it asks. */
export interface QuizInput extends QuizSettings {
  readonly questions: readonly string[];
}

/** Quizzes of campaigns as committees work on them: theirs, and to read those of units above. AppError `unknown-id` for all others. */
export interface Quizzes {
  list(campaign: string): Promise<readonly (Quiz & { readonly counts: QuizCounts })[]>;
  /** Ids of the questions of a quiz of theirs. */
  questionsOf(campaign: string, quiz: string): Promise<readonly string[]>;
  /** Answers with its id. AppError `unknown-id` when a question is not theirs, or archived. */
  create(campaign: string, quiz: QuizInput, actor: Actor): Promise<string>;
  /** AppError `quiz-outdated`, with its settings as somebody else left them, when it was changed since `revision`. */
  change(campaign: string, id: string, quiz: QuizInput, revision: number, actor: Actor): Promise<void>;
  /** Opens it now or closes it now; who is in the middle of it is through with it then. AppError `quiz-outdated`. */
  setOpen(campaign: string, id: string, isOpen: boolean, revision: number, actor: Actor): Promise<void>;
  results(campaign: string, id: string): Promise<QuizResults>;
  /** Best results of all members of theirs, by person; of one, `person`, only. */
  best(campaign: string, person?: string): Promise<ReadonlyMap<string, readonly BestResult[]>>;
  /** Best results of whoever wrote an essay; null when nobody is known to have. */
  ofEssay(campaign: string, submission: string): Promise<readonly BestResult[] | null>;
}

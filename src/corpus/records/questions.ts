import type { Question, QuestionContent } from '../../model/question.js';
import type { Actor } from './actor.js';

/** What importing questions would do, or has done. */
export interface ImportedQuestions {
  readonly added: number;
  /** Questions that the bank had already, word for word. */
  readonly known: number;
}

/** The questions of a unit, from which its quizzes are put together. Every call rejects with AppError `unknown-id` for what is another unit's. */
export interface Questions {
  /** By topic and words; archived ones last. */
  list(): Promise<readonly Question[]>;
  /** Answers with its id. */
  add(question: QuestionContent, actor: Actor): Promise<string>;
  /** AppError `question-outdated`, with the other's words, when it was changed since `revision`. */
  change(id: string, question: QuestionContent, revision: number, actor: Actor): Promise<void>;
  /** Takes it out of what can be asked, or back in; attempts that were asked it keep it. AppError `question-outdated`. */
  archive(id: string, isArchived: boolean, revision: number, actor: Actor): Promise<void>;
  /** What `import` would do. */
  plan(questions: readonly QuestionContent[]): Promise<ImportedQuestions>;
  /** All of them or none. */
  import(questions: readonly QuestionContent[], skipped: number, actor: Actor): Promise<ImportedQuestions>;
}

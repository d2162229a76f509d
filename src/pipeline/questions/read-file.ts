import { problemOf, type QuestionContent } from '../../model/question.js';
import { UNASKABLE } from './messages.js';

/** A question with the line, from 1, that it begins in. */
export interface PlacedQuestion {
  readonly line: number;
  readonly question: QuestionContent;
}

/** Why the question that begins in a line is not taken. */
export interface FileProblem {
  readonly line: number;
  readonly problem: string;
}

/** A file read as questions: those that can be asked, and what cannot be taken over, in the order of the lines. */
export interface ReadQuestions {
  readonly questions: readonly PlacedQuestion[];
  readonly problems: readonly FileProblem[];
}

/** Questions of one file at most. */
export const MAX_QUESTIONS = 5000;

/** Sorts out what was read but cannot be asked. */
export function sortOut(read: readonly (PlacedQuestion | FileProblem)[]): ReadQuestions {
  const questions: PlacedQuestion[] = [];
  const problems: FileProblem[] = [];
  for (const one of read) {
    if ('problem' in one) problems.push(one);
    else {
      const problem = problemOf(one.question);
      if (problem === null) questions.push(one);
      else problems.push({ line: one.line, problem: UNASKABLE[problem] });
    }
  }
  return { questions, problems };
}

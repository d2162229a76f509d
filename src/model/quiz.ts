import type { Option, Question, QuestionKind } from './question.js';

/** What a committee sets of a quiz. Times are ISO 8601, UTC. */
export interface QuizSettings {
  readonly title: string;
  /** How many of its questions each attempt is asked. */
  readonly asked: number;
  /** From which share 0..1 of right answers on it is passed. */
  readonly passShare: number;
  /** Times that a member may take it; null for any number. */
  readonly attempts: number | null;
  /** Minutes of one attempt; null for as long as the quiz is open. */
  readonly minutes: number | null;
  /** Null: it has not been opened. */
  readonly opens: string | null;
  /** Null: until somebody closes it. */
  readonly closes: string | null;
  /** Whether whoever knows its address may take it, without an account. */
  readonly isPublic: boolean;
}

/** A question as it stands in one attempt: its options in the order in which they are shown there. */
export interface AskedQuestion {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly words: string;
  readonly options: readonly Option[];
  readonly explanation: string;
  /** Places of the options that were chosen, from 0, in order. */
  readonly chosen: readonly number[];
}

/** A whole number from 0 on below `limit`, each as likely as the other. */
export type RandomBelow = (limit: number) => number;

/** Questions of one attempt: as many as are asked, none twice, options shuffled; "right" and "wrong" keep their places. */
export function drawQuestions(pool: readonly Question[], asked: number, random: RandomBelow): AskedQuestion[] {
  return shuffled(pool, random)
    .slice(0, asked)
    .map(({ id, kind, words, options, explanation }) => {
      const shown = kind === 'true-false' ? options : shuffled(options, random);
      return { id, kind, words, options: shown, explanation, chosen: [] };
    });
}

function shuffled<T>(items: readonly T[], random: RandomBelow): readonly T[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = random(last + 1);
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}

/** Whether all that is right was chosen and nothing else. */
export function isAnsweredRight({ options, chosen }: Pick<AskedQuestion, 'options' | 'chosen'>): boolean {
  const picked = new Set(chosen);
  return options.every(({ isRight }, place) => isRight === picked.has(place));
}

/** Whether so many right answers pass; a share of 0.7 of 10 is passed with 7, whatever binary fractions make of it. */
export const isPassed = (correct: number, total: number, passShare: number): boolean => correct >= passShare * total - 1e-9;

/** How it stands with a quiz at a time. */
export type QuizState = 'draft' | 'planned' | 'open' | 'closed';

export function quizStateAt({ opens, closes }: Pick<QuizSettings, 'opens' | 'closes'>, now: string): QuizState {
  if (opens === null) return 'draft';
  if (closes !== null && closes <= now) return 'closed';
  return opens <= now ? 'open' : 'planned';
}

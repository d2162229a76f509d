export const QUESTION_KINDS = ['one', 'many', 'true-false'] as const;
/** How many options are right: one, one or more, or one of "right" and "wrong". */
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Something to choose from. */
export interface Option {
  readonly words: string;
  readonly isRight: boolean;
  /** What is said of it once the answers are handed in; may be empty. */
  readonly feedback: string;
}

/** A question as somebody writes it. */
export interface QuestionContent {
  /** What it is about, as the unit sorts its questions; may be empty. */
  readonly topic: string;
  readonly kind: QuestionKind;
  readonly words: string;
  readonly options: readonly Option[];
  /** What is said of the answer once it is handed in; may be empty. */
  readonly explanation: string;
}

/** A question of a unit's bank. */
export interface Question extends QuestionContent {
  readonly id: string;
  /** ISO 8601, UTC; null while it can be asked. */
  readonly archivedAt: string | null;
  /** From 1: who changes it says which one was on the screen. */
  readonly revision: number;
}

/** Options of one question, and characters of each of its texts, at most. */
export const QUESTION_LIMITS = { options: 10, words: 2000, option: 500, feedback: 500, explanation: 2000, topic: 200 } as const;

export const QUESTION_PROBLEMS = [
  'no-words',
  'few-options',
  'many-options',
  'no-right',
  'several-right',
  'empty-option',
  'same-options',
  'too-long',
] as const;
/** Why a question cannot be asked. */
export type QuestionProblem = (typeof QUESTION_PROBLEMS)[number];

/** What is wrong with a question; null when it can be asked. */
export function problemOf({ topic, kind, words, options, explanation }: QuestionContent): QuestionProblem | null {
  const right = options.filter(({ isRight }) => isRight).length;
  if (words === '') return 'no-words';
  if (options.some((option) => option.words === '')) return 'empty-option';
  if (options.length < 2) return 'few-options';
  if (options.length > (kind === 'true-false' ? 2 : QUESTION_LIMITS.options)) return 'many-options';
  if (right === 0) return 'no-right';
  if (right > 1 && kind !== 'many') return 'several-right';
  if (new Set(options.map((option) => option.words)).size < options.length) return 'same-options';
  const isLong =
    topic.length > QUESTION_LIMITS.topic ||
    words.length > QUESTION_LIMITS.words ||
    explanation.length > QUESTION_LIMITS.explanation ||
    options.some((option) => option.words.length > QUESTION_LIMITS.option || option.feedback.length > QUESTION_LIMITS.feedback);
  return isLong ? 'too-long' : null;
}

/** The two options of a question of kind `true-false`, the first one right when the statement is. */
export function trueFalseOptions(isTrue: boolean, feedback = { right: '', wrong: '' }): readonly Option[] {
  const option = (words: string, isRight: boolean): Option => ({ words, isRight, feedback: isRight ? feedback.right : feedback.wrong });
  return [option('Đúng', isTrue), option('Sai', !isTrue)];
}

/** Control characters and separators, but for the end of a line. */
const CONTROLS = /(?!\n)[\p{Cc}\u2028\u2029]/gu;

/** Letters that only one font knows: nobody else can read them, and readers of files use them for themselves. */
const OF_ONE_FONT = /[\ue000-\uf8ff]/g;

/** A text of a question as it is kept: lines end in \n, no control characters, nothing around it. */
export const tidyWords = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(CONTROLS, ' ').replace(OF_ONE_FONT, '\ufffd').normalize('NFC').trim();

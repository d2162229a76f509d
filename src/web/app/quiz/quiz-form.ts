import type { QuizInputView, QuizView } from '../../../api/quizzes.js';
import { parseDay, writeDay } from '../form/days.js';

/** What is typed of a quiz; days as they are typed. */
export interface QuizForm {
  readonly title: string;
  readonly asked: string;
  readonly pass: string;
  readonly attempts: string;
  readonly minutes: string;
  readonly opens: string;
  readonly closes: string;
  readonly isPublic: boolean;
  readonly questions: ReadonlySet<string>;
}

export const NEW_QUIZ: QuizForm = {
  title: '',
  asked: '10',
  pass: '70',
  attempts: '',
  minutes: '20',
  opens: '',
  closes: '',
  isPublic: false,
  questions: new Set(),
};

/** The form of a quiz that is there already. */
export function formOf(quiz: QuizView, questions: readonly string[]): QuizForm {
  const { title, asked, passShare, attempts, minutes, opens, closes, isPublic } = quiz;
  return {
    title,
    asked: String(asked),
    pass: String(Math.round(passShare * 100)),
    attempts: attempts === null ? '' : String(attempts),
    minutes: minutes === null ? '' : String(minutes),
    opens: dayIn(opens),
    closes: dayIn(closes),
    isPublic,
    questions: new Set(questions),
  };
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The day of a moment on this clock, as it is typed. */
function dayIn(moment: string | null): string {
  if (moment === null) return '';
  const at = new Date(moment);
  return writeDay(`${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`);
}

export type WrongField = 'title' | 'asked' | 'pass' | 'attempts' | 'minutes' | 'opens' | 'closes' | 'order' | 'questions';

/** The limits of the numbers. */
export const RANGES = { asked: [1, 200], pass: [1, 100], attempts: [1, 100], minutes: [1, 600] } as const;

type NumberField = keyof typeof RANGES;

function isWrongNumber(form: QuizForm, field: NumberField, mayBeEmpty: boolean): boolean {
  const text = form[field].trim();
  if (text === '') return !mayBeEmpty;
  const [from, to] = RANGES[field];
  return !/^\d+$/.test(text) || Number(text) < from || Number(text) > to;
}

/** What is wrong with what was typed. */
export function wrongFields(form: QuizForm): ReadonlySet<WrongField> {
  const wrong = new Set<WrongField>();
  if (form.title.trim() === '') wrong.add('title');
  if (isWrongNumber(form, 'asked', false)) wrong.add('asked');
  if (isWrongNumber(form, 'pass', false)) wrong.add('pass');
  if (isWrongNumber(form, 'attempts', true)) wrong.add('attempts');
  if (isWrongNumber(form, 'minutes', true)) wrong.add('minutes');
  for (const field of ['opens', 'closes'] as const) if (form[field].trim() !== '' && parseDay(form[field]) === null) wrong.add(field);
  const [opens, closes] = [parseDay(form.opens), parseDay(form.closes)];
  if (opens !== null && closes !== null && closes < opens) wrong.add('order');
  if (form.questions.size === 0) wrong.add('questions');
  return wrong;
}

/** What was typed as the service takes it; a quiz cannot ask more than was chosen. `before`: times that were set to the minute stay while their day does. */
export function toInput(form: QuizForm, before: Pick<QuizView, 'opens' | 'closes'> | null): QuizInputView {
  const number = (text: string): number | null => (text.trim() === '' ? null : Number(text));
  return {
    title: form.title.trim(),
    asked: Math.min(Number(form.asked), form.questions.size),
    passShare: Number(form.pass) / 100,
    attempts: number(form.attempts),
    minutes: number(form.minutes),
    opens: momentOf(form.opens, '00:00:00', before?.opens ?? null),
    closes: momentOf(form.closes, '23:59:59', before?.closes ?? null),
    isPublic: form.isPublic,
    questions: [...form.questions],
  };
}

function momentOf(typed: string, time: string, before: string | null): string | null {
  if (before !== null && typed === dayIn(before)) return before;
  const day = parseDay(typed);
  return day === null ? null : new Date(`${day}T${time}`).toISOString();
}

import type { SessionFactsInput, SessionPointView } from '../../../api/study.js';
import { parseDay, writeDay } from '../form/days.js';

/** Figures of a session, each a field. */
const COUNTS = ['minutes', 'toldSummoned', 'toldAttended', 'nonMembers', 'comments', 'questions', 'answered'] as const;
type Count = (typeof COUNTS)[number];

/** One point as it is typed; `key` tells the rows apart. */
export interface PointValues {
  readonly key: number;
  readonly name: string;
  readonly kind: SessionPointView['kind'];
  readonly summoned: string;
  readonly attended: string;
}

/** A session as it is typed: figures and the day as texts. */
export type SessionValues = Omit<SessionFactsInput, Count | 'points'> &
  Readonly<Record<Count, string>> & { readonly points: readonly PointValues[] };

const NO_COUNTS = { minutes: '', toldSummoned: '', toldAttended: '', nonMembers: '', comments: '', questions: '', answered: '' };

/** A form without anything in it. */
export function emptySession(isCatchUp: boolean): SessionValues {
  const texts = { day: '', title: '', place: '', speaker: '' };
  return { ...texts, ...NO_COUNTS, form: 'class', mode: 'in-person', isCatchUp, speakerPost: 'secretary', isCombined: false, points: [] };
}

const typed = (count: number | null): string => (count === null ? '' : String(count));

type Plain = Pick<SessionFactsInput, 'title' | 'form' | 'mode' | 'isCatchUp' | 'place' | 'speaker' | 'speakerPost' | 'isCombined'>;

/** What is in a form as it is kept: neither figures nor the day, and nothing that only the service knows. */
function plainOf({ title, form, mode, isCatchUp, place, speaker, speakerPost, isCombined }: Plain): Plain {
  return { title, form, mode, isCatchUp, place, speaker, speakerPost, isCombined };
}

/** The form of a session as it is. */
export function valuesOf({ day, points, ...facts }: SessionFactsInput): SessionValues {
  const { minutes, toldSummoned, toldAttended, nonMembers, comments, questions, answered, ...rest } = facts;
  const counts = { minutes, toldSummoned, toldAttended, nonMembers, comments, questions, answered };
  return {
    ...plainOf(rest),
    ...(Object.fromEntries(COUNTS.map((count) => [count, typed(counts[count])])) as Record<Count, string>),
    day: writeDay(day),
    points: points.map(({ name, kind, summoned, attended }, key) => ({
      key,
      name,
      kind,
      summoned: typed(summoned),
      attended: typed(attended),
    })),
  };
}

/** A typed figure: null for none, undefined for what is no whole number. "1.250" is one. */
export function readCount(text: string): number | null | undefined {
  const plain = text.replace(/[.\s]/g, '');
  if (plain === '') return null;
  return /^\d{1,8}$/.test(plain) ? Number(plain) : undefined;
}

/** The figures as far as they can be read, for what they add up to. */
export function figuresOf({ points, ...values }: SessionValues) {
  const told = (text: string): number | null => readCount(text) ?? null;
  return {
    toldSummoned: told(values.toldSummoned),
    toldAttended: told(values.toldAttended),
    questions: told(values.questions),
    answered: told(values.answered),
    points: points.map(({ name, kind, summoned, attended }) => ({ name, kind, summoned: told(summoned), attended: told(attended) })),
  };
}

/** The session that is typed; null while something is missing or no figure. */
export function readSession(values: SessionValues): SessionFactsInput | null {
  const day = parseDay(values.day);
  const counts = COUNTS.map((count) => readCount(values[count]));
  const ofPoints = values.points.flatMap(({ summoned, attended }) => [readCount(summoned), readCount(attended)]);
  const isWhole = values.title.trim() !== '' && values.points.every(({ name }) => name.trim() !== '');
  if (day === null || !isWhole || [...counts, ...ofPoints].includes(undefined)) return null;
  const [minutes = null, , , nonMembers = null, comments = null] = counts;
  return {
    day,
    ...plainOf(values),
    minutes,
    nonMembers,
    comments,
    ...figuresOf(values),
  };
}

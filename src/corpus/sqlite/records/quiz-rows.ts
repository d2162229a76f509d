import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import { AppError } from '../../../model/errors.js';
import { type AskedQuestion, isPassed } from '../../../model/quiz.js';
import type { BestResult, Quiz, QuizCounts } from '../../records/quizzes.js';
import type { CorpusTables } from '../schema.js';
import { RECORD_MESSAGES } from './messages.js';
import { isOwn, isOwnOrAbove, type Reach } from './reach.js';
import type { Tables } from './store.js';
import { readList } from './stored-json.js';

/** A quiz with the name of its unit and how many questions it has that can be asked. */
export type QuizRow = Selectable<CorpusTables['quiz']> & { readonly unitName: string; readonly questions: number };

/** Quizzes with what they are told with. */
export function selectQuizzes(tables: Tables) {
  return tables
    .selectFrom('quiz')
    .innerJoin('unit', 'unit.id', 'quiz.unit')
    .selectAll('quiz')
    .select('unit.name as unitName')
    .select(
      sql<number>`(SELECT count(*) FROM quiz_question JOIN question ON question.id = quiz_question.question
        WHERE quiz_question.quiz = quiz.id AND question.archived_at IS NULL)`.as('questions'),
    );
}

/** A quiz of a unit in reach, or of one above. AppError `unknown-id`. */
export async function quizRow(tables: Tables, campaign: string, id: string, reach: Reach): Promise<QuizRow> {
  const quizzes = selectQuizzes(tables).where('quiz.campaign', '=', campaign).where('quiz.id', '=', id);
  return required(await quizzes.where(isOwnOrAbove(reach, 'quiz.unit')).executeTakeFirst());
}

/** A quiz of a unit in reach, for whoever changes it. AppError `unknown-id`. */
export async function ownQuizRow(tables: Tables, campaign: string, id: string, reach: Reach): Promise<QuizRow> {
  const quizzes = selectQuizzes(tables).where('quiz.campaign', '=', campaign).where('quiz.id', '=', id);
  return required(await quizzes.where(isOwn(reach, 'quiz.unit')).executeTakeFirst());
}

function required(row: QuizRow | undefined): QuizRow {
  if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownQuiz);
  return row;
}

export function toQuiz(row: QuizRow, reach: Reach): Quiz {
  const { id, key, unit, unitName, title, asked, attempts, minutes, opens, closes, questions, revision } = row;
  const settings = { title, asked, passShare: row.pass_share, attempts, minutes, opens, closes, isPublic: row.is_public === 1 };
  return { id, key, unit, unitName, isOwn: reach === null || reach.units.includes(unit), questions, revision, ...settings };
}

/** Whether an attempt counts: it was handed in, or a member's time was up. Guests who went away are nobody's result. */
export const isCounted = (now: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`(quiz_attempt.handed_in_at IS NOT NULL OR (quiz_attempt.person IS NOT NULL AND quiz_attempt.ends_at <= ${now}))`;

/** Whether an attempt is passed, as `isPassed` has it; tables: quiz, quiz_attempt. */
export const PASSED = sql<SqlBool>`quiz_attempt.correct >= quiz.pass_share * quiz_attempt.total - 1e-9`;

/** Counts of each quiz of a campaign, by its id; of a unit above only the members in reach. */
export async function countsOf(
  tables: Tables,
  campaign: string,
  { reach, now }: { readonly reach: Reach; readonly now: string },
): Promise<ReadonlyMap<string, QuizCounts>> {
  const { rows } = await sql<QuizCounts & { quiz: string }>`
    SELECT quiz.id AS quiz,
      count(DISTINCT quiz_attempt.person) AS taken,
      count(DISTINCT CASE WHEN ${PASSED} THEN quiz_attempt.person END) AS passed,
      sum(quiz_attempt.person IS NULL) AS guestsTaken,
      sum(quiz_attempt.person IS NULL AND ${PASSED}) AS guestsPassed
    FROM quiz JOIN quiz_attempt ON quiz_attempt.quiz = quiz.id
      LEFT JOIN person ON person.id = quiz_attempt.person
    WHERE quiz.campaign = ${campaign} AND ${isCounted(now)} AND (${isOwn(reach, 'quiz.unit')} OR ${isOwn(reach, 'person.unit')})
    GROUP BY quiz.id`.execute(tables);
  return new Map(rows.map(({ quiz, ...counts }) => [quiz, counts]));
}

export const NO_COUNTS: QuizCounts = { taken: 0, passed: 0, guestsTaken: 0, guestsPassed: 0 };

/** What is read of somebody's best attempt at one quiz. */
export interface BestRow {
  readonly quiz: string;
  readonly title: string;
  readonly pass_share: number;
  readonly person: string;
  readonly attempts: number;
  readonly correct: number;
  readonly total: number;
  readonly at: string;
}

/** The best attempts of members at the quizzes of a campaign that `where` lets through; tables: quiz, quiz_attempt, person. */
export async function bestRows(tables: Tables, campaign: string, now: string, where: RawBuilder<SqlBool>): Promise<readonly BestRow[]> {
  const { rows } = await sql<BestRow>`
    SELECT quiz.id AS quiz, quiz.title, quiz.pass_share, quiz_attempt.person, count(*) AS attempts,
      max(quiz_attempt.correct * 1.0 / quiz_attempt.total) AS share, quiz_attempt.correct, quiz_attempt.total,
      coalesce(quiz_attempt.handed_in_at, quiz_attempt.ends_at) AS at
    FROM quiz JOIN quiz_attempt ON quiz_attempt.quiz = quiz.id JOIN person ON person.id = quiz_attempt.person
    WHERE quiz.campaign = ${campaign} AND ${isCounted(now)} AND ${where}
    GROUP BY quiz_attempt.person, quiz.id ORDER BY quiz.title, quiz.id`.execute(tables);
  return rows;
}

export const toBest = ({ quiz, title, pass_share, correct, total, at }: BestRow): BestResult => ({
  quiz,
  title,
  correct,
  total,
  at,
  isPassed: isPassed(correct, total, pass_share),
});

/** AppError `corpus-damaged` when they cannot be read. */
export const readAsked = ({ id, questions }: Pick<CorpusTables['quiz_attempt'], 'id' | 'questions'>): readonly AskedQuestion[] =>
  readList<AskedQuestion>(questions, { table: 'quiz_attempt', row: id });

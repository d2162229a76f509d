import { randomInt } from 'node:crypto';
import { type Selectable, type SqlBool, sql } from 'kysely';
import { AppError } from '../../../model/errors.js';
import { type AskedQuestion, drawQuestions, isAnsweredRight, isPassed, quizStateAt } from '../../../model/quiz.js';
import type { OfferedQuiz, Sitting, Sittings } from '../../records/sittings.js';
import type { CorpusTables } from '../schema.js';
import { RECORD_MESSAGES } from './messages.js';
import { bestRows, type QuizRow, readAsked, selectQuizzes, toBest } from './quiz-rows.js';
import { randomId } from './random-id.js';
import { isOwnOrAbove } from './reach.js';
import { toQuestion } from './sqlite-questions.js';
import type { Change, Store, Tables } from './store.js';

type AttemptRow = Selectable<CorpusTables['quiz_attempt']>;

/** Milliseconds after which the attempt of a guest who went away is forgotten. */
const FORGOTTEN_AFTER = 48 * 60 * 60_000;

export class SqliteSittings implements Sittings {
  constructor(private readonly store: Store) {}

  own(campaign: string): Promise<readonly OfferedQuiz[]> {
    return this.store.read(async (tables) => {
      const rows = await selectQuizzes(tables)
        .where('quiz.campaign', '=', campaign)
        .where(isOwnOrAbove(this.store.scope, 'quiz.unit'))
        .orderBy('quiz.title')
        .execute();
      const offered: OfferedQuiz[] = [];
      for (const row of rows) {
        if (!(await this.isTheirs(tables, row))) continue;
        const quiz = await this.toOffered(tables, row);
        if (quizStateAt(row, this.now) === 'open' || quiz.best !== null) offered.push(quiz);
      }
      return offered;
    });
  }

  offered(key: string): Promise<OfferedQuiz> {
    return this.store.read(async (tables) => this.toOffered(tables, await this.openQuiz(tables, key)));
  }

  start(key: string, guest: string): Promise<Sitting> {
    return this.store.write(async ({ tables, at }) => {
      const quiz = await this.openQuiz(tables, key);
      const person = (await this.isTheirs(tables, quiz)) ? this.person : null;
      if (person === null) await forgetAbandoned(tables, quiz.id, at);
      const running = person === null ? undefined : await runningOf(tables, quiz.id, person, at);
      if (running !== undefined) return toSitting(running, quiz, at);
      const left = person === null ? null : await attemptsLeft(tables, quiz, person);
      if (left !== null && left <= 0) throw new AppError('no-attempt-left', RECORD_MESSAGES.noAttemptLeft);
      const questions = drawQuestions(await poolOf(tables, quiz.id), quiz.asked, (limit) => randomInt(limit));
      if (questions.length === 0) throw new AppError('unknown-id', RECORD_MESSAGES.noSuchAddress);
      const row = {
        id: randomId(),
        quiz: quiz.id,
        person,
        guest: person === null ? guest : '',
        questions: written(questions),
        started_at: at,
        ends_at: endOf(quiz, at),
        handed_in_at: null,
        correct: 0,
        total: questions.length,
      };
      await tables.insertInto('quiz_attempt').values(row).execute();
      return toSitting(row, quiz, at);
    });
  }

  find(key: string, attempt: string): Promise<Sitting> {
    return this.store.read(async (tables) => {
      const { row, quiz } = await this.attempt(tables, key, attempt);
      return toSitting(row, quiz, this.now);
    });
  }

  answer(key: string, attempt: string, place: number, chosen: readonly number[]): Promise<Sitting> {
    return this.store.write(async ({ tables, at }) => {
      const { row, quiz } = await this.attempt(tables, key, attempt);
      if (isOver(row, at)) throw new AppError('attempt-over', RECORD_MESSAGES.attemptOver);
      const asked = readAsked(row);
      const question = asked[place];
      const picked = [...new Set(chosen)].sort((a, b) => a - b);
      const isKnown = question !== undefined && picked.every((one) => one < question.options.length);
      if (!isKnown || (question.kind !== 'many' && picked.length > 1)) throw new AppError('unknown-id', RECORD_MESSAGES.noSuchAddress);
      const answered = asked.map((one, index) => (index === place ? { ...one, chosen: picked } : one));
      const values = { questions: written(answered), correct: answered.filter(isAnsweredRight).length };
      await tables.updateTable('quiz_attempt').set(values).where('id', '=', attempt).execute();
      return toSitting({ ...row, ...values }, quiz, at);
    });
  }

  handIn(key: string, attempt: string): Promise<Sitting> {
    return this.store.write(async (change) => {
      const { row, quiz } = await this.attempt(change.tables, key, attempt);
      return toSitting(await markHandedIn(change, row), quiz, change.at);
    });
  }

  private get now(): string {
    return this.store.now().toISOString();
  }

  private get person(): string | null {
    return this.store.scope?.person ?? null;
  }

  /** A quiz that whoever asks may begin now. */
  private async openQuiz(tables: Tables, key: string): Promise<QuizRow> {
    const row = await selectQuizzes(tables).where('quiz.key', '=', key).executeTakeFirst();
    const isOpen = row !== undefined && row.questions > 0 && quizStateAt(row, this.now) === 'open';
    if (isOpen && (row.is_public === 1 || (await this.isTheirs(tables, row)))) return row;
    throw new AppError('unknown-id', RECORD_MESSAGES.noSuchAddress);
  }

  /** Whether the quiz is for the member who asks: they are on the roster of its campaign, at its unit or below. */
  private async isTheirs(tables: Tables, { campaign, id }: QuizRow): Promise<boolean> {
    const { person } = this;
    if (person === null) return false;
    const entry = tables
      .selectFrom('roster_entry')
      .innerJoin('quiz', 'quiz.campaign', 'roster_entry.campaign')
      .select('roster_entry.person')
      .where('roster_entry.campaign', '=', campaign)
      .where('roster_entry.person', '=', person)
      .where('quiz.id', '=', id);
    return (await entry.where(isOwnOrAbove(this.store.scope, 'quiz.unit')).executeTakeFirst()) !== undefined;
  }

  private async toOffered(tables: Tables, row: QuizRow): Promise<OfferedQuiz> {
    const { key, title, unitName, minutes, closes, questions } = row;
    const campaign = await tables.selectFrom('campaign').select('name').where('id', '=', row.campaign).executeTakeFirstOrThrow();
    const asked = Math.min(row.asked, questions);
    const shared = { key, title, campaign: campaign.name, unit: unitName, asked, passShare: row.pass_share, minutes, closes };
    const person = (await this.isTheirs(tables, row)) ? this.person : null;
    if (person === null) return { ...shared, left: null, best: null, running: null };
    const mine = sql<SqlBool>`quiz.id = ${row.id} AND person.id = ${person}`;
    const [found] = await bestRows(tables, row.campaign, this.now, mine);
    const running = await runningOf(tables, row.id, person, this.now);
    const { quiz: _, title: _title, ...best } = found === undefined ? { quiz: '', title: '' } : toBest(found);
    return {
      ...shared,
      left: await attemptsLeft(tables, row, person),
      best: found === undefined ? null : (best as OfferedQuiz['best']),
      running: running?.id ?? null,
    };
  }

  /** An attempt of a member's for that member, one of a guest's for whoever knows its id. */
  private async attempt(tables: Tables, key: string, id: string): Promise<{ readonly row: AttemptRow; readonly quiz: QuizRow }> {
    const quiz = await selectQuizzes(tables).where('quiz.key', '=', key).executeTakeFirst();
    const row = await tables.selectFrom('quiz_attempt').selectAll().where('id', '=', id).executeTakeFirst();
    if (quiz === undefined || row?.quiz !== quiz.id || (row.person !== null && row.person !== this.person))
      throw new AppError('unknown-id', RECORD_MESSAGES.noSuchAddress);
    return { row, quiz };
  }
}

/** With each question whether it is answered right, so that figures can be counted where they are kept. */
const written = (questions: readonly AskedQuestion[]): string =>
  JSON.stringify(questions.map((question) => ({ ...question, isRight: isAnsweredRight(question) ? 1 : 0 })));

const isOver = ({ handed_in_at, ends_at }: AttemptRow, now: string): boolean =>
  handed_in_at !== null || (ends_at !== null && ends_at <= now);

function endOf({ minutes, closes }: QuizRow, at: string): string | null {
  const end = minutes === null ? null : new Date(Date.parse(at) + minutes * 60_000).toISOString();
  return end === null || (closes !== null && closes < end) ? closes : end;
}

/** Whoever hands in after the end hands in what was there at the end. */
async function markHandedIn({ tables, at }: Change, row: AttemptRow): Promise<AttemptRow> {
  if (row.handed_in_at !== null) return row;
  const handed_in_at = row.ends_at !== null && row.ends_at < at ? row.ends_at : at;
  await tables.updateTable('quiz_attempt').set({ handed_in_at }).where('id', '=', row.id).execute();
  return { ...row, handed_in_at };
}

function runningOf(tables: Tables, quiz: string, person: string, now: string): Promise<AttemptRow | undefined> {
  return tables
    .selectFrom('quiz_attempt')
    .selectAll()
    .where('quiz', '=', quiz)
    .where('person', '=', person)
    .where('handed_in_at', 'is', null)
    .where((where) => where.or([where('ends_at', 'is', null), where('ends_at', '>', now)]))
    .executeTakeFirst();
}

async function attemptsLeft(tables: Tables, { id, attempts }: QuizRow, person: string): Promise<number | null> {
  if (attempts === null) return null;
  const taken = tables.selectFrom('quiz_attempt').select(({ fn }) => fn.countAll<number>().as('count'));
  const { count } = await taken.where('quiz', '=', id).where('person', '=', person).executeTakeFirstOrThrow();
  return Math.max(0, attempts - count);
}

async function poolOf(tables: Tables, quiz: string) {
  const rows = await tables
    .selectFrom('quiz_question')
    .innerJoin('question', 'question.id', 'quiz_question.question')
    .selectAll('question')
    .where('quiz', '=', quiz)
    .where('archived_at', 'is', null)
    .execute();
  return rows.map(toQuestion);
}

async function forgetAbandoned(tables: Tables, quiz: string, at: string): Promise<void> {
  const before = new Date(Date.parse(at) - FORGOTTEN_AFTER).toISOString();
  await tables
    .deleteFrom('quiz_attempt')
    .where('quiz', '=', quiz)
    .where('person', 'is', null)
    .where('handed_in_at', 'is', null)
    .where('started_at', '<', before)
    .execute();
}

function toSitting(row: AttemptRow, { title, pass_share }: QuizRow, now: string): Sitting {
  const { id, started_at, ends_at, total } = row;
  const correct = row.correct ?? 0;
  const result = { correct, total, isPassed: isPassed(correct, total, pass_share) };
  return { id, title, questions: readAsked(row), startedAt: started_at, endsAt: ends_at, isOver: isOver(row, now), ...result };
}

import { type SqlBool, sql } from 'kysely';
import { AppError } from '../../../model/errors.js';
import { isPassed } from '../../../model/quiz.js';
import type { Actor } from '../../records/actor.js';
import type {
  BestResult,
  GuestResult,
  MemberResult,
  QuestionFigures,
  Quiz,
  QuizCounts,
  QuizInput,
  QuizResults,
  Quizzes,
} from '../../records/quizzes.js';
import { inChunks } from '../in-chunks.js';
import { campaignRow } from './campaign-rows.js';
import { RECORD_MESSAGES } from './messages.js';
import { bestRows, countsOf, isCounted, NO_COUNTS, ownQuizRow, type QuizRow, quizRow, selectQuizzes, toBest, toQuiz } from './quiz-rows.js';
import { randomId } from './random-id.js';
import { isOwn, isOwnOrAbove } from './reach.js';
import { BY_NAME } from './roster/names.js';
import type { Change, Store, Tables } from './store.js';

export class SqliteQuizzes implements Quizzes {
  constructor(private readonly store: Store) {}

  list(campaign: string): Promise<readonly (Quiz & { readonly counts: QuizCounts })[]> {
    return this.store.read(async (tables) => {
      await campaignRow(tables, campaign, this.store.scope);
      const rows = await selectQuizzes(tables)
        .where('quiz.campaign', '=', campaign)
        .where(isOwnOrAbove(this.store.scope, 'quiz.unit'))
        .execute();
      const counts = await countsOf(tables, campaign, this.moment);
      const quizzes = rows.map((row) => ({ ...toQuiz(row, this.store.scope), counts: counts.get(row.id) ?? NO_COUNTS }));
      return quizzes.sort((a, b) => BY_NAME.compare(a.title, b.title));
    });
  }

  questionsOf(campaign: string, quiz: string): Promise<readonly string[]> {
    return this.store.read(async (tables) => {
      await ownQuizRow(tables, campaign, quiz, this.store.scope);
      const rows = await tables
        .selectFrom('quiz_question')
        .innerJoin('question', 'question.id', 'quiz_question.question')
        .select('question.id')
        .where('quiz', '=', quiz)
        .where('archived_at', 'is', null)
        .execute();
      return rows.map(({ id }) => id);
    });
  }

  create(campaign: string, quiz: QuizInput, actor: Actor): Promise<string> {
    return this.store.write(async (change) => {
      const { tables, reach, log } = change;
      await campaignRow(tables, campaign, reach);
      const unit = this.store.home;
      const id = randomId();
      await tables
        .insertInto('quiz')
        .values({ id, key: randomId(), campaign, unit, ...valuesOf(quiz) })
        .execute();
      await putQuestions(change, id, quiz.questions);
      await log({ actor, kind: 'quiz-changed', unit, campaign, details: { quiz: id, name: quiz.title, change: 'created' } });
      return id;
    });
  }

  change(campaign: string, id: string, quiz: QuizInput, revision: number, actor: Actor): Promise<void> {
    return this.store.write(async (change) => {
      const row = await ownQuizRow(change.tables, campaign, id, change.reach);
      requireRevision(row, revision);
      await change.tables.deleteFrom('quiz_question').where('quiz', '=', id).execute();
      await putQuestions(change, id, quiz.questions);
      await update(change, row, valuesOf(quiz));
      await change.log({
        actor,
        kind: 'quiz-changed',
        unit: row.unit,
        campaign,
        details: { quiz: id, name: quiz.title, change: 'changed' },
      });
    });
  }

  setOpen(campaign: string, id: string, isOpen: boolean, revision: number, actor: Actor): Promise<void> {
    return this.store.write(async (change) => {
      const { tables, reach, at, log } = change;
      const row = await ownQuizRow(tables, campaign, id, reach);
      requireRevision(row, revision);
      const isOver = row.closes !== null && row.closes <= at;
      const opening = { opens: row.opens !== null && row.opens <= at ? row.opens : at, closes: isOver ? null : row.closes };
      await update(change, row, isOpen ? opening : { closes: at });
      const details = { quiz: id, name: row.title };
      await log({ actor, kind: isOpen ? 'quiz-opened' : 'quiz-closed', unit: row.unit, campaign, details });
    });
  }

  results(campaign: string, id: string): Promise<QuizResults> {
    return this.store.read(async (tables) => {
      const quiz = toQuiz(await quizRow(tables, campaign, id, this.store.scope), this.store.scope);
      const counts = (await countsOf(tables, campaign, this.moment)).get(id) ?? NO_COUNTS;
      const [questions, members] = [await this.figures(tables, quiz), await this.members(tables, campaign, id)];
      return { quiz, counts, questions, members, guests: quiz.isOwn ? await guestsOf(tables, quiz) : [] };
    });
  }

  best(campaign: string, person?: string): Promise<ReadonlyMap<string, readonly BestResult[]>> {
    return this.store.read(async (tables) => {
      await campaignRow(tables, campaign, this.store.scope);
      const one = person === undefined ? sql<SqlBool>`true` : sql<SqlBool>`person.id = ${person}`;
      const rows = await bestRows(tables, campaign, this.moment.now, sql<SqlBool>`${isOwn(this.store.scope, 'person.unit')} AND ${one}`);
      const found = new Map<string, BestResult[]>();
      for (const row of rows) found.set(row.person, [...(found.get(row.person) ?? []), toBest(row)]);
      return found;
    });
  }

  async ofEssay(campaign: string, submission: string): Promise<readonly BestResult[] | null> {
    const person = await this.store.read(async (tables) => {
      const essays = tables
        .selectFrom('result')
        .innerJoin('submission', 'submission.id', 'result.submission')
        .leftJoin('essay_person', 'essay_person.submission', 'submission.id')
        .select('essay_person.person')
        .where('result.campaign', '=', campaign)
        .where('submission.id', '=', submission);
      const row = await essays.where(isOwn(this.store.scope, 'submission.tenant')).executeTakeFirst();
      if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownEssay(submission));
      return row.person;
    });
    return person === null ? null : ((await this.best(campaign, person)).get(person) ?? []);
  }

  private get moment() {
    return { reach: this.store.scope, now: this.store.now().toISOString() };
  }

  private async members(tables: Tables, campaign: string, id: string): Promise<readonly MemberResult[]> {
    const own = isOwn(this.store.scope, 'person.unit');
    const rows = await bestRows(tables, campaign, this.moment.now, sql<SqlBool>`quiz.id = ${id} AND ${own}`);
    const people = new Map<string, { readonly name: string; readonly card: string; readonly cell: string }>();
    for (const chunk of inChunks(rows.map(({ person }) => person)))
      for (const one of await tables.selectFrom('person').select(['id', 'name', 'card', 'cell']).where('id', 'in', chunk).execute())
        people.set(one.id, one);
    const members = rows.map((row): MemberResult => {
      const { name = '', card = '', cell = '' } = people.get(row.person) ?? {};
      return { ...toBest(row), person: row.person, name, card, cell, attempts: row.attempts };
    });
    return members.sort((a, b) => BY_NAME.compare(a.name, b.name));
  }

  /** Read off the questions as they were asked; a question that was changed since stands under its newest words. */
  private async figures(tables: Tables, { id, isOwn: isWhole }: Quiz): Promise<readonly QuestionFigures[]> {
    const reached = isWhole ? sql<SqlBool>`true` : isOwn(this.store.scope, 'person.unit');
    const { rows } = await sql<QuestionFigures>`
      SELECT json_extract(asked.value, '$.id') AS question, coalesce(question.words, json_extract(asked.value, '$.words')) AS words,
        count(*) AS asked, sum(json_extract(asked.value, '$.isRight')) AS right
      FROM quiz_attempt JOIN json_each(quiz_attempt.questions) AS asked
        LEFT JOIN question ON question.id = json_extract(asked.value, '$.id')
        LEFT JOIN person ON person.id = quiz_attempt.person
      WHERE quiz_attempt.quiz = ${id} AND ${isCounted(this.moment.now)} AND ${reached}
      GROUP BY question ORDER BY sum(json_extract(asked.value, '$.isRight')) * 1.0 / count(*), words`.execute(tables);
    return rows;
  }
}

/** Guests shown at most. */
const MOST_GUESTS = 500;

async function guestsOf(tables: Tables, { id, passShare }: Quiz): Promise<readonly GuestResult[]> {
  const rows = await tables
    .selectFrom('quiz_attempt')
    .select(['guest', 'correct', 'total', 'handed_in_at'])
    .where('quiz', '=', id)
    .where('person', 'is', null)
    .where('guest', '<>', '')
    .where('handed_in_at', 'is not', null)
    .orderBy('handed_in_at', 'desc')
    .limit(MOST_GUESTS)
    .execute();
  return rows.map(({ guest, correct, total, handed_in_at }) => {
    const right = correct ?? 0;
    return { guest, correct: right, total, isPassed: isPassed(right, total, passShare), at: handed_in_at ?? '' };
  });
}

function valuesOf({ title, asked, passShare, attempts, minutes, opens, closes, isPublic }: QuizInput) {
  return { title, asked, pass_share: passShare, attempts, minutes, opens, closes, is_public: isPublic ? (1 as const) : (0 as const) };
}

/** All questions must be of the unit's bank and can be asked. */
async function putQuestions({ tables, reach }: Change, quiz: string, questions: readonly string[]): Promise<void> {
  const asked = [...new Set(questions)];
  for (const chunk of inChunks(asked)) {
    const known = tables.selectFrom('question').select('id').where('id', 'in', chunk).where(isOwn(reach, 'unit'));
    if ((await known.where('archived_at', 'is', null).execute()).length < chunk.length)
      throw new AppError('unknown-id', RECORD_MESSAGES.questionsGone);
    await tables
      .insertInto('quiz_question')
      .values(chunk.map((question) => ({ quiz, question })))
      .execute();
  }
}

/** Who is in the middle of it has until it closes. */
async function update({ tables }: Change, { id, revision }: QuizRow, values: Partial<ReturnType<typeof valuesOf>>): Promise<void> {
  await tables
    .updateTable('quiz')
    .set({ ...values, revision: revision + 1 })
    .where('id', '=', id)
    .execute();
  const { closes } = values;
  if (closes === null || closes === undefined) return;
  await tables
    .updateTable('quiz_attempt')
    .set({ ends_at: closes })
    .where('quiz', '=', id)
    .where('handed_in_at', 'is', null)
    .where((where) => where.or([where('ends_at', 'is', null), where('ends_at', '>', closes)]))
    .execute();
}

function requireRevision(row: QuizRow, revision: number): void {
  if (row.revision === revision) return;
  const { id: _, key: _key, unit: _unit, unitName: _name, isOwn: _own, ...other } = toQuiz(row, null);
  throw new AppError('quiz-outdated', RECORD_MESSAGES.quizOutdated, { details: { ...other } });
}

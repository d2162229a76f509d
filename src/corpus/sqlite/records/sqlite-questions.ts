import type { Selectable } from 'kysely';
import { AppError } from '../../../model/errors.js';
import { type Option, QUESTION_KINDS, type Question, type QuestionContent } from '../../../model/question.js';
import type { Actor } from '../../records/actor.js';
import type { ImportedQuestions, Questions } from '../../records/questions.js';
import type { CorpusTables } from '../schema.js';
import { RECORD_MESSAGES } from './messages.js';
import { randomId } from './random-id.js';
import { isOwn, type Reach } from './reach.js';
import { BY_NAME } from './roster/names.js';
import type { Change, Store, Tables } from './store.js';
import { readList } from './stored-json.js';

export class SqliteQuestions implements Questions {
  constructor(private readonly store: Store) {}

  list(): Promise<readonly Question[]> {
    return this.store.read(async (tables) => {
      const rows = await tables.selectFrom('question').selectAll().where(isOwn(this.store.scope, 'unit')).execute();
      const questions = rows.map(toQuestion);
      return questions.sort((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null) || byTopic(a, b));
    });
  }

  add(question: QuestionContent, actor: Actor): Promise<string> {
    return this.store.write(async ({ tables, log }) => {
      const unit = this.store.home;
      const id = randomId();
      await tables
        .insertInto('question')
        .values({ id, unit, archived_at: null, ...valuesOf(question) })
        .execute();
      await log({ actor, kind: 'question-changed', unit, details: { question: id, change: 'added' } });
      return id;
    });
  }

  change(id: string, question: QuestionContent, revision: number, actor: Actor): Promise<void> {
    return this.store.write(async (change) => {
      const row = await rowOf(change.tables, id, change.reach);
      const values = valuesOf(question);
      if (keyOf(row) === keyOf(values)) return;
      requireRevision(row, revision);
      await this.update(change, row, { values, what: 'changed', actor });
    });
  }

  archive(id: string, isArchived: boolean, revision: number, actor: Actor): Promise<void> {
    return this.store.write(async (change) => {
      const row = await rowOf(change.tables, id, change.reach);
      if ((row.archived_at !== null) === isArchived) return;
      requireRevision(row, revision);
      const values = { archived_at: isArchived ? change.at : null };
      await this.update(change, row, { values, what: isArchived ? 'archived' : 'restored', actor });
    });
  }

  plan(questions: readonly QuestionContent[]): Promise<ImportedQuestions> {
    return this.store.read(async (tables) => {
      const added = await this.unknown(tables, questions);
      return { added: added.length, known: questions.length - added.length };
    });
  }

  import(questions: readonly QuestionContent[], skipped: number, actor: Actor): Promise<ImportedQuestions> {
    return this.store.write(async ({ tables, log }) => {
      const unit = this.store.home;
      const added = await this.unknown(tables, questions);
      const insert = async (question: QuestionContent): Promise<void> => {
        await tables
          .insertInto('question')
          .values({ id: randomId(), unit, archived_at: null, ...valuesOf(question) })
          .execute();
      };
      for (const question of added) await insert(question);
      const details = { added: added.length, known: questions.length - added.length, skipped };
      if (added.length > 0) await log({ actor, kind: 'question-imported', unit, details });
      return { added: added.length, known: details.known };
    });
  }

  /** Those that the unit does not have, word for word, and each once. */
  private async unknown(tables: Tables, questions: readonly QuestionContent[]): Promise<readonly QuestionContent[]> {
    const rows = await tables
      .selectFrom('question')
      .selectAll()
      .where('unit', '=', this.store.home)
      .where('archived_at', 'is', null)
      .execute();
    const known = new Set(rows.map(keyOf));
    return questions.filter((question) => {
      const key = keyOf(valuesOf(question));
      return !known.has(key) && known.add(key);
    });
  }

  private async update(
    { tables, log }: Change,
    { id, unit, revision }: QuestionRow,
    { values, what, actor }: { readonly values: Partial<QuestionValues> & { archived_at?: string | null }; what: string; actor: Actor },
  ): Promise<void> {
    await tables
      .updateTable('question')
      .set({ ...values, revision: revision + 1 })
      .where('id', '=', id)
      .execute();
    await log({ actor, kind: 'question-changed', unit, details: { question: id, change: what } });
  }
}

type QuestionRow = Selectable<CorpusTables['question']>;
type QuestionValues = ReturnType<typeof valuesOf>;

/** AppError `corpus-damaged` when it cannot be read. */
export function toQuestion({ id, topic, kind, words, options, explanation, archived_at, revision }: QuestionRow): Question {
  const known = QUESTION_KINDS.find((one) => one === kind);
  if (known === undefined) throw new AppError('corpus-damaged', RECORD_MESSAGES.rowDamaged('question', id));
  const read = readList<Option>(options, { table: 'question', row: id });
  return { id, topic, kind: known, words, options: read, explanation, archivedAt: archived_at, revision };
}

function valuesOf({ topic, kind, words, options, explanation }: QuestionContent) {
  const kept = options.map((option) => ({ words: option.words, isRight: option.isRight, feedback: option.feedback }));
  return { topic, kind, words, options: JSON.stringify(kept), explanation };
}

const keyOf = ({ topic, kind, words, options, explanation }: QuestionValues | QuestionRow): string =>
  JSON.stringify([topic, kind, words, options, explanation]);

const byTopic = (a: Question, b: Question): number => BY_NAME.compare(a.topic, b.topic) || BY_NAME.compare(a.words, b.words);

async function rowOf(tables: Tables, id: string, reach: Reach): Promise<QuestionRow> {
  const row = await tables.selectFrom('question').selectAll().where('id', '=', id).where(isOwn(reach, 'unit')).executeTakeFirst();
  if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownQuestion);
  return row;
}

function requireRevision(row: QuestionRow, revision: number): void {
  if (row.revision === revision) return;
  const { id: _, archivedAt: _archived, ...other } = toQuestion(row);
  throw new AppError('question-outdated', RECORD_MESSAGES.questionOutdated, { details: { ...other } });
}

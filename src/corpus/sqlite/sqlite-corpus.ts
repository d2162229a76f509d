import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { AppError } from '../../model/errors.js';
import type { Submission } from '../../model/submission.js';
import type { MarkedSequence } from '../../model/tokens.js';
import type { CandidateAnswer, CandidateQuery, Corpus, Damage, NewEssay, StoredSubmission } from '../corpus.js';
import { decodeEssay, EssayBlobError } from '../essay-blob.js';
import type { CandidateIndex, IndexSettings } from '../index/candidate-index.js';
import { CORPUS_MESSAGES, type EssayName } from '../messages.js';
import { SerialQueue } from '../serial-queue.js';
import { submissionId } from '../submission-id.js';
import type { Connection } from './connection.js';
import {
  deleteSubmissions,
  insertEssay,
  knownOriginals,
  listSubmissions,
  type PreparedEssay,
  prepareEssay,
  readBlobs,
  readTexts,
  submissionsById,
} from './essay-rows.js';
import type { OriginalFile, OriginalStore } from './original-files.js';
import type { CorpusTables } from './schema.js';
import { storageError } from './storage-errors.js';
import { type ContentOf, loadIndex } from './stored-essays.js';
import { verifyCorpus } from './verify-corpus.js';

/** What a corpus works with. */
interface CorpusParts {
  /** How messages name the corpus. */
  readonly name: string;
  readonly connection: Connection;
  readonly originals: OriginalStore;
  readonly settings: IndexSettings;
  readonly contentOf: ContentOf;
  readonly now: () => Date;
}

/** A corpus in an SQLite database, its originals beside it and its indexes in memory. */
export class SqliteCorpus implements Corpus {
  private readonly queue = new SerialQueue();
  private closed = false;

  private constructor(
    private readonly parts: CorpusParts,
    private index: CandidateIndex,
    private damaged: readonly EssayName[],
  ) {}

  /** Reads the indexes of a database that is ready. */
  static async load(parts: CorpusParts): Promise<SqliteCorpus> {
    const { index, damaged } = await loadIndex(parts.connection.kysely, parts.settings);
    return new SqliteCorpus(parts, index, damaged);
  }

  append(essays: readonly NewEssay[]): Promise<readonly Submission[]> {
    return this.run(() => this.appendAll(essays));
  }

  list(): Promise<readonly StoredSubmission[]> {
    return this.run((tables) => listSubmissions(tables));
  }

  candidates(queries: readonly CandidateQuery[]): Promise<readonly CandidateAnswer[]> {
    return this.run(async () => {
      this.refuseDamaged(this.damaged);
      return queries.map((query) => this.index.query(query));
    });
  }

  sequences(ids: readonly string[]): Promise<ReadonlyMap<string, MarkedSequence>> {
    return this.run(async (tables) => {
      const asked = new Set(ids);
      this.refuseDamaged(this.damaged.filter(({ id }) => asked.has(id)));
      const blobs = await readBlobs(tables, ids);
      return new Map([...blobs].map(([id, bytes]) => [id, this.decoded(id, bytes)]));
    });
  }

  texts(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.run((tables) => readTexts(tables, ids));
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.run(() => this.removeAll([...new Set(ids)]));
  }

  verify(): Promise<readonly Damage[]> {
    return this.run(() => verifyCorpus({ ...this.parts, index: this.index }));
  }

  close(): Promise<void> {
    return this.run(async () => {
      this.closed = true;
      this.parts.connection.close();
    });
  }

  private run<T>(task: (tables: Kysely<CorpusTables>) => Promise<T>): Promise<T> {
    return this.queue.run(async () => {
      if (this.closed) throw new Error('the corpus is closed');
      try {
        return await task(this.parts.connection.kysely);
      } catch (error) {
        throw storageError(error, this.parts.name);
      }
    });
  }

  private async appendAll(essays: readonly NewEssay[]): Promise<Submission[]> {
    for (const essay of essays) this.check(essay);
    const ids = essays.map(submissionId);
    const kept = await submissionsById(this.parts.connection.kysely, ids);
    const fresh = firstOfEach(essays, ids).filter(({ id }) => !kept.has(id));
    for (const submission of await this.write(fresh.map(({ id, essay }) => prepareEssay(id, essay)))) kept.set(submission.id, submission);
    for (const { id, essay } of fresh) {
      if (essay.content !== null) this.index.add({ id, unit: essay.unit, index: essay.content.index });
    }
    return ids.map((id) => kept.get(id)!);
  }

  private check({ original, sha256, content }: NewEssay): void {
    const actual = createHash('sha256').update(original).digest('hex');
    if (actual !== sha256) throw new RangeError(`sha256 ${sha256} for bytes with ${actual}`);
    if (content !== null) this.index.check(content.index);
  }

  /** Files first, since a row must never stand without its original; then all rows at once. */
  private async write(fresh: readonly PreparedEssay[]): Promise<Submission[]> {
    const { connection, originals, now } = this.parts;
    const { unknown, lost } = await this.newFiles(fresh);
    const receivedAt = now().toISOString();
    try {
      await originals.write([...unknown, ...lost]);
      return await connection.atomically(async (tables) => {
        for (const { sha256, bytes } of unknown) await tables.insertInto('original').values({ sha256, bytes: bytes.length }).execute();
        const submissions: Submission[] = [];
        for (const prepared of fresh) submissions.push(await insertEssay(tables, prepared, receivedAt));
        return submissions;
      });
    } catch (error) {
      // The failure itself matters more than a file that could not be removed: `verify` will name that one.
      await originals.discard(unknown.map(({ sha256 }) => sha256)).catch(() => undefined);
      throw error;
    }
  }

  /** The originals that have no row yet, and those that have one but whose file is lost or changed; each once. */
  private async newFiles(fresh: readonly PreparedEssay[]): Promise<{ readonly unknown: OriginalFile[]; readonly lost: OriginalFile[] }> {
    const { connection, originals } = this.parts;
    const files = new Map(fresh.map(({ essay }) => [essay.sha256, { sha256: essay.sha256, bytes: essay.original }]));
    const known = await knownOriginals(connection.kysely, [...files.keys()]);
    const lost: OriginalFile[] = [];
    for (const sha256 of known) if ((await originals.stateOf(sha256)) !== 'ok') lost.push(files.get(sha256)!);
    return { unknown: [...files.values()].filter(({ sha256 }) => !known.has(sha256)), lost };
  }

  private async removeAll(ids: readonly string[]): Promise<void> {
    const { connection, originals, settings } = this.parts;
    const known = await submissionsById(connection.kysely, ids);
    const unknown = ids.find((id) => !known.has(id));
    if (unknown !== undefined) throw new AppError('unknown-id', CORPUS_MESSAGES.unknownId(unknown));
    const gone = await connection.atomically((tables) => deleteSubmissions(tables, ids));
    // Cut lists may have turned away an essay that belongs there now, so the index is built anew.
    const { index, damaged } = await loadIndex(connection.kysely, settings);
    this.index = index;
    this.damaged = damaged;
    await originals.discard(gone);
  }

  private decoded(id: string, bytes: Uint8Array): MarkedSequence {
    try {
      return decodeEssay(bytes).sequence;
    } catch (error) {
      if (!(error instanceof EssayBlobError)) throw error;
      throw new AppError('corpus-damaged', CORPUS_MESSAGES.essaysDamaged(this.parts.name, { id, file: id }, 1), { cause: error });
    }
  }

  private refuseDamaged(damaged: readonly EssayName[]): void {
    const [first] = damaged;
    if (first === undefined) return;
    throw new AppError('corpus-damaged', CORPUS_MESSAGES.essaysDamaged(this.parts.name, first, damaged.length));
  }
}

/** Several of one batch may be the same submission: the first one is kept. */
function firstOfEach(essays: readonly NewEssay[], ids: readonly string[]): { readonly id: string; readonly essay: NewEssay }[] {
  const seen = new Set<string>();
  return essays.flatMap((essay, at) => {
    const id = ids[at]!;
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ id, essay }];
  });
}

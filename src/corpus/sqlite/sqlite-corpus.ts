import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { AppError } from '../../model/errors.js';
import type { Submission } from '../../model/submission.js';
import type { MarkedSequence } from '../../model/tokens.js';
import type { CandidateAnswer, CandidateQuery, Corpus, Damage, NewEssay, StoredSubmission } from '../corpus.js';
import { decodeEssay, EssayBlobError } from '../essay-blob.js';
import type { IndexSettings } from '../index/candidate-index.js';
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
import { LiveIndex } from './live-index.js';
import type { OriginalFile, OriginalStore } from './original-files.js';
import { type EssayRefresh, readKept, refreshOf, writeRefresh } from './refresh-essay.js';
import type { CorpusTables } from './schema.js';
import { storageError } from './storage-errors.js';
import type { ContentOf } from './stored-essays.js';
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
    private readonly live: LiveIndex,
  ) {}

  /** Reads the indexes of a database that is ready. */
  static async load(parts: CorpusParts): Promise<SqliteCorpus> {
    return new SqliteCorpus(parts, await LiveIndex.load(parts.connection.kysely, parts.settings));
  }

  append(essays: readonly NewEssay[]): Promise<readonly Submission[]> {
    return this.run(() => this.appendAll(essays));
  }

  list(): Promise<readonly StoredSubmission[]> {
    return this.run((tables) => listSubmissions(tables));
  }

  candidates(queries: readonly CandidateQuery[]): Promise<readonly CandidateAnswer[]> {
    return this.run(async () => {
      const { index, damaged } = await this.live.current();
      this.refuseDamaged(damaged);
      return queries.map((query) => index.query(query));
    });
  }

  sequences(ids: readonly string[]): Promise<ReadonlyMap<string, MarkedSequence>> {
    return this.run(async (tables) => {
      const asked = new Set(ids);
      const { damaged } = await this.live.current();
      this.refuseDamaged(damaged.filter(({ id }) => asked.has(id)));
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
    return this.run(async () => verifyCorpus({ ...this.parts, index: (await this.live.current()).index }));
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
    const kept = await readKept(this.parts.connection.kysely, ids);
    const submissions = new Map<string, Submission>();
    const fresh: PreparedEssay[] = [];
    const refreshes: EssayRefresh[] = [];
    for (const [id, essay] of eachOnce(essays, ids)) {
      const prepared = prepareEssay(id, essay);
      const known = kept.get(id);
      const refresh = known === undefined ? null : refreshOf(known, prepared);
      if (known === undefined) fresh.push(prepared);
      else submissions.set(id, known.submission);
      if (refresh !== null) refreshes.push(refresh);
    }
    for (const submission of await this.write(fresh, refreshes)) submissions.set(submission.id, submission);
    if (refreshes.some(({ reindex }) => reindex)) this.live.outdate();
    this.live.add(fresh);
    return ids.map((id) => submissions.get(id)!);
  }

  private check({ original, sha256, content }: NewEssay): void {
    const actual = createHash('sha256').update(original).digest('hex');
    if (actual !== sha256) throw new RangeError(`sha256 ${sha256} for bytes with ${actual}`);
    if (content !== null) this.live.check(content.index);
  }

  /** Files first, since a row must never stand without its original; then all rows at once. */
  private async write(fresh: readonly PreparedEssay[], refreshes: readonly EssayRefresh[]): Promise<Submission[]> {
    if (fresh.length + refreshes.length === 0) return [];
    const { connection, originals, now } = this.parts;
    const { unknown, lost } = await this.newFiles(fresh);
    const receivedAt = now().toISOString();
    try {
      await originals.write([...unknown, ...lost]);
      return await connection.atomically(async (tables) => {
        for (const { sha256, bytes } of unknown) await tables.insertInto('original').values({ sha256, bytes: bytes.length }).execute();
        const submissions: Submission[] = [];
        for (const refresh of refreshes) submissions.push(await writeRefresh(tables, refresh));
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
    const { connection, originals } = this.parts;
    const known = await submissionsById(connection.kysely, ids);
    const unknown = ids.find((id) => !known.has(id));
    if (unknown !== undefined) throw new AppError('unknown-id', CORPUS_MESSAGES.unknownId(unknown));
    const gone = await connection.atomically((tables) => deleteSubmissions(tables, ids));
    this.live.outdate();
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

/** Several of one call may be the same submission: each one refreshes those before it, as if it had come in a later call. */
function eachOnce(essays: readonly NewEssay[], ids: readonly string[]): ReadonlyMap<string, NewEssay> {
  const found = new Map<string, NewEssay>();
  for (const [at, essay] of essays.entries()) {
    const id = ids[at]!;
    const before = found.get(id);
    if (before === undefined) found.set(id, essay);
    else if (before.content !== null && essay.content === null) found.set(id, { ...before, unit: essay.unit });
    else found.set(id, { ...essay, file: before.file });
  }
  return found;
}

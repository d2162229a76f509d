import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { AppError } from '../../model/errors.js';
import type { Submission } from '../../model/submission.js';
import type { MarkedSequence } from '../../model/tokens.js';
import type { CandidateAnswer, CandidateQuery, Corpus, Damage, KeptEssay, NewEssay, StoredSubmission } from '../corpus.js';
import type { IndexSettings } from '../index/candidate-index.js';
import { fingerprintMark } from '../index-blob.js';
import { CORPUS_MESSAGES, type EssayName } from '../messages.js';
import { SerialQueue } from '../serial-queue.js';
import { appendEssays, type Desk } from './append-essays.js';
import { raiseEpoch } from './epoch.js';
import { deleteSubmissions, idsInBatches, inOrder, listSubmissions, submissionsById } from './essay-rows.js';
import { readKept } from './kept-essays.js';
import { LiveIndex } from './live-index.js';
import { clearDoomed, forgetOriginals } from './needed-originals.js';
import type { CorpusTables } from './schema.js';
import { storageError } from './storage-errors.js';
import type { ContentOf } from './stored-essays.js';
import { readHolders } from './trace-rows.js';
import { verifyCorpus } from './verify-corpus.js';

/** What a corpus works with. */
interface CorpusParts extends Omit<Desk, 'madeWith'> {
  /** How messages name the corpus. */
  readonly name: string;
  readonly settings: IndexSettings;
  readonly contentOf: ContentOf;
}

/** A corpus in an SQLite database, its originals beside it and its indexes in memory. */
export class SqliteCorpus implements Corpus {
  private readonly queue = new SerialQueue();
  private readonly live: LiveIndex;
  private closed = false;

  /** Of a database that is ready. */
  constructor(private readonly parts: CorpusParts) {
    this.live = new LiveIndex(parts.settings);
  }

  append(essays: readonly NewEssay[]): Promise<readonly Submission[]> {
    return this.run(() => {
      for (const essay of essays) this.check(essay);
      return appendEssays(essays, { ...this.parts, madeWith: fingerprintMark(this.parts.settings.fingerprint) });
    });
  }

  list(): Promise<readonly StoredSubmission[]> {
    return this.run((tables) => listSubmissions(tables));
  }

  submissions(ids: readonly string[]): Promise<ReadonlyMap<string, Submission>> {
    return this.run(async (tables) => inOrder(ids, await submissionsById(tables, ids)));
  }

  inBatches(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return this.run((tables) => idsInBatches(tables, ids));
  }

  candidates(queries: readonly CandidateQuery[]): Promise<readonly CandidateAnswer[]> {
    return this.run(async () => {
      const { index, damaged } = await this.parts.connection.consistently((tables) => this.live.current(tables));
      this.refuseDamaged(damaged);
      return queries.map((query) => index.query(query));
    });
  }

  async sequences(ids: readonly string[]): Promise<ReadonlyMap<string, MarkedSequence>> {
    const sequences = new Map<string, MarkedSequence>();
    for (const [id, { sequence }] of await this.essays(ids)) if (sequence !== null) sequences.set(id, sequence);
    return sequences;
  }

  essays(ids: readonly string[]): Promise<ReadonlyMap<string, KeptEssay>> {
    return this.run(async () => {
      const { essays, damaged } = await this.parts.connection.consistently((tables) => readKept(tables, ids));
      this.refuseDamaged(damaged);
      return essays;
    });
  }

  holders(traces: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, readonly Submission[]>> {
    return this.run((tables) => readHolders(tables, traces));
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.run(() => this.removeAll([...new Set(ids)]));
  }

  verify(): Promise<readonly Damage[]> {
    return this.run(() => verifyCorpus({ ...this.parts, live: this.live }));
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

  private check({ original, sha256, content }: NewEssay): void {
    const actual = createHash('sha256').update(original).digest('hex');
    if (actual !== sha256) throw new RangeError(`sha256 ${sha256} for bytes with ${actual}`);
    if (content !== null) this.live.check(content.index.signature);
  }

  private async removeAll(ids: readonly string[]): Promise<void> {
    const { connection, originals } = this.parts;
    await connection.atomically(async (tables) => {
      const known = await submissionsById(tables, ids);
      const unknown = ids.find((id) => !known.has(id));
      if (unknown !== undefined) throw new AppError('unknown-id', CORPUS_MESSAGES.unknownId(unknown));
      await deleteSubmissions(tables, ids);
      await raiseEpoch(tables);
      await forgetOriginals(tables);
    });
    await clearDoomed(connection, originals);
  }

  private refuseDamaged(damaged: readonly EssayName[]): void {
    const [first] = damaged;
    if (first === undefined) return;
    throw new AppError('corpus-damaged', CORPUS_MESSAGES.essaysDamaged(this.parts.name, first, damaged.length));
  }
}

import type { Kysely } from 'kysely';
import { FOUNDING_UNIT, type Scope } from '../../../model/access.js';
import type { StoredOriginal } from '../../records/originals.js';
import type { Correct } from '../../records/review.js';
import type { Connection } from '../connection.js';
import { claimOriginal, clearDoomed, discardUnnamed } from '../needed-originals.js';
import type { FolderOriginals } from '../original-files.js';
import type { CorpusTables } from '../schema.js';
import { storageError } from '../storage-errors.js';
import { appendEvents, type NewEvent } from './event-lines.js';
import type { Reach } from './reach.js';

export type Tables = Kysely<CorpusTables>;

/** What a change works with: one transaction. */
export interface Change {
  readonly reach: Reach;
  readonly tables: Tables;
  /** The time of the change, ISO 8601, UTC. */
  readonly at: string;
  /** Adds lines to the log. */
  log(...events: readonly NewEvent[]): Promise<void>;
  /** Makes a received file count. */
  claim(original: StoredOriginal): Promise<void>;
}

interface StoreParts {
  /** How messages name the corpus. */
  readonly name: string;
  readonly connection: Connection;
  /** For reading, so that it waits for no writer. */
  readonly reading: Connection;
  /** For counting, which takes seconds where a province is looked at: whoever reads a page does not wait for it. */
  readonly counting: Connection;
  readonly originals: FolderOriginals;
  readonly now: () => Date;
  /** How corrections are worked into what was found; null where nothing is recorded. */
  readonly correct: Correct | null;
}

/** The database as all parts of the records share it. Errors are AppErrors as `Records` has them. */
export class Store {
  /** `scope`: for whom everything is read and changed; null for the machine itself, which sees all. */
  constructor(
    private readonly parts: StoreParts,
    readonly scope: Reach = null,
    private readonly shared = { writes: 0, closed: false },
  ) {}

  /** The same database as somebody sees it. */
  within(scope: Scope): Store {
    return new Store(this.parts, scope, this.shared);
  }

  /** The same database as the machine sees it. */
  whole(): Store {
    return new Store(this.parts, null, this.shared);
  }

  /** How corrections are worked into what was found; null where nothing is recorded. */
  get correct(): Correct | null {
    return this.parts.correct;
  }

  /** The unit that something new belongs to. */
  get home(): string {
    return this.scope?.units[0] ?? FOUNDING_UNIT;
  }

  get originals(): FolderOriginals {
    return this.parts.originals;
  }

  now(): Date {
    return this.parts.now();
  }

  /** Reads the state of one moment. */
  read<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    return this.guarded(() => this.parts.reading.consistently(work));
  }

  /** Counts in the state of one moment, while others read. */
  count<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    return this.guarded(() => this.parts.counting.consistently(work));
  }

  /** Changes something as a whole or not at all; it is on the disk once this resolves. */
  write<T>(work: (change: Change) => Promise<T>): Promise<T> {
    return this.guarded(async () => {
      const result = await this.parts.connection.atomically((tables) => work(this.changeOf(tables)));
      this.shared.writes += 1;
      return result;
    });
  }

  /** Keeps what was counted, from facts that cannot change meanwhile. Nobody is told of it as of a change. */
  keep<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    return this.guarded(() => this.parts.connection.atomically(work));
  }

  /** Removes a received file unless a row names it; the next sweep does where this cannot. */
  async discard({ sha256 }: StoredOriginal): Promise<void> {
    const { connection, originals } = this.parts;
    await connection.atomically((tables) => discardUnnamed(tables, originals, [sha256])).catch(() => undefined);
  }

  /** Removes the files that a change has made nobody's. */
  clearDoomed(): Promise<void> {
    return this.guarded(() => clearDoomed(this.parts.connection, this.parts.originals));
  }

  /** Removes those files, and what an erasure took out of the tables from the write-ahead log. */
  async forgetRemoved(): Promise<void> {
    await this.clearDoomed();
    await this.guarded(() => this.parts.connection.forgetLog());
  }

  /** Runs `work` on the files; failures are told as those of the database are. */
  async guarded<T>(work: () => Promise<T>): Promise<T> {
    if (this.shared.closed) throw new Error('the records are closed');
    try {
      return await work();
    } catch (error) {
      throw storageError(error, this.parts.name);
    }
  }

  changeMark(): number {
    return this.parts.connection.dataVersion() + this.shared.writes;
  }

  close(): Promise<void> {
    // After what was asked for before.
    return this.guarded(async () => {
      this.shared.closed = true;
      for (const one of [this.parts.reading, this.parts.counting, this.parts.connection]) {
        await one.kysely.connection().execute(() => Promise.resolve());
        one.close();
      }
    });
  }

  private changeOf(tables: Tables): Change {
    const at = this.now().toISOString();
    return {
      reach: this.scope,
      tables,
      at,
      log: (...events) => appendEvents(tables, at, events),
      claim: (original) => claimOriginal(tables, this.parts.originals, original),
    };
  }
}

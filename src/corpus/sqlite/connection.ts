import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { createPrivate } from './private-file.js';
import type { CorpusTables } from './schema.js';
import { isBusy } from './storage-errors.js';

/** Milliseconds that a statement waits for another process that is just writing. */
const BUSY_TIMEOUT = 5_000;
/** Kilobytes of pages kept in memory: ids and hashes come in no order, so each essay writes to pages all over their indexes. */
const CACHE = 32_768;
/** Pages after which the write-ahead log is brought into the database: 32 MB, so that a page that many essays write to goes there once. */
const CHECKPOINT = 8_192;
/** Bytes of a database that are read as memory where that is asked for. */
const MAPPED = 4 * 2 ** 30;
/** Milliseconds between two attempts to begin writing; as much again at most, by chance. */
const PAUSE = 4;

/** Who else may see a database file, and what may be done with it. */
export type Sharing =
  /** Other processes use it too; changes are on the disk once they are committed. */
  | 'shared'
  /** As `shared`, for reading only. */
  | 'read-only'
  /** Nobody else knows of it, and it is of no use to anybody if it is not finished: no other file beside it, no waiting for the disk. */
  | 'private'
  /** As `private`, and it goes away: its file is removed at once where the system allows that, else at `close`. */
  | 'temporary';

/**
 * One connection to the database. Other processes may have theirs: in WAL mode readers see the last committed state and
 * writers take turns, each waiting up to five seconds. Queries of this process wait while one of its transactions runs.
 */
export class Connection {
  readonly kysely: Kysely<CorpusTables>;

  private constructor(
    readonly database: Database.Database,
    private readonly sharing: Sharing,
  ) {
    this.kysely = new Kysely<CorpusTables>({ dialect: new SqliteDialect({ database }) });
  }

  /**
   * A null `path` is a database in memory; a `shared` one that is missing is made, for its owner only. Throws SqliteError
   * with `SQLITE_NOTADB` for another kind of file.
   */
  static async open(path: string | null, sharing: Sharing): Promise<Connection> {
    if (path !== null && sharing === 'shared') await createPrivate(path);
    const database = new Database(path ?? ':memory:', { timeout: BUSY_TIMEOUT, fileMustExist: path !== null });
    try {
      prepare(database, sharing);
    } catch (error) {
      database.close();
      throw error;
    }
    const connection = new Connection(database, sharing);
    // Windows removes no file that is open.
    if (sharing === 'temporary' && process.platform !== 'win32') connection.discard();
    return connection;
  }

  /** Gets ready for changes, once the database is known to be ours: this is the first one. */
  beginWriting(): void {
    this.database.pragma('journal_mode = WAL');
  }

  /**
   * Runs `work` as a whole or not at all. Calls queue; `work` must use the tables that it is given and nothing else of
   * this connection, which waits for it.
   */
  atomically<T>(work: (tables: Kysely<CorpusTables>) => Promise<T>): Promise<T> {
    // IMMEDIATE: what is read within it is still true when it writes.
    return this.within('BEGIN IMMEDIATE', work);
  }

  /** Runs `work`, which only reads, on the state of one moment, whatever others write meanwhile. As for `atomically` otherwise. */
  consistently<T>(work: (tables: Kysely<CorpusTables>) => Promise<T>): Promise<T> {
    return this.within('BEGIN', work);
  }

  /** A number that differs once any other connection has written. */
  dataVersion(): number {
    return this.database.pragma('data_version', { simple: true }) as number;
  }

  /** Leaves it to other connections, which check more often, to bring the write-ahead log into the database: a page waits for nobody's megabytes. */
  leaveCheckpoints(): void {
    this.database.pragma(`wal_autocheckpoint = ${4 * CHECKPOINT}`);
  }

  /** Reads the file as memory, as large as it is up to a limit: counting touches most of an index once, and no page is copied for it. */
  readThroughMemory(): void {
    this.database.pragma(`mmap_size = ${MAPPED}`);
  }

  /** Brings what was removed out of the write-ahead log as well, unless others are just using it. */
  async forgetLog(): Promise<void> {
    // In its turn: within a transaction of this process it would fail.
    await this.kysely.connection().execute(async () => this.withoutWaiting(() => this.database.pragma('wal_checkpoint(TRUNCATE)')));
  }

  /** The last one to close brings everything into the database file. */
  close(): void {
    this.database.close();
    if (this.sharing === 'temporary') this.discard();
  }

  private discard(): void {
    if (!this.database.memory) rmSync(this.database.name, { force: true });
  }

  private within<T>(begin: 'BEGIN' | 'BEGIN IMMEDIATE', work: (tables: Kysely<CorpusTables>) => Promise<T>): Promise<T> {
    return this.kysely.connection().execute(async (tables) => {
      await this.begin(begin);
      try {
        const result = await work(tables);
        await sql`COMMIT`.execute(tables);
        return result;
      } catch (error) {
        // A severe error makes SQLite roll back by itself.
        if (this.database.inTransaction) this.database.exec('ROLLBACK');
        throw error;
      }
    });
  }

  /** Waits for whoever is writing without holding up this process: it may be another connection of it. */
  private async begin(begin: string): Promise<void> {
    const until = Date.now() + BUSY_TIMEOUT;
    while (true) {
      try {
        this.withoutWaiting(() => this.database.exec(begin));
        return;
      } catch (error) {
        if (!isBusy(error) || Date.now() >= until) throw error;
      }
      await wait(PAUSE * (1 + Math.random()));
    }
  }

  private withoutWaiting(work: () => void): void {
    this.database.pragma('busy_timeout = 0');
    try {
      work();
    } finally {
      this.database.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
    }
  }
}

function prepare(database: Database.Database, sharing: Sharing): void {
  database.pragma('foreign_keys = ON');
  if (sharing === 'private' || sharing === 'temporary') {
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = MEMORY');
    database.pragma('synchronous = OFF');
  } else {
    database.pragma('synchronous = FULL');
  }
  database.pragma(`cache_size = -${CACHE}`);
  database.pragma(`wal_autocheckpoint = ${CHECKPOINT}`);
  // What was removed shall not stay readable in free pages.
  database.pragma('secure_delete = ON');
  if (sharing === 'read-only') database.pragma('query_only = ON');
}

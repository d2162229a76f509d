import { open } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import type { CorpusTables } from './schema.js';
import { codeOf } from './storage-errors.js';

/** Milliseconds that an opener waits for a process that is just closing. */
const BUSY_TIMEOUT = 500;

/** Where a database lies and whether changes stay. A null `path` is a database in memory. */
export interface Place {
  readonly path: string | null;
  readonly keep: boolean;
}

/**
 * One connection, for this process alone: in exclusive locking mode SQLite holds the lock of the database file itself
 * until it is closed or the process ends, so there is no lease file that could be left behind. Nothing else in this
 * process may open and close that file meanwhile, since POSIX drops a file's locks then.
 *
 * Without `keep` everything happens inside one transaction that `close` rolls back.
 */
export class Connection {
  readonly kysely: Kysely<CorpusTables>;

  private constructor(
    readonly database: Database.Database,
    private readonly keep: boolean,
  ) {
    this.kysely = new Kysely<CorpusTables>({ dialect: new SqliteDialect({ database }) });
  }

  /** Throws SqliteError with `SQLITE_BUSY` while another process has it open, `SQLITE_NOTADB` for another kind of file. */
  static async open({ path, keep }: Place): Promise<Connection> {
    if (path !== null && keep) await createPrivate(path);
    const database = new Database(path ?? ':memory:', { timeout: BUSY_TIMEOUT, fileMustExist: path !== null });
    try {
      prepare(database, { path, keep });
    } catch (error) {
      database.close();
      throw error;
    }
    return new Connection(database, keep);
  }

  /** Gets ready for changes, once the database is known to be ours: this is the first one. */
  beginWriting(): void {
    if (this.keep) this.database.pragma('journal_mode = WAL');
  }

  /** Runs `work` as a whole or not at all. One at a time: the caller queues. */
  async atomically<T>(work: (tables: Kysely<CorpusTables>) => Promise<T>): Promise<T> {
    // A severe error makes SQLite roll everything back; a dry run that went on then would write for good.
    if (!this.keep && !this.database.inTransaction) throw new Error('the transaction of the dry run is gone');
    return this.kysely.connection().execute(async (tables) => {
      // A savepoint is a transaction of its own, or a part of the dry run's.
      await sql`SAVEPOINT step`.execute(tables);
      try {
        const result = await work(tables);
        await sql`RELEASE step`.execute(tables);
        return result;
      } catch (error) {
        if (this.database.inTransaction) this.database.exec('ROLLBACK TO step; RELEASE step');
        throw error;
      }
    });
  }

  /** Lets go without keeping what is not kept yet: for a corpus that could not be opened. */
  abandon(): void {
    this.database.close();
  }

  /** Brings everything into the database file, or rolls the dry run back, and lets go. */
  close(): void {
    try {
      if (this.database.inTransaction) this.database.exec('ROLLBACK');
      else if (this.keep) this.database.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      this.database.close();
    }
  }
}

async function createPrivate(path: string): Promise<void> {
  try {
    // Only when it is new: opening and closing an existing file here would drop another connection's lock.
    await (await open(path, 'wx', 0o600)).close();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

function prepare(database: Database.Database, { path, keep }: Place): void {
  // Before the first access, so that the lock is taken by it.
  if (path !== null) database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('foreign_keys = ON');
  if (keep) {
    database.pragma('synchronous = FULL');
    // What was removed shall not stay readable in free pages.
    database.pragma('secure_delete = ON');
  } else {
    // Pages of a transaction that will be rolled back need never reach the disk.
    database.pragma('cache_spill = OFF');
    database.exec('BEGIN IMMEDIATE');
  }
}

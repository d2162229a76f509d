import { Migrator, sql } from 'kysely';
import { AppError } from '../../model/errors.js';
import { CORPUS_MESSAGES } from '../messages.js';
import type { Connection } from './connection.js';
import { isKnownMigration, migrationProvider } from './migrations.js';
import { TABLE_NAMES } from './schema.js';

const MIGRATION_TABLE = 'kysely_migration';

interface Expectation {
  /** How messages name the corpus. */
  readonly folder: string;
  /** Whether originals show that the database must have had tables. */
  readonly hasOriginals: boolean;
  /** Whether an empty database may be made a corpus. */
  readonly create: boolean;
}

/**
 * Checks the database and brings it to the schema of this version. Rejects with AppError `corpus-damaged` when SQLite's
 * own check fails or tables are missing, `corpus-newer` when a later version has written it, `file-not-found` when it is
 * empty and shall not be made a corpus; it is not changed then.
 */
export async function prepareDatabase(connection: Connection, { folder, hasOriginals, create }: Expectation): Promise<void> {
  const damaged = (detail: string) => new AppError('corpus-damaged', CORPUS_MESSAGES.damaged(folder, detail));
  const check = connection.database.pragma('quick_check(1)', { simple: true });
  if (check !== 'ok') throw damaged(CORPUS_MESSAGES.checkFailed);
  const before = await tableNames(connection);
  if (before.size === 0 && hasOriginals) throw damaged(CORPUS_MESSAGES.databaseMissing);
  if (before.size === 0 && !create) throw new AppError('file-not-found', CORPUS_MESSAGES.noCorpus(folder));
  if (before.size > 0) {
    // Without this table it is no corpus at all, and nothing may be created in it.
    if (!before.has(MIGRATION_TABLE)) throw damaged(CORPUS_MESSAGES.tablesMissing(MIGRATION_TABLE));
    const applied = await sql<{ name: string }>`SELECT name FROM ${sql.table(MIGRATION_TABLE)}`.execute(connection.kysely);
    if (applied.rows.some(({ name }) => !isKnownMigration(name))) throw new AppError('corpus-newer', CORPUS_MESSAGES.newer(folder));
  }
  connection.beginWriting();
  await migrate(connection);
  const after = await tableNames(connection);
  const missing = TABLE_NAMES.filter((name) => !after.has(name));
  if (missing.length > 0) throw damaged(CORPUS_MESSAGES.tablesMissing(missing.join(', ')));
}

async function tableNames({ kysely }: Connection): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM sqlite_master WHERE type = 'table'`.execute(kysely);
  return new Set(rows.map(({ name }) => name));
}

async function migrate({ database, kysely }: Connection): Promise<void> {
  // The migrator takes the connection itself, and its own BEGIN cannot stand inside the dry run's: hence a savepoint here.
  const migrator = new Migrator({ db: kysely, provider: migrationProvider, disableTransactions: true });
  database.exec('SAVEPOINT migrate');
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    if (database.inTransaction) database.exec('ROLLBACK TO migrate; RELEASE migrate');
    throw error;
  }
  database.exec('RELEASE migrate');
}

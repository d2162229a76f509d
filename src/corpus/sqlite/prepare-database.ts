import { Migrator, sql } from 'kysely';
import { AppError } from '../../model/errors.js';
import { CORPUS_MESSAGES } from '../messages.js';
import type { Connection } from './connection.js';
import { isKnownMigration, migrationProvider } from './migrations.js';
import { TABLE_NAMES } from './schema.js';

const MIGRATION_TABLE = 'kysely_migration';
/** Pages up to which all are checked on opening: 64 MB, a fraction of a second. A larger corpus would open no faster than its disk reads; `verify` checks it. */
const CHECKED_PAGES = 16_384;

export interface Expectation {
  /** How messages name the corpus. */
  readonly folder: string;
  /** Whether originals show that the database must have had tables. */
  readonly hasOriginals: boolean;
  /** Whether an empty database may be made a corpus. */
  readonly create: boolean;
}

/**
 * Checks a database without changing it. False when it is to be brought to the schema of this version first. Rejects
 * with AppError `corpus-damaged` when SQLite's own check fails or tables are missing, `corpus-newer` when a later version
 * has written it, `file-not-found` when it is empty and shall not be made a corpus.
 */
export async function isPrepared(connection: Connection, { folder, hasOriginals, create }: Expectation): Promise<boolean> {
  const damaged = (detail: string) => new AppError('corpus-damaged', CORPUS_MESSAGES.damaged(folder, detail));
  if (isSmall(connection) && connection.database.pragma('quick_check(1)', { simple: true }) !== 'ok')
    throw damaged(CORPUS_MESSAGES.checkFailed);
  const tables = await tableNames(connection);
  if (tables.size === 0 && hasOriginals) throw damaged(CORPUS_MESSAGES.databaseMissing);
  if (tables.size === 0 && !create) throw new AppError('file-not-found', CORPUS_MESSAGES.noCorpus(folder));
  if (tables.size === 0) return false;
  // Without this table it is no corpus at all, and nothing may be created in it.
  if (!tables.has(MIGRATION_TABLE)) throw damaged(CORPUS_MESSAGES.tablesMissing(MIGRATION_TABLE));
  const applied = await sql<{ name: string }>`SELECT name FROM ${sql.table(MIGRATION_TABLE)}`.execute(connection.kysely);
  if (applied.rows.some(({ name }) => !isKnownMigration(name))) throw new AppError('corpus-newer', CORPUS_MESSAGES.newer(folder));
  if (applied.rows.length < (await knownMigrations())) return false;
  await refuseMissing(connection, folder);
  return true;
}

/** Brings a checked database to the schema of this version, as a whole or not at all. Errors as `isPrepared`. */
export async function migrate(connection: Connection, folder: string): Promise<void> {
  const { database, kysely } = connection;
  // The migrator takes the connection itself, so the transaction is begun around it.
  const migrator = new Migrator({ db: kysely, provider: migrationProvider, disableTransactions: true });
  database.exec('BEGIN IMMEDIATE');
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
  database.exec('COMMIT');
  await refuseMissing(connection, folder);
}

function isSmall({ database }: Connection): boolean {
  return (database.pragma('page_count', { simple: true }) as number) <= CHECKED_PAGES;
}

async function refuseMissing(connection: Connection, folder: string): Promise<void> {
  const tables = await tableNames(connection);
  const missing = TABLE_NAMES.filter((name) => !tables.has(name));
  if (missing.length > 0)
    throw new AppError('corpus-damaged', CORPUS_MESSAGES.damaged(folder, CORPUS_MESSAGES.tablesMissing(missing.join(', '))));
}

async function tableNames({ kysely }: Connection): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM sqlite_master WHERE type = 'table'`.execute(kysely);
  return new Set(rows.map(({ name }) => name));
}

const knownMigrations = async (): Promise<number> => Object.keys(await migrationProvider.getMigrations()).length;

import { type Kysely, type Migration, type MigrationProvider, sql } from 'kysely';

/*
 * Frozen once released: a change of the schema is a new entry. Names are ordered as text. Written in SQL, so that a
 * later schema.ts cannot change what an old migration did.
 */
const FIRST = [
  `CREATE TABLE original (
    sha256 TEXT PRIMARY KEY,
    bytes INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE submission (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    campaign TEXT,
    member TEXT NOT NULL,
    unit TEXT NOT NULL,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES original (sha256),
    state TEXT NOT NULL,
    received_at TEXT NOT NULL
  ) STRICT`,
  `CREATE UNIQUE INDEX submission_once ON submission (coalesce(campaign, ''), member, sha256)`,
  'CREATE INDEX submission_original ON submission (sha256)',
  `CREATE TABLE text (
    submission INTEGER PRIMARY KEY REFERENCES submission (sequence) ON DELETE CASCADE,
    text TEXT NOT NULL,
    extraction_version INTEGER NOT NULL,
    format TEXT NOT NULL,
    encoding TEXT,
    messages TEXT NOT NULL,
    hidden TEXT NOT NULL,
    furniture TEXT NOT NULL,
    metadata TEXT NOT NULL,
    syllables INTEGER
  ) STRICT`,
  `CREATE TABLE essay_blob (
    submission INTEGER PRIMARY KEY REFERENCES submission (sequence) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT`,
  `CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT`,
];

function running(statements: readonly string[]): Migration {
  return {
    async up(db: Kysely<unknown>) {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

const MIGRATIONS: Record<string, Migration> = {
  '001-essays': running(FIRST),
};

/** The migrations this version knows, by name. */
export const migrationProvider: MigrationProvider = {
  getMigrations: () => Promise.resolve(MIGRATIONS),
};

/** Whether this version knows the migration that a database was brought through. */
export function isKnownMigration(name: string): boolean {
  return Object.hasOwn(MIGRATIONS, name);
}

import { type Kysely, type Migration, type MigrationProvider, sql } from 'kysely';
import { APPLICATION } from './migrations-application.js';
import { SERVICE } from './migrations-service.js';
import { YEAR } from './migrations-year.js';
import { CORRECTIONS } from './schema-corrections.js';
import { FIGURES } from './schema-figures.js';
import { LISTS } from './schema-lists.js';

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

/** Texts kept before were not decoded. */
const DECODED = [`ALTER TABLE text ADD COLUMN decoded TEXT NOT NULL DEFAULT '[]'`];

/** Texts kept before had no asides, nothing recognised and no fonts told. */
const PLACES = [`ALTER TABLE text ADD COLUMN places TEXT NOT NULL DEFAULT '{"asides":[],"recognised":[],"fontRuns":[]}'`];

/** Traces of essays kept before are made of what is stored of their files when the corpus is opened; documents have none until they come again. */
const TRACES = [
  `CREATE TABLE trace (
    key INTEGER NOT NULL,
    submission INTEGER NOT NULL REFERENCES submission (sequence) ON DELETE CASCADE,
    PRIMARY KEY (key, submission)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX trace_submission ON trace (submission)',
  `ALTER TABLE document ADD COLUMN traces TEXT NOT NULL DEFAULT '[]'`,
];

/** What starting reads of every essay, apart from what only comparing needs. */
const INDEX = [
  `CREATE TABLE essay_index (
    submission INTEGER PRIMARY KEY REFERENCES submission (sequence) ON DELETE CASCADE,
    made_with INTEGER NOT NULL,
    data BLOB
  ) STRICT`,
  // The id is a hash of the same three columns: one index less that every essay writes to at a place of its own.
  'DROP INDEX submission_once',
];

/** Of essays kept before, nobody knows more than the unit until they come again. */
const WRITERS = [
  `ALTER TABLE submission ADD COLUMN post TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE submission ADD COLUMN place TEXT NOT NULL DEFAULT ''`,
];

const running = (statements: readonly string[]): Migration => ({
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});

const MIGRATIONS: Record<string, Migration> = {
  '001-essays': running(FIRST),
  '002-service': running(SERVICE),
  '003-decoded': running(DECODED),
  '004-index': running(INDEX),
  '005-places': running(PLACES),
  '006-traces': running(TRACES),
  '007-writers': running(WRITERS),
  '008-application': running(APPLICATION),
  '009-corrections': running([...LISTS, ...CORRECTIONS]),
  '010-year': running(YEAR),
  '011-figures': running(FIGURES),
};

/** The migrations this version knows, by name. */
export const migrationProvider: MigrationProvider = {
  getMigrations: () => Promise.resolve(MIGRATIONS),
};

/** Whether this version knows the migration that a database was brought through. */
export function isKnownMigration(name: string): boolean {
  return Object.hasOwn(MIGRATIONS, name);
}

import { type Kysely, type Migration, type MigrationProvider, sql } from 'kysely';
import { APPLICATION } from './migrations-application.js';
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

/** People, campaigns, batches, jobs, results and the log. Nothing here is needed by the essays themselves. */
const SERVICE = [
  `CREATE TABLE account (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE session (
    key TEXT PRIMARY KEY,
    data TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX session_expiry ON session (expires_at)',
  `CREATE TABLE campaign (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE campaign_version (
    campaign TEXT NOT NULL REFERENCES campaign (id),
    version INTEGER NOT NULL,
    definition TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (campaign, version)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE document (
    sha256 TEXT PRIMARY KEY REFERENCES original (sha256),
    file TEXT NOT NULL,
    text TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE batch (
    id TEXT PRIMARY KEY,
    campaign TEXT NOT NULL REFERENCES campaign (id),
    number INTEGER NOT NULL,
    key TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at TEXT NOT NULL,
    roster TEXT,
    last_upload INTEGER NOT NULL,
    UNIQUE (campaign, number),
    UNIQUE (campaign, key)
  ) STRICT`,
  // No reference to original: archives go once their batch is through, the line of what was handed in stays.
  `CREATE TABLE upload (
    batch TEXT NOT NULL REFERENCES batch (id),
    number INTEGER NOT NULL,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (batch, number),
    UNIQUE (batch, file, sha256)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX upload_original ON upload (sha256)',
  `CREATE TABLE batch_item (
    batch TEXT NOT NULL REFERENCES batch (id),
    number INTEGER NOT NULL,
    file TEXT NOT NULL,
    state TEXT NOT NULL,
    submission TEXT REFERENCES submission (id) ON DELETE SET NULL,
    submission_state TEXT,
    reason TEXT,
    PRIMARY KEY (batch, number)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX batch_item_submission ON batch_item (submission)',
  `CREATE TABLE skipped (
    batch TEXT NOT NULL REFERENCES batch (id),
    position INTEGER NOT NULL,
    file TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (batch, position)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE warning (
    batch TEXT NOT NULL REFERENCES batch (id),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (batch, position)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    campaign TEXT NOT NULL REFERENCES campaign (id),
    batch TEXT REFERENCES batch (id),
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    step TEXT NOT NULL,
    done INTEGER NOT NULL,
    total INTEGER NOT NULL,
    error TEXT,
    actor TEXT NOT NULL,
    reason TEXT
  ) STRICT`,
  `CREATE INDEX job_to_do ON job (id) WHERE state IN ('queued', 'running')`,
  'CREATE INDEX job_campaign ON job (campaign)',
  'CREATE INDEX job_batch ON job (batch)',
  `CREATE TABLE draft (
    campaign TEXT PRIMARY KEY REFERENCES campaign (id),
    version INTEGER NOT NULL,
    definition TEXT NOT NULL,
    created_at TEXT NOT NULL,
    job INTEGER NOT NULL REFERENCES job (id),
    is_ready INTEGER NOT NULL,
    findings TEXT
  ) STRICT`,
  `CREATE TABLE draft_result (
    submission TEXT PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
    campaign TEXT NOT NULL REFERENCES draft (campaign) ON DELETE CASCADE,
    proposal TEXT NOT NULL,
    brief TEXT NOT NULL,
    detail TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX draft_result_campaign ON draft_result (campaign)',
  // The long column last, so that lists need not read through it.
  `CREATE TABLE result (
    submission TEXT PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
    campaign TEXT NOT NULL REFERENCES campaign (id),
    batch TEXT REFERENCES batch (id),
    version INTEGER NOT NULL,
    proposal TEXT NOT NULL,
    brief TEXT NOT NULL,
    detail TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX result_campaign ON result (campaign, proposal)',
  'CREATE INDEX result_batch ON result (batch)',
  `CREATE TABLE similar_pair (
    first TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
    second TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
    campaign TEXT NOT NULL REFERENCES campaign (id),
    similarity REAL NOT NULL,
    share_of_first REAL,
    share_of_second REAL,
    PRIMARY KEY (first, second)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX similar_pair_second ON similar_pair (second)',
  'CREATE INDEX similar_pair_campaign ON similar_pair (campaign)',
  `CREATE TABLE campaign_group (
    campaign TEXT NOT NULL REFERENCES campaign (id),
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    cohesion REAL NOT NULL,
    PRIMARY KEY (campaign, id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE group_member (
    submission TEXT PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
    campaign TEXT NOT NULL,
    group_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    FOREIGN KEY (campaign, group_id) REFERENCES campaign_group (campaign, id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX group_member_group ON group_member (campaign, group_id)',
  // What it tells of may be a sample, which is no submission: hence no reference.
  `CREATE TABLE quoted_span (
    campaign TEXT NOT NULL REFERENCES campaign (id),
    id TEXT NOT NULL,
    spans TEXT NOT NULL,
    PRIMARY KEY (campaign, id)
  ) STRICT, WITHOUT ROWID`,
  // Conclusions and the log are only ever added to, and outlive the essays they are about.
  `CREATE TABLE conclusion (
    submission TEXT NOT NULL,
    revision INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    grounds TEXT NOT NULL,
    reason TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (submission, revision)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE event (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    campaign TEXT,
    batch TEXT,
    submission TEXT,
    details TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX event_campaign ON event (campaign, sequence)',
  `CREATE TABLE doomed (
    sha256 TEXT PRIMARY KEY
  ) STRICT, WITHOUT ROWID`,
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

/** Units, roles, people, and what committees, reviewers and members do. Whatever is there already is the founding unit's. Frozen as migrations.ts says. */
export const APPLICATION: readonly string[] = [
  `CREATE TABLE unit (
    id TEXT PRIMARY KEY,
    parent TEXT REFERENCES unit (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT '',
    since TEXT,
    until TEXT,
    successor TEXT REFERENCES unit (id),
    created_at TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX unit_parent ON unit (parent)',
  // Named when the first account is made.
  `INSERT INTO unit (id, name, created_at) VALUES ('goc', 'Tổ chức đảng', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`,
  `CREATE TABLE unit_setting (
    unit TEXT NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (unit, name)
  ) STRICT, WITHOUT ROWID`,
  'ALTER TABLE account ADD COLUMN disabled_at TEXT',
  // Whose administrators may disable it.
  `ALTER TABLE account ADD COLUMN unit TEXT NOT NULL DEFAULT 'goc'`,
  `CREATE TABLE held_role (
    account TEXT NOT NULL REFERENCES account (id),
    unit TEXT NOT NULL REFERENCES unit (id),
    role TEXT NOT NULL,
    PRIMARY KEY (account, unit, role)
  ) STRICT, WITHOUT ROWID`,
  `INSERT INTO held_role SELECT account.id, 'goc', role.value FROM account, json_each('["administrator","committee","reviewer"]') AS role`,
  'ALTER TABLE session ADD COLUMN account TEXT',
  'ALTER TABLE session ADD COLUMN person TEXT',
  'CREATE INDEX session_account ON session (account)',
  'CREATE INDEX session_person ON session (person)',
  'DELETE FROM session',
  `CREATE TABLE code (
    hash TEXT PRIMARY KEY,
    purpose TEXT NOT NULL,
    unit TEXT NOT NULL REFERENCES unit (id),
    account TEXT REFERENCES account (id),
    person TEXT REFERENCES person (id),
    campaign TEXT REFERENCES campaign (id),
    details TEXT NOT NULL DEFAULT '{}',
    expires_at TEXT NOT NULL,
    used_at TEXT,
    created_by TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE person (
    id TEXT PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES unit (id),
    card TEXT NOT NULL,
    name TEXT NOT NULL,
    cell TEXT NOT NULL,
    post TEXT NOT NULL,
    place TEXT NOT NULL,
    is_head INTEGER NOT NULL,
    is_key_cadre INTEGER NOT NULL,
    erased_at TEXT,
    UNIQUE (unit, card)
  ) STRICT`,
  `CREATE TABLE audience (
    id TEXT PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL,
    UNIQUE (unit, name)
  ) STRICT`,
  `CREATE TABLE audience_member (
    audience TEXT NOT NULL REFERENCES audience (id) ON DELETE CASCADE,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    PRIMARY KEY (audience, person)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE campaign_audience (
    campaign TEXT NOT NULL REFERENCES campaign (id),
    audience TEXT NOT NULL REFERENCES audience (id),
    prompt TEXT NOT NULL,
    due TEXT,
    PRIMARY KEY (campaign, audience)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE due_day (
    campaign TEXT NOT NULL REFERENCES campaign (id),
    unit TEXT NOT NULL REFERENCES unit (id),
    due TEXT NOT NULL,
    PRIMARY KEY (campaign, unit)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE roster_entry (
    campaign TEXT NOT NULL REFERENCES campaign (id),
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    unit TEXT NOT NULL REFERENCES unit (id),
    exemption TEXT NOT NULL DEFAULT '',
    exemption_note TEXT NOT NULL DEFAULT '',
    exempted_by TEXT,
    attended INTEGER,
    revision INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (campaign, person)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX roster_entry_unit ON roster_entry (campaign, unit)',
  `CREATE TABLE essay_person (
    submission TEXT PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    basis TEXT NOT NULL,
    confirmed_by TEXT,
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX essay_person_person ON essay_person (person)',
  `CREATE TABLE told_writer (
    submission TEXT PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
    names TEXT NOT NULL,
    numbers TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE writer_candidate (
    submission TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    basis TEXT NOT NULL,
    PRIMARY KEY (submission, place)
  ) STRICT, WITHOUT ROWID`,
  // Essays that are somebody else's than before, with those that they are to be compared with anew.
  `CREATE TABLE writer_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    submission TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
    other TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE
  ) STRICT`,
  `CREATE TABLE no_writer (
    submission TEXT PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
    by TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE round (
    campaign TEXT NOT NULL REFERENCES campaign (id),
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    due TEXT,
    submission TEXT,
    opened_by TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    PRIMARY KEY (campaign, person, number)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE handed_in (
    batch TEXT PRIMARY KEY REFERENCES batch (id),
    campaign TEXT NOT NULL REFERENCES campaign (id),
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX handed_in_person ON handed_in (person, campaign)',
  `CREATE TABLE pre_check (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign TEXT NOT NULL REFERENCES campaign (id),
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    at TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX pre_check_person ON pre_check (person)',
  `CREATE TABLE second_look (
    id TEXT PRIMARY KEY,
    campaign TEXT NOT NULL REFERENCES campaign (id),
    unit TEXT NOT NULL REFERENCES unit (id),
    submission TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    words TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    answer TEXT,
    answered_by TEXT,
    answered_at TEXT
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX code_person ON code (person)',
  'CREATE INDEX second_look_campaign ON second_look (campaign)',
  'CREATE INDEX second_look_submission ON second_look (submission)',
  `CREATE TABLE assignment (
    submission TEXT PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
    account TEXT REFERENCES account (id),
    revision INTEGER NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX assignment_account ON assignment (account)',
  `CREATE TABLE exclusion (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    submission TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
    other TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    reason TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    undone_by TEXT,
    undone_at TEXT
  ) STRICT`,
  'CREATE INDEX exclusion_submission ON exclusion (submission)',
  // What the machine found, where people corrected it; the other columns then have the corrected figures.
  'ALTER TABLE result ADD COLUMN found TEXT',
  `CREATE TABLE theme_override (
    submission TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
    theme TEXT NOT NULL,
    revision INTEGER NOT NULL,
    met INTEGER,
    note TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (submission, theme, revision)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE text_request (
    id TEXT PRIMARY KEY,
    campaign TEXT NOT NULL REFERENCES campaign (id),
    essay TEXT NOT NULL,
    submission TEXT NOT NULL,
    unit TEXT NOT NULL REFERENCES unit (id),
    asked_unit TEXT NOT NULL REFERENCES unit (id),
    reason TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    state TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    answer TEXT NOT NULL DEFAULT '',
    decided_by TEXT,
    decided_at TEXT
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX text_request_unit ON text_request (unit)',
  'CREATE INDEX text_request_asked ON text_request (asked_unit)',
  `CREATE TABLE token (
    id TEXT PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    unit TEXT NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL,
    rights TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    revoked_by TEXT,
    revoked_at TEXT,
    last_used TEXT
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE answered (
    key TEXT NOT NULL,
    asker TEXT NOT NULL,
    request TEXT NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (asker, key)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX answered_at ON answered (at)',
  `CREATE TABLE erasure (
    id TEXT PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES unit (id),
    what TEXT NOT NULL,
    reason TEXT NOT NULL,
    details TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  'ALTER TABLE event ADD COLUMN unit TEXT',
  'CREATE INDEX event_unit ON event (unit, sequence)',
  // Whether somebody's view stands there already is asked for at every reading.
  `CREATE INDEX event_viewed ON event (actor, submission, at) WHERE kind = 'viewed'`,
  // What somebody saw changes no table of results: the newest line that may is found at once.
  `CREATE INDEX event_changing ON event (sequence) WHERE kind NOT IN ('viewed', 'exported', 'signed-in', 'sign-in-failed')`,
  `ALTER TABLE submission ADD COLUMN tenant TEXT NOT NULL DEFAULT 'goc'`,
  'CREATE INDEX submission_tenant ON submission (tenant)',
  // Names of campaigns and numbers of batches are each unit's own: another's must not tell that they exist.
  'PRAGMA defer_foreign_keys = ON',
  ...rebuilt(
    'campaign',
    `id TEXT PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES unit (id),
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (unit, name)`,
    `id, 'goc', name, version, created_at`,
  ),
  ...rebuilt(
    'batch',
    `id TEXT PRIMARY KEY,
    campaign TEXT NOT NULL REFERENCES campaign (id),
    unit TEXT NOT NULL REFERENCES unit (id),
    number INTEGER NOT NULL,
    key TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at TEXT NOT NULL,
    roster TEXT,
    last_upload INTEGER NOT NULL,
    UNIQUE (campaign, unit, number),
    UNIQUE (campaign, unit, key)`,
    `id, campaign, 'goc', number, key, state, created_at, roster, last_upload`,
  ),
];

/** A table made anew with other columns; `values` are those of the old one, in the order of the new columns. */
function rebuilt(table: string, columns: string, values: string): string[] {
  return [
    `CREATE TABLE rebuilt AS SELECT * FROM ${table}`,
    `DROP TABLE ${table}`,
    `CREATE TABLE ${table} (${columns}) STRICT`,
    `INSERT INTO ${table} SELECT ${values} FROM rebuilt`,
    'DROP TABLE rebuilt',
  ];
}

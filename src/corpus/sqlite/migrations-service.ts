/** People, campaigns, batches, jobs, results and the log. Nothing here is needed by the essays themselves. Frozen as migrations.ts says. */
export const SERVICE: readonly string[] = [
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

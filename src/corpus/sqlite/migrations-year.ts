/**
 * The committee's year: study sessions and material, programmes, situations, questions, reports. Facts alone: every figure
 * is counted from them when somebody asks. Frozen as migrations.ts says.
 */
export const YEAR: readonly string[] = [
  'ALTER TABLE person ADD COLUMN is_probationary INTEGER NOT NULL DEFAULT 0',
  // Head counts are as the unit tells them: of sessions without a list of people, and of people who are on none.
  `CREATE TABLE study_session (
    id TEXT PRIMARY KEY,
    campaign TEXT NOT NULL REFERENCES campaign (id),
    unit TEXT NOT NULL REFERENCES unit (id),
    day TEXT NOT NULL,
    title TEXT NOT NULL,
    form TEXT NOT NULL,
    mode TEXT NOT NULL,
    is_catch_up INTEGER NOT NULL,
    place TEXT NOT NULL,
    speaker TEXT NOT NULL,
    speaker_post TEXT NOT NULL,
    minutes INTEGER,
    is_combined INTEGER NOT NULL,
    told_summoned INTEGER,
    told_attended INTEGER,
    non_members INTEGER,
    comments INTEGER,
    questions INTEGER,
    answered INTEGER,
    revision INTEGER NOT NULL DEFAULT 1
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX study_session_unit ON study_session (campaign, unit)',
  `CREATE TABLE session_point (
    session TEXT NOT NULL REFERENCES study_session (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    summoned INTEGER,
    attended INTEGER,
    PRIMARY KEY (session, place)
  ) STRICT, WITHOUT ROWID`,
  // A row for everybody who is summoned; attended: 0, 1, or nobody has said.
  `CREATE TABLE attendance (
    session TEXT NOT NULL REFERENCES study_session (id) ON DELETE CASCADE,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    attended INTEGER,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (session, person)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX attendance_person ON attendance (person, session, attended)',
  `CREATE TABLE material (
    id TEXT PRIMARY KEY,
    campaign TEXT NOT NULL REFERENCES campaign (id),
    unit TEXT NOT NULL REFERENCES unit (id),
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX material_unit ON material (campaign, unit)',
  `CREATE TABLE material_person (
    material TEXT NOT NULL REFERENCES material (id) ON DELETE CASCADE,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    PRIMARY KEY (material, person)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX material_person_person ON material_person (person)',
  // A cell as the unit's roster writes it; empty for the unit itself.
  `CREATE TABLE material_cell (
    material TEXT NOT NULL REFERENCES material (id) ON DELETE CASCADE,
    cell TEXT NOT NULL,
    PRIMARY KEY (material, cell)
  ) STRICT, WITHOUT ROWID`,
  // What a campaign asks of units besides essays.
  `CREATE TABLE duty (
    campaign TEXT NOT NULL REFERENCES campaign (id),
    kind TEXT NOT NULL,
    unit_kind TEXT NOT NULL,
    due TEXT,
    PRIMARY KEY (campaign, kind, unit_kind)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE programme (
    id TEXT PRIMARY KEY,
    campaign TEXT NOT NULL REFERENCES campaign (id),
    unit TEXT NOT NULL REFERENCES unit (id),
    kind TEXT NOT NULL,
    person TEXT REFERENCES person (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    file TEXT,
    sha256 TEXT,
    text TEXT NOT NULL,
    facts TEXT NOT NULL DEFAULT '{}',
    issued_number TEXT NOT NULL DEFAULT '',
    issued_on TEXT,
    adopted_on TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    created_by TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX programme_unit ON programme (campaign, unit)',
  'CREATE INDEX programme_person ON programme (person)',
  `CREATE TABLE programme_task (
    programme TEXT NOT NULL REFERENCES programme (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    who TEXT NOT NULL,
    due TEXT,
    measure TEXT NOT NULL,
    PRIMARY KEY (programme, place)
  ) STRICT, WITHOUT ROWID`,
  // What the member of the upper committee in charge says ("agreed" or "revise"), what a reviewer finds, what a meeting or another body remarks.
  `CREATE TABLE programme_remark (
    id TEXT PRIMARY KEY,
    programme TEXT NOT NULL REFERENCES programme (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    kind TEXT NOT NULL,
    said_by TEXT NOT NULL,
    verdict TEXT,
    answers TEXT NOT NULL DEFAULT '{}',
    words TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX programme_remark_programme ON programme_remark (programme)',
  // Sampled shingles of the text with their places in it: what many units' programmes share is generic.
  `CREATE TABLE programme_shingle (
    shingle INTEGER NOT NULL,
    programme TEXT NOT NULL REFERENCES programme (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (shingle, programme)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX programme_shingle_programme ON programme_shingle (programme)',
  // Heads, of whom a campaign may ask a plan: few among many.
  'CREATE INDEX person_head ON person (unit) WHERE is_head = 1',
  // Which accounts are in charge of which units.
  `CREATE TABLE in_charge (
    unit TEXT NOT NULL REFERENCES unit (id),
    account TEXT NOT NULL REFERENCES account (id),
    PRIMARY KEY (unit, account)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX in_charge_account ON in_charge (account)',
  `CREATE TABLE situation (
    id TEXT PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES unit (id),
    job TEXT NOT NULL,
    title TEXT NOT NULL,
    prompt TEXT NOT NULL,
    archived_at TEXT,
    revision INTEGER NOT NULL DEFAULT 1
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX situation_unit ON situation (unit)',
  'ALTER TABLE campaign_audience ADD COLUMN situation TEXT REFERENCES situation (id)',
  `CREATE TABLE question (
    id TEXT PRIMARY KEY,
    unit TEXT NOT NULL REFERENCES unit (id),
    topic TEXT NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    options TEXT NOT NULL,
    explanation TEXT NOT NULL DEFAULT '',
    archived_at TEXT,
    revision INTEGER NOT NULL DEFAULT 1
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX question_unit ON question (unit, topic)',
  `CREATE TABLE quiz (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    campaign TEXT NOT NULL REFERENCES campaign (id),
    unit TEXT NOT NULL REFERENCES unit (id),
    title TEXT NOT NULL,
    asked INTEGER NOT NULL,
    pass_share REAL NOT NULL,
    attempts INTEGER,
    minutes INTEGER,
    opens TEXT,
    closes TEXT,
    is_public INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX quiz_campaign ON quiz (campaign, unit)',
  `CREATE TABLE quiz_question (
    quiz TEXT NOT NULL REFERENCES quiz (id) ON DELETE CASCADE,
    question TEXT NOT NULL REFERENCES question (id),
    PRIMARY KEY (quiz, question)
  ) STRICT, WITHOUT ROWID`,
  // "person" null: somebody who is on no roster. Questions as they were asked, with what was answered.
  `CREATE TABLE quiz_attempt (
    id TEXT PRIMARY KEY,
    quiz TEXT NOT NULL REFERENCES quiz (id) ON DELETE CASCADE,
    person TEXT REFERENCES person (id) ON DELETE CASCADE,
    guest TEXT NOT NULL DEFAULT '',
    questions TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ends_at TEXT,
    handed_in_at TEXT,
    correct INTEGER,
    total INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX quiz_attempt_quiz ON quiz_attempt (quiz, person)',
  'CREATE INDEX quiz_attempt_person ON quiz_attempt (person)',
  // The address of a campaign that its one QR code leads to: whoever scans it sees documents, prompt and deadline.
  `CREATE TABLE campaign_door (
    campaign TEXT NOT NULL REFERENCES campaign (id),
    unit TEXT NOT NULL REFERENCES unit (id),
    key TEXT NOT NULL UNIQUE,
    opened_by TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    PRIMARY KEY (campaign, unit)
  ) STRICT, WITHOUT ROWID`,
  // The outline that an upper committee gives: sections as JSON.
  `CREATE TABLE outline (
    id TEXT PRIMARY KEY,
    campaign TEXT NOT NULL REFERENCES campaign (id),
    unit TEXT NOT NULL REFERENCES unit (id),
    title TEXT NOT NULL,
    sections TEXT NOT NULL,
    due TEXT,
    given_at TEXT,
    changed_by TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    UNIQUE (campaign, unit)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE report (
    id TEXT PRIMARY KEY,
    campaign TEXT NOT NULL REFERENCES campaign (id),
    unit TEXT NOT NULL REFERENCES unit (id),
    outline TEXT NOT NULL REFERENCES outline (id),
    texts TEXT NOT NULL,
    document TEXT NOT NULL,
    state TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    UNIQUE (outline, unit)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX report_unit ON report (unit)',
  // What was sent, as it was sent: outline, texts, figures and document parts.
  `CREATE TABLE report_sending (
    report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    signer TEXT NOT NULL,
    sent_by TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    verdict TEXT,
    remark TEXT NOT NULL DEFAULT '',
    decided_by TEXT,
    decided_at TEXT,
    PRIMARY KEY (report, number)
  ) STRICT, WITHOUT ROWID`,
  // An essay or, without one, a unit that others are to be shown.
  `CREATE TABLE exemplary (
    id TEXT PRIMARY KEY,
    campaign TEXT NOT NULL REFERENCES campaign (id),
    unit TEXT NOT NULL REFERENCES unit (id),
    submission TEXT REFERENCES submission (id) ON DELETE CASCADE,
    note TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX exemplary_unit ON exemplary (campaign, unit)',
  'CREATE INDEX exemplary_submission ON exemplary (submission)',
  // The secretary's name under a batch: what they vouch for is counted when they sign.
  `CREATE TABLE batch_signature (
    batch TEXT PRIMARY KEY REFERENCES batch (id) ON DELETE CASCADE,
    signer TEXT NOT NULL,
    post TEXT NOT NULL,
    content TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  // What figures read of half a million people stands in these alone: no row is looked up beside them.
  'DROP INDEX roster_entry_unit',
  'CREATE INDEX roster_entry_unit ON roster_entry (campaign, unit, exemption, attended)',
  'CREATE INDEX person_counted ON person (id, is_key_cadre, is_probationary, is_head, cell)',
  `CREATE INDEX result_counted ON result (submission, campaign, proposal, instr(brief, '"grounds":["copied"'))`,
  'CREATE INDEX submission_counted ON submission (id, state, received_at)',
  'CREATE INDEX audience_member_person ON audience_member (person, audience)',
  'CREATE INDEX second_look_unit ON second_look (campaign, unit)',
];

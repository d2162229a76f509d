/** What was counted of a unit in a campaign, all but `until` as JSON (records/figures/counted-unit.ts). Gone as soon as a fact that it rests on changes. */
interface CountedUnitTable {
  readonly campaign: string;
  readonly unit: string;
  readonly people: string;
  readonly received: string;
  readonly facts: string;
  /** ISO 8601, UTC: until when it holds; null: as long as no fact changes; empty: it is just being counted. */
  readonly until: string | null;
}

/** What figures are told without looking at every person again. */
export interface FigureTables {
  readonly counted_unit: CountedUnitTable;
}

export const FIGURE_TABLES: readonly (keyof FigureTables)[] = ['counted_unit'];

/** What is counted no longer once a row changes: of the unit that the row names, of units that have a person on the roster, of a campaign, of all. */
type Reached = (row: 'old' | 'new') => string;

const ofUnit: Reached = (row) => `DELETE FROM counted_unit WHERE campaign = ${row}.campaign AND unit = ${row}.unit;`;
const ofCampaign: Reached = (row) => `DELETE FROM counted_unit WHERE campaign = ${row}.campaign;`;
const ofAll: Reached = () => 'DELETE FROM counted_unit;';

/** Of the unit that the row's session or material belongs to. Where that goes itself, its own trigger has seen to it. */
const ofUnitBy =
  (table: 'study_session' | 'material', key: string): Reached =>
  (row) =>
    `DELETE FROM counted_unit WHERE (campaign, unit) IN (SELECT campaign, unit FROM ${table} WHERE id = ${row}.${key});`;

/** Of every unit that counts one of these people, whichever campaign it is: `people` is a list of ids in SQL. */
const ofPeople =
  (people: (row: 'old' | 'new') => string): Reached =>
  (row) =>
    `DELETE FROM counted_unit WHERE (campaign, unit) IN (
    SELECT campaign, unit FROM roster_entry WHERE person IN (${people(row)})
    UNION ALL SELECT campaign, unit FROM second_look WHERE person IN (${people(row)}));`;
const ofPerson = ofPeople((row) => `${row}.person`);
const ofWriter = ofPeople((row) => `SELECT person FROM essay_person WHERE submission = ${row}.submission`);

/** Every table that figures are counted from, what a changed row of it reaches, and the columns that count where not all do. */
const FACTS: readonly { readonly table: string; readonly reached: readonly Reached[]; readonly columns?: string }[] = [
  { table: 'roster_entry', reached: [ofUnit, ofPerson] },
  { table: 'person', reached: [ofPeople((row) => `${row}.id`)], columns: 'cell, is_head, is_key_cadre, is_probationary' },
  { table: 'essay_person', reached: [ofPerson] },
  { table: 'result', reached: [ofWriter], columns: 'campaign, proposal, brief' },
  {
    table: 'submission',
    reached: [
      ofPeople((row) => `SELECT person FROM essay_person WHERE submission = ${row}.id`),
      ofPeople((row) => `SELECT person FROM round WHERE submission = ${row}.id`),
    ],
    columns: 'state, received_at',
  },
  { table: 'round', reached: [ofPerson] },
  { table: 'conclusion', reached: [ofWriter, ofPeople((row) => `SELECT person FROM second_look WHERE submission = ${row}.submission`)] },
  { table: 'second_look', reached: [ofUnit] },
  {
    table: 'study_session',
    reached: [ofUnit, ofPeople((row) => `SELECT person FROM attendance WHERE session = ${row}.id`)],
  },
  { table: 'session_point', reached: [ofUnitBy('study_session', 'session')] },
  { table: 'attendance', reached: [ofPerson], columns: 'person, attended' },
  { table: 'material', reached: [ofUnit], columns: 'campaign, unit' },
  { table: 'material_person', reached: [ofPerson] },
  { table: 'material_cell', reached: [ofUnitBy('material', 'material')] },
  {
    table: 'quiz',
    reached: [ofPeople((row) => `SELECT person FROM quiz_attempt WHERE quiz = ${row}.id`)],
    columns: 'campaign, pass_share',
  },
  { table: 'quiz_attempt', reached: [ofPerson] },
  { table: 'programme', reached: [ofUnit, ofPerson], columns: 'campaign, unit, kind, person, state' },
  { table: 'exemplary', reached: [ofUnit] },
  { table: 'duty', reached: [ofCampaign] },
  { table: 'due_day', reached: [ofCampaign] },
  { table: 'campaign', reached: [(row) => `DELETE FROM counted_unit WHERE campaign = ${row}.id;`], columns: 'version' },
  { table: 'campaign_version', reached: [ofCampaign] },
  { table: 'campaign_audience', reached: [ofCampaign] },
  { table: 'audience', reached: [ofAll], columns: 'name' },
  { table: 'audience_member', reached: [ofPerson] },
];

/**
 * What makes figures cheap: to count half a million people takes seconds, and of 5,000 units a handful change between two
 * looks. So what was counted is kept as an index is: the change that touches a fact takes it away in its own transaction,
 * whoever makes it, and it is counted from the facts again at the next look. Nothing is ever added to or typed into it.
 */
export const FIGURES: readonly string[] = [
  `CREATE TABLE counted_unit (
    campaign TEXT NOT NULL REFERENCES campaign (id),
    unit TEXT NOT NULL REFERENCES unit (id),
    people TEXT NOT NULL,
    received TEXT NOT NULL,
    facts TEXT NOT NULL,
    until TEXT,
    PRIMARY KEY (campaign, unit)
  ) STRICT`,
  // Which units have anything is looked up at every look, past what was counted of them.
  'CREATE INDEX counted_unit_until ON counted_unit (campaign, unit, until)',
  'CREATE INDEX roster_entry_person ON roster_entry (person, campaign, unit)',
  'CREATE INDEX second_look_person ON second_look (person, campaign, unit)',
  'CREATE INDEX round_submission ON round (submission, person) WHERE submission IS NOT NULL',
  // A unit that is added has done nothing yet, and none is removed.
  `CREATE TRIGGER counted_unit_changed AFTER UPDATE OF parent, kind ON unit BEGIN ${ofAll('new')} END`,
  ...FACTS.flatMap(({ table, reached, columns }) => {
    const of = (row: 'old' | 'new'): string => reached.map((one) => one(row)).join(' ');
    return [
      `CREATE TRIGGER counted_${table}_added AFTER INSERT ON ${table} BEGIN ${of('new')} END`,
      `CREATE TRIGGER counted_${table}_changed AFTER UPDATE ${columns === undefined ? '' : `OF ${columns}`} ON ${table} BEGIN ${of('old')} ${of('new')} END`,
      // Before: what hangs on the row tells whom it reaches, and goes with it.
      `CREATE TRIGGER counted_${table}_removed BEFORE DELETE ON ${table} BEGIN ${of('old')} END`,
    ];
  }),
];

import { type RawBuilder, sql } from 'kysely';
import type { Tables } from './store.js';

/** A campaign as one unit took part in it. */
export interface CampaignOfUnit {
  readonly campaign: string;
  readonly unit: string;
}

/** Rows that tell something of people, or in people's words, and go with a unit's essays of a campaign. Columns are named with their table. */
interface Told {
  readonly table: string;
  /** Columns that tell its rows apart. */
  readonly key: readonly string[];
  readonly from: string;
  readonly campaign: string;
  readonly unit: string;
  /** When it was told, ISO 8601; where nobody notes that, when what it belongs to began. */
  readonly at: string;
  /** Whether there is something left of it. */
  readonly isLeft: string;
  /** What becomes of the row, which figures may rest on; null: it goes. */
  readonly forget: string | null;
}

const OF_PROGRAMME = { campaign: 'programme.campaign', unit: 'programme.unit', at: 'programme.created_at' } as const;
const OF_BATCH = { campaign: 'batch.campaign', unit: 'batch.unit', at: 'batch.created_at' } as const;
const within = (table: string, parent: string): string => `${table} JOIN ${parent} ON ${parent}.id = ${table}.${parent}`;

/**
 * Whatever is kept of a campaign besides essays and is people's own: words, answers, names that somebody typed, what files are
 * called by. Figures rest on what stays: that somebody attended, was exempt and as what, took a quiz and how many answers were
 * right, that a programme was issued under which number and day, with how many tasks of which kind.
 */
const TOLD: readonly Told[] = [
  {
    table: 'programme',
    key: ['id'],
    from: 'programme',
    ...OF_PROGRAMME,
    isLeft: `programme.title <> 'đã xóa' OR programme.text <> '' OR programme.file IS NOT NULL`,
    forget: `title = 'đã xóa', text = '', file = NULL, sha256 = NULL, facts = '{}'`,
  },
  {
    table: 'programme_task',
    key: ['programme', 'place'],
    from: within('programme_task', 'programme'),
    ...OF_PROGRAMME,
    isLeft: `programme_task.words <> 'đã xóa' OR programme_task.who <> '' OR programme_task.measure <> ''`,
    forget: `words = 'đã xóa', who = '', measure = ''`,
  },
  {
    table: 'programme_remark',
    key: ['id'],
    from: within('programme_remark', 'programme'),
    ...OF_PROGRAMME,
    at: 'programme_remark.at',
    isLeft: `programme_remark.words <> '' OR programme_remark.kind IN ('meeting', 'outside') AND programme_remark.said_by <> 'đã xóa'`,
    forget: `words = '', said_by = CASE WHEN kind IN ('meeting', 'outside') THEN 'đã xóa' ELSE said_by END`,
  },
  {
    table: 'programme_shingle',
    key: ['shingle', 'programme'],
    from: within('programme_shingle', 'programme'),
    ...OF_PROGRAMME,
    isLeft: 'TRUE',
    forget: null,
  },
  {
    table: 'study_session',
    key: ['id'],
    from: 'study_session',
    campaign: 'study_session.campaign',
    unit: 'study_session.unit',
    at: 'study_session.day',
    isLeft: `study_session.speaker <> ''`,
    forget: `speaker = ''`,
  },
  {
    table: 'attendance',
    key: ['session', 'person'],
    campaign: 'study_session.campaign',
    unit: 'person.unit',
    at: 'study_session.day',
    from: 'attendance JOIN study_session ON study_session.id = attendance.session JOIN person ON person.id = attendance.person',
    isLeft: `attendance.note <> ''`,
    forget: `note = ''`,
  },
  {
    table: 'roster_entry',
    key: ['campaign', 'person'],
    from: within('roster_entry', 'campaign'),
    campaign: 'roster_entry.campaign',
    unit: 'roster_entry.unit',
    at: 'campaign.created_at',
    isLeft: `roster_entry.exemption_note <> ''`,
    forget: `exemption_note = ''`,
  },
  {
    // Of members at their own unit, of guests at the one that asked them.
    table: 'quiz_attempt',
    key: ['id'],
    campaign: 'quiz.campaign',
    unit: 'coalesce(person.unit, quiz.unit)',
    at: 'quiz_attempt.started_at',
    from: `${within('quiz_attempt', 'quiz')} LEFT JOIN person ON person.id = quiz_attempt.person`,
    isLeft: `quiz_attempt.guest <> '' OR quiz_attempt.questions <> '[]'`,
    forget: `guest = '', questions = '[]'`,
  },
  {
    table: 'second_look',
    key: ['id'],
    from: 'second_look',
    campaign: 'second_look.campaign',
    unit: 'second_look.unit',
    at: 'second_look.asked_at',
    isLeft: 'TRUE',
    forget: null,
  },
  {
    table: 'pre_check',
    key: ['id'],
    from: within('pre_check', 'person'),
    campaign: 'pre_check.campaign',
    unit: 'person.unit',
    at: 'pre_check.at',
    isLeft: 'TRUE',
    forget: null,
  },
  {
    table: 'exemplary',
    key: ['id'],
    from: 'exemplary',
    campaign: 'exemplary.campaign',
    unit: 'exemplary.unit',
    at: 'exemplary.at',
    isLeft: `exemplary.note <> 'đã xóa'`,
    forget: `note = 'đã xóa'`,
  },
  { table: 'skipped', key: ['batch', 'position'], from: within('skipped', 'batch'), ...OF_BATCH, isLeft: 'TRUE', forget: null },
  { table: 'warning', key: ['batch', 'position'], from: within('warning', 'batch'), ...OF_BATCH, isLeft: 'TRUE', forget: null },
  {
    table: 'upload',
    key: ['batch', 'number'],
    from: within('upload', 'batch'),
    ...OF_BATCH,
    isLeft: `upload.file NOT LIKE 'đã xóa%'`,
    // One batch may have the same file twice, under two names.
    forget: `file = 'đã xóa ' || number`,
  },
  {
    table: 'batch_item',
    key: ['batch', 'number'],
    from: within('batch_item', 'batch'),
    ...OF_BATCH,
    isLeft: `batch_item.file NOT LIKE 'đã xóa%' OR batch_item.reason IS NOT NULL`,
    forget: `file = 'đã xóa', reason = NULL`,
  },
  {
    table: 'job',
    key: ['id'],
    from: within('job', 'batch'),
    ...OF_BATCH,
    isLeft: `job.error IS NOT NULL OR job.reason IS NOT NULL OR job.state <> 'done'`,
    forget: `error = NULL, reason = NULL, state = 'done'`,
  },
  {
    // One that was never handed in for good holds files, too; in a backup that is brought back, one that was just being read.
    table: 'batch',
    key: ['id'],
    from: 'batch',
    ...OF_BATCH,
    isLeft: `batch.roster IS NOT NULL OR batch.state NOT IN ('done', 'withdrawn')`,
    forget: `roster = NULL, state = CASE state WHEN 'done' THEN state ELSE 'withdrawn' END`,
  },
];

/** Every row of what is left, with its campaign, unit and time; for a part of a query. */
export const TOLD_ROWS: RawBuilder<unknown> = sql.raw(
  TOLD.map(({ from, campaign, unit, at, isLeft }) => `SELECT ${campaign}, ${unit}, ${at} FROM ${from} WHERE ${isLeft}`).join(
    '\n UNION ALL ',
  ),
);

/** Takes out of the tables what is kept of a unit's campaign besides essays and is people's own; facts that figures rest on stay. */
export async function forgetTold(tables: Tables, { campaign, unit }: CampaignOfUnit): Promise<void> {
  for (const told of TOLD) {
    const keys = told.key.map((column) => `${told.table}.${column}`).join(', ');
    const rows = sql`(${sql.raw(told.key.join(', '))}) IN (
      SELECT ${sql.raw(keys)} FROM ${sql.raw(told.from)}
      WHERE ${sql.raw(told.campaign)} = ${campaign} AND ${sql.raw(told.unit)} = ${unit} AND (${sql.raw(told.isLeft)}))`;
    const change =
      told.forget === null ? sql`DELETE FROM ${sql.table(told.table)}` : sql`UPDATE ${sql.table(told.table)} SET ${sql.raw(told.forget)}`;
    await sql`${change} WHERE ${rows}`.execute(tables);
  }
}

/** Tables in which something is left of a campaign from before its data were erased. */
export async function tablesWithTold(tables: Tables): Promise<string[]> {
  const left: string[] = [];
  for (const { table, from, campaign, unit, at, isLeft } of TOLD) {
    const { rows } = await sql<{ is_left: 0 | 1 }>`SELECT EXISTS (
      SELECT 1 FROM ${sql.raw(from)} JOIN erasure ON erasure.what = 'campaign' AND erasure.unit = ${sql.raw(unit)}
        AND json_extract(erasure.details, '$.campaign') = ${sql.raw(campaign)}
      WHERE (${sql.raw(isLeft)}) AND ${sql.raw(at)} < erasure.at) AS is_left`.execute(tables);
    if (rows[0]?.is_left === 1) left.push(table);
  }
  return left;
}

/** Essays of a unit in a campaign: assessed, or read and not yet. */
export async function essaysOfCampaign(tables: Tables, { campaign, unit }: CampaignOfUnit): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT submission.id FROM submission JOIN result ON result.submission = submission.id
      WHERE result.campaign = ${campaign} AND submission.tenant = ${unit}
    UNION SELECT batch_item.submission FROM batch_item JOIN batch ON batch.id = batch_item.batch
      WHERE batch.campaign = ${campaign} AND batch.unit = ${unit} AND batch_item.submission IS NOT NULL`.execute(tables);
  return rows.map(({ id }) => id);
}

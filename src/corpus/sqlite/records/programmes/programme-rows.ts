import { type RawBuilder, sql } from 'kysely';
import { AppError } from '../../../../model/errors.js';
import { countTasks, type ProgrammeKind, type ProgrammeRemark, type ProgrammeState, type TaskKind } from '../../../../model/programme.js';
import type { ListedProgramme } from '../../../records/programmes.js';
import { RECORD_MESSAGES } from '../messages.js';
import { isOwn, type Reach } from '../reach.js';
import type { Tables } from '../store.js';
import { readObject } from '../stored-json.js';

/**
 * Whether whoever asks is in charge of the unit that a column names: said so, and still of the committee, or its secretary, at a unit
 * above, whatever role a request asks for.
 */
function isInCharge(reach: Reach, column: string): RawBuilder<0 | 1> {
  const unit = sql.ref(column);
  return sql<0 | 1>`(EXISTS (
    WITH RECURSIVE above (id) AS (
      SELECT parent FROM unit WHERE id = ${unit} AND parent IS NOT NULL
      UNION SELECT unit.parent FROM unit JOIN above ON unit.id = above.id WHERE unit.parent IS NOT NULL)
    SELECT 1 FROM in_charge JOIN held_role ON held_role.account = in_charge.account AND held_role.role IN ('committee', 'secretary')
    JOIN above ON above.id = held_role.unit
    WHERE in_charge.unit = ${unit} AND in_charge.account = ${reach?.account ?? ''}))`;
}

/** For whom a programme is looked up: its unit, who is in charge of that, or both. */
export type Side = 'own' | 'in-charge' | 'either';

/** A programme with what belongs to it in other tables. */
export interface ProgrammeRow {
  readonly id: string;
  readonly campaign: string;
  readonly campaign_name: string;
  readonly unit: string;
  readonly unit_name: string;
  /** Whether there is no unit above. */
  readonly is_top: 0 | 1;
  readonly kind: ProgrammeKind;
  readonly person: string | null;
  readonly person_name: string | null;
  readonly title: string;
  readonly state: ProgrammeState;
  readonly file: string | null;
  readonly text: string;
  readonly facts: string;
  readonly due: string | null;
  readonly issued_number: string;
  readonly issued_on: string | null;
  readonly adopted_on: string | null;
  readonly revision: number;
  readonly is_in_charge: 0 | 1;
}

/** Programmes that somebody may read, of one side. `rest`: conditions more and the order. */
export async function readProgrammes(
  tables: Tables,
  reach: Reach,
  side: Side,
  rest: RawBuilder<unknown>,
): Promise<readonly ProgrammeRow[]> {
  const own = isOwn(reach, 'programme.unit');
  const charged = isInCharge(reach, 'programme.unit');
  const seen = side === 'own' ? own : side === 'in-charge' ? charged : sql`(${own} OR ${charged})`;
  const { rows } = await sql<ProgrammeRow>`
    SELECT programme.*, unit.name AS unit_name, unit.parent IS NULL AS is_top, campaign.name AS campaign_name,
      person.name AS person_name, duty.due, ${charged} AS is_in_charge
    FROM programme JOIN unit ON unit.id = programme.unit JOIN campaign ON campaign.id = programme.campaign
    LEFT JOIN person ON person.id = programme.person
    LEFT JOIN duty ON duty.campaign = programme.campaign AND duty.kind = programme.kind AND duty.unit_kind = unit.kind
    WHERE ${seen} AND ${rest}`.execute(tables);
  return rows;
}

/** One programme of a side. AppError `unknown-id`. */
export async function programmeRow(
  tables: Tables,
  reach: Reach,
  { campaign, id, side }: { readonly campaign: string; readonly id: string; readonly side: Side },
): Promise<ProgrammeRow> {
  const [row] = await readProgrammes(tables, reach, side, sql`programme.id = ${id} AND programme.campaign = ${campaign}`);
  if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownProgramme);
  return row;
}

/** Rows as a list shows them, with the counts of their tasks. */
export async function toListed(tables: Tables, rows: readonly ProgrammeRow[]): Promise<ListedProgramme[]> {
  const { rows: kinds } = await sql<{ readonly programme: string; readonly kind: TaskKind }>`
    SELECT programme, kind FROM programme_task
    WHERE programme IN (SELECT value FROM json_each(${JSON.stringify(rows.map(({ id }) => id))}))`.execute(tables);
  const tasks = new Map(rows.map(({ id }) => [id, [] as { readonly kind: TaskKind }[]]));
  for (const task of kinds) tasks.get(task.programme)?.push(task);
  return rows.map((row) => ({ ...listedOf(row), tasks: countTasks(tasks.get(row.id) ?? []) }));
}

function listedOf(row: ProgrammeRow): Omit<ListedProgramme, 'tasks'> {
  return {
    id: row.id,
    campaign: row.campaign,
    campaignName: row.campaign_name,
    unit: row.unit,
    unitName: row.unit_name,
    kind: row.kind,
    person: row.person === null ? null : { id: row.person, name: row.person_name ?? '' },
    title: row.title,
    state: row.state,
    due: row.due,
    issuedNumber: row.issued_number,
    issuedOn: row.issued_on,
    adoptedOn: row.adopted_on,
    revision: row.revision,
  };
}

/** What was said of a programme, in order of time. */
export async function readRemarks(tables: Tables, programme: string): Promise<ProgrammeRemark[]> {
  const rows = await tables
    .selectFrom('programme_remark')
    .selectAll()
    .where('programme', '=', programme)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, kind, said_by, verdict, answers, words, by, at }) => {
    const told = readObject<Record<string, unknown>>(answers, { table: 'programme_remark', row: id });
    return {
      kind: kind as ProgrammeRemark['kind'],
      saidBy: said_by,
      verdict: verdict as ProgrammeRemark['verdict'],
      answers: kind === 'review' ? (told as unknown as ProgrammeRemark['answers']) : null,
      words,
      count: typeof told.count === 'number' ? told.count : null,
      by,
      at,
    };
  });
}

/** Names of the accounts in charge of units. */
export async function chargedNames(tables: Tables, units: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ readonly name: string }>`
    SELECT DISTINCT account.name FROM in_charge JOIN account ON account.id = in_charge.account
    WHERE in_charge.unit IN (SELECT value FROM json_each(${JSON.stringify(units)})) ORDER BY account.name`.execute(tables);
  return rows.map(({ name }) => name);
}

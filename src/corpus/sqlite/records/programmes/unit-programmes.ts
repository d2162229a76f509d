import { sql } from 'kysely';
import type { UnitProgrammes } from '../../../records/programmes.js';
import { campaignRow } from '../campaign-rows.js';
import { isOwn, type Reach } from '../reach.js';
import { BY_NAME } from '../roster/names.js';
import { selectEntries } from '../roster/roster-rows.js';
import type { Tables } from '../store.js';
import { chargedNames, readProgrammes, toListed } from './programme-rows.js';

/** Names that are looked for in a text: a roster of thousands has few places, and a text that names none of the first says enough. */
const MOST_NAMES = 300;

/** What the units in reach have in a campaign, and what is asked of them. AppError `unknown-id`. */
export async function readUnitProgrammes(tables: Tables, campaign: string, reach: Reach): Promise<UnitProgrammes> {
  await campaignRow(tables, campaign, reach);
  const rest = sql`programme.campaign = ${campaign} ORDER BY programme.kind, programme.created_at DESC`;
  const rows = await readProgrammes(tables, reach, 'own', rest);
  const planned = tables.selectFrom('programme').select('person').where('campaign', '=', campaign).where('person', 'is not', null);
  const heads = await selectEntries(tables, campaign, reach)
    .where('person.is_head', '=', 1)
    .where('person.id', 'not in', planned)
    .execute();
  const asked = await tables
    .selectFrom('duty')
    .innerJoin('unit', 'unit.kind', 'duty.unit_kind')
    .where('duty.campaign', '=', campaign)
    .where(isOwn(reach, 'unit.id'))
    .select(['duty.kind', 'duty.due'])
    .distinct()
    .orderBy('duty.kind')
    .execute();
  return {
    programmes: await toListed(tables, rows),
    heads: heads.map(({ id, name, post, unit }) => ({ id, name, post, unit })).sort((one, other) => BY_NAME.compare(one.name, other.name)),
    inCharge: await chargedNames(tables, reach?.units ?? []),
    asked: asked.map(({ kind, due }) => ({ kind: kind === 'collective' ? 'collective' : 'personal-plan', due })),
  };
}

/** Names of a unit, of those right below it, and of cells and places of its people. */
export async function readOwnNames(tables: Tables, unit: string): Promise<string[]> {
  const { rows } = await sql<{ readonly name: string }>`
    SELECT name FROM unit WHERE id = ${unit} OR parent = ${unit}
    UNION SELECT cell FROM person WHERE unit = ${unit} AND erased_at IS NULL AND cell <> ''
    UNION SELECT place FROM person WHERE unit = ${unit} AND erased_at IS NULL AND place <> ''
    LIMIT ${MOST_NAMES}`.execute(tables);
  return rows.map(({ name }) => name);
}

import { sql } from 'kysely';
import { GENERIC_SETTINGS, type GenericText, genericText, type MeasuredText, type TextFacts } from '../../../../model/generic-text.js';
import type { Programme } from '../../../records/programmes.js';
import { inChunks } from '../../in-chunks.js';
import type { Tables } from '../store.js';
import { readObject } from '../stored-json.js';

/** Puts a text with what was measured in it in place of the one before. */
export async function putText(tables: Tables, programme: string, { text, facts, shingles }: MeasuredText): Promise<void> {
  await tables
    .updateTable('programme')
    .set({ text, facts: JSON.stringify(facts) })
    .where('id', '=', programme)
    .execute();
  await tables.deleteFrom('programme_shingle').where('programme', '=', programme).execute();
  const rows = shingles.map(({ hash, start, end }) => ({ shingle: hash, programme, start, stop: end }));
  for (const chunk of inChunks(rows)) await tables.insertInto('programme_shingle').values(chunk).execute();
}

/** What of a programme's text three other units of the campaign or more have; of those nothing is told but that. */
export async function readGeneric(
  tables: Tables,
  {
    id,
    campaign,
    unit,
    text,
    facts,
  }: { readonly id: string; readonly campaign: string; readonly unit: string } & Readonly<Record<'text' | 'facts', string>>,
): Promise<Programme['generic']> {
  if (text === '') return null;
  // Of each shingle as many units are looked for as are needed, so that what all have costs no more than what few have.
  const { rows } = await sql<{ readonly hash: number; readonly start: number; readonly end: number; readonly units: number }>`
    SELECT own.shingle AS hash, own.start, own.stop AS end, (
      SELECT count(*) FROM (
        SELECT DISTINCT programme.unit FROM programme_shingle AS other CROSS JOIN programme ON programme.id = other.programme
        WHERE other.shingle = own.shingle AND programme.campaign = ${campaign} AND programme.unit <> ${unit}
        LIMIT ${GENERIC_SETTINGS.units})) AS units
    FROM programme_shingle AS own WHERE own.programme = ${id}`.execute(tables);
  const shared = new Set(rows.filter(({ units }) => units >= GENERIC_SETTINGS.units).map(({ hash }) => hash));
  const generic: GenericText = genericText(rows, (hash) => shared.has(hash));
  return { ...generic, facts: readObject<TextFacts>(facts, { table: 'programme', row: id }) };
}

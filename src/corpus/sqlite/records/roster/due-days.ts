import { sql } from 'kysely';
import type { DueDay } from '../../../records/rosters.js';
import type { Tables } from '../store.js';
import { givenTables } from './given.js';

/** The day that counts for a unit in a campaign, and whose it is. */
export async function dueDayOf(tables: Tables, campaign: string, unit: string): Promise<DueDay> {
  const { rows } = await sql<{ due: string; source: string; name: string }>`
    WITH RECURSIVE ${givenTables({ campaign, groups: [] })}
    SELECT due_of.due, due_of.source, unit.name FROM due_of JOIN unit ON unit.id = due_of.source
    WHERE due_of.unit = ${unit}`.execute(tables);
  const [found] = rows;
  if (found === undefined) return { own: null, due: null, from: null };
  const isOwn = found.source === unit;
  return { own: isOwn ? found.due : null, due: found.due, from: isOwn ? null : found.name };
}

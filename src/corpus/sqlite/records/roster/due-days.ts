import { sql } from 'kysely';
import type { DueDay } from '../../../records/rosters.js';
import type { Tables } from '../store.js';

/** The day that counts for a unit in a campaign: its own, else that of the nearest unit above that has one. */
export async function dueDayOf(tables: Tables, campaign: string, unit: string): Promise<DueDay> {
  const { rows } = await sql<{ depth: number; due: string; name: string }>`
    WITH RECURSIVE above (id, depth) AS (
      SELECT ${unit}, 0 UNION ALL SELECT unit.parent, depth + 1 FROM unit JOIN above ON unit.id = above.id WHERE unit.parent IS NOT NULL)
    SELECT above.depth, due_day.due, unit.name FROM above
      JOIN due_day ON due_day.unit = above.id AND due_day.campaign = ${campaign}
      JOIN unit ON unit.id = above.id
    ORDER BY above.depth LIMIT 1`.execute(tables);
  const nearest = rows[0];
  if (nearest === undefined) return { own: null, due: null, from: null };
  const isOwn = nearest.depth === 0;
  return { own: isOwn ? nearest.due : null, due: nearest.due, from: isOwn ? null : nearest.name };
}

import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { dueOfUnits } from '../roster/given.js';
import type { Tables } from '../store.js';
import type { Looking } from './unit-facts.js';

/** A unit of the tree with what figures need of it. */
export interface TreeUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Null for those that the reading begins with. */
  readonly parent: string | null;
  /** The day due in it, YYYY-MM-DD. */
  readonly due: string | null;
}

/** Those units and all below them, with the day due in each; a unit never before the one above it. */
export async function readTree(tables: Tables, campaign: string, roots: readonly string[]): Promise<TreeUnit[]> {
  const { rows } = await sql<TreeUnit>`
    WITH RECURSIVE
      ${treeOf(roots)},
      deep (id, depth) AS MATERIALIZED (SELECT id, max(depth) FROM tree GROUP BY id),
      ${dueOfUnits(campaign)}
    SELECT unit.id, unit.name, unit.kind, above.id AS parent, due_of.due
    FROM deep JOIN unit ON unit.id = deep.id LEFT JOIN deep AS above ON above.id = unit.parent LEFT JOIN due_of ON due_of.unit = unit.id
    ORDER BY deep.depth`.execute(tables);
  return rows;
}

/** Whether what was counted of a unit holds still: it is not just being counted, and no attempt at a quiz has come to its end since. */
export const stillHolds = (now: string): RawBuilder<SqlBool> => sql<SqlBool>`coalesce(counted_unit.until, '~') > ${now}`;

/** Ids of those units and all below them of which nothing is kept that still holds; `limit`: at most so many, -1 for all. */
export async function readUncounted(
  tables: Tables,
  { campaign, now }: Looking,
  { roots, limit }: { readonly roots: readonly string[]; readonly limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    WITH RECURSIVE ${treeOf(roots)}
    SELECT DISTINCT id FROM tree WHERE NOT EXISTS (
      SELECT 1 FROM counted_unit WHERE counted_unit.campaign = ${campaign} AND counted_unit.unit = tree.id AND ${stillHolds(now)})
    LIMIT ${limit}`.execute(tables);
  return rows.map(({ id }) => id);
}

/** Campaigns in which somebody is on the roster of a unit of which nothing is kept that still holds, with the unit that each is of. */
export async function readUncountedCampaigns(tables: Tables, now: string): Promise<{ readonly id: string; readonly unit: string }[]> {
  // From unit to unit of the index, past the people of each.
  const next = (from: RawBuilder<unknown>) => sql`(SELECT min(unit) FROM roster_entry WHERE campaign = campaign.id ${from})`;
  const { rows } = await sql<{ readonly id: string; readonly unit: string }>`
    SELECT campaign.id, campaign.unit FROM campaign WHERE EXISTS (
      WITH RECURSIVE listed (unit) AS (
        SELECT ${next(sql``)} UNION ALL SELECT ${next(sql`AND unit > listed.unit`)} FROM listed WHERE listed.unit IS NOT NULL)
      SELECT 1 FROM listed WHERE unit IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM counted_unit WHERE counted_unit.campaign = campaign.id AND counted_unit.unit = listed.unit AND ${stillHolds(now)}))
    ORDER BY campaign.created_at DESC`.execute(tables);
  return rows;
}

/** `tree`: those units and all below them, by how far below. A table of a recursive `WITH`. */
const treeOf = (roots: readonly string[]) => sql`
  tree (id, depth) AS (
    SELECT id, 0 FROM unit WHERE id IN (${sql.join(roots)})
    UNION SELECT unit.id, tree.depth + 1 FROM tree JOIN unit ON unit.parent = tree.id)`;

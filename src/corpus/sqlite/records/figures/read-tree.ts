import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { dueOfUnits } from '../roster/given.js';
import type { Tables } from '../store.js';

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
  const { rows } = await treeOf(campaign, roots, sql`true`).execute(tables);
  return rows;
}

/** Whether what was counted of a unit holds still: no attempt at a quiz has come to its end since. */
export const stillHolds = (now: string): RawBuilder<SqlBool> => sql<SqlBool>`coalesce(counted_unit.facts ->> '$.until', '~') > ${now}`;

/** Those of them of which nothing is kept that still holds. */
export async function readUncounted(tables: Tables, campaign: string, roots: readonly string[], now: string): Promise<TreeUnit[]> {
  const isCounted = sql`EXISTS (
    SELECT 1 FROM counted_unit WHERE counted_unit.campaign = ${campaign} AND counted_unit.unit = unit.id AND ${stillHolds(now)})`;
  const { rows } = await treeOf(campaign, roots, sql`NOT ${isCounted}`).execute(tables);
  return rows;
}

const treeOf = (campaign: string, roots: readonly string[], condition: RawBuilder<unknown>) => sql<TreeUnit>`
  WITH RECURSIVE
    tree (id, depth) AS (
      SELECT id, 0 FROM unit WHERE id IN (${sql.join(roots)})
      UNION SELECT unit.id, tree.depth + 1 FROM tree JOIN unit ON unit.parent = tree.id),
    deep (id, depth) AS MATERIALIZED (SELECT id, max(depth) FROM tree GROUP BY id),
    ${dueOfUnits(campaign)}
  SELECT unit.id, unit.name, unit.kind, above.id AS parent, due_of.due
  FROM deep JOIN unit ON unit.id = deep.id LEFT JOIN deep AS above ON above.id = unit.parent LEFT JOIN due_of ON due_of.unit = unit.id
  WHERE ${condition}
  ORDER BY deep.depth`;

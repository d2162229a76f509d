import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Scope } from '../../../model/access.js';

/** For whom something is read or changed; null for the machine itself. */
export type Reach = Scope | null;

/** Whether a column names one of the units that are reached. */
export function isOwn(reach: Reach, column: string): RawBuilder<SqlBool> {
  return reach === null ? sql<SqlBool>`true` : sql<SqlBool>`${sql.ref(column)} IN (${sql.join(reach.units)})`;
}

/** Whether a column names one of the units that are reached, or one above them: the units below a campaign's own take part in it. */
export function isOwnOrAbove(reach: Reach, column: string): RawBuilder<SqlBool> {
  if (reach === null) return sql<SqlBool>`true`;
  return sql<SqlBool>`${sql.ref(column)} IN (
    WITH RECURSIVE above (id) AS (
      SELECT id FROM unit WHERE id IN (${sql.join(reach.units)})
      UNION SELECT unit.parent FROM unit JOIN above ON unit.id = above.id WHERE unit.parent IS NOT NULL)
    SELECT id FROM above)`;
}

import { type RawBuilder, type Selectable, sql } from 'kysely';
import { AppError } from '../../../model/errors.js';
import type { CorpusTables } from '../schema.js';
import { RECORD_MESSAGES } from './messages.js';
import type { Reach } from './reach.js';
import type { Store, Tables } from './store.js';

/** Ids of the units that somebody administers: theirs and all below them; of the machine every unit. For `where unit in`. */
export function administered(reach: Reach): RawBuilder<string> {
  return reach === null ? sql<string>`(SELECT id FROM unit)` : below(reach.units);
}

/** Ids of a unit and all below it. */
export const belowOf = (unit: string): RawBuilder<string> => below([unit]);

function below(units: readonly string[]): RawBuilder<string> {
  return sql<string>`(
    WITH RECURSIVE below (id) AS (
      SELECT id FROM unit WHERE id IN (SELECT value FROM json_each(${JSON.stringify(units)}))
      UNION SELECT unit.id FROM unit JOIN below ON unit.parent = below.id
    ) SELECT id FROM below)`;
}

/** The row of a unit that is administered. AppError `unknown-id`. */
export async function administeredUnit(
  tables: Tables,
  { scope }: Pick<Store, 'scope'>,
  id: string,
): Promise<Selectable<CorpusTables['unit']>> {
  const row = await tables.selectFrom('unit').selectAll().where('id', '=', id).where('id', 'in', administered(scope)).executeTakeFirst();
  if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownUnit);
  return row;
}

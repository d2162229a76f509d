import { FOUNDING_UNIT } from '../../model/access.js';
import type { Erasure } from '../../model/erasure.js';
import type { Connection } from './connection.js';
import { clearDoomed } from './needed-originals.js';
import type { OriginalStore } from './original-files.js';
import { eraseData } from './records/erase-data.js';
import { appendEvents, MACHINE } from './records/event-lines.js';
import { putErasure } from './records/sqlite-erasures.js';

/** Erases from a database that was brought back what had been erased since it was saved. Gives how many erasures that were. */
export async function eraseAgain(
  connection: Connection,
  originals: OriginalStore,
  erasures: readonly Erasure[],
  now: Date,
): Promise<number> {
  const known = new Set((await connection.kysely.selectFrom('erasure').select('id').execute()).map(({ id }) => id));
  const missing = erasures.filter(({ id }) => !known.has(id));
  for (const erasure of missing) {
    await connection.atomically(async (tables) => {
      const { essays, lines, contents } = await eraseData(tables, erasure);
      // A unit that came later than the backup has nothing in it.
      const unit = await tables.selectFrom('unit').select('id').where('id', '=', erasure.unit).executeTakeFirst();
      if (unit !== undefined) await putErasure(tables, { ...erasure, contents }, { reason: '', actor: MACHINE });
      const details = { erasure: erasure.id, what: erasure.what, essays: essays.length, lines, again: true };
      await appendEvents(tables, now.toISOString(), [{ actor: MACHINE, kind: 'erased', unit: unit?.id ?? FOUNDING_UNIT, details }]);
    });
  }
  if (missing.length > 0) {
    await clearDoomed(connection, originals);
    await connection.forgetLog();
  }
  return missing.length;
}

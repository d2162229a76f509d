import { FOUNDING_UNIT } from '../../../model/access.js';
import type { Actor } from '../../records/actor.js';
import type { BackupLog, MadeBackup } from '../../records/backup-log.js';
import { administeredUnit } from './administered.js';
import type { Store } from './store.js';
import { readObject } from './stored-json.js';

/** Backups that are listed. */
const SHOWN = 50;

export class SqliteBackupLog implements BackupLog {
  constructor(private readonly store: Store) {}

  async note(backup: MadeBackup, actor: Actor): Promise<void> {
    await this.store.write(({ log }) => log({ actor, kind: 'backup-made', unit: FOUNDING_UNIT, details: { ...backup } }));
  }

  list(): Promise<readonly (MadeBackup & { readonly at: string; readonly by: Actor })[]> {
    return this.store.read(async (tables) => {
      await administeredUnit(tables, this.store, FOUNDING_UNIT);
      const rows = await tables
        .selectFrom('event')
        .select(['sequence', 'at', 'actor', 'details'])
        .where('kind', '=', 'backup-made')
        .orderBy('sequence', 'desc')
        .limit(SHOWN)
        .execute();
      return rows.map(({ sequence, at, actor, details }) => {
        return { ...readObject<MadeBackup>(details, { table: 'event', row: sequence }), at, by: actor };
      });
    });
  }
}

import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { Service } from '../service.js';
import { putWorld } from './put-world.js';
import type { MadeWorld } from './world.js';

/** A service, one of its campaigns, and its database as whoever goes around the service has it. */
interface Worlds {
  readonly service: Service;
  readonly campaign: string;
  readonly database: Database.Database;
  /** Writes a world into the campaign, as if nothing had been there before. */
  readonly put: (made: MadeWorld) => void;
}

export async function openWorlds(): Promise<Worlds> {
  const service = await Service.open();
  const campaign = (await service.campaign('Đợt 1')).id;
  const other = (await service.campaign('Đợt khác')).id;
  const database = new Database(join(service.folder, 'corpus.sqlite'));
  onTestFinished(() => void database.close());
  const put = (made: MadeWorld): void => {
    database.pragma('foreign_keys = OFF');
    database.transaction(() => putWorld(database, made, { campaign, other }))();
    database.pragma('foreign_keys = ON');
  };
  return { service, campaign, database, put };
}

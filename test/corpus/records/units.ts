import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Scope } from '../../../src/model/access.js';

/** Runs statements on the database of a corpus, beside whoever has it open. */
export function onDatabase<T>(folder: string, work: (database: Database.Database) => T): T {
  const file = readdirSync(folder).find((name) => name.endsWith('.sqlite') || name.endsWith('.db'))!;
  const database = new Database(join(folder, file));
  try {
    return database.transaction(() => work(database))();
  } finally {
    database.close();
  }
}

/** Adds units below one that is there: id, name and the id of the unit above. */
export function addUnits(folder: string, units: readonly (readonly [id: string, name: string, parent: string])[]): void {
  onDatabase(folder, (database) => {
    const insert = database.prepare(`INSERT INTO unit (id, name, parent, created_at) VALUES (?, ?, ?, '2026-11-01T00:00:00Z')`);
    for (const unit of units) insert.run(...unit);
  });
}

/** Somebody who works at these units. */
export const scopeOf = (...units: readonly string[]): Scope => ({
  actor: `đồng chí ở ${units.join(', ')}`,
  account: null,
  units,
  person: null,
});

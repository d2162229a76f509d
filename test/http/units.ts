import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Role } from '../../src/model/access.js';
import { type Browser, NAME, PASSWORD, type Service } from './service.js';

/** A unit below the founding one, or below `parent`; answers with its id. */
export function addUnit({ folder }: Pick<Service, 'folder'>, name: string, parent = 'goc'): string {
  const id = randomBytes(8).toString('hex');
  change(folder, (database) =>
    database.prepare("INSERT INTO unit (id, parent, name, created_at) VALUES (?, ?, ?, '2026-11-01T00:00:00.000Z')").run(id, parent, name),
  );
  return id;
}

/** Somebody who holds these roles at a unit, signed in; everybody's password is that of the first account, which must be there. */
export async function enterAs(
  service: Pick<Service, 'folder' | 'visit'>,
  unit: string,
  roles: readonly Role[],
  name: string = `Đồng chí ${roles.join(' ')} ${unit}`,
): Promise<Browser> {
  change(service.folder, (database) => {
    const id = randomBytes(8).toString('hex');
    database
      .prepare(
        'INSERT INTO account (id, name, password_hash, created_at) SELECT ?, ?, password_hash, created_at FROM account WHERE name = ?',
      )
      .run(id, name, NAME);
    for (const role of roles) database.prepare('INSERT INTO held_role (account, unit, role) VALUES (?, ?, ?)').run(id, unit, role);
  });
  const browser = await service.visit();
  await browser.send('post', '/api/session', { name, password: PASSWORD }).expect(200);
  return browser;
}

function change(folder: string, work: (database: Database.Database) => void): void {
  const database = new Database(join(folder, 'corpus.sqlite'));
  work(database);
  database.close();
}

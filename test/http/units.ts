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
        'INSERT INTO account (id, unit, name, password_hash, created_at) SELECT ?, ?, ?, password_hash, created_at FROM account WHERE name = ?',
      )
      .run(id, unit, name, NAME);
    for (const role of roles) database.prepare('INSERT INTO held_role (account, unit, role) VALUES (?, ?, ?)').run(id, unit, role);
  });
  const browser = await service.visit();
  await browser.send('post', '/api/session', { name, password: PASSWORD }).expect(200);
  return browser;
}

/** Id of an account that holds a role at a unit. */
export function accountAt({ folder }: Pick<Service, 'folder'>, unit: string): string {
  let id = '';
  change(folder, (database) => {
    id = (database.prepare('SELECT account FROM held_role WHERE unit = ? LIMIT 1').get(unit) as { account: string }).account;
  });
  return id;
}

/** Somebody of a unit's roster; answers with the id. */
export function addPerson({ folder }: Pick<Service, 'folder'>, unit: string, name = 'Cù Thị Riêng'): string {
  const id = randomBytes(8).toString('hex');
  change(folder, (database) =>
    database
      .prepare("INSERT INTO person (id, unit, card, name, cell, post, place, is_head, is_key_cadre) VALUES (?, ?, ?, ?, '', '', '', 0, 0)")
      .run(id, unit, `HA-${id}`, name),
  );
  return id;
}

function change(folder: string, work: (database: Database.Database) => void): void {
  const database = new Database(join(folder, 'corpus.sqlite'));
  work(database);
  database.close();
}

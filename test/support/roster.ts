import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Somebody of a roster. */
export interface RosterPerson {
  readonly id: string;
  readonly name: string;
  readonly card: string;
  readonly cell?: string;
  readonly unit?: string;
}

/** Puts people on the roster of a campaign, beside the service that runs on the folder. */
export function putOnRoster(folder: string, campaign: string, people: readonly RosterPerson[]): void {
  const database = new Database(join(folder, 'corpus.sqlite'));
  try {
    const person = database.prepare(
      'INSERT OR IGNORE INTO person (id, unit, card, name, cell, post, place, is_head, is_key_cadre) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)',
    );
    const entry = database.prepare('INSERT INTO roster_entry (campaign, person, unit) VALUES (?, ?, ?)');
    database.transaction(() => {
      for (const { id, name, card, cell = 'Chi bộ Trường Mầm non Suối Lội', unit = 'goc' } of people) {
        person.run(id, unit, card, name, cell, 'Giáo viên', 'Xã Suối Lội');
        entry.run(campaign, id, unit);
      }
    })();
  } finally {
    database.close();
  }
}

/** Says who wrote a kept essay, as a committee does. */
export function nameWriter(folder: string, submission: string, person: string): void {
  const database = new Database(join(folder, 'corpus.sqlite'));
  try {
    database.prepare(`INSERT INTO essay_person VALUES (?, ?, 'card', NULL, '2026-11-20T08:00:00.000Z')`).run(submission, person);
  } finally {
    database.close();
  }
}

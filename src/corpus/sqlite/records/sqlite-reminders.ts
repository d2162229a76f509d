import { sql } from 'kysely';
import type { Owing } from '../../../model/reminder.js';
import type { Reminders } from '../../records/reminders.js';
import { campaignRow } from './campaign-rows.js';
import { limitsAt } from './limit-rows.js';
import { owingTables } from './reminder-sql.js';
import { readGiving } from './roster/given.js';
import { BY_NAME } from './roster/names.js';
import type { Store, Tables } from './store.js';
import { readUnitReminders } from './unit-reminders.js';

/** Hours that Vietnam is ahead of UTC. */
const AHEAD = 7 * 3_600_000;

export class SqliteReminders implements Reminders {
  constructor(private readonly store: Store) {}

  people(campaign: string) {
    return this.reading(campaign, async (tables, told) => {
      const giving = await readGiving(tables, campaign);
      const days = new Map<string, number>();
      for (const unit of this.reached) days.set(unit, (await limitsAt(tables, unit)).warningDays);
      const { rows } = await sql<OwingRow>`WITH RECURSIVE ${owingTables(giving, this.reached)}
        SELECT person.id, person.card, person.name, person.cell, person.post, person.is_key_cadre, owing.unit, owing.rewriting,
          owing.attempt, owing.due
        FROM owing CROSS JOIN person ON person.id = owing.person WHERE person.erased_at IS NULL`.execute(tables);
      const people = rows.map(({ unit, is_key_cadre, rewriting, ...row }): Owing => {
        return { ...row, isKeyCadre: is_key_cadre === 1, isRewriting: rewriting === 1, warningDays: days.get(unit) ?? told.warningDays };
      });
      return { ...told, people: people.sort((one, other) => BY_NAME.compare(one.name, other.name)) };
    });
  }

  units(campaign: string) {
    return this.reading(campaign, async (tables, told) => {
      return { ...told, units: await readUnitReminders(tables, { ...told, campaign, roots: this.reached }) };
    });
  }

  private get reached(): readonly string[] {
    return this.store.scope?.units ?? [this.store.home];
  }

  private reading<T>(campaign: string, work: (tables: Tables, told: Told) => Promise<T>): Promise<T> {
    return this.store.read(async (tables) => {
      await campaignRow(tables, campaign, this.store.scope);
      const today = new Date(this.store.now().getTime() + AHEAD).toISOString().slice(0, 10);
      return work(tables, { today, warningDays: (await limitsAt(tables, this.store.home)).warningDays });
    });
  }
}

interface Told {
  readonly today: string;
  readonly warningDays: number;
}

type OwingRow = Pick<Owing, 'id' | 'card' | 'name' | 'cell' | 'post' | 'attempt' | 'due'> & {
  readonly unit: string;
  readonly is_key_cadre: 0 | 1;
  readonly rewriting: 0 | 1;
};

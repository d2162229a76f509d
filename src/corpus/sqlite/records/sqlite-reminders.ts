import { sql } from 'kysely';
import type { Owing, UnitReminders } from '../../../model/reminder.js';
import type { Reminders } from '../../records/reminders.js';
import { campaignRow } from './campaign-rows.js';
import { limitsAt } from './limit-rows.js';
import { type OwingPlace, owingTables } from './reminder-sql.js';
import { readGiving } from './roster/given.js';
import { BY_NAME } from './roster/names.js';
import type { Store, Tables } from './store.js';

/** Hours that Vietnam is ahead of UTC. */
const AHEAD = 7 * 3_600_000;

export class SqliteReminders implements Reminders {
  constructor(private readonly store: Store) {}

  people(campaign: string) {
    return this.reading(campaign, async (tables, told) => {
      const place = await this.place(tables, campaign, false);
      const days = new Map<string, number>();
      for (const unit of this.reached) days.set(unit, (await limitsAt(tables, unit)).warningDays);
      const { rows } = await sql<OwingRow>`WITH RECURSIVE ${owingTables(place)}
        SELECT person.id, person.card, person.name, person.cell, person.post, person.is_key_cadre, owing.unit, owing.rewriting,
          owing.attempt, owing.due
        FROM owing JOIN person ON person.id = owing.person WHERE person.erased_at IS NULL`.execute(tables);
      const people = rows.map(({ unit, is_key_cadre, rewriting, ...row }): Owing => {
        return { ...row, isKeyCadre: is_key_cadre === 1, isRewriting: rewriting === 1, warningDays: days.get(unit) ?? told.warningDays };
      });
      return { ...told, people: people.sort((one, other) => BY_NAME.compare(one.name, other.name)) };
    });
  }

  units(campaign: string) {
    return this.reading(campaign, async (tables, told) => {
      const place = await this.place(tables, campaign, true);
      const { today, warningDays } = told;
      const { rows } = await sql<UnitReminders>`WITH RECURSIVE ${owingTables(place)},
        late AS (SELECT unit, rewriting, CAST(julianday(${today}) - julianday(due) AS INTEGER) AS days FROM owing WHERE due IS NOT NULL)
        SELECT unit.id, unit.name, coalesce(above.name, '') AS above,
          sum(days <= 0 AND NOT rewriting) AS soon, sum(days > 0 AND NOT rewriting) AS overdue,
          sum(days <= 0 AND rewriting) AS "rewriteSoon", sum(days > 0 AND rewriting) AS "rewriteOverdue", max(0, max(days)) AS "mostDays"
        FROM late JOIN unit ON unit.id = late.unit LEFT JOIN unit AS above ON above.id = unit.parent
        WHERE days >= ${-warningDays} GROUP BY unit.id`.execute(tables);
      const units = [...rows].sort((one, other) => {
        const late = (unit: UnitReminders): number => unit.overdue + unit.rewriteOverdue;
        return other.mostDays - one.mostDays || late(other) - late(one) || BY_NAME.compare(one.name, other.name);
      });
      return { ...told, units };
    });
  }

  private get reached(): readonly string[] {
    return this.store.scope?.units ?? [this.store.home];
  }

  private async place(tables: Tables, campaign: string, withBelow: boolean): Promise<OwingPlace> {
    return { giving: await readGiving(tables, campaign), units: this.reached, withBelow };
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

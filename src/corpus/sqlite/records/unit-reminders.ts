import { setImmediate as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { UnitReminders } from '../../../model/reminder.js';
import { type DueUnit, missingByUnit, peopleApart, rewritingByUnit } from './reminder-sql.js';
import { givenTables, readGiving } from './roster/given.js';
import { BY_NAME } from './roster/names.js';
import type { Tables } from './store.js';

/** Units that are counted at once: between two such steps the service answers others. */
const STEP = 100;
const DAY = 86_400_000;

interface Looked {
  readonly campaign: string;
  /** Units that the look begins with. */
  readonly roots: readonly string[];
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly warningDays: number;
}

type Unit = DueUnit & Pick<UnitReminders, 'name' | 'above'>;
type Counts = { -readonly [K in 'soon' | 'overdue' | 'rewriteSoon' | 'rewriteOverdue' | 'mostDays']: number };

/** How many are due within the days of the warning, or overdue, in these units and those below; those where nobody is are left out. */
export async function readUnitReminders(tables: Tables, looked: Looked): Promise<UnitReminders[]> {
  const { campaign, today, warningDays } = looked;
  const until = new Date(Date.parse(`${today}T00:00:00Z`) + warningDays * DAY).toISOString().slice(0, 10);
  const units = await treeOf(tables, looked);
  const counts = new Map<string, Counts>();
  const add = (unit: string, due: string, people: number, isRewriting: boolean): void => {
    if (due > until) return;
    const count = counts.get(unit) ?? { soon: 0, overdue: 0, rewriteSoon: 0, rewriteOverdue: 0, mostDays: 0 };
    const days = Math.round((Date.parse(today) - Date.parse(due)) / DAY);
    if (isRewriting) count[days > 0 ? 'rewriteOverdue' : 'rewriteSoon'] += people;
    else count[days > 0 ? 'overdue' : 'soon'] += people;
    count.mostDays = Math.max(count.mostDays, days);
    counts.set(unit, count);
  };
  const { rows: apart } = await peopleApart(await readGiving(tables, campaign)).execute(tables);
  // Where nothing is due yet nobody is counted, unless a group may have another day.
  const isDue = ({ due }: DueUnit): boolean => due !== null && due <= until;
  const asked = apart.some(isDueToo(until)) ? units : units.filter(isDue);
  for (let place = 0; place < asked.length; place += STEP) {
    const { rows } = await missingByUnit(campaign, asked.slice(place, place + STEP), apart).execute(tables);
    for (const { unit, due, people } of rows) add(unit, due, people, false);
    await pause();
  }
  const { rows } = await rewritingByUnit(campaign, until).execute(tables);
  const inTree = new Set(units.map(({ id }) => id));
  for (const { unit, due, people } of rows) if (inTree.has(unit)) add(unit, due, people, true);
  return units.flatMap(({ id, name, above }) => told({ id, name, above }, counts.get(id))).sort(byNeed);
}

const isDueToo =
  (until: string) =>
  ({ due }: { readonly due: string }): boolean =>
    due <= until;

const told = (unit: Pick<UnitReminders, 'id' | 'name' | 'above'>, counts: Counts | undefined): UnitReminders[] =>
  counts === undefined ? [] : [{ ...unit, ...counts }];

function byNeed(one: UnitReminders, other: UnitReminders): number {
  const late = (unit: UnitReminders): number => unit.overdue + unit.rewriteOverdue;
  return other.mostDays - one.mostDays || late(other) - late(one) || BY_NAME.compare(one.name, other.name);
}

/** Those units and all below them, with the day due in each. */
async function treeOf(tables: Tables, { campaign, roots }: Looked): Promise<readonly Unit[]> {
  const { rows } = await sql<Unit>`
    WITH RECURSIVE
      tree (id) AS (SELECT id FROM unit WHERE id IN (${sql.join(roots)}) UNION SELECT unit.id FROM tree JOIN unit ON unit.parent = tree.id),
      ${givenTables({ campaign, groups: [] })}
    SELECT unit.id, unit.name, coalesce(above.name, '') AS above, due_of.due
    FROM tree JOIN unit ON unit.id = tree.id LEFT JOIN unit AS above ON above.id = unit.parent LEFT JOIN due_of ON due_of.unit = unit.id`.execute(
    tables,
  );
  return rows;
}

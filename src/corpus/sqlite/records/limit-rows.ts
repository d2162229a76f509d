import { type RawBuilder, sql } from 'kysely';
import { LIMIT_NAMES, type LimitName, type LimitState, type Limits, UNIT_LIMITS } from '../../../model/unit.js';
import type { Tables } from './store.js';

interface FoundLimit {
  readonly start: string;
  readonly name: string;
  readonly value: string;
  readonly unit: string;
}

/** For each of the units that `starts` selects: what it or the nearest unit above it sets, nearest first. */
async function limitsAbove(tables: Tables, starts: RawBuilder<unknown>): Promise<readonly FoundLimit[]> {
  const { rows } = await sql<FoundLimit>`
    WITH RECURSIVE up (start, id, depth) AS (
      SELECT id, id, 0 FROM unit WHERE id IN (${starts})
      UNION ALL SELECT up.start, unit.parent, depth + 1 FROM up JOIN unit ON unit.id = up.id WHERE unit.parent IS NOT NULL
    ) SELECT up.start, unit_setting.name, unit_setting.value, up.id AS unit
    FROM up JOIN unit_setting ON unit_setting.unit = up.id ORDER BY depth`.execute(tables);
  return rows;
}

/** What counts at a unit. */
export async function limitStates(tables: Tables, unit: string): Promise<Readonly<Record<LimitName, LimitState>>> {
  const found = await limitsAbove(tables, sql`${unit}`);
  const states = LIMIT_NAMES.map((name): [LimitName, LimitState] => {
    const first = found.find((one) => one.name === name);
    return [name, first === undefined ? { value: UNIT_LIMITS[name].usual, from: null } : { value: Number(first.value), from: first.unit }];
  });
  return Object.fromEntries(states) as Record<LimitName, LimitState>;
}

/** The values that count at a unit. */
export async function limitsAt(tables: Tables, unit: string): Promise<Limits> {
  const states = await limitStates(tables, unit);
  return Object.fromEntries(LIMIT_NAMES.map((name) => [name, states[name].value])) as Limits;
}

/** The least value of a limit among the units that `starts` selects; the usual one when it selects none. */
export async function leastLimits(tables: Tables, starts: RawBuilder<unknown>, names: readonly LimitName[]): Promise<number[]> {
  const found = await limitsAbove(tables, starts);
  const { rows } = await sql<{ id: string }>`SELECT id FROM unit WHERE id IN (${starts})`.execute(tables);
  return names.map((name) => {
    const values = rows.map(({ id }) => {
      const first = found.find((one) => one.start === id && one.name === name);
      return first === undefined ? UNIT_LIMITS[name].usual : Number(first.value);
    });
    return values.length === 0 ? UNIT_LIMITS[name].usual : Math.min(...values);
  });
}

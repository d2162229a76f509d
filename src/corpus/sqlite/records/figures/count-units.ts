import { setImmediate as pause } from 'node:timers/promises';
import { definitionOf } from '../campaign-rows.js';
import { randomId } from '../random-id.js';
import { readGiving } from '../roster/given.js';
import type { Store, Tables } from '../store.js';
import { type CountedUnit, toCounted } from './counted-unit.js';
import { alikePeople, type Looked } from './people-sql.js';
import { readTree, readUncounted, stillHolds, type TreeUnit } from './read-tree.js';
import { type Looking, readUnitFacts } from './unit-facts.js';

/** Units that are counted at once: between two such steps the service answers others. */
const STEP = 50;
/** Units whose kept counts are read at once. */
const READ_STEP = 500;

/** Units from some downward, with what was counted of each. */
export interface CountedUnits {
  readonly units: readonly TreeUnit[];
  readonly counted: ReadonlyMap<string, CountedUnit>;
}

/**
 * Counts the units from some downward, all as they are at one moment. Those that nothing has changed in since they were last
 * counted are not counted again: what was counted is kept, and whoever changes a fact takes it away (schema-figures.ts).
 */
export async function countUnits(store: Store, campaign: string, roots: readonly string[]): Promise<CountedUnits> {
  await keepCounts(store, campaign, roots);
  return store.count(async (tables) => {
    const units = await readTree(tables, campaign, roots);
    const looking = { campaign, now: store.now().toISOString() };
    const kept = await readKept(tables, looking, units);
    // What has changed in the meantime.
    const changed = units.filter(({ id }) => !kept.has(id));
    const anew = await countAnew(tables, looking, changed);
    return { units, counted: new Map([...kept, ...anew]) };
  });
}

/** Counts what is not kept by now, step by step. What changes meanwhile is not waited for: facts may change as fast as they are counted. */
async function keepCounts(store: Store, campaign: string, roots: readonly string[]): Promise<void> {
  const looking = { campaign, now: store.now().toISOString() };
  const uncounted = await store.count((tables) => readUncounted(tables, looking, { roots, limit: -1 }));
  for (let from = 0; from < uncounted.length; from += STEP) {
    await keepSome(store, campaign, roots);
    await pause();
  }
}

/**
 * Counts a few units of which nothing is kept; whether there may be more. They are marked first: whoever changes a fact meanwhile
 * takes the mark away as they would take what was counted, and then it is not kept. So nobody's writing waits for the counting.
 */
export async function keepSome(store: Store, campaign: string, roots: readonly string[]): Promise<boolean> {
  const looking = { campaign, now: store.now().toISOString() };
  const ids = await store.count((tables) => readUncounted(tables, looking, { roots, limit: STEP }));
  if (ids.length === 0) return false;
  const mark = randomId();
  const marked = ids.map((unit) => ({ campaign, unit, people: mark, received: '', facts: '', until: '' }));
  await store.keep((tables) => tables.replaceInto('counted_unit').values(marked).execute());
  const counted = await store.count(async (tables) => {
    const units = await readTree(tables, campaign, ids);
    return countAnew(
      tables,
      looking,
      units.filter(({ id }) => ids.includes(id)),
    );
  });
  await store.keep(async (tables) => {
    for (const [unit, one] of counted) {
      const ofUnit = tables.updateTable('counted_unit').set(one).where('campaign', '=', campaign).where('unit', '=', unit);
      await ofUnit.where('people', '=', mark).execute();
    }
  });
  return ids.length === STEP;
}

async function readKept(tables: Tables, { campaign, now }: Looking, units: readonly TreeUnit[]): Promise<Map<string, CountedUnit>> {
  const kept = new Map<string, CountedUnit>();
  for (let from = 0; from < units.length; from += READ_STEP) {
    const ids = units.slice(from, from + READ_STEP).map(({ id }) => id);
    const stored = tables.selectFrom('counted_unit').selectAll().where('campaign', '=', campaign).where('unit', 'in', ids);
    const rows = await stored.where(stillHolds(now)).execute();
    for (const row of rows) kept.set(row.unit, row);
    await pause();
  }
  return kept;
}

async function countAnew(tables: Tables, looking: Looking, units: readonly TreeUnit[]): Promise<Map<string, CountedUnit>> {
  const counted = new Map<string, CountedUnit>();
  if (units.length === 0) return counted;
  const looked = await readLooked(tables, looking);
  for (let from = 0; from < units.length; from += STEP) {
    const some = units.slice(from, from + STEP);
    const facts = await readUnitFacts(tables, looking, some);
    const { rows } = await alikePeople(looked, some).execute(tables);
    for (const { unit, alike } of rows) counted.set(unit, toCounted(alike, facts.get(unit)!));
    await pause();
  }
  return counted;
}

/** What a campaign has and asks for, as people are looked at in it. */
async function readLooked(tables: Tables, { campaign, now }: Looking): Promise<Looked> {
  const row = await tables.selectFrom('campaign').selectAll().where('id', '=', campaign).executeTakeFirstOrThrow();
  const { kind } = await definitionOf(tables, row);
  const has = async (table: 'study_session' | 'material' | 'quiz' | 'duty'): Promise<boolean> =>
    (await tables.selectFrom(table).select('campaign').where('campaign', '=', campaign).limit(1).executeTakeFirst()) !== undefined;
  return {
    giving: await readGiving(tables, campaign),
    now,
    isSituational: kind === 'situational-answer',
    has: {
      studies: await has('study_session'),
      material: await has('material'),
      quiz: await has('quiz'),
      plans: await has('duty'),
    },
  };
}

/** Whether everything that is kept is what counting it anew tells, in the state of one moment; for whoever verifies a corpus. */
export async function areCountsRight(tables: Tables, now: string): Promise<boolean> {
  const roots = await tables.selectFrom('unit').select('id').where('parent', 'is', null).execute();
  const ids = roots.map(({ id }) => id);
  for (const { id } of await tables.selectFrom('campaign').select('id').execute()) {
    const units = await readTree(tables, id, ids);
    const looking = { campaign: id, now };
    const kept = await readKept(tables, looking, units);
    const counted = units.filter((unit) => kept.has(unit.id));
    const anew = await countAnew(tables, looking, counted);
    if (counted.some((unit) => !isSame(kept.get(unit.id)!, anew.get(unit.id)!))) return false;
  }
  return true;
}

function isSame(one: CountedUnit, other: CountedUnit): boolean {
  return (['people', 'received', 'facts', 'until'] as const).every((part) => one[part] === other[part]);
}

import { setImmediate as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { countUnit, type LikePeople } from '../../../../model/person-facts.js';
import { definitionOf } from '../campaign-rows.js';
import { dueOfUnits, readGiving } from '../roster/given.js';
import type { Tables } from '../store.js';
import type { OwnFigures } from './kept-figures.js';
import { alikePeople, type Looked } from './people-sql.js';
import { readPersonCode } from './person-code.js';
import { readUnitFacts } from './unit-facts.js';

/** Units that are counted at once: between two such steps the service answers others. */
const STEP = 100;

/** A unit of the tree with what figures need of it. */
export interface TreeUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Null for those that the reading begins with. */
  readonly parent: string | null;
  /** The day due in it, YYYY-MM-DD. */
  readonly due: string | null;
}

/** Those units and all below them, with the day due in each; a unit never before the one above it. */
export async function readTree(tables: Tables, campaign: string, roots: readonly string[]): Promise<TreeUnit[]> {
  const { rows } = await sql<TreeUnit & { readonly depth: number }>`
    WITH RECURSIVE
      tree (id, depth) AS (
        SELECT id, 0 FROM unit WHERE id IN (${sql.join(roots)})
        UNION SELECT unit.id, tree.depth + 1 FROM tree JOIN unit ON unit.parent = tree.id),
      deep (id, depth) AS MATERIALIZED (SELECT id, max(depth) FROM tree GROUP BY id),
      ${dueOfUnits(campaign)}
    SELECT unit.id, unit.name, unit.kind, above.id AS parent, due_of.due
    FROM deep JOIN unit ON unit.id = deep.id LEFT JOIN deep AS above ON above.id = unit.parent LEFT JOIN due_of ON due_of.unit = unit.id
    ORDER BY deep.depth`.execute(tables);
  return rows;
}

/** What a campaign has and asks for, as people are looked at in it. */
export async function readLooked(tables: Tables, campaign: string, today: string): Promise<Looked> {
  const row = await tables.selectFrom('campaign').selectAll().where('id', '=', campaign).executeTakeFirstOrThrow();
  const { kind } = await definitionOf(tables, row);
  const has = async (table: 'study_session' | 'material' | 'quiz' | 'duty'): Promise<boolean> =>
    (await tables.selectFrom(table).select('campaign').where('campaign', '=', campaign).limit(1).executeTakeFirst()) !== undefined;
  return {
    giving: await readGiving(tables, campaign),
    today,
    isSituational: kind === 'situational-answer',
    has: {
      studies: await has('study_session'),
      material: await has('material'),
      quiz: await has('quiz'),
      plans: await has('duty'),
    },
  };
}

/** Each unit's own figures. */
export async function readOwnFigures(tables: Tables, looked: Looked, units: readonly TreeUnit[]): Promise<Map<string, OwnFigures>> {
  if (units.length === 0) return new Map();
  const facts = await readUnitFacts(tables, looked.giving.campaign, units);
  const found = new Map<string, OwnFigures>();
  for (let from = 0; from < units.length; from += STEP) {
    const { rows } = await alikePeople(looked, units.slice(from, from + STEP)).execute(tables);
    for (const { unit, alike } of rows) {
      const people = readAlike(alike);
      const { all, keyCadres } = facts.get(unit)!;
      const cadres = people.filter((group) => group.facts.isKeyCadre);
      found.set(unit, { all: countUnit(people, all), keyCadres: countUnit(cadres, keyCadres) });
    }
    await pause();
  }
  return found;
}

function readAlike(text: string): LikePeople[] {
  const lines = JSON.parse(text) as [code: number, cell: string, overdue: number, people: number][];
  return lines.map(([code, cell, overdue, people]) => ({ facts: readPersonCode(code, cell, overdue), people }));
}

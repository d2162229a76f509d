import { countUnit, type LikePeople, type UnitFigures } from '../../../../model/person-facts.js';
import { daysAfter } from '../../../../model/unit-report.js';
import type { CorpusTables } from '../../schema.js';
import { readPersonCode } from './person-code.js';
import type { ReadUnitFacts } from './unit-facts.js';

/** People alike: their number as person-code.ts has it, their cell, the day that something is due of them which is not there, how many. */
type Line = readonly [code: number, cell: string, awaited: string | null, people: number];
/** Of those required to write, how many first handed in on a day, key cadres apart. */
type Received = readonly [day: string, isKeyCadre: 0 | 1, people: number];

/** What was counted of a unit in a campaign. It holds until a fact changes or `facts.until` has come, whatever the day. */
export interface CountedUnit {
  readonly people: readonly Line[];
  readonly received: readonly Received[];
  readonly facts: ReadUnitFacts;
}

/** What the database tells of people alike in a unit, and of the unit itself. */
export function toCounted(alike: string, facts: ReadUnitFacts): CountedUnit {
  const lines = JSON.parse(alike) as [code: number, cell: string, awaited: string | null, received: string | null, people: number][];
  const people = new Map<string, [...Line]>();
  const received = new Map<string, [...Received]>();
  for (const [code, cell, awaited, day, count] of lines) {
    addTo(people, [code, cell, awaited, count]);
    const { exempt, isKeyCadre } = readPersonCode(code);
    if (day !== null && exempt === 'none') addTo(received, [day, isKeyCadre ? 1 : 0, count]);
  }
  return { people: [...people.values()], received: [...received.values()], facts };
}

/** Adds a line to the one that is like it but for how many it counts, which stands last. */
function addTo<Counted extends unknown[]>(lines: Map<string, Counted>, line: Counted): void {
  const key = JSON.stringify(line.slice(0, -1));
  const before = (lines.get(key)?.at(-1) as number | undefined) ?? 0;
  lines.set(key, [...line.slice(0, -1), before + (line.at(-1) as number)] as Counted);
}

type Kept = Pick<CorpusTables['counted_unit'], 'people' | 'received' | 'facts'>;

export const toKept = ({ people, received, facts }: CountedUnit): Kept => {
  return { people: JSON.stringify(people), received: JSON.stringify(received), facts: JSON.stringify(facts) };
};

export const fromKept = ({ people, received, facts }: Kept): CountedUnit => {
  return { people: JSON.parse(people), received: JSON.parse(received), facts: JSON.parse(facts) };
};

/** A unit's own figures as they are on a day, of everybody or of key cadres alone. */
export function figuresOn({ people, facts }: CountedUnit, today: string, keyCadres: boolean): UnitFigures {
  const alike: LikePeople[] = [];
  for (const [code, cell, awaited, count] of people) {
    const coded = readPersonCode(code);
    if (keyCadres && !coded.isKeyCadre) continue;
    const overdueDays = awaited === null ? 0 : daysAfter(awaited, today);
    alike.push({ facts: { ...coded, cell, overdueDays, isMissed: overdueDays > 0 && !coded.hasSubmitted }, people: count });
  }
  return countUnit(alike, keyCadres ? facts.keyCadres : facts.all);
}

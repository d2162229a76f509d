import { countUnit, type LikePeople, type PersonFacts, type UnitFigures } from '../../../../model/person-facts.js';
import { daysAfter } from '../../../../model/unit-report.js';
import type { CorpusTables } from '../../schema.js';
import { readPersonCode } from './person-code.js';
import type { ReadUnitFacts } from './unit-facts.js';

/** People alike: their number as person-code.ts has it, their cell, the day that something is due of them which is not there, how many. */
type Line = readonly [code: number, cell: string, awaited: string | null, people: number];
/** Of those required to write, how many first handed in on a day, key cadres apart. */
type Received = readonly [day: string, isKeyCadre: 0 | 1, people: number];

/** What was counted of a unit in a campaign, as it is kept: lists of `Line` and `Received`, and `KeptFacts`. It holds until a fact changes or `until` has come, whatever the day. */
export type CountedUnit = Pick<CorpusTables['counted_unit'], 'people' | 'received' | 'facts' | 'until'>;
type KeptFacts = Omit<ReadUnitFacts, 'until'>;

/** What the database tells of people alike in a unit, and of the unit itself. */
export function toCounted(alike: string, { until, ...facts }: ReadUnitFacts): CountedUnit {
  const lines = JSON.parse(alike) as [code: number, cell: string, awaited: string | null, received: string | null, people: number][];
  const people = new Map<string, [...Line]>();
  const received = new Map<string, [...Received]>();
  for (const [code, cell, awaited, day, count] of lines) {
    addTo(people, [code, cell, awaited, count]);
    const { exempt, isKeyCadre } = readPersonCode(code);
    if (day !== null && exempt === 'none') addTo(received, [day, isKeyCadre ? 1 : 0, count]);
  }
  return {
    people: JSON.stringify([...people.values()]),
    received: JSON.stringify([...received.values()]),
    facts: JSON.stringify(facts satisfies KeptFacts),
    until,
  };
}

/** Adds a line to the one that is like it but for how many it counts, which stands last. */
function addTo<Counted extends unknown[]>(lines: Map<string, Counted>, line: Counted): void {
  const key = JSON.stringify(line.slice(0, -1));
  const before = (lines.get(key)?.at(-1) as number | undefined) ?? 0;
  lines.set(key, [...line.slice(0, -1), before + (line.at(-1) as number)] as Counted);
}

export const receivedIn = ({ received }: CountedUnit): Received[] => JSON.parse(received);

/** Tells figures of units as they are on a day, of everybody or of key cadres alone. */
export class DayFigures {
  /** People of a province are alike in a few hundred ways. */
  private readonly alike = new Map<string | null, Map<number, PersonFacts>>();

  constructor(
    private readonly today: string,
    private readonly keyCadres: boolean,
  ) {}

  /** A unit's own. */
  of({ people, facts }: CountedUnit): UnitFigures {
    const groups: LikePeople[] = [];
    for (const [code, cell, awaited, count] of JSON.parse(people) as Line[]) {
      const known = this.factsOf(code, awaited);
      if (known.isKeyCadre || !this.keyCadres) groups.push({ facts: known, cell, people: count });
    }
    return countUnit(groups, (JSON.parse(facts) as KeptFacts)[this.keyCadres ? 'keyCadres' : 'all']);
  }

  private factsOf(code: number, awaited: string | null): PersonFacts {
    const known = this.alike.get(awaited) ?? new Map<number, PersonFacts>();
    this.alike.set(awaited, known);
    const facts = known.get(code) ?? this.read(code, awaited);
    known.set(code, facts);
    return facts;
  }

  private read(code: number, awaited: string | null): PersonFacts {
    const coded = readPersonCode(code);
    const overdueDays = awaited === null ? 0 : daysAfter(awaited, this.today);
    return { ...coded, overdueDays, isMissed: overdueDays > 0 && !coded.hasSubmitted };
  }
}

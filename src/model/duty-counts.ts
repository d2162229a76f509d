import type { ProgrammeState } from './programme.js';
import type { UnitKind } from './unit.js';

/** How far programmes and plans have come, and what reviewers found. All of it counts; texts stay where they are. */
export interface DutyFigures {
  readonly programmesRequired: number;
  readonly programmesBegun: number;
  readonly programmesIssued: number;
  readonly plansRequired: number;
  readonly plansBegun: number;
  readonly plansIssued: number;
  /** Programmes and plans that have a review; those with any answer but a plain yes, and those with one to a certain question. */
  readonly reviewed: number;
  readonly weak: number;
  readonly weakProblem: number;
  readonly weakMeasures: number;
  readonly weakFeasible: number;
  readonly weakPriorities: number;
}
export const DUTY_FIGURES = [
  ...(['programmesRequired', 'programmesBegun', 'programmesIssued', 'plansRequired', 'plansBegun', 'plansIssued'] as const),
  ...(['reviewed', 'weak', 'weakProblem', 'weakMeasures', 'weakFeasible', 'weakPriorities'] as const),
];

/** One unit with what is its own, and with all below it. */
export interface DutyUnit {
  readonly id: string;
  /** null for the units that the view begins with. */
  readonly parent: string | null;
  readonly name: string;
  readonly kind: UnitKind | null;
  /** 0 for the units that the view begins with. */
  readonly level: number;
  /** Of the unit's own programme that has come furthest; null without any. */
  readonly state: ProgrammeState | null;
  readonly own: DutyFigures;
  readonly all: DutyFigures;
}

export interface DutyCounts {
  readonly campaign: string;
  readonly total: DutyFigures;
  /** What units of one kind at one level come to, from the top down; kinds of which nothing is asked are left out. */
  readonly kinds: readonly { readonly kind: UnitKind | null; readonly level: number; readonly figures: DutyFigures }[];
  readonly units: readonly DutyUnit[];
}

type Sum = Record<keyof DutyFigures, number>;

const nothing = (): Sum => Object.fromEntries(DUTY_FIGURES.map((name) => [name, 0])) as Sum;

function addTo(sum: Sum, figures: DutyFigures): void {
  for (const name of DUTY_FIGURES) sum[name] += figures[name];
}

type Counted = Omit<DutyUnit, 'level' | 'all'>;

/** Adds up what every unit has of its own along the tree, whose units come in any order. */
export function sumUp(campaign: string, units: readonly Counted[]): DutyCounts {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const sums = new Map(units.map(({ id }) => [id, nothing()]));
  const total = nothing();
  const levels = new Map<string, number>();
  for (const unit of units) {
    addTo(total, unit.own);
    let level = -1;
    for (let at: Counted | undefined = unit; at !== undefined; at = at.parent === null ? undefined : byId.get(at.parent)) {
      level++;
      addTo(sums.get(at.id)!, unit.own);
    }
    levels.set(unit.id, level);
  }
  const told = units.map((unit): DutyUnit => ({ ...unit, level: levels.get(unit.id) ?? 0, all: sums.get(unit.id) ?? unit.own }));
  return { campaign, total, kinds: byKind(told), units: told };
}

function byKind(units: readonly DutyUnit[]): DutyCounts['kinds'] {
  const sums = new Map<string, { readonly kind: UnitKind | null; readonly level: number; readonly figures: Sum }>();
  for (const { kind, level, own } of units) {
    if (own.programmesRequired + own.plansRequired === 0) continue;
    const key = `${level} ${kind ?? ''}`;
    const known = sums.get(key) ?? { kind, level, figures: nothing() };
    sums.set(key, known);
    addTo(known.figures, own);
  }
  return [...sums.values()].sort((one, other) => one.level - other.level || (one.kind ?? '').localeCompare(other.kind ?? ''));
}

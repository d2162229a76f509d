import { type Interval, middle, resample } from './resample.js';

/** Judgements that a suggestion needs, and of each of the two outcomes: fewer move with every essay that is added. */
export const FEWEST = { judgements: 30, ofEach: 10 } as const;
/** Share of resamples in which a value must do better than the one in force to be put forward. */
const SURE = 0.9;

/** Values of one setting, and what each would have cost on every essay: 0 where the committee is met, 1 where it is missed. */
export interface Trial {
  /** Rising. */
  readonly values: readonly number[];
  /** The value in force; null where the setting is switched off. */
  readonly current: number | null;
  /** By the place of the value. */
  readonly costs: readonly Float64Array[];
  /** Of the value in force. */
  readonly costNow: Float64Array;
  /** Essays of each of the committee's two outcomes. */
  readonly ofEach: readonly [number, number];
}

export interface Suggestion {
  /** The value that cost least, the nearest to the one in force among equals; that one itself where none cost less. null where it is switched off and none cost less. */
  readonly best: number | null;
  /** Where the best value lies in 95 of 100 resamples of the essays. */
  readonly interval: Interval | null;
  /** Share of resamples in which `best` costs less than the value in force, 0..1. */
  readonly sure: number;
  /** Judgements that are missing, and of either outcome, before anything is suggested; null when there are enough. */
  readonly wanting: { readonly judgements: number; readonly ofEach: readonly [number, number] } | null;
  /** What is put forward: `best` where it differs, there is enough to go by, and it is sure; else null. */
  readonly value: number | null;
}

/** Which value would have agreed best, and how far to trust that. */
export function suggest(trial: Trial): Suggestion {
  const { values, costs, costNow, current } = trial;
  const size = costNow.length;
  const nearest = [...values.keys()].sort((a, b) => away(values[a]!, current) - away(values[b]!, current) || a - b);
  const once = new Uint16Array(size).fill(1);
  const chosen = cheapest(once);
  const best = chosen === null ? current : values[chosen]!;
  const picked: number[] = [];
  let better = 0;
  const rounds = resample(size, (times) => {
    const pick = cheapest(times);
    const value = pick === null ? current : values[pick]!;
    if (value !== null) picked.push(value);
    if (chosen !== null && isLess(total(costs[chosen]!, times), total(costNow, times))) better++;
  });
  const sure = better / rounds;
  const wanting = wantingOf(trial);
  return { best, interval: middle(picked), sure, wanting, value: wanting === null && chosen !== null && sure >= SURE ? best : null };

  /** Place of the value that costs least in all; null when none costs less than the one in force. */
  function cheapest(times: Uint16Array): number | null {
    let least = total(costNow, times);
    let place: number | null = null;
    for (const at of nearest) {
      const cost = total(costs[at]!, times);
      if (isLess(cost, least)) [least, place] = [cost, at];
    }
    return place;
  }
}

/** Costs are halves and ones: what is less by a rounding error is not less. */
const isLess = (one: number, other: number): boolean => one < other - 1e-9;

const away = (value: number, current: number | null): number => (current === null ? 0 : Math.abs(value - current));

function total(costs: Float64Array, times: Uint16Array): number {
  let sum = 0;
  for (let essay = 0; essay < costs.length; essay++) sum += costs[essay]! * times[essay]!;
  return sum;
}

function wantingOf({ costNow, ofEach }: Trial): Suggestion['wanting'] {
  const missing = (have: number, need: number): number => Math.max(0, need - have);
  const judgements = missing(costNow.length, FEWEST.judgements);
  const each = [missing(ofEach[0], FEWEST.ofEach), missing(ofEach[1], FEWEST.ofEach)] as const;
  return judgements + each[0] + each[1] === 0 ? null : { judgements, ofEach: each };
}

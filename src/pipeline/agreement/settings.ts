import { mostBeside } from '../../decide/copied-reasons.js';
import type { Policy } from '../../model/campaign.js';
import type { Limits, ScoredEssay } from './scored-essay.js';

export const SETTING_NAMES = [
  'review.best',
  'review.union',
  'review.passage',
  'review.unmetThemes',
  'rewrite.best',
  'rewrite.union',
  'rewrite.unmetShare',
  'minimumSyllables',
] as const;
export type SettingName = (typeof SETTING_NAMES)[number];

/** One limit of a policy: which figure it is held against, and which values are worth trying. */
export interface Setting {
  readonly name: SettingName;
  /** null where it is switched off. */
  readonly get: (policy: Policy) => number | null;
  readonly set: (policy: Policy, value: number | null) => Policy;
  /** What is held against the limit; null where there is nothing to hold against it. */
  readonly figure: (essay: ScoredEssay, limits: Limits) => number | null;
  readonly isReached: (figure: number, limit: number) => boolean;
  /** A limit that every figure reaches. */
  readonly always: number;
  /** Round values, as a committee would write them, rising; those that another limit leaves room for. */
  readonly values: (limits: Limits) => readonly number[];
}

const atLeast = (figure: number, limit: number): boolean => figure >= limit;
const required = ({ themes }: Limits): ReadonlySet<string> => new Set(themes.filter((theme) => theme.required).map(({ id }) => id));

/** From `first` to `last` in even steps, free of rounding errors. */
const steps = (first: number, last: number, step: number): number[] =>
  Array.from({ length: Math.round((last - first) / step) + 1 }, (_, at) => Number((first + at * step).toFixed(4)));

const SHARES = steps(0.05, 0.95, 0.05);

function unmet({ findings }: ScoredEssay, limits: Limits): { readonly count: number; readonly of: number } {
  const ids = required(limits);
  return { count: findings.themes.filter(({ id, met }) => ids.has(id) && !met).length, of: ids.size };
}

/** A share at one of two levels: review never asks for more than rewriting does. */
function shareLimit(level: 'review' | 'rewrite', key: 'best' | 'union'): Setting {
  return {
    name: `${level}.${key}`,
    get: (policy) => policy[level][key],
    set: (policy, value) => ({ ...policy, [level]: { ...policy[level], [key]: value } }),
    figure: ({ findings }) => findings.copied[key],
    isReached: atLeast,
    always: 0,
    values: ({ policy }) =>
      SHARES.filter((value) => (level === 'review' ? value <= (policy.rewrite[key] ?? 1) : value >= (policy.review[key] ?? 0))),
  };
}

const OTHERS: readonly Setting[] = [
  {
    name: 'review.passage',
    get: ({ review }) => review.passage,
    set: (policy, passage) => ({ ...policy, review: { ...policy.review, passage } }),
    figure: ({ findings: { copied, matches } }) => (copied.longestRun === null ? null : Math.max(copied.longestRun, mostBeside(matches))),
    isReached: atLeast,
    always: 0,
    values: () => steps(20, 200, 10),
  },
  {
    name: 'review.unmetThemes',
    get: ({ review }) => review.unmetThemes,
    set: (policy, unmetThemes) => ({ ...policy, review: { ...policy.review, unmetThemes } }),
    figure: (essay, limits) => (required(limits).size === 0 ? null : unmet(essay, limits).count),
    isReached: atLeast,
    always: 0,
    values: (limits) => steps(1, required(limits).size, 1),
  },
  {
    name: 'rewrite.unmetShare',
    get: ({ rewrite }) => rewrite.unmetShare,
    set: (policy, unmetShare) => ({ ...policy, rewrite: { ...policy.rewrite, unmetShare } }),
    figure: (essay, limits) => {
      const { count, of } = unmet(essay, limits);
      return of === 0 ? null : count / of;
    },
    isReached: atLeast,
    always: 0,
    // Cut to hundredths, so that so many themes reach it.
    values: (limits) => steps(1, required(limits).size, 1).map((count) => Math.floor((count / required(limits).size) * 100) / 100),
  },
  {
    name: 'minimumSyllables',
    get: ({ minimumSyllables }) => minimumSyllables,
    set: (policy, minimumSyllables) => ({ ...policy, minimumSyllables }),
    figure: ({ findings }) => findings.syllables,
    isReached: (figure, limit) => figure < limit,
    always: Number.POSITIVE_INFINITY,
    values: () => steps(50, 1000, 50),
  },
];

const ALL = [
  shareLimit('review', 'best'),
  shareLimit('review', 'union'),
  shareLimit('rewrite', 'best'),
  shareLimit('rewrite', 'union'),
  ...OTHERS,
];

/** Every limit that a proposal depends on, in the order in which a campaign file has them. */
export const SETTINGS: readonly Setting[] = SETTING_NAMES.map((name) => ALL.find((setting) => setting.name === name)!);

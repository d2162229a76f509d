import type { Proposal } from '../../model/assessment.js';
import type { Verdict } from '../../model/result-record.js';
import { decideUnder, type JudgedEssay, type Limits } from './scored-essay.js';
import { SETTINGS, type Setting, type SettingName } from './settings.js';
import { type Suggestion, suggest } from './suggest.js';

/** What the judged essays would have been proposed for. */
export interface Tried {
  /** null: switched off. */
  readonly value: number | null;
  readonly accept: number;
  readonly review: number;
  readonly rewrite: number;
  /** Proposed to accept, and to be written again in the end. */
  readonly missed: number;
  /** Proposed for a look or for rewriting, and accepted in the end. */
  readonly needless: number;
  /** 0..1; a proposal to look at an essay agrees by half with either conclusion. */
  readonly agreed: number;
}

export interface TriedSetting {
  readonly name: SettingName;
  readonly current: Tried;
  /** Rising; switched off last. */
  readonly tried: readonly Tried[];
  readonly suggestion: Suggestion;
}

/** What a proposal costs against a conclusion: 0 where they agree, 1 where they contradict, half where a person is asked to look. */
function costOf(proposal: Proposal, verdict: Verdict): number {
  if (proposal === 'review') return 0.5;
  return (proposal === 'accept') === (verdict === 'accepted') ? 0 : 1;
}

/** What every limit would have done at other values, the others as they are. Without essays nothing is tried. */
export function trySettings(essays: readonly JudgedEssay[], limits: Limits): TriedSetting[] {
  return essays.length === 0 ? [] : SETTINGS.map((setting) => trySetting(setting, essays, limits));
}

function trySetting(setting: Setting, essays: readonly JudgedEssay[], limits: Limits): TriedSetting {
  const propose = proposalsOf(setting, essays, limits);
  const current = setting.get(limits.policy);
  const grid = setting.values(limits);
  const values = current === null || grid.includes(current) ? grid : [...grid, current].sort((a, b) => a - b);
  const told = (value: number | null): Tried => tell(value, propose(value), essays);
  const costs = (value: number | null): Float64Array =>
    Float64Array.from(propose(value), (proposal, at) => costOf(proposal, essays[at]!.judgement.verdict));
  const accepted = essays.filter(({ judgement }) => judgement.verdict === 'accepted').length;
  return {
    name: setting.name,
    current: told(current),
    tried: [...values, null].map(told),
    suggestion: suggest({
      values,
      current,
      costs: values.map(costs),
      costNow: costs(current),
      ofEach: [accepted, essays.length - accepted],
    }),
  };
}

/** A limit is reached or not: each essay has two proposals, whatever the value. */
function proposalsOf(setting: Setting, essays: readonly JudgedEssay[], limits: Limits): (value: number | null) => Proposal[] {
  const at = (essay: JudgedEssay, value: number | null): Proposal =>
    decideUnder(essay, { ...limits, policy: setting.set(limits.policy, value) }, limits).proposal;
  const both = essays.map((essay) => ({
    figure: setting.figure(essay, limits),
    reached: at(essay, setting.always),
    not: at(essay, null),
  }));
  return (value) =>
    both.map(({ figure, reached, not }) => (value !== null && figure !== null && setting.isReached(figure, value) ? reached : not));
}

function tell(value: number | null, proposals: readonly Proposal[], essays: readonly JudgedEssay[]): Tried {
  const count = (wanted: Proposal): number => proposals.filter((proposal) => proposal === wanted).length;
  const verdict = (at: number): Verdict => essays[at]!.judgement.verdict;
  const cost = proposals.reduce((sum, proposal, at) => sum + costOf(proposal, verdict(at)), 0);
  return {
    value,
    accept: count('accept'),
    review: count('review'),
    rewrite: count('rewrite'),
    missed: proposals.filter((proposal, at) => proposal === 'accept' && verdict(at) === 'rewrite').length,
    needless: proposals.filter((proposal, at) => proposal !== 'accept' && verdict(at) === 'accepted').length,
    agreed: 1 - cost / essays.length,
  };
}

/** Limits with what is put forward, each one kept only where the essays agree no less with it than without it: two may do the same work twice. */
export function adopt(tried: readonly TriedSetting[], essays: readonly JudgedEssay[], limits: Limits, now: Limits): Limits {
  const gain = ({ suggestion, current, tried: all }: TriedSetting): number =>
    (all.find(({ value }) => value === suggestion.value)?.agreed ?? 0) - current.agreed;
  const wanted = tried.filter(({ suggestion }) => suggestion.value !== null).sort((a, b) => gain(b) - gain(a));
  let adopted = limits;
  for (const { name, suggestion } of wanted) {
    const setting = SETTINGS.find((one) => one.name === name)!;
    const next = { ...adopted, policy: setting.set(adopted.policy, suggestion.value) };
    if (isOrdered(next) && costUnder(essays, next, now) < costUnder(essays, adopted, now) - 1e-9) adopted = next;
  }
  return adopted;
}

/** Sum of what the proposals under `limits` cost. */
export function costUnder(essays: readonly JudgedEssay[], limits: Limits, now: Limits): number {
  return essays.reduce((sum, essay) => sum + costOf(decideUnder(essay, limits, now).proposal, essay.judgement.verdict), 0);
}

const isOrdered = ({ policy: { review, rewrite } }: Limits): boolean =>
  (review.best ?? 0) <= (rewrite.best ?? 1) && (review.union ?? 0) <= (rewrite.union ?? 1);

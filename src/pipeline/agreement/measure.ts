import { GROUNDS, type Ground, PROPOSALS, type Proposal } from '../../model/assessment.js';
import type { Policy } from '../../model/campaign.js';
import type { Verdict } from '../../model/result-record.js';
import { type Agreement, compareYesNo, type Square, weighted, type YesNoAgreement } from './kappa.js';
import { type Interval, middle, resample } from './resample.js';
import { decideUnder, type JudgedEssay, type Limits } from './scored-essay.js';
import { adopt, costUnder, type TriedSetting, trySettings } from './try-settings.js';
import { type TriedTheme, tryThemes } from './try-themes.js';

export interface GroundAgreement extends YesNoAgreement {
  readonly ground: Ground;
}

/** How a committee's conclusions and the machine's proposals agree, and which limits would have agreed better. Nothing is changed by it. */
export interface AgreementFigures {
  readonly judged: number;
  readonly proposals: Readonly<Record<Proposal, Readonly<Record<Verdict, number>>>>;
  /** Weighted: a proposal to look agrees by half with either conclusion. */
  readonly overall: Agreement & { readonly interval: Interval | null };
  /** Asking a person to look, or for rewriting, against rewriting concluded. */
  readonly flagged: YesNoAgreement;
  /** As `flagged`, of the essays alone that no look was asked for. */
  readonly decided: YesNoAgreement;
  readonly grounds: readonly GroundAgreement[];
  readonly themes: readonly TriedTheme[];
  readonly settings: readonly TriedSetting[];
  /** Essays whose kept proposal is not what the limits in force give: they were assessed under others. */
  readonly outdated: number;
  readonly putForward: {
    readonly policy: Policy;
    /** New minimum of a theme by its id; only of those that change. */
    readonly minimums: Readonly<Record<string, number>>;
    /** Weighted share of agreement with the limits in force and with these, 0..1; null without essays. */
    readonly agreedNow: number | null;
    readonly agreedThen: number | null;
    /** Essays that would be proposed for something else. */
    readonly changed: number;
  };
}

/** Measures agreement on the essays that people have concluded on. `limits` are those that the essays were assessed under. */
export function measureAgreement(essays: readonly JudgedEssay[], limits: Limits): AgreementFigures {
  const decisions = essays.map((essay) => decideUnder(essay, limits, limits));
  const pairs = essays.map(({ proposal, judgement }) => ({ machine: proposal !== 'accept', committee: judgement.verdict === 'rewrite' }));
  const settings = trySettings(essays, limits);
  const themes = tryThemes(essays, limits);
  return {
    judged: essays.length,
    proposals: countProposals(essays),
    overall: { ...weighted(squareOf(essays, null)), interval: intervalOf(essays) },
    flagged: compareYesNo(pairs),
    decided: compareYesNo(pairs.filter((_, at) => essays[at]!.proposal !== 'review')),
    grounds: GROUNDS.map((ground) => ({
      ground,
      ...compareYesNo(
        essays.flatMap(({ judgement: { grounds } }, at) =>
          grounds === null ? [] : [{ machine: decisions[at]!.grounds.includes(ground), committee: grounds.includes(ground) }],
        ),
      ),
    })),
    themes,
    settings,
    outdated: essays.filter(({ proposal }, at) => proposal !== decisions[at]!.proposal).length,
    putForward: putForward(essays, limits, { themes, settings }),
  };
}

function countProposals(essays: readonly JudgedEssay[]): AgreementFigures['proposals'] {
  const count = (proposal: Proposal, verdict: Verdict): number =>
    essays.filter((essay) => essay.proposal === proposal && essay.judgement.verdict === verdict).length;
  const row = (proposal: Proposal) => ({ accepted: count(proposal, 'accepted'), rewrite: count(proposal, 'rewrite') });
  return { accept: row('accept'), review: row('review'), rewrite: row('rewrite') };
}

/** Proposals against conclusions in one order; nobody concludes that an essay be looked at. */
function squareOf(essays: readonly JudgedEssay[], times: Uint16Array | null): Square {
  const square = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  for (const [at, { proposal, judgement }] of essays.entries())
    square[PROPOSALS.indexOf(proposal)]![judgement.verdict === 'accepted' ? 0 : 2]! += times === null ? 1 : times[at]!;
  return square;
}

function intervalOf(essays: readonly JudgedEssay[]): Interval | null {
  const kappas: number[] = [];
  resample(essays.length, (times) => {
    const { kappa } = weighted(squareOf(essays, times));
    if (kappa !== null) kappas.push(kappa);
  });
  return middle(kappas);
}

function putForward(
  essays: readonly JudgedEssay[],
  limits: Limits,
  { themes, settings }: Pick<AgreementFigures, 'themes' | 'settings'>,
): AgreementFigures['putForward'] {
  const minimums = Object.fromEntries(
    themes.flatMap(({ id, suggestion }) => (suggestion === null || suggestion.value === null ? [] : [[id, suggestion.value] as const])),
  );
  const withMinimums = { ...limits, themes: limits.themes.map((theme) => ({ ...theme, minimum: minimums[theme.id] ?? theme.minimum })) };
  const then = adopt(settings, essays, withMinimums, limits);
  const agreed = (tried: Limits): number | null => (essays.length === 0 ? null : 1 - costUnder(essays, tried, limits) / essays.length);
  return {
    policy: then.policy,
    minimums,
    agreedNow: agreed(limits),
    agreedThen: agreed(then),
    changed: essays.filter((essay) => decideUnder(essay, then, limits).proposal !== decideUnder(essay, limits, limits).proposal).length,
  };
}

import { type Decision, decide } from '../../decide/decide.js';
import type { Findings } from '../../decide/findings.js';
import type { Assessment, Ground, Proposal, ThemeScore } from '../../model/assessment.js';
import type { Policy, Theme } from '../../model/campaign.js';
import type { Verdict } from '../../model/result-record.js';
import type { Submission } from '../../model/submission.js';

/** An essay with all that its proposal rests on. */
export interface ScoredEssay {
  readonly id: string;
  readonly file: string;
  readonly findings: Findings;
  /** As it was made then. */
  readonly proposal: Proposal;
}

/** Essays that were assessed under one campaign, and the limits that were in force. */
export interface ScoredEssays {
  readonly campaign: string;
  readonly policy: Policy;
  readonly themes: readonly Theme[];
  readonly essays: readonly ScoredEssay[];
}

/** What people concluded on one essay. */
export interface Judgement {
  readonly verdict: Verdict;
  /** null where nobody wrote down why it is to be written again. */
  readonly grounds: readonly Ground[] | null;
  /** Whether a theme is met, by its id; only those that were judged. */
  readonly themes: ReadonlyMap<string, boolean>;
}

/** An essay that people have concluded on. */
export interface JudgedEssay extends ScoredEssay {
  readonly judgement: Judgement;
}

/** Limits that are tried out. */
export interface Limits {
  readonly policy: Policy;
  readonly themes: readonly Theme[];
}

/** What of an assessment its proposal rests on. */
type Scored = Pick<Assessment, 'copied' | 'matches' | 'themes' | 'advisories' | 'syllables' | 'proposal'> & {
  readonly submission: Pick<Submission, 'id' | 'file' | 'state'>;
};

/** An assessment without what its proposal does not rest on. */
export function toScoredEssay(assessment: Scored): ScoredEssay {
  const { submission, copied, syllables, matches, themes, advisories, proposal } = assessment;
  const { id, file, state } = submission;
  const counted = matches.filter(({ kind }) => kind !== 'earlier-attempt');
  const whole = { start: 0, end: 0 };
  return { id, file, proposal, findings: { state, unreadBecause: '', whole, syllables, copied, matches: counted, themes, advisories } };
}

/** What would be decided under other limits; `now` are those that the findings were made under. */
export function decideUnder({ findings }: ScoredEssay, limits: Limits, now: Limits): Decision {
  const minimums = new Map(limits.themes.map(({ id, minimum }) => [id, minimum]));
  const before = new Map(now.themes.map(({ id, minimum }) => [id, minimum]));
  const themes = findings.themes.map((theme) => ({
    ...theme,
    met: isMetFrom(theme, minimums.get(theme.id) ?? 0, before.get(theme.id) ?? 0),
  }));
  const { minimumSyllables } = limits.policy;
  const isShort = minimumSyllables !== null && findings.syllables !== null && findings.syllables < minimumSyllables;
  const others = findings.advisories.filter(({ code }) => code !== 'too-short');
  const advisories = isShort ? [...others, { code: 'too-short' as const, text: '', spans: [] }] : others;
  return decide({ ...findings, themes, advisories }, limits.policy, limits.themes);
}

/** Whether a theme would count as met with another minimum than the one `before`, with which it was scored. */
export function isMetFrom({ score, met }: ThemeScore, minimum: number, before: number): boolean {
  // One that its score alone would have met is held back by something that no minimum changes.
  const isHeldBack = !met && score !== null && score >= before;
  return !isHeldBack && score !== null && score >= minimum;
}

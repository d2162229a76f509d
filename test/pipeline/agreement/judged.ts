import type { Match } from '../../../src/model/assessment.js';
import type { Policy, Theme } from '../../../src/model/campaign.js';
import type { Verdict } from '../../../src/model/result-record.js';
import { decideUnder, type JudgedEssay, type Limits, toScoredEssay } from '../../../src/pipeline/agreement/scored-essay.js';

const POLICY: Policy = {
  review: { best: 0.2, union: 0.3, passage: 80, unmetThemes: 1 },
  rewrite: { best: 0.4, union: 0.5, unmetShare: 0.5 },
  minimumSyllables: 200,
  maximumSyllables: 5000,
};

const theme = (id: string, required: boolean): Theme => ({
  id,
  name: `Nội dung ${id}`,
  kind: 'topic',
  required,
  minimum: 0.5,
  phrases: [],
  facets: [],
});
export const LIMITS: Limits = { policy: POLICY, themes: [theme('a', true), theme('b', true), theme('c', false)] };

/** Figures of an essay; what is left out is harmless. */
export interface Figures {
  readonly best?: number;
  readonly union?: number;
  readonly longestRun?: number;
  readonly syllables?: number;
  /** Scores of the themes. */
  readonly scores?: readonly number[];
  /** Syllables in a note that stand in another essay. */
  readonly beside?: number;
  readonly isHidden?: boolean;
  readonly verdict: Verdict;
  readonly grounds?: JudgedEssay['judgement']['grounds'];
  /** Ids of the themes that the committee judged, met or not. */
  readonly judged?: Readonly<Record<string, boolean>>;
}

let made = 0;

/** An essay that was assessed under `LIMITS`, and what people concluded. */
export function judgedEssay(figures: Figures): JudgedEssay {
  const {
    best = 0,
    union = best,
    longestRun = 0,
    syllables = 600,
    scores = [0.9, 0.9, 0.9],
    beside = 0,
    isHidden = false,
    verdict,
  } = figures;
  made++;
  const scored = toScoredEssay({
    submission: { id: `e${made}`, file: `bai/${made}.docx`, state: 'ok' },
    syllables,
    copied: { best, union, longestRun },
    matches: beside === 0 ? [] : [matchBeside(beside)],
    themes: LIMITS.themes.map(({ id, minimum }, at) => ({
      id,
      score: scores[at]!,
      met: scores[at]! >= minimum,
      missing: '',
      evidence: [],
      discounted: [],
    })),
    advisories: isHidden ? [{ code: 'hidden-text', text: '', spans: [] }] : [],
    proposal: 'accept',
  });
  const { proposal } = decideUnder(scored, LIMITS, LIMITS);
  const { grounds = verdict === 'accepted' ? [] : null, judged = {} } = figures;
  return { ...scored, proposal, judgement: { verdict, grounds, themes: new Map(Object.entries(judged)) } };
}

function matchBeside(syllables: number): Match {
  const span = { start: 0, end: 10 };
  const passage = { first: span, second: span, syllables, identical: 1, weight: syllables, beside: 'first' as const };
  return { id: 'x', file: 'bai/x.docx', kind: 'submission', similarityOfThis: 0, similarityOfThat: 0, passages: [passage] };
}

import type { ThemeKind } from '../../model/campaign.js';
import type { Measures } from './measure.js';

/** How much a sentence of each kind of theme rests on what: the weights of a logistic regression, and what their sum begins with. */
export interface Weights {
  readonly bias: number;
  readonly of: Readonly<Partial<Record<keyof Measures, number>>>;
}

/**
 * Learned on the sentences of the development essays that people marked as evidence, one decimal each (docs/themes.md says from which
 * texts, and what each is worth on others). A sentence of praise weighs against all kinds, as does one outside the subject.
 * @public scripts/themes measures what they are worth.
 */
export const WEIGHTS: Readonly<Record<ThemeKind, Weights>> = {
  topic: {
    bias: -2.9,
    of: {
      near: 1,
      around: 0.7,
      headed: 2.6,
      headedOther: -0.7,
      phrases: 1.2,
      phraseShare: -4.3,
      ceremony: -9.2,
      ceremonial: -1.4,
      onSubject: 1.2,
      length: 0.2,
    },
  },
  awareness: {
    bias: -4.2,
    of: {
      report: 1,
      reporting: 2.2,
      studied: -1.6,
      afterStudied: 1.8,
      goal: 1,
      must: 1,
      ask: -1.5,
      early: -3,
      headedOther: -2,
      names: -1,
      phraseShare: -2.9,
      ceremony: -8.6,
      ceremonial: -0.2,
      onSubject: 1.6,
      paragraphOnSubject: 0.5,
      length: 0.4,
    },
  },
  commitment: {
    bias: -7.1,
    of: {
      first: 1.2,
      firstDeadline: 2.1,
      pledgeDeadline: 1.2,
      number: 1,
      headed: 3.7,
      late: 2,
      otherSubject: -2.5,
      own: -1.7,
      past: -0.9,
      ask: -0.2,
      report: -0.8,
      phraseShare: -3.9,
      ceremony: -5.7,
      ceremonial: -0.7,
      onSubject: 1.5,
    },
  },
  'own-unit': {
    bias: -5.1,
    of: {
      own: 0.5,
      number: 1.6,
      ownNumber: 1.4,
      names: 0.4,
      past: 0.9,
      otherSubject: 0.6,
      elsewhere: -1.5,
      ask: -3,
      report: -1.6,
      firstDeadline: -1.7,
      phraseShare: -4.1,
      ceremony: -3,
      ceremonial: -1.6,
      onSubject: 3,
    },
  },
  request: {
    bias: -7.2,
    of: {
      ask: 3.6,
      askOf: 2.2,
      addressee: 0.9,
      number: 0.5,
      deadline: 0.4,
      headed: 1.4,
      headedOther: -1.5,
      courtesy: -2,
      pledge: -0.3,
      others: -1,
      phraseShare: -4.1,
      ceremony: -8.6,
      ceremonial: -0.6,
      onSubject: 1.7,
    },
  },
};

/** What a provider of sentence vectors may add, who is not there by default: set with care, not learned. */
const SIMILAR = 3;

/** How sure it is that a sentence speaks for a theme of the kind, 0..1; `weights`: others than the product's, to measure what those are worth. */
export function strengthOf(kind: ThemeKind, measures: Measures, { bias, of }: Weights = WEIGHTS[kind]): number {
  let sum = bias + (kind === 'topic' ? SIMILAR * measures.similar : 0);
  for (const [name, weight] of Object.entries(of)) sum += weight * measures[name as keyof Measures];
  return 1 / (1 + Math.exp(-sum));
}

/** Strength of sentences together at which a score has come 63 % of its way. @public */
export const SATURATION: Readonly<Record<ThemeKind, number>> = {
  topic: 0.9,
  awareness: 1.2,
  commitment: 0.65,
  'own-unit': 1,
  request: 0.7,
};
/** A few sure sentences count, not many faint ones: of the best six, each to this power. */
const COUNTED = 6;
const POWER = 1.5;

/** Score of a theme from the strengths of its sentences, 0..1; `saturation`: another than the product's. */
export function scoreOf(kind: ThemeKind, strengths: readonly number[], saturation: number = SATURATION[kind]): number {
  const best = [...strengths].sort((a, b) => b - a).slice(0, COUNTED);
  return 1 - Math.exp(-best.reduce((sum, strength) => sum + strength ** POWER, 0) / saturation);
}

import type { ThemeKind } from '../../model/campaign.js';
import type { Measures } from './measure.js';

/** How much a sentence of each kind of theme rests on what: the weights of a logistic regression, and what their sum begins with. */
interface Weights {
  readonly bias: number;
  readonly of: Readonly<Partial<Record<keyof Measures, number>>>;
}

/**
 * Learned on the sentences of the development essays that people marked as evidence, one decimal each (docs/themes.md says from which
 * texts, and what each is worth on others). A sentence of praise weighs against all kinds, as does one outside the subject.
 */
const WEIGHTS: Readonly<Record<ThemeKind, Weights>> = {
  topic: {
    bias: -2.9,
    of: {
      near: 1,
      around: 0.7,
      headed: 2.6,
      headedOther: -0.7,
      phrases: 1.2,
      phraseShare: -4.2,
      ceremony: -9.3,
      ceremonial: -1.4,
      onSubject: 1.2,
      length: 0.2,
    },
  },
  awareness: {
    bias: -3.7,
    of: {
      report: 0.9,
      reporting: 1.9,
      studied: -1.7,
      afterStudied: 1.7,
      goal: 1,
      must: 1,
      ask: -1.5,
      early: -5.3,
      headedOther: -1.8,
      names: -1,
      phraseShare: -3,
      ceremony: -8.2,
      ceremonial: -0.3,
      onSubject: 1.8,
      paragraphOnSubject: 0.5,
      length: 0.5,
    },
  },
  commitment: {
    bias: -10.6,
    of: {
      first: 1.2,
      firstDeadline: 2.1,
      pledgeDeadline: 1,
      number: 1.1,
      headed: 2.8,
      late: 8.5,
      otherSubject: -2.4,
      own: -1.4,
      past: -0.9,
      ask: -0.8,
      report: -0.3,
      phraseShare: -3.8,
      ceremony: -6.3,
      ceremonial: -0.4,
      onSubject: 1.2,
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
      phraseShare: -4.2,
      ceremony: -3,
      ceremonial: -1.7,
      onSubject: 3,
    },
  },
  request: {
    bias: -9.7,
    of: {
      ask: 3.3,
      askOf: 1.9,
      addressee: 0.9,
      number: 0.4,
      deadline: 0.3,
      headed: 1.2,
      headedOther: -1.5,
      late: 4.7,
      courtesy: -2,
      pledge: -0.5,
      others: -0.9,
      phraseShare: -4,
      ceremony: -8.5,
      ceremonial: -0.5,
      onSubject: 1.8,
    },
  },
};

/** How sure it is that a sentence speaks for a theme of the kind, 0..1. */
export function strengthOf(kind: ThemeKind, measures: Measures): number {
  const { bias, of } = WEIGHTS[kind];
  let sum = bias;
  for (const [name, weight] of Object.entries(of)) sum += weight * measures[name as keyof Measures];
  return 1 / (1 + Math.exp(-sum));
}

/** Strength of sentences together at which a score has come 63 % of its way. */
const SATURATION: Readonly<Record<ThemeKind, number>> = { topic: 0.9, awareness: 1.2, commitment: 0.8, 'own-unit': 1, request: 0.8 };
/** A few sure sentences count, not many faint ones: of the best six, each to this power. */
const COUNTED = 6;
const POWER = 1.5;

/** Score of a theme from the strengths of its sentences, 0..1. */
export function scoreOf(kind: ThemeKind, strengths: readonly number[]): number {
  const best = [...strengths].sort((a, b) => b - a).slice(0, COUNTED);
  return 1 - Math.exp(-best.reduce((sum, strength) => sum + strength ** POWER, 0) / SATURATION[kind]);
}

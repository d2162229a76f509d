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
    bias: -4.5,
    of: {
      near: 1.1,
      around: 0.9,
      headed: 2.3,
      headedOther: -0.8,
      phrases: 1.7,
      phraseShare: -5.6,
      ceremony: -10.5,
      ceremonial: -1.6,
      onSubject: 2.5,
      length: 0.1,
    },
  },
  awareness: {
    bias: -5.1,
    of: {
      report: 1.4,
      reporting: 2,
      studied: -1.8,
      afterStudied: 1.8,
      goal: 0.9,
      must: 1.1,
      ask: -0.9,
      paragraphOnSubject: 0.6,
      headedOther: -1.6,
      early: -3.9,
      names: -0.9,
      phraseShare: -2.7,
      ceremony: -8.7,
      ceremonial: -0.2,
      onSubject: 2.4,
      length: 0.3,
    },
  },
  commitment: {
    bias: -10.8,
    of: {
      first: 1.2,
      firstDeadline: 2.4,
      pledgeDeadline: 0.6,
      number: 0.9,
      headed: 2.7,
      late: 8.7,
      own: -1.5,
      past: -1.2,
      others: -0.6,
      ask: -1.7,
      report: -0.3,
      phraseShare: -3.8,
      ceremony: -5.8,
      ceremonial: -0.4,
      onSubject: 1.6,
    },
  },
  'own-unit': {
    bias: -5.9,
    of: {
      own: 0.8,
      number: 1.7,
      ownNumber: 1.1,
      names: 0.4,
      past: 1.1,
      ask: -3.1,
      report: -2,
      firstDeadline: -2.2,
      phraseShare: -3.1,
      ceremony: -1.4,
      ceremonial: -1.9,
      onSubject: 3.7,
    },
  },
  request: {
    bias: -9.8,
    of: {
      ask: 3.1,
      askOf: 1.3,
      addressee: 1.3,
      number: 0.6,
      deadline: 0.3,
      headed: 1.1,
      headedOther: -1.5,
      late: 5.4,
      courtesy: -0.8,
      pledge: -0.5,
      others: -1.3,
      phraseShare: -4.2,
      ceremony: -8.4,
      ceremonial: -0.3,
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
const SATURATION: Readonly<Record<ThemeKind, number>> = { topic: 0.7, awareness: 1.2, commitment: 0.8, 'own-unit': 1.3, request: 0.8 };
/** A few sure sentences count, not many faint ones: of the best six, each to this power. */
const COUNTED = 6;
const POWER = 1.5;

/** Score of a theme from the strengths of its sentences, 0..1. */
export function scoreOf(kind: ThemeKind, strengths: readonly number[]): number {
  const best = [...strengths].sort((a, b) => b - a).slice(0, COUNTED);
  return 1 - Math.exp(-best.reduce((sum, strength) => sum + strength ** POWER, 0) / SATURATION[kind]);
}

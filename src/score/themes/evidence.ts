import type { Evidence } from '../../model/assessment.js';
import type { ThemeKind } from '../../model/campaign.js';
import { mergeSpans, type Span } from '../../model/span.js';
import type { Token } from '../../model/tokens.js';
import type { WordVectors } from '../../vietnamese/word-vectors.js';
import { CUE_NAMES, type Cue } from './cues.js';
import type { PreparedTheme } from './prepare.js';
import type { ReadSentence } from './reading.js';

/** Sentences shown. */
const MOST_SENTENCES = 3;
/** Strength below which a sentence is not shown, and its share of the strongest one's. */
const FAINTEST = 0.2;
const FAINTEST_SHARE = 0.3;
/** Words that spoke for a theme, by nearness. */
const MOST_WORDS = 6;
/** Standard deviations from which a word is near to a theme. */
const NEAR = 1.2;
/** The same of a single syllable, and the weight that it has at least: most are part of many words. */
const VERY_NEAR = 1.8;
const TELLING = 0.3;

/** Turns of speech that speak for each kind. */
const SPEAKING: Readonly<Record<ThemeKind, readonly Cue[]>> = {
  topic: [],
  awareness: ['report', 'goal', 'studied'],
  commitment: ['first', 'pledge', 'deadline'],
  'own-unit': ['own', 'past'],
  request: ['ask', 'addressee'],
};

/** A sentence and how sure it is that it speaks for a theme. */
export interface Weighed {
  readonly sentence: ReadSentence;
  readonly strength: number;
}

/** The strongest sentences in text order, each with the words that spoke for the theme. */
export function evidenceOf(weighed: readonly Weighed[], theme: PreparedTheme, place: number, text: Texts): Evidence[] {
  const best = Math.max(0, ...weighed.map(({ strength }) => strength));
  return weighed
    .filter(({ strength }) => strength >= Math.max(FAINTEST, FAINTEST_SHARE * best))
    .sort((a, b) => b.strength - a.strength)
    .slice(0, MOST_SENTENCES)
    .sort((a, b) => a.sentence.sentence.firstToken - b.sentence.sentence.firstToken)
    .map(({ sentence }) => ({ ...sentence.sentence.span, words: speakingWords(sentence, theme, place, text) }));
}

export interface Texts {
  readonly tokens: readonly Token[];
  readonly vectors: WordVectors;
}

function speakingWords(sentence: ReadSentence, { theme, affinity }: PreparedTheme, place: number, { tokens, vectors }: Texts): Span[] {
  const cues = SPEAKING[theme.kind];
  const near = theme.kind === 'topic' || theme.kind === 'awareness' ? sentence.words : [];
  const found = [
    ...sentence.phrases.filter(({ label }) => label === place),
    // One syllable ("tôi", "đã", "xã") says nothing to whoever reads why.
    ...sentence.cues.filter(({ label, from, to }) => to - from > 1 && cues.includes(CUE_NAMES[label]!)),
    ...near
      .filter(({ word, from, to }) => affinity.of(word) >= (to - from > 1 ? NEAR : VERY_NEAR) && vectors.weights[word]! > TELLING)
      .sort((a, b) => affinity.of(b.word) - affinity.of(a.word))
      .slice(0, MOST_WORDS),
  ];
  return mergeSpans(found.map(({ from, to }) => ({ start: tokens[from]!.span.start, end: tokens[to - 1]!.span.end })));
}

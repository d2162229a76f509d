import type { Sentence, Token } from '../../model/tokens.js';
import { coveredBy } from './measure.js';
import type { Lexicon, ReadSentence } from './reading.js';

/** Share of a sentence's syllables in the campaign's phrases from which on it may be a list of them. */
const PHRASES_FROM = 0.45;
/** Share of function words ("là", "và", "của", "để") below which words stand beside each other and say nothing of each other. */
const JOINED_BELOW = 0.12;
/** Phrases, or commas, of a list at least. */
const FEWEST_ITEMS = 4;
/** Own syllables of a sentence that counts once only, however often it stands there. */
const SHORTEST_REPEATED = 8;

/** Places of sentences that string the campaign's phrases together, or stand there again: they say nothing of any theme. */
export function findLists(sentences: readonly ReadSentence[], tokens: readonly Token[], lexicon: Lexicon): ReadonlySet<number> {
  const said = new Set<string>();
  const lists = sentences.map((sentence, at) => {
    const isAgain = sentence.own >= SHORTEST_REPEATED && !isNew(said, wordsOf(sentence.sentence, tokens));
    return isAgain || isList(sentence, lexicon) ? at : -1;
  });
  return new Set(lists.filter((at) => at >= 0));
}

function isList({ own, phrases, words, commas, isHeading }: ReadSentence, { vectors: { weights } }: Lexicon): boolean {
  if (isHeading || own === 0) return false;
  const places = new Set(phrases.map(({ from }) => from)).size;
  if (Math.max(places, commas) < FEWEST_ITEMS || places < 2) return false;
  const covered = coveredBy(phrases) / own;
  const joining = words.filter(({ word }) => weights[word] === 0).reduce((sum, { from, to }) => sum + to - from, 0) / own;
  return covered >= PHRASES_FROM && joining < JOINED_BELOW;
}

const wordsOf = ({ firstToken, endToken }: Sentence, tokens: readonly Token[]): string =>
  tokens
    .slice(firstToken, endToken)
    .map(({ bareKey }) => bareKey)
    .join(' ');

function isNew(said: Set<string>, words: string): boolean {
  if (said.has(words)) return false;
  said.add(words);
  return true;
}

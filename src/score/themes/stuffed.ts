import type { Sentence, Token } from '../../model/tokens.js';
import { coveredBy } from './measure.js';
import type { ReadSentence } from './reading.js';

/** Items of a list that are nothing but a phrase of the campaign, and their share of all its items. */
const FEWEST_ITEMS = 4;
const PHRASE_ITEMS = 0.6;
/** Share of an item's syllables that are phrases, from which it is nothing else. */
const PHRASE_ITEM = 0.75;
/** Own syllables of a sentence that counts once only, however often it stands there. */
const SHORTEST_REPEATED = 8;
/** How far an essay is on the subject (0..1) below which phrases in it are out of place, from so many places on: an honest one that names things in other words has hardly any. */
const ON_SUBJECT = 0.75;
const SPRINKLED_FROM = 6;

/** Sentences, by place, that name themes without saying anything of them. */
export interface Stuffed {
  /** String phrases together. */
  readonly listed: ReadonlySet<number>;
  /** Stand there again. */
  readonly repeated: ReadonlySet<number>;
  /** Have phrases in them, in an essay about something else. */
  readonly sprinkled: ReadonlySet<number>;
}

/** Finds what names the campaign's themes and says nothing of them: it earns nothing. */
export function findStuffed(
  { sentences, onSubject }: { readonly sentences: readonly ReadSentence[]; readonly onSubject: number },
  tokens: readonly Token[],
): Stuffed {
  const said = new Set<string>();
  const listed = new Set<number>();
  const repeated = new Set<number>();
  for (const [at, sentence] of sentences.entries()) {
    const isAgain = sentence.own >= SHORTEST_REPEATED && !isNew(said, wordsOf(sentence.sentence, tokens));
    if (isAgain) repeated.add(at);
    else if (isList(sentence)) listed.add(at);
  }
  const naming = [...sentences.keys()].filter((at) => !sentences[at]!.isHeading && placesOf(sentences[at]!) > 0);
  const places = naming.reduce((sum, at) => sum + placesOf(sentences[at]!), 0);
  return { listed, repeated, sprinkled: new Set(onSubject < ON_SUBJECT && places >= SPRINKLED_FROM ? naming : []) };
}

/** Different places of a sentence with phrases of the campaign. */
export const placesOf = ({ phrases }: ReadSentence): number => new Set(phrases.map(({ from }) => from)).size;

function isList({ isHeading, items, allPhrases }: ReadSentence): boolean {
  if (isHeading || items.length < FEWEST_ITEMS) return false;
  const only = items.filter(({ from, to }) => {
    // A phrase may have a comma in it: "kỷ luật, kỷ cương".
    const inside = allPhrases
      .map((one) => ({ from: Math.max(from, one.from), to: Math.min(to, one.to) }))
      .filter((one) => one.from < one.to);
    return coveredBy(inside) >= PHRASE_ITEM * (to - from);
  });
  return only.length >= FEWEST_ITEMS && only.length >= PHRASE_ITEMS * items.length;
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

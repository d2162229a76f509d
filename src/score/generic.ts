import type { Advisory } from '../model/assessment.js';
import { type NormalisedText, OWN, type Sentence, type Token } from '../model/tokens.js';
import { findFormFields } from './form-fields.js';
import { genericText } from './messages.js';
import { findFacts, type KnownWriter } from './own-facts.js';
import { SET_PHRASES } from './set-phrases.js';

/** Own syllables below which nothing is said: too little to tell. */
const MINIMUM_OWN = 60;
/** Set phrases in a sentence from which it is stock wording: share of its own syllables, and how many; they are cores, and filled out. */
const SET_SHARE = 0.15;
const SET_SYLLABLES = 3;
/** Share of a sentence's own syllables that many units have, from which it is stock wording. */
const COMMON_SHARE = 0.5;
/** Share of own syllables in stock sentences, and own facts in 100 own syllables, at which a text is generic: good essays of the development sets have at most 0.23, and 0.8 or more. */
const STOCK_FROM = 0.35;
const FACTS_UP_TO = 1;
/** One sentence is no habit. */
const STOCK_SENTENCES = 2;
const MAX_SPANS = 50;

/** Set phrases as keys without marks, by their first one. */
export type SetPhrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Cuts the set phrases into keys as essays are cut. */
export function prepareSetPhrases(toTokens: (text: string) => readonly Token[]): SetPhrases {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of SET_PHRASES) {
    const keys = toTokens(phrase).map(({ bareKey }) => bareKey);
    byFirst.set(keys[0]!, [...(byFirst.get(keys[0]!) ?? []), keys]);
  }
  return byFirst;
}

/** Keys of the facts that a campaign's own documents have: whoever repeats them has told none of his or her own. */
export function factsKnown(documents: readonly Omit<KnownWriter, 'kinds'>[]): ReadonlySet<string> {
  return new Set(documents.flatMap((one) => findFacts({ ...one, kinds: new Uint8Array(one.tokens.length) }).flatMap(({ keys }) => keys)));
}

/** What an essay is looked at with. */
export interface GenericInput {
  readonly text: string;
  readonly normalised: NormalisedText;
  readonly kinds: Uint8Array;
  readonly setPhrases: SetPhrases;
  readonly known: ReadonlySet<string>;
  /**
   * How rare the wording at each token is, 0..1: below 1 three other units or more have it. null where it does not matter: members who
   * studied one resolution say much alike, while each unit's programme is about another place.
   */
  readonly rarity: Float32Array | null;
}

/**
 * Tells of a text that could stand under anybody's name: much of it in set phrases (in a programme also in wording that many units have),
 * and next to no number, day or name that the campaign's documents do not have. What it says may be right; whoever finds other words for
 * the same emptiness is not found.
 */
export function adviseGeneric(input: GenericInput): Advisory[] {
  const { text } = input;
  const { tokens, sentences } = input.normalised;
  const kinds = withoutForm({ text, tokens, kinds: input.kinds });
  const own = kinds.reduce((count, kind) => count + (kind === OWN ? 1 : 0), 0);
  if (own < MINIMUM_OWN) return [];
  const facts = findFacts({ text, tokens, kinds }).filter(({ keys }) => !keys.every((key) => input.known.has(key)));
  const different = new Set(facts.map(({ keys }) => keys.join(' '))).size;
  if (different * 100 > own * FACTS_UP_TO) return [];
  const inSetPhrase = markSetPhrases(tokens, input.setPhrases);
  const stock = sentences.filter((one) => isStock(one) && !facts.some(({ from }) => from >= one.firstToken && from < one.endToken));
  const share = stock.reduce((sum, one) => sum + ownIn(one).length, 0) / own;
  if (share < STOCK_FROM || stock.length < STOCK_SENTENCES) return [];
  const told = genericText({ sentences: stock.length, share, facts: different, isCommon: input.rarity !== null });
  return [{ code: 'generic', text: told, spans: stock.slice(0, MAX_SPANS).map(({ span }) => span) }];

  function isStock(sentence: Sentence): boolean {
    const words = ownIn(sentence);
    const set = words.filter((token) => inSetPhrase[token] === 1).length;
    const common = words.filter((token) => (input.rarity?.[token] ?? 1) < 1).length;
    return (set >= SET_SYLLABLES && set >= SET_SHARE * words.length) || (common > 0 && common >= COMMON_SHARE * words.length);
  }

  function ownIn({ firstToken, endToken }: Sentence): number[] {
    const found: number[] = [];
    for (let token = firstToken; token < endToken; token++) if (kinds[token] === OWN) found.push(token);
    return found;
  }
}

/** Whose words they are, what fills in a form being nobody's. */
function withoutForm({ text, tokens, kinds }: KnownWriter): Uint8Array {
  const fields = findFormFields(text, tokens);
  const own = Uint8Array.from(kinds);
  for (const { from, to } of [...fields.name, ...fields.unit]) own.fill(OWN + 1, from, to);
  return own;
}

function markSetPhrases(tokens: readonly Token[], byFirst: SetPhrases): Uint8Array {
  const marked = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    for (const keys of byFirst.get(tokens[i]!.bareKey) ?? []) {
      if (keys.every((key, j) => tokens[i + j]?.bareKey === key)) marked.fill(1, i, i + keys.length);
    }
  }
  return marked;
}

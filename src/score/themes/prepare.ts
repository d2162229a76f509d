import type { CampaignKind, Theme } from '../../model/campaign.js';
import type { NormalisedText, Token } from '../../model/tokens.js';
import type { WordVectors } from '../../vietnamese/word-vectors.js';
import { Affinity, directionsOf, meanAffinity } from './affinity.js';
import { CUE_NAMES, CUES, HEADINGS } from './cues.js';
import { PhraseIndex } from './phrase-index.js';
import { type Lexicon, readSentences } from './reading.js';
import { withSynonyms } from './synonyms.js';

/** Directions that a campaign's references are summed up in at most: longer ones stand for more sentences each. */
const MOST_DIRECTIONS = 60;
/** Tokens of a sentence that says something of its subject. */
const SHORTEST_SENTENCE = 6;
/** Share of a reference's sentences that are taken to be about one theme. */
const ABOUT_SHARE = 0.2;

/** How near a sentence is to a theme when it is about something else, and when it is about it: what lies between is the scale. */
export interface Scale {
  readonly other: number;
  readonly about: number;
}

export interface PreparedTheme {
  readonly theme: Theme;
  readonly affinity: Affinity;
  readonly scale: Scale;
  readonly facets: readonly { readonly name: string; readonly phrases: PhraseIndex }[];
}

/** What is the same for all essays of a campaign. */
export interface PreparedThemes {
  readonly kind: CampaignKind;
  readonly themes: readonly PreparedTheme[];
  readonly lexicon: Lexicon;
  /** Headings that name a theme; labels as in the lexicon's phrases. */
  readonly headings: PhraseIndex;
  readonly ceremony: Affinity;
  /** What the references are about; null without any. */
  readonly domain: Affinity | null;
}

/** What themes are prepared with. */
export interface ThemeKnowledge {
  readonly vectors: WordVectors;
  /** The resolution and study material. */
  readonly references: readonly { readonly text: string; readonly normalised: NormalisedText }[];
  /** Cuts a phrase into tokens as essays are cut. */
  readonly toTokens: (text: string) => readonly Token[];
}

/** Works out what the themes of a campaign are looked for by: their phrases, what words are near to them, and how near its references come. */
export function prepareThemes(
  {
    kind,
    themes,
    synonyms,
  }: { readonly kind: CampaignKind; readonly themes: readonly Theme[]; readonly synonyms: readonly (readonly string[])[] },
  { vectors, references, toTokens }: ThemeKnowledge,
): PreparedThemes {
  const groups = synonyms.map((group) => group.map(toTokens));
  const tokensOf = (phrases: readonly string[]): (readonly Token[])[] =>
    phrases.flatMap((phrase) => withSynonyms(toTokens(phrase), groups));
  const said = themes.map((theme) => tokensOf([...theme.phrases, ...theme.facets.flatMap(({ phrases }) => phrases)]));
  const cues = CUE_NAMES.map((cue) => CUES[cue].map(toTokens));
  const lexicon = { vectors, phrases: indexOf(said), cues: indexOf(cues), cueCount: CUE_NAMES.length, ownCue: CUE_NAMES.indexOf('own') };
  const sentences = references.flatMap(({ text, normalised: { tokens, sentences: cut } }) => {
    const read = readSentences(text, { tokens, sentences: cut, kinds: new Uint8Array(tokens.length) }, lexicon);
    return read.filter(({ own }) => own >= SHORTEST_SENTENCE).map((sentence) => ({ ...sentence, tokens }));
  });
  return {
    kind,
    themes: themes.map((theme, i) => {
      // What a subject is called says what it is about; what an act is called does not.
      const named = theme.kind === 'topic' ? [...said[i]!, toTokens(theme.name)] : said[i]!;
      const affinity = new Affinity(vectors, directionsOf(vectors, named));
      const near = sentences.map(({ words }) => meanAffinity(vectors, affinity, words));
      const facets = theme.facets.map((facet) => ({ name: facet.name, phrases: indexOf([tokensOf(facet.phrases)]) }));
      return { theme, affinity, scale: scaleOf(near), facets };
    }),
    lexicon,
    headings: indexOf(themes.map(({ kind: sort }, i) => [...said[i]!, ...HEADINGS[sort].map(toTokens)])),
    ceremony: new Affinity(vectors, directionsOf(vectors, cues[CUE_NAMES.indexOf('ceremony')]!)),
    domain: sentences.length === 0 ? null : new Affinity(vectors, directionsOf(vectors, inChunks(sentences))),
  };
}

/** The labels are the places of the lists. */
function indexOf(lists: readonly (readonly (readonly Token[])[])[]): PhraseIndex {
  const index = new PhraseIndex();
  for (const [label, phrases] of lists.entries()) for (const phrase of phrases) index.add(phrase, label);
  return index;
}

function inChunks(
  sentences: readonly { readonly tokens: readonly Token[]; readonly sentence: { firstToken: number; endToken: number } }[],
): Token[][] {
  const size = Math.ceil(sentences.length / MOST_DIRECTIONS);
  const chunks: Token[][] = [];
  for (let at = 0; at < sentences.length; at += size) {
    chunks.push(sentences.slice(at, at + size).flatMap(({ tokens, sentence }) => tokens.slice(sentence.firstToken, sentence.endToken)));
  }
  return chunks;
}

/** How near a resolution comes to its own themes, where no reference tells. */
const USUAL_NEARNESS = 1.7;
const NEARNESS = { least: 1, most: 3 };

/**
 * A theme of words that few texts use has lower figures throughout than one of everyday words. How near the nearest fifth of the references'
 * sentences come tells how near essays can: measured on the development essays (docs/themes.md), linear in it.
 */
function scaleOf(near: readonly number[]): Scale {
  const nearest = [...near].sort((a, b) => b - a).slice(0, Math.max(3, Math.round(near.length * ABOUT_SHARE)));
  const mean = nearest.length === 0 ? USUAL_NEARNESS : nearest.reduce((sum, one) => sum + one, 0) / nearest.length;
  const nearness = Math.min(NEARNESS.most, Math.max(NEARNESS.least, mean));
  return { other: 0.28 * nearness - 0.38, about: Math.max(0.28 * nearness - 0.38 + 0.15, 0.7 * nearness - 0.75) };
}

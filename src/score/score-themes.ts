import type { ThemeScore } from '../model/assessment.js';
import type { Span } from '../model/span.js';
import { type NormalisedText, OWN, type Sentence, type Token } from '../model/tokens.js';
import { findFormFields } from './form-fields.js';
import { type ApartText, COPIED, findDiscounted } from './themes/discounted.js';
import { evidenceOf, type Weighed } from './themes/evidence.js';
import { measureEssay, type SentenceSimilarity } from './themes/measure.js';
import { describeMissing } from './themes/missing.js';
import { indexOwnNames, type OwnText } from './themes/own-names.js';
import type { PreparedTheme, PreparedThemes } from './themes/prepare.js';
import { isBare, type ReadSentence, readSentences } from './themes/reading.js';
import { scoreOf, strengthOf } from './themes/strength.js';
import { findStuffed, type Stuffed } from './themes/stuffed.js';

/** Tokens of a line that fills in a form at most: a text without line ends is not one field. */
const LONGEST_FIELD = 40;
/** Own syllables that a sentence needs to say something. */
const SHORTEST_SENTENCE = 4;
/** Share of a sentence's syllables that are own, below which what is left of it says nothing, and from which it counts in full. */
const TOO_LITTLE_OWN = 0.15;
const ENOUGH_OWN = 0.6;
/** Phrases of a theme in lists from which on it was pasted into the essay: then what else is near to it counts half, as it may be by chance. */
const PASTED_FROM = 3;
/** @public scripts/themes scores anew with this, and with the others that are marked so. */
export const PASTED = 0.5;
/** Strength from which a sentence that names a facet covers it. */
const COVERS = 0.15;

/** An essay as its themes are looked for. */
export interface ThemeInput {
  readonly text: string;
  readonly normalised: NormalisedText;
  /** Whose words the tokens are (model/tokens.ts). */
  readonly kinds: Uint8Array;
  /** What stands in other essays too, in order. */
  readonly copied: readonly Span[];
  readonly apart: readonly ApartText[];
  /** What a roster says of the writer's unit, post and place. */
  readonly writer: readonly OwnText[];
  /** By theme, of the sentences of `normalised`, what a provider of sentence vectors says; null without one. */
  readonly similarities: readonly Float32Array[] | null;
}

/** What the themes are scored on, for advisories that rest on it too. */
export interface ThemeReading {
  readonly scores: readonly ThemeScore[];
  readonly sentences: readonly ReadSentence[];
  readonly stuffed: Stuffed;
}

/**
 * Scores every theme of an essay on its own words. Each sentence speaks for a theme as far as its words are near to it and its turns
 * of speech do what the theme asks for; quotes, copied and hidden text and lists of phrases earn nothing, and are told.
 */
export function scoreThemes(input: ThemeInput, prepared: PreparedThemes): ThemeReading {
  const { tokens } = input.normalised;
  const { read, essay, stuffed, sources } = measureThemes(input, prepared);
  const isStuffed = (at: number): boolean => stuffed.listed.has(at) || stuffed.repeated.has(at) || stuffed.sprinkled.has(at);
  const earningNothing = read.filter((_, at) => isStuffed(at));
  const discounted = findDiscounted(
    {
      tokens,
      sources,
      apart: input.apart,
      listed: earningNothing.map(({ sentence }) => sentence),
      phrases: prepared.lexicon.phrases,
      bare: isBare(tokens),
    },
    prepared.themes.length,
  );
  const scores = prepared.themes.map((theme, place) => scoreTheme(theme, place, discounted[place]!));
  return { scores, sentences: read, stuffed };

  function scoreTheme(theme: PreparedTheme, place: number, without: ThemeScore['discounted']): ThemeScore {
    const { id, kind, minimum } = theme.theme;
    const trust = isPasted(earningNothing, place) ? PASTED : 1;
    const measured = read.flatMap((sentence, at) => {
      if (!mayCount(sentence) || isStuffed(at)) return [];
      const measures = essay.measure(at, place);
      return [{ sentence, measures, strength: trust * strengthOf(kind, measures) * ownFactor(sentence) }];
    });
    const strengths = measured.map(({ strength }) => strength);
    const score = scoreOf(kind, strengths);
    const met = score >= minimum;
    const best = measured[strengths.indexOf(Math.max(...strengths))];
    const open = openFacets(theme, measured, tokens);
    const shortfall = { weighed: measured, best: best?.measures ?? null, isDiscounted: without.length > 0, open };
    return {
      id,
      score,
      met,
      missing: met ? '' : describeMissing(theme, shortfall),
      evidence: evidenceOf(measured, theme, place, { tokens, vectors: prepared.lexicon.vectors }),
      discounted: without,
    };
  }
}

/**
 * What scores are worked out from: the sentences with their measures, whose words the tokens are, and what is stuffed.
 * @public scripts/themes scores anew from it.
 */
export function measureThemes(input: ThemeInput, prepared: PreparedThemes) {
  const { text, normalised } = input;
  const { tokens } = normalised;
  const sources = withCopied(input.kinds, tokens, input.copied);
  const fields = findFormFields(text, tokens);
  const sentences = outsideForm(normalised, fields);
  const ownNames = indexOwnNames(
    [...input.writer, ...fields.unit.map(({ from, to }) => ({ text, tokens: tokens.slice(from, to), hasWork: false }))],
    prepared.lexicon.vectors,
  );
  const read = readSentences(text, { tokens, sentences, kinds: sources }, { ...prepared.lexicon, ownNames });
  const essay = measureEssay(read, { tokens, similarity: similarityOf(input) }, prepared);
  const stuffed = findStuffed(essay, tokens);
  return { sources, read, essay, stuffed };
}

function similarityOf({ normalised: { sentences }, similarities }: ThemeInput): SentenceSimilarity {
  if (similarities === null) return () => 0;
  const places = new Map(sentences.map((sentence, at) => [sentence, at]));
  return (sentence, theme) => similarities[theme]?.[places.get(sentence) ?? -1] ?? 0;
}

/** Whether a theme, by its place, was pasted into the essay: `stuffed` are the sentences that earn nothing. @public */
export const isPasted = (stuffed: readonly ReadSentence[], place: number): boolean =>
  stuffed.flatMap(({ allPhrases }) => allPhrases.filter(({ label }) => label === place)).length >= PASTED_FROM;

/** Whether a sentence can say anything. @public */
export const mayCount = ({ isHeading, own }: ReadSentence): boolean => !isHeading && own >= SHORTEST_SENTENCE;

/** How far a sentence counts by how much of it is own, 0..1. @public */
export function ownFactor({ own, total }: ReadSentence): number {
  return Math.min(1, Math.max(0, (own / total - TOO_LITTLE_OWN) / (ENOUGH_OWN - TOO_LITTLE_OWN)));
}

function openFacets({ facets }: PreparedTheme, weighed: readonly Weighed[], tokens: readonly Token[]): string[] {
  const counted = weighed.filter(({ strength }) => strength >= COVERS).map(({ sentence }) => sentence.sentence);
  const names = (facet: PreparedTheme['facets'][number]): boolean =>
    counted.some(({ firstToken, endToken }) => facet.phrases.find(tokens, { from: firstToken, to: endToken }, isBare(tokens)).length > 0);
  return facets.filter((facet) => !names(facet)).map(({ name }) => name);
}

/** The lines in which a form is filled in say nothing about any theme. */
function outsideForm({ sentences }: NormalisedText, fields: ReturnType<typeof findFormFields>): Sentence[] {
  const filled = [...fields.name, ...fields.unit].map(({ from }) => from);
  return sentences.filter(
    ({ firstToken, endToken }) => endToken - firstToken > LONGEST_FIELD || !filled.some((token) => token >= firstToken && token < endToken),
  );
}

/** The kinds of the tokens, with those that stand in other essays too set apart. */
function withCopied(kinds: Uint8Array, tokens: readonly Token[], copied: readonly Span[]): Uint8Array {
  const sources = Uint8Array.from(kinds);
  let next = 0;
  for (const [at, { span }] of tokens.entries()) {
    while (next < copied.length && copied[next]!.end <= span.start) next++;
    if (sources[at] === OWN && next < copied.length && copied[next]!.start < span.end) sources[at] = COPIED;
  }
  return sources;
}

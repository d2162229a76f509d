import type { Advisory } from '../model/assessment.js';
import type { Span } from '../model/span.js';
import { stuffing } from './messages.js';
import { coveredBy } from './themes/measure.js';
import type { ReadSentence } from './themes/reading.js';

/** Syllables in lists of phrases from which on they are told: one enumeration of terms is ordinary. */
const LISTED_FROM = 30;
/** Places with phrases from which on they are looked at. */
const PHRASES_FROM = 6;
/** Share of those places that stand in sentences about something else, or in headings with nothing said below. */
const OUT_OF_PLACE = 0.6;
/** Share of own syllables that are headings, from which a text is an outline. */
const OUTLINE = 0.5;
/** Nearness to the references below which a sentence is about something else, and of an essay on the subject for which that does not matter. */
const ELSEWHERE = -0.05;
const ON_SUBJECT = 0.75;

/** What was read for the themes. */
export interface StuffingInput {
  readonly sentences: readonly ReadSentence[];
  readonly listed: ReadonlySet<number>;
  readonly onSubject: number;
  /** Nearness of each sentence to the references; null where there are none. */
  readonly subjects: readonly number[] | null;
}

/** Phrases of the campaign that stand in an essay without saying anything: strung together, sprinkled into other text, or as bare headings. */
export function findStuffing({ sentences, listed, onSubject, subjects }: StuffingInput): Advisory[] {
  const reasons: { readonly text: string; readonly spans: readonly Span[] }[] = [];
  const lists = sentences.filter((_, at) => listed.has(at));
  if (syllables(lists) >= LISTED_FROM) reasons.push({ text: stuffing.lists(lists.length), spans: spansOf(lists) });
  const withPhrases = sentences.filter(({ phrases, isHeading }, at) => phrases.length > 0 && !isHeading && !listed.has(at));
  const elsewhere = subjects === null ? [] : withPhrases.filter((one) => subjects[sentences.indexOf(one)]! < ELSEWHERE);
  const places = (some: readonly ReadSentence[]): number =>
    some.reduce((sum, { phrases }) => sum + new Set(phrases.map(({ from }) => from)).size, 0);
  if (onSubject < ON_SUBJECT && places(elsewhere) >= PHRASES_FROM && places(elsewhere) >= OUT_OF_PLACE * places(withPhrases)) {
    reasons.push({ text: stuffing.sprinkled(places(elsewhere)), spans: spansOf(elsewhere) });
  }
  const headings = sentences.filter(({ isHeading }) => isHeading);
  if (places(headings) >= PHRASES_FROM && syllables(headings) >= OUTLINE * syllables(sentences)) {
    reasons.push({ text: stuffing.outline(places(headings)), spans: spansOf(headings.filter((one) => coveredBy(one.phrases) > 0)) });
  }
  if (reasons.length === 0) return [];
  return [{ code: 'stuffing', text: reasons.map(({ text }) => text).join(' '), spans: reasons.flatMap(({ spans }) => spans) }];
}

const syllables = (some: readonly ReadSentence[]): number => some.reduce((sum, { own }) => sum + own, 0);
const spansOf = (some: readonly ReadSentence[]): Span[] => some.map(({ sentence }) => sentence.span);

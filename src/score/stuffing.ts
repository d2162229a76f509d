import type { Advisory } from '../model/assessment.js';
import type { Span } from '../model/span.js';
import { stuffing } from './messages.js';
import type { ReadSentence } from './themes/reading.js';
import { placesOf, type Stuffed } from './themes/stuffed.js';

/** Syllables in lists of phrases from which on they are told: one enumeration of terms is ordinary. */
const LISTED_FROM = 20;
/** Sentences that stand there again, and their share of all syllables, from which on they are told: one may be pasted twice by mistake. */
const AGAIN_FROM = 3;
const AGAIN_SHARE = 0.25;
/** Phrases in headings, and share of syllables that are headings, from which a text is an outline. */
const HEADED_FROM = 6;
const OUTLINE = 0.5;

/** Phrases of the campaign that stand in an essay without saying anything: strung together, sprinkled into other text, or as bare headings. */
export function findStuffing(sentences: readonly ReadSentence[], { listed, repeated, sprinkled }: Stuffed): Advisory[] {
  const told: { readonly text: string; readonly from: readonly ReadSentence[] }[] = [];
  const lists = sentences.filter((_, at) => listed.has(at));
  if (syllables(lists) >= LISTED_FROM) told.push({ text: stuffing.lists(lists.length), from: lists });
  const again = sentences.filter((_, at) => repeated.has(at));
  if (again.length >= AGAIN_FROM && syllables(again) >= AGAIN_SHARE * syllables(sentences)) {
    told.push({ text: stuffing.repeated(again.length), from: again });
  }
  const elsewhere = sentences.filter((_, at) => sprinkled.has(at));
  if (elsewhere.length > 0) told.push({ text: stuffing.sprinkled(places(elsewhere)), from: elsewhere });
  const headings = sentences.filter((one) => one.isHeading && placesOf(one) > 0);
  const headed = syllables(sentences.filter(({ isHeading }) => isHeading));
  if (places(headings) >= HEADED_FROM && headed >= OUTLINE * syllables(sentences)) {
    told.push({ text: stuffing.outline(places(headings)), from: headings });
  }
  if (told.length === 0) return [];
  const spans = told.flatMap(({ from }) => from.map(({ sentence }): Span => sentence.span)).sort((a, b) => a.start - b.start);
  return [{ code: 'stuffing', text: told.map(({ text }) => text).join(' '), spans }];
}

const syllables = (some: readonly ReadSentence[]): number => some.reduce((sum, { total }) => sum + total, 0);
const places = (some: readonly ReadSentence[]): number => some.reduce((sum, one) => sum + placesOf(one), 0);

import type { AdvisoryCode } from '../../model/assessment.js';
import { type Span, sliceAround } from '../../model/span.js';
import { fileState, isUnread } from '../need.js';
import type { LetterInput, LetterItem, LetterSection } from './letter.js';
import { quoteText } from './plain-text.js';
import { LETTER_WORDS } from './words.js';

/** Places quoted for one remark, and UTF-16 units of each. */
const MOST_PLACES = 2;
const LONGEST_PLACE = 200;
const TYPING: readonly AdvisoryCode[] = ['replaced-characters', 'invisible-characters', 'lost-spaces', 'spaced-letters', 'decoded-text'];

/**
 * What the writer can put right in the file or the text; null when nothing is. The sentences are the letter's own: those of
 * advisories are written for reviewers and may name files. What is about other files is not told at all.
 */
export function correctionsOf(input: LetterInput): LetterSection | null {
  const { assessment, document } = input;
  const words = LETTER_WORDS.corrections;
  if (isUnread(assessment)) return section([words.unread(fileState(assessment))].map(item));
  const found = new Map(assessment.advisories.map((advisory) => [advisory.code, advisory]));
  const items = [...ofLength(input), ...ofForm(new Set(found.keys())).map(item)];
  const add = (code: AdvisoryCode, text: string): void => {
    if (found.has(code)) items.push(item(text));
  };
  add('not-an-essay', words.notAnEssay);
  add('other-resolution', words.otherResolution);
  add('generic', words.generic);
  const stuffing = found.get('stuffing');
  if (stuffing !== undefined) items.push({ ...item(words.stuffing), quotes: quotesOf(stuffing.spans, document) });
  add('hidden-text', words.hidden);
  add('partial-text', words.partial);
  add('no-diacritics', words.noMarks);
  if (TYPING.some((code) => found.has(code))) items.push(item(words.typing));
  return items.length === 0 ? null : section(items);
}

function ofLength({ assessment: { advisories, syllables, quoted }, campaign: { policy } }: LetterInput): LetterItem[] {
  const words = LETTER_WORDS.corrections;
  const has = (code: AdvisoryCode): boolean => advisories.some((one) => one.code === code);
  const texts: string[] = [];
  const count = syllables ?? 0;
  if (has('too-short') && policy.minimumSyllables !== null) texts.push(words.tooShort(count, policy.minimumSyllables));
  if (has('too-long') && policy.maximumSyllables !== null) texts.push(words.tooLong(count, policy.maximumSyllables));
  if (has('restates-resolution') && quoted !== null) texts.push(words.restates(quoted));
  return texts.map(item);
}

function ofForm(codes: ReadonlySet<AdvisoryCode>): string[] {
  const words = LETTER_WORDS.corrections;
  const parts = (['missing-name', 'missing-post', 'missing-unit', 'missing-date'] as const).filter((code) => codes.has(code));
  return parts.length === 0 ? [] : [words.form(parts.map((code) => words.formParts[code]))];
}

function quotesOf(spans: readonly Span[], document: LetterInput['document']): string[] {
  if (document === undefined) return [];
  const texts = spans.slice(0, MOST_PLACES).map((span) => quoteText(sliceAround(document.text, span, document.hidden), LONGEST_PLACE));
  return texts.filter((text) => text !== '');
}

const item = (text: string): LetterItem => ({ head: '', text, quotes: [] });

const section = (items: readonly LetterItem[]): LetterSection => ({
  title: LETTER_WORDS.corrections.title,
  paragraphs: [],
  items,
  isNumbered: false,
});

import { isSyllable } from '../../vietnamese/syllables.js';
import { confidenceOf } from './recogniser.js';
import type { Reading } from './tesseract.js';

/** `good`: as good as typed. `doubtful`: readable, but somebody must look at the page. `poor`: not to be compared. */
export type Quality = 'good' | 'doubtful' | 'poor';

/** From this mean confidence of the words on ... */
const GOOD = 0.88;
const READABLE = 0.7;
/** Fewer words than this are a stamp or a page number, or nothing at all. */
const FEW_WORDS = 5;
/** Share of the words that must be Vietnamese syllables ... */
const GOOD_SYLLABLES = 0.9;
const READABLE_SYLLABLES = 0.6;

/** How far the text of a page can be trusted. */
export function judge(reading: Reading): Quality {
  const words = wordsOf(reading);
  if (words.length < FEW_WORDS) return 'poor';
  const syllables = words.filter(isSyllable).length / words.length;
  const confidence = confidenceOf(reading);
  if (confidence >= GOOD && syllables >= GOOD_SYLLABLES) return 'good';
  return confidence >= READABLE && syllables >= READABLE_SYLLABLES ? 'doubtful' : 'poor';
}

function wordsOf({ paragraphs }: Reading): string[] {
  const text = paragraphs.map((lines) => lines.join(' ')).join(' ');
  return Array.from(
    text
      .normalize('NFC')
      .toLowerCase()
      .matchAll(/\p{L}+/gu),
    ([word]) => word,
  );
}

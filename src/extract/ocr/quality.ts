import { isSyllable } from '../../vietnamese/syllables.js';
import { confidenceOf } from './recogniser.js';
import type { Reading } from './tesseract.js';

/** `good`: as good as typed. `doubtful`: readable, but somebody must look at the page. `poor`: not to be compared. */
export type Quality = 'good' | 'doubtful' | 'poor';

/**
 * From this mean confidence of its words on a page is as good as typed. Measured on essays drawn with noise, blur, grain, askew,
 * small and in several fonts: from here on at most one word in twelve was wrong, in most cases none.
 */
const GOOD = 0.93;
/** Below this more than four words in ten were wrong: what is not found in such a text may well stand on the page. */
const READABLE = 0.75;
/** Share of the words that are Vietnamese syllables: in right readings 97 %; a text in another language or of junk has fewer, however sure. */
const GOOD_SYLLABLES = 0.9;
const READABLE_SYLLABLES = 0.65;
/** Fewer words than this are a stamp or a page number. */
const FEW_WORDS = 5;

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

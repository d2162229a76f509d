import { formatDay } from '../../model/format.js';
import { isUnread } from '../need.js';
import type { LetterInput, LetterSection } from './letter.js';
import { LETTER_WORDS } from './words.js';

/** The sections that steps rest on; null where there is none. */
export interface FoundSections {
  readonly overlap: LetterSection | null;
  readonly missing: LetterSection | null;
  readonly kept: LetterSection | null;
  readonly corrections: LetterSection | null;
}

/** What to do, step by step, and by when; null for a draft that asks for nothing. */
export function stepsSection(input: LetterInput, found: FoundSections): LetterSection | null {
  const { assessment, campaign, conclusion } = input;
  const { overlap, missing, kept, corrections } = found;
  const isDraft = conclusion === null;
  if (isDraft && overlap === null && missing === null && corrections === null) return null;
  const words = LETTER_WORDS.steps;
  const texts = [
    hasOwnGround(input, found) ? words.byReason : '',
    overlap === null ? '' : words.overlap,
    missing === null ? '' : words.missing(missing.items.map(({ head }) => head)),
    kept === null ? '' : words.kept,
    corrections === null || isUnread(assessment) ? '' : words.corrections,
    isUnread(assessment) ? words.unreadFile : words.file,
    words.handIn,
  ].filter((text) => text !== '');
  const day = campaign.rewriteBy === null ? null : formatDay(campaign.rewriteBy);
  return {
    title: words.title,
    paragraphs: isDraft ? [words.ifConcluded, words.byIfConcluded(day)] : [words.by(day)],
    items: texts.map((text) => ({ head: '', text, quotes: [] })),
    isNumbered: true,
  };
}

/** Whether the committee saw something that was not found here: then its reason says what to do. */
function hasOwnGround({ conclusion }: LetterInput, { overlap, missing }: FoundSections): boolean {
  return conclusion?.grounds.some((ground) => (ground === 'copied' ? overlap : missing) === null) === true;
}

import { type ThemeScore, themesHeldTo } from '../../model/assessment.js';
import type { ThemeFacts } from '../../model/campaign.js';
import { type Span, sliceAround } from '../../model/span.js';
import { isUnread } from '../need.js';
import type { LetterInput, LetterItem, LetterSection } from './letter.js';
import { overlappedSpans } from './overlaps.js';
import { plainText, quoteText } from './plain-text.js';
import { LETTER_WORDS } from './words.js';

/** Sentences quoted for a theme, and UTF-16 units of each. */
const MOST_SENTENCES = 2;
const LONGEST_SENTENCE = 260;

interface ScoredTheme {
  readonly theme: ThemeFacts;
  readonly score: ThemeScore;
  /** Sentences of the writer's own, none of which stands in a text of somebody else. */
  readonly own: readonly Span[];
}

/** Required themes that are not met, each with what is missing; null when none is, or the essay could not be read. */
export function missingSection(input: LetterInput): LetterSection | null {
  const items = scoredThemes(input).flatMap((scored) => missingItem(scored) ?? []);
  return items.length === 0 ? null : { title: LETTER_WORDS.themes.missing, paragraphs: [], items, isNumbered: false };
}

/** Themes that are met in the writer's own words, with the sentences that count; null when none is. */
export function keptSection(input: LetterInput): LetterSection | null {
  const { document, conclusion } = input;
  const items = scoredThemes(input).flatMap(({ theme, score, own }): LetterItem[] => {
    if (!score.met || own.length === 0 || document === undefined) return [];
    const quotes = own
      .slice(0, MOST_SENTENCES)
      .map((span) => quoteText(sliceAround(document.text, span, document.hidden), LONGEST_SENTENCE));
    return [{ head: plainText(theme.name), text: '', quotes: quotes.filter((quote) => quote !== '') }];
  });
  const { kept, keptAccepted } = LETTER_WORDS.themes;
  if (items.length === 0) return null;
  return { title: conclusion?.verdict === 'accepted' ? keptAccepted : kept, paragraphs: [], items, isNumbered: false };
}

function missingItem({ theme, score, own }: ScoredTheme): LetterItem | null {
  if (!theme.required) return null;
  const words = LETTER_WORDS.themes;
  const head = plainText(theme.name);
  if (score.met) return own.length > 0 ? null : { head, text: words.inOverlap, quotes: [] };
  const missing = plainText(score.missing) || words.noSentence;
  const why = [...new Set(score.discounted.map(({ because }) => because))].map((because) => LETTER_WORDS.discounts[because]);
  return { head, text: why.length === 0 ? missing : `${missing} ${words.discounted(score.discounted.length, why)}`, quotes: [] };
}

function scoredThemes({ assessment, campaign }: LetterInput): ScoredTheme[] {
  if (isUnread(assessment)) return [];
  const shared = overlappedSpans(assessment.matches);
  return themesHeldTo(assessment, campaign).flatMap((theme) => {
    const score = assessment.themes.find(({ id }) => id === theme.id);
    return score === undefined ? [] : [{ theme, score, own: score.evidence.filter((one) => !isMostlyIn(one, shared)) }];
  });
}

/** Whether more than half of a place lies in these, which are in order and apart. */
function isMostlyIn({ start, end }: Span, spans: readonly Span[]): boolean {
  const covered = spans.reduce((sum, span) => sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)), 0);
  return 2 * covered > end - start;
}

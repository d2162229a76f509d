import type { Match, MatchKind } from '../../model/assessment.js';
import type { Passage } from '../../model/detection.js';
import { type Span, sliceAround } from '../../model/span.js';
import { normalise } from '../../normalise/normalise.js';
import type { LetterInput, LetterItem, LetterSection } from './letter.js';
import { quoteText } from './plain-text.js';
import { LETTER_WORDS } from './words.js';

/** Passages that are quoted, the longest, and UTF-16 units of each. */
const MOST_PASSAGES = 12;
const LONGEST_QUOTE = 420;

type SourceKind = Exclude<MatchKind, 'earlier-attempt'>;

/** A stretch of the writer's own text that stands in other texts too. */
interface Stretch extends Span {
  readonly kinds: ReadonlySet<SourceKind>;
}

/** What of the essay's body stands elsewhere, told by the writer's own words; null where the overlap asks for nothing. */
export function overlapSection({ assessment, document, campaign, conclusion }: LetterInput): LetterSection | null {
  const { copied, grounds, otherGrounds, quoted } = assessment;
  const isFound = grounds.includes('copied') || otherGrounds.includes('copied');
  const isConcluded = conclusion?.grounds.includes('copied') === true && (copied.best ?? 0) > 0;
  if (document === undefined || !(isFound || isConcluded)) return null;
  const words = LETTER_WORDS.overlap;
  const counted = countedMatches(assessment.matches);
  const stretches = ownStretches(counted).map((stretch) => {
    const text = sliceAround(document.text, stretch, document.hidden);
    return { ...stretch, text, syllables: normalise(text).tokens.length };
  });
  const shown = [...stretches].sort((one, other) => other.syllables - one.syllables).slice(0, MOST_PASSAGES);
  const items = stretches.flatMap((stretch, index): LetterItem[] => {
    if (!shown.includes(stretch)) return [];
    const head = words.item(index + 1, stretch.syllables, sourcesOf(stretch.kinds));
    return [{ head, text: '', quotes: [quoteText(stretch.text, LONGEST_QUOTE)] }];
  });
  const beside = besideSyllables(counted);
  const left = stretches.length - shown.length;
  const limit = campaign.policy.rewrite.best;
  const after = [left > 0 ? words.more(left) : '', beside > 0 ? words.beside(beside) : '', (quoted ?? 0) > 0 ? words.quoted(quoted!) : ''];
  return {
    title: words.title,
    paragraphs: [
      [words.shares(copied.best, copied.union), ...(limit === null ? [] : [words.limit(limit)])].join(' '),
      stretches.length === 0 ? words.scattered : words.places(stretches.length, sum(stretches.map(({ syllables }) => syllables))),
    ],
    items: [...items, ...after.filter((text) => text !== '').map((text) => ({ head: '', text, quotes: [] }))],
    isNumbered: false,
  };
}

/** The same, each with how alike its likest twin is, 0..1. */
export function sharedStretches(matches: readonly Match[]): (Span & { readonly identical: number })[] {
  const counted = countedMatches(matches);
  const passages = counted.flatMap((match) => match.passages.filter(isInBody));
  return ownStretches(counted).map(({ start, end }) => {
    const inside = passages.filter(({ first }) => first.start < end && first.end > start);
    return { start, end, identical: Math.max(0, ...inside.map(({ identical }) => identical)) };
  });
}

/** Places of the own body that stand in texts that count, merged, in text order. */
export function overlappedSpans(matches: readonly Match[]): readonly Span[] {
  return ownStretches(countedMatches(matches));
}

const countedMatches = (matches: readonly Match[]): (Match & { kind: SourceKind })[] =>
  matches.filter((match): match is Match & { kind: SourceKind } => match.kind !== 'earlier-attempt');

/** What one and another source take of the same words is one stretch. */
function ownStretches(matches: readonly (Match & { kind: SourceKind })[]): Stretch[] {
  const all = matches.flatMap(({ kind, passages }) => passages.filter(isInBody).map(({ first }) => ({ ...first, kinds: new Set([kind]) })));
  const merged: Stretch[] = [];
  for (const { start, end, kinds } of all.sort((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last === undefined || start >= last.end) merged.push({ start, end, kinds });
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end), kinds: new Set([...last.kinds, ...kinds]) };
  }
  return merged;
}

const isInBody = ({ beside }: Passage): boolean => beside !== 'first' && beside !== 'both';

/** Most that one text shares with what stands beside the body here, in syllables: several may share the same. */
function besideSyllables(matches: readonly Match[]): number {
  return Math.max(0, ...matches.map(({ passages }) => sum(passages.filter((one) => !isInBody(one)).map(({ syllables }) => syllables))));
}

function sourcesOf(kinds: ReadonlySet<SourceKind>): string {
  const order: readonly SourceKind[] = ['submission', 'sample', 'self-reuse'];
  return order
    .filter((kind) => kinds.has(kind))
    .map((kind) => LETTER_WORDS.sources[kind])
    .join(', ');
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

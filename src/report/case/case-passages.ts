import type { DocumentView, EssayView } from '../../api/view.js';
import { mergeSpans, type Span } from '../../model/span.js';
import { plainText } from '../letter/plain-text.js';
import type { CasePassage, CasePiece } from './case-file.js';

type Match = EssayView['submission']['matches'][number];

/** UTF-16 units of one side of a passage; of a longer one the rest is left out and said so. */
const LONGEST = 3_600;
const LEFT_OUT = ' […]';

/** What two texts share, seen from the left one. */
export interface SharedText {
  readonly shareOfLeft: number | null;
  readonly shareOfRight: number | null;
  readonly passages: readonly { readonly left: Span; readonly right: Span; readonly syllables: number; readonly identical: number }[];
}

/** Looks for a pair among the matches of the left text and, turned around, of the right one; null where neither names the other. */
export function sharedText(left: string, right: string, essays: ReadonlyMap<string, EssayView>): SharedText | null {
  const direct = matchOf(essays.get(left), right);
  if (direct !== undefined)
    return toShared(direct, ({ similarityOfThis, similarityOfThat }) => [similarityOfThis, similarityOfThat], false);
  const turned = matchOf(essays.get(right), left);
  return turned === undefined
    ? null
    : toShared(turned, ({ similarityOfThis, similarityOfThat }) => [similarityOfThat, similarityOfThis], true);
}

const matchOf = (essay: EssayView | undefined, other: string): Match | undefined =>
  essay?.submission.matches.find(({ id }) => id === other);

function toShared(match: Match, shares: (match: Match) => [number | null, number | null], isTurned: boolean): SharedText {
  const [shareOfLeft, shareOfRight] = shares(match);
  const passages = match.passages.map(({ this: own, that, syllables, identical }) => {
    return { left: isTurned ? that : own, right: isTurned ? own : that, syllables, identical };
  });
  return { shareOfLeft, shareOfRight, passages: passages.sort((one, two) => one.left.start - two.left.start) };
}

/** The words of the passages, at most `limit` of them, the longest, in the order of the left text. */
export function showPassages(shared: SharedText, left: DocumentView, right: DocumentView, limit: number): CasePassage[] {
  const numbered = shared.passages.map((passage, index) => ({ ...passage, number: index + 1 }));
  const longest = [...numbered].sort((one, two) => two.syllables - one.syllables).slice(0, limit);
  return longest
    .sort((one, two) => one.number - two.number)
    .map(({ number, syllables, identical, left: own, right: that }) => {
      return { number, syllables, identical, left: piecesOf(left, own), right: piecesOf(right, that) };
    });
}

/** A stretch of a text without what does not show, cut where quotes begin and end. */
function piecesOf({ text, quotedSpans, hidden }: DocumentView, span: Span): CasePiece[] {
  const end = Math.min(span.end, span.start + LONGEST);
  const quotes = mergeSpans(quotedSpans);
  const holes = mergeSpans(hidden.map(({ start, end: last }) => ({ start, end: last })));
  const edges = [...quotes, ...holes].flatMap((one) => [one.start, one.end]).filter((edge) => edge > span.start && edge < end);
  const cuts = [...new Set([span.start, ...edges, end])].sort((one, two) => one - two);
  const within = (spans: readonly Span[], at: number): boolean => spans.some((one) => one.start <= at && at < one.end);
  const pieces: CasePiece[] = [];
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1];
    if (to === undefined || within(holes, from)) continue;
    const raw = text.slice(from, to);
    // What parts words on either side of a cut is kept.
    const shown = `${/^\s/.test(raw) ? ' ' : ''}${plainText(raw)}${/\s$/.test(raw) ? ' ' : ''}`;
    if (shown.trim() !== '') pieces.push({ text: shown, isQuote: within(quotes, from) });
  }
  return end < span.end ? [...pieces, { text: LEFT_OUT, isQuote: false }] : pieces;
}

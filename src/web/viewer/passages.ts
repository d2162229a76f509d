import type { EssayView, ExcludedView } from '../../api/view.js';

/** A stretch of a text, in UTF-16 code units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

type FoundMatch = EssayView['submission']['matches'][number];

/** One other text that shares passages with an essay; `excluded` are those that a person took out of the figures. */
export type MatchView = Omit<FoundMatch, 'passages'> & {
  readonly passages: readonly (FoundMatch['passages'][number] & { readonly excluded?: ExcludedView })[];
};

/** The matches of an essay with the passages that people excluded, so that these are seen where they were found. */
export function matchesOf({ submission: { matches }, corrections }: Pick<EssayView, 'submission' | 'corrections'>): readonly MatchView[] {
  const excluded = corrections?.excluded ?? [];
  if (excluded.length === 0) return matches;
  return matches.map((match) => {
    const taken = excluded.filter((one) => one.match === match.id).map((one) => ({ ...one, weight: 0, excluded: one }));
    return { ...match, passages: [...match.passages, ...taken] };
  });
}

/** How alike the two sides of a passage are: 0 below 50 %, 1 below 70 %, 2 up to 90 %, 3 above; x: a person excluded it. */
export type Band = 0 | 1 | 2 | 3 | 'x';

/** Band of a passage. */
export const bandFor = ({ identical, excluded }: Pick<PairPassage, 'identical' | 'excluded'>): Band =>
  excluded === undefined ? bandOf(identical) : 'x';

/** Band of a share 0..1. */
export function bandOf(identical: number): Exclude<Band, 'x'> {
  if (identical > 0.9) return 3;
  if (identical >= 0.7) return 2;
  return identical >= 0.5 ? 1 : 0;
}

/** A passage as two texts side by side show it: `first` in the left one. */
export interface PairPassage {
  /** From 1, in the order of the left text. */
  readonly number: number;
  readonly first: Span;
  readonly second: Span;
  readonly syllables: number;
  readonly identical: number;
  /** By whom and why it was taken out of the figures; missing where it counts. */
  readonly excluded?: ExcludedView;
}

/** What an essay shares with another text, seen from the left one; null where neither names the other. */
export interface Pair {
  readonly kind: MatchView['kind'];
  readonly shareOfFirst: number | null;
  readonly shareOfSecond: number | null;
  readonly passages: readonly PairPassage[];
  /** Whether it is the left text's own finding. */
  readonly isOwn: boolean;
}

/** Looks for the pair in what is known of the left text and, turned around, in what is known of the right one. */
export function findPair(
  left: string,
  right: string,
  known: { readonly left?: readonly MatchView[] | undefined; readonly right?: readonly MatchView[] | undefined },
): Pair | null {
  const direct = known.left?.find(({ id }) => id === right);
  if (direct !== undefined) {
    const passages = direct.passages.map((one) => ({ ...one, first: one.this, second: one.that }));
    return {
      kind: direct.kind,
      shareOfFirst: direct.similarityOfThis,
      shareOfSecond: direct.similarityOfThat,
      isOwn: true,
      passages: inOrder(passages),
    };
  }
  const turned = known.right?.find(({ id }) => id === left);
  if (turned === undefined) return null;
  const passages = turned.passages.map((one) => ({ ...one, first: one.that, second: one.this }));
  return {
    kind: turned.kind,
    shareOfFirst: turned.similarityOfThat,
    shareOfSecond: turned.similarityOfThis,
    isOwn: false,
    passages: inOrder(passages),
  };
}

function inOrder(passages: readonly Omit<PairPassage, 'number'>[]): PairPassage[] {
  const sorted = [...passages].sort((one, two) => one.first.start - two.first.start || one.first.end - two.first.end);
  return sorted.map(({ first, second, syllables, identical, excluded }, index) => ({
    number: index + 1,
    first,
    second,
    syllables,
    identical,
    ...(excluded && { excluded }),
  }));
}

/** Strongest first; earlier attempts of the same member last, since they count for nothing. */
export function sortMatches(matches: readonly MatchView[]): MatchView[] {
  return [...matches].sort((first, second) => {
    const apart = Number(first.kind === 'earlier-attempt') - Number(second.kind === 'earlier-attempt');
    return apart || (second.similarityOfThis ?? -1) - (first.similarityOfThis ?? -1) || syllablesOf(second) - syllablesOf(first);
  });
}

/** Syllables of all passages of a match. */
export function syllablesOf({ passages }: Pick<MatchView, 'passages'>): number {
  return passages.reduce((sum, { syllables }) => sum + syllables, 0);
}

/** Whether a passage of a match stands beside the body on one side, in a note or hidden. */
export function standsBeside({ passages }: Pick<MatchView, 'passages'>, side: 'this' | 'that'): boolean {
  return passages.some(({ beside }) => beside === side || beside === 'both');
}

/** A passage of an essay with the match that it belongs to and its number there, as the page of the pair counts it. */
export interface NumberedPassage {
  readonly match: MatchView;
  /** Place of the match among the sorted ones, from 1. */
  readonly matchNumber: number;
  readonly passage: PairPassage;
}

/** Every passage of an essay, those of the strongest match first. */
export function numberPassages(matches: readonly MatchView[]): NumberedPassage[] {
  return sortMatches(matches).flatMap((match, index) => {
    const passages = inOrder(match.passages.map((one) => ({ ...one, first: one.this, second: one.that })));
    return passages.map((passage) => ({ match, matchNumber: index + 1, passage }));
  });
}

/** Whether two stretches have something in common. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

import type { ThemeFacts } from './campaign.js';
import type { MatchCover, Stretches } from './cover.js';
import type { Passage } from './detection.js';
import type { DocumentMetadata, FileMessage } from './extraction.js';
import type { Span } from './span.js';
import type { Submission } from './submission.js';

export const PROPOSALS = ['accept', 'review', 'rewrite'] as const;
/** What the machine proposes; people conclude. */
export type Proposal = (typeof PROPOSALS)[number];

export const MATCH_KINDS = ['submission', 'sample', 'self-reuse', 'earlier-attempt'] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

/** One other text that shares passages with the essay; `first` of each passage is the essay, `second` the other. */
export interface Match {
  readonly id: string;
  readonly file: string;
  readonly kind: MatchKind;
  readonly similarityOfThis: number | null;
  readonly similarityOfThat: number | null;
  readonly passages: readonly Passage[];
  /** Share of this essay's own words, all counted alike, that stand in the other text; missing in what an earlier version wrote. */
  readonly plainOfThis?: number | null;
  /** Missing in what an earlier version wrote, and where nothing is to be worked out anew. */
  readonly cover?: MatchCover;
}

/** `plainOfThis`; of what an earlier version wrote the weighted share, which is near to it. */
export const sharePlainly = ({ plainOfThis, similarityOfThis }: Pick<Match, 'plainOfThis' | 'similarityOfThis'>): number | null =>
  plainOfThis === undefined ? similarityOfThis : plainOfThis;

export const GROUNDS = ['copied', 'content'] as const;
/**
 * What a proposal or a conclusion rests on: text shared with others; content that falls short, which is themes, length or strung
 * phrases. What is about the file itself (not read, hidden text) is neither.
 */
export type Ground = (typeof GROUNDS)[number];

/** Weighted shares of own words, 0..1, and the longest shared run in syllables. */
export interface Copied {
  readonly best: number | null;
  readonly union: number | null;
  readonly longestRun: number | null;
}

/** A sentence that speaks for a theme; `words`: those in it that did, in text order. */
export interface Evidence extends Span {
  readonly words: readonly Span[];
}

export const DISCOUNTS = ['quoted', 'copied', 'hidden', 'listed'] as const;
/**
 * Why a stretch that names a theme earned nothing: it quotes the resolution, stands in somebody else's essay too, is hidden or beside
 * the body, or strings phrases together without saying anything.
 */
export type Discount = (typeof DISCOUNTS)[number];

/** A stretch that would have spoken for a theme, had it been the writer's own words. */
export interface Discounted extends Span {
  readonly because: Discount;
}

export interface ThemeScore {
  readonly id: string;
  /** 0..1; null when the essay could not be read. */
  readonly score: number | null;
  readonly met: boolean;
  /** One Vietnamese sentence on what is missing; empty when nothing is. */
  readonly missing: string;
  /** The strongest sentences in text order. */
  readonly evidence: readonly Evidence[];
  readonly discounted: readonly Discounted[];
  /** Whether it is unmet only since what is copied does not count; missing where it is not. */
  readonly lostToCopies?: true;
}

export const ADVISORY_CODES = [
  'too-short',
  'too-long',
  'restates-resolution',
  'cited-sayings',
  'replaced-characters',
  'invisible-characters',
  'lost-spaces',
  'spaced-letters',
  'decoded-text',
  'no-diacritics',
  'missing-name',
  'missing-unit',
  'missing-post',
  'missing-date',
  'generic',
  'stuffing',
  'not-an-essay',
  'other-resolution',
  'partial-text',
  'hidden-text',
  'mixed-fonts',
  'shared-revisions',
  'shared-metadata',
] as const;
export type AdvisoryCode = (typeof ADVISORY_CODES)[number];

/** Something a reviewer should know. `too-short`, `stuffing`, `partial-text` and `hidden-text` keep it from being proposed for acceptance; the others change no proposal. */
export interface Advisory {
  readonly code: AdvisoryCode;
  readonly text: string;
  readonly spans: readonly Span[];
  /** Other essays that it is about, in no order that means anything. */
  readonly submissions?: readonly string[];
}

/** What a file says of itself, which proves nothing: as `DocumentMetadata`, bounded, of its editing sessions only how many. */
export interface FileFacts extends Omit<DocumentMetadata, 'revisions'> {
  readonly revisions: number;
}

export const REASON_CODES = [
  'copied-best',
  'copied-union',
  'copied-passage',
  'unmet-themes',
  'unmet-share',
  'too-short',
  'stuffing',
  'not-read',
  'suspicious',
  'partial-text',
  'hidden-text',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** Why the proposal is what it is. `text` always carries the figure and its limit; `span`, `match`, `theme` the place. */
export interface Reason {
  readonly code: ReasonCode;
  readonly text: string;
  readonly span?: Span;
  readonly match?: string;
  readonly theme?: string;
}

/** What an essay was held to in place of the campaign's themes, since its writer is in a group that has a task of its own. */
export interface HeldTo {
  readonly group: string;
  /** Differs for another task of the group: of a question of its own it holds a hash. */
  readonly mark: string;
  readonly themes: readonly ThemeFacts[];
}

export interface Assessment {
  readonly submission: Submission;
  readonly messages: readonly FileMessage[];
  /** null where it is not told: of a file that was not read, and in lists. */
  readonly metadata: FileFacts | null;
  /** Tokens of the body as it is read, without what is hidden and what stands beside it; null when the text could not be read. */
  readonly syllables: number | null;
  /** Share of those syllables that quote the resolution, study material or form, 0..1. */
  readonly quoted: number | null;
  readonly quotedSpans: readonly Span[];
  readonly copied: Copied;
  readonly matches: readonly Match[];
  /** What each token weighs by its rarity, 0 for words that are not the essay's own; missing in what an earlier version wrote, and where it is not told. */
  readonly wording?: Stretches;
  readonly group: string | null;
  readonly themes: readonly ThemeScore[];
  readonly advisories: readonly Advisory[];
  readonly proposal: Proposal;
  /** What the proposal rests on; empty when it is to accept, or when only the file itself asks for a person. */
  readonly grounds: readonly Ground[];
  /** Found as well, but only so far that it would ask for a look: those of a proposal to rewrite that are not among its grounds. */
  readonly otherGrounds: readonly Ground[];
  readonly reasons: readonly Reason[];
  /** Missing where the campaign's themes count. */
  readonly heldTo?: HeldTo;
}

/** The themes that an essay was held to. */
export const themesHeldTo = <T extends ThemeFacts>(
  { heldTo }: Pick<Assessment, 'heldTo'>,
  campaign: { readonly themes: readonly T[] },
): readonly (T | ThemeFacts)[] => heldTo?.themes ?? campaign.themes;

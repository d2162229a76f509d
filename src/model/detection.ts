import type { Span } from './span.js';

/**
 * MinHash signature: `numPerm` values of `bitsPerValue` bits, the first ones in the low bits of the first word. Without a
 * word when there was no shingle: such a text resembles nothing.
 */
export type Signature = Uint32Array;

/** Winnowed fingerprints in text order: hash of the k-gram and the token it starts at. */
export interface Fingerprints {
  readonly hashes: Uint32Array;
  readonly positions: Uint32Array;
}

/** How an essay is found again, or asks for others. */
export interface EssayIndex {
  readonly signature: Signature;
  readonly fingerprints: Fingerprints;
  /** For each fingerprint, four more bits of a hash of its k-gram, 0..15: among a million essays 32 bits meet by chance. */
  readonly checks: Uint8Array;
}

/** An earlier essay worth aligning. */
export interface Candidate {
  readonly submissionId: string;
  /** Fingerprints in common. */
  readonly shared: number;
  /** Jaccard similarity as the two signatures estimate it, 0..1. */
  readonly estimatedJaccard: number;
}

/** A stretch that two texts have in common; spans in each one's extracted text. */
export interface Passage {
  readonly first: Span;
  readonly second: Span;
  /** Tokens of the stretch in the first text. */
  readonly syllables: number;
  /** Share of those tokens that stand in the second text too, marks apart, 0..1. */
  readonly identical: number;
  /** Matched tokens, each counted by its rarity (0..1). */
  readonly weight: number;
  /** In which of its texts it stands beside the body, in a note or hidden; missing where in neither. */
  readonly beside?: 'first' | 'second' | 'both';
}

/** Essays that are nearly the same. Members in the order given; cohesion: mean similarity to the group's leader. */
export interface Group {
  readonly id: string;
  readonly members: readonly string[];
  readonly cohesion: number;
  /** Who leads it, and how near each of the others is, by member; missing for groups of an earlier version, or whose leader is kept no more. */
  readonly near?: { readonly leader: string; readonly to: Readonly<Record<string, number>> };
  /** Members that are near to no other any more since people excluded passages; missing without any. */
  readonly unlinked?: readonly string[];
  /** Those of the members that belong to other units than whoever looks: the unit's name, and the own member beside which it is shown; missing without any. */
  readonly others?: readonly { readonly id: string; readonly unit: string; readonly beside: string }[];
}

/** An earlier essay that a later one overlaps: its figures were refreshed, its conclusion was not. */
export interface NewOverlap {
  /** The earlier essay. */
  readonly id: string;
  /** The one that came later. */
  readonly with: string;
  /** Share of the earlier one's own words that stand in the later one, weighed as `similarityOfThat`, 0..1. */
  readonly similarity: number;
}

/** What the citations of an essay come to: words in quotation marks with their author beside them. */
export interface Citations {
  /** Those set apart, in their order. */
  readonly named: readonly Span[];
  /** Their share of all tokens, 0..1. */
  readonly share: number;
  /** Those that count as the writer's own words: too long for a saying, or beyond the share that citations may take. */
  readonly beyond: readonly Span[];
}

/** Where "normal" ends in a campaign: how much pairs of essays overlap that have nothing to do with each other, neither near-duplicates nor with one long run in common. */
export interface Calibration {
  /** Pairs that were measured. */
  readonly pairs: number;
  /** 95th and 99th percentile of their overlap, 0..1: the larger of the two shares, weighed as `similarityOfThis`. */
  readonly p95: number;
  readonly p99: number;
}

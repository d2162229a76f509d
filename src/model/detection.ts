import type { Span } from './span.js';

/** MinHash signature: `numPerm` minima, 32-bit. All `EMPTY_MINIMUM` when there was no shingle. */
export type Signature = Uint32Array;
export const EMPTY_MINIMUM = 0xffffffff;

/** Winnowed fingerprints in text order: hash of the k-gram and the token it starts at. */
export interface Fingerprints {
  readonly hashes: Uint32Array;
  readonly positions: Uint32Array;
}

/** What the corpus keeps of an essay to find it again: bands and fingerprints. */
export interface EssayIndex {
  readonly signature: Signature;
  /** One 32-bit key a band, band number hashed in. */
  readonly bandKeys: Uint32Array;
  readonly fingerprints: Fingerprints;
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
}

/** Essays that are nearly the same. Members in the order given; cohesion: mean similarity to the group's leader. */
export interface Group {
  readonly id: string;
  readonly members: readonly string[];
  readonly cohesion: number;
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

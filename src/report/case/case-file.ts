/** A stretch of a text; `isQuote`: it quotes the resolution, study material or form. */
export interface CasePiece {
  readonly text: string;
  readonly isQuote: boolean;
}

/** A passage that two texts share, with the words of both. */
export interface CasePassage {
  /** From 1, in the order of the left text. */
  readonly number: number;
  readonly syllables: number;
  /** How alike the two sides are, 0..1. */
  readonly identical: number;
  readonly left: readonly CasePiece[];
  readonly right: readonly CasePiece[];
}

/** One text of a case. */
export interface CaseMember {
  readonly title: string;
  /** Order of receipt, from 1; null for a text that is none of the campaign's essays. */
  readonly number: number | null;
  /** Lines of what is known of it: name and value. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** What the machine proposes, with its main reason; null for a text that is not assessed here. */
  readonly proposal: { readonly words: string; readonly reason: string } | null;
  /** What people concluded. */
  readonly conclusion: { readonly words: string; readonly reason: string; readonly by: string } | null;
}

/** Two of the texts, by their places among the members, and what they share. */
export interface CasePair {
  readonly left: number;
  readonly right: number;
  /** Weighted share of the own words of each that stand in the other, 0..1; null where it could not be worked out. */
  readonly shareOfLeft: number | null;
  readonly shareOfRight: number | null;
  readonly passages: readonly CasePassage[];
  /** Further passages that are not shown. */
  readonly more: number;
}

/** What a pair or a group comes to, put together for paper: Vietnamese, complete, without anything to look up. */
export interface CaseFile {
  readonly kind: 'pair' | 'group';
  readonly title: string;
  readonly campaign: string;
  /** Whose case it is. */
  readonly unit: string;
  readonly prompt: string;
  readonly exportedBy: string;
  /** ISO 8601. */
  readonly exportedAt: string;
  readonly members: readonly CaseMember[];
  /** Pairs whose passages are shown. */
  readonly pairs: readonly CasePair[];
  /** Shares of all pairs of a group, strongest first: a line each. */
  readonly shares: readonly {
    readonly left: number;
    readonly right: number;
    readonly shareOfLeft: number | null;
    readonly shareOfRight: number | null;
  }[];
  /** Sentences on what was left out. */
  readonly notes: readonly string[];
}

/**
 * What stored fingerprints and signatures were made with, beside the sizes below. Raised by every change that gives the
 * same text other token ids, k-gram hashes, winnowed places or signature bits: whatever in normalise/ changes keys, where
 * tokens end or in which order they come, `hash.ts`, `winnow.ts` and `minhash.ts` of fingerprint/, `model/hash.ts`. Opening a corpus then computes anew
 * whatever carries another version.
 */
export const FINGERPRINT_VERSION = 3;

/**
 * Sizes of the two scales on which essays are found again. Changing any of them has every stored index computed anew.
 * There are no bands (b, r): the passage scale finds every pair that bands would find, and more (src/README.md, decisions).
 */
export interface FingerprintSettings {
  /** Syllables of one MinHash shingle, 1..32. 5: two essays on one subject share few such runs by chance. */
  readonly shingle: number;
  /** Values of a signature, a power of two, 32..65536: the error of an estimate falls with its root. */
  readonly numPerm: number;
  /**
   * Bits kept of each value, a power of two, 1..32 (b-bit minwise hashing, Li & König 2010). 1,024 values of 2 bits
   * err by 1.8 % at J = 0.5, less than 128 values of 32 bits (4.4 %) in half their room.
   */
  readonly bitsPerValue: number;
  /** Winnowing, k: syllables of one k-gram, 1..32. Shorter ones are met by chance, longer ones are broken by every edit. */
  readonly kgram: number;
  /**
   * Winnowing, w: k-grams of one window, 1..64. A shared run of k + w - 1 = 12 syllables is always found; a wider window
   * keeps fewer fingerprints (2 in w + 1 k-grams) and finds only longer runs.
   */
  readonly window: number;
}

/** How much of a text is looked at to find the essays it may share passages with. */
export interface CandidateSettings {
  /**
   * Essays aligned because they share the most fingerprints, 1 or more. 12: the true source was among
   * them for every disguise. What only others hold is covered besides, one essay for each fingerprint at most.
   */
  readonly ranked: number;
  /**
   * Essays of one unit, 2 or more: that are kept of the holders of one fingerprint, and that may stand among the ranked ones
   * when the unit is not the query's own. 4: copies inside a unit stay visible, and no unit can take all places by handing in many.
   */
  readonly perUnit: number;
  /**
   * Units kept of the holders of one fingerprint, 2 or more; with more, their number is estimated. 64: by 13 % (standard
   * error, 1 / sqrt(n - 2)), far less than what moves a rarity, and a fingerprint that all hold costs 64 x perUnit at most.
   */
  readonly representedUnits: number;
  /**
   * Share of a query's fingerprints, 0..1, from which on another essay is a relative, and does not make a wording
   * common. 0.25: more than stock phrases ever give, less than what a copied page leaves.
   */
  readonly relatedShare: number;
}

/** Limits of an alignment of two token sequences. */
export interface AlignSettings {
  /** Tokens of an exact run from which a chain may start, 1..8. 3: two are met by chance all over a text, four are broken by every other edit. */
  readonly seed: number;
  /** Longest stretch without a match inside a chain, tokens of either side, 0..255. 8 bridges a clause put in; form lines hold a name and a unit. */
  readonly gap: number;
  /** Matched tokens over length that a chain must reach, 0..1: low where whatever was copied counts, high where only small edits do. */
  readonly density: number;
  /** What one token of drift (gaps of different length on the two sides) costs, in matched tokens, 0 or more. 0.5: edits keep the diagonal, chance does not. */
  readonly driftCost: number;
}

/** An alignment with a known text. Lengths in syllables, 1 or more; minimumBeside <= minimumRun <= minimumInside. */
export interface ExcludeLimits extends AlignSettings {
  /** Shortest clause that is excluded, unless it is all of a known text. 8: shorter turns of phrase are anybody's. */
  readonly minimumRun: number;
  /** Shortest stretch inside a sentence of one's own that is excluded. 15 for quotes: shorter ones are the resolution's terms. */
  readonly minimumInside: number;
  /** Matched syllables from which a shorter one is excluded beside one of `minimumRun`. 5 for quotes: edits and moved clauses cut them into such pieces. */
  readonly minimumBeside: number;
}

/** Words in quotation marks with their author beside them. */
export interface CitationLimits {
  /** Syllables of a citation, 1 or more. From 6 on: fewer are a term. Up to 60: more are no saying, and quotation marks must not hide a copied page. */
  readonly shortest: number;
  readonly longest: number;
  /** Share of an essay's syllables that all its citations together may take, 0..1; those after it are the writer's own. 0.15: what a committee may expect of an essay in one's own words. */
  readonly share: number;
}

export interface ExcludeSettings {
  /** Quotes of the resolution and the study material: small edits only. */
  readonly quotes: ExcludeLimits;
  /** Lines of the form: a member fills in a name or a unit between them. */
  readonly template: ExcludeLimits;
  /** Well-known sayings, with or without quotation marks. */
  readonly sayings: ExcludeLimits;
  readonly citations: CitationLimits;
  /** Own syllables between two excluded runs that belong to them, 0 or more. 2: an edit at the seam of two quotes. */
  readonly island: number;
}

/** Lengths and weights in syllables, 1 or more; a syllable of rare wording weighs 1. */
export interface CompareSettings extends AlignSettings {
  /** Length from which an aligned run is shown as a passage. 20: about a sentence. */
  readonly minimumPassage: number;
  /** Matches from which a run counts in the weighted shares of an assessment and, a plain copy, is shown beside the passages of a match. 8: shorter ones are met by chance. */
  readonly minimumCounted: number;
  /** Weight that a passage needs to be shown in an assessment. 10, half of the shortest passage: common wording alone stays below it. */
  readonly minimumWeight: number;
  /** Weight of all passages of a pair from which it is a match whatever was changed in them. 30: one edited sentence of terms is none. */
  readonly minimumMatch: number;
  /** Own syllables that a share is at least taken over. 150, so that a few lines do not make a large share. */
  readonly minimumOwn: number;
}

/** A member of a group may be somewhat further from its leader than two neighbours may be from each other: as a share of `edge`. */
export const LEADER_SLACK = 0.8;

export interface GroupSettings {
  /** Smaller of the two similarities from which two essays are near-duplicates, 0..1. 0.55: more than half of both is the same. */
  readonly edge: number;
}

export interface RaritySettings {
  /**
   * Shares of units, 0..1, rising: up to the first a wording weighs a full syllable, from the second on nothing, between them
   * by the logarithm. A fiftieth may be one circle of copies; what a fifth of all units write is a turn of phrase.
   */
  readonly common: readonly [number, number];
  /** Units that a share is at least taken over, 1 or more. 50: in fewer, a single unit would make a wording common. */
  readonly minimumUnits: number;
  /** Weight of a well-known phrase in a corpus too small to know that it is one, 0..1. 0.2: it counts a little, as in a large one. */
  readonly stock: number;
  /**
   * Matched syllables, rising: a passage counts in full from the second on, however common, and by its rarity below the first.
   * From 80 on no formulas stand side by side; a text that half a campaign took from outside is longer.
   */
  readonly longRun: readonly [number, number];
}

/** Every size and threshold of the detection in one place; the report repeats them as `parameters`. */
export interface DetectionSettings {
  readonly fingerprint: FingerprintSettings;
  readonly candidates: CandidateSettings;
  readonly exclude: ExcludeSettings;
  readonly compare: CompareSettings;
  readonly group: GroupSettings;
  readonly rarity: RaritySettings;
}

export const DETECTION_SETTINGS: DetectionSettings = {
  fingerprint: { shingle: 5, numPerm: 1024, bitsPerValue: 2, kgram: 5, window: 8 },
  candidates: { ranked: 12, perUnit: 4, representedUnits: 64, relatedShare: 0.25 },
  exclude: {
    quotes: { seed: 3, gap: 8, density: 0.7, driftCost: 0.5, minimumRun: 8, minimumInside: 15, minimumBeside: 5 },
    template: { seed: 3, gap: 14, density: 0.4, driftCost: 0, minimumRun: 8, minimumInside: 8, minimumBeside: 8 },
    sayings: { seed: 3, gap: 3, density: 0.8, driftCost: 0.5, minimumRun: 8, minimumInside: 8, minimumBeside: 8 },
    citations: { shortest: 6, longest: 60, share: 0.15 },
    island: 2,
  },
  compare: {
    seed: 3,
    gap: 8,
    density: 0.4,
    driftCost: 0.5,
    minimumPassage: 20,
    minimumCounted: 8,
    minimumWeight: 10,
    minimumMatch: 30,
    minimumOwn: 150,
  },
  group: { edge: 0.55 },
  rarity: { common: [0.02, 0.2], minimumUnits: 50, stock: 0.2, longRun: [80, 160] },
};

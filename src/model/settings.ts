/** Sizes of the two scales on which essays are found again. Changing any of them means rebuilding every stored index. */
export interface FingerprintSettings {
  /** Syllables of one MinHash shingle. */
  readonly shingle: number;
  /** Values of a signature; bands x rows of them are used. */
  readonly numPerm: number;
  readonly bands: number;
  readonly rows: number;
  /** Winnowing: syllables of one k-gram (k) and k-grams of one window (w): a shared run of k + w - 1 is always found. */
  readonly kgram: number;
  readonly window: number;
}

/** How much of a text is looked at to find the essays it may share passages with. */
export interface CandidateSettings {
  /** Essays aligned because they share the most. */
  readonly ranked: number;
  /** Further essays at most, each taken because it holds a fingerprint that no other candidate holds. */
  readonly covering: number;
  /** Holders of one fingerprint that are kept; beyond them only the count grows. */
  readonly representatives: number;
  /** From this share of a query's fingerprints on, another essay is a relative, and does not make a wording common. */
  readonly relatedShare: number;
}

/** Limits of an alignment of two token sequences. */
export interface AlignSettings {
  /** Tokens of an exact run from which a chain may start. */
  readonly seed: number;
  /** Longest stretch without a match, in tokens of either side, inside a chain. */
  readonly gap: number;
  /** Matched tokens over length that a chain must reach. */
  readonly density: number;
  /** What one token of drift (gaps of different length on the two sides) costs, in matched tokens. */
  readonly driftCost: number;
}

/** An alignment with a reference text; `minimumRun`: shortest stretch that is excluded, in syllables. */
export interface ExcludeLimits extends AlignSettings {
  readonly minimumRun: number;
}

export interface ExcludeSettings {
  /** Quotes of the resolution and the study material: small edits only. */
  readonly quotes: ExcludeLimits;
  /** Lines of the form: a member fills in a name or a unit between them. */
  readonly template: ExcludeLimits;
  /** Own syllables between two excluded runs that belong to them. */
  readonly island: number;
}

export interface CompareSettings extends AlignSettings {
  /** Syllables from which an aligned run is shown as a passage. */
  readonly minimumPassage: number;
  /** Syllables from which a plain copy is shown in a pair that shows a longer passage. */
  readonly minimumBeside: number;
  /** Syllables from which an aligned run counts in the weighted shares of an assessment. */
  readonly minimumCounted: number;
  /** Weight that a passage needs to be shown in an assessment: common wording alone stays below it. */
  readonly minimumWeight: number;
  /** Own syllables that a share is at least taken over, so that a few lines do not make a large share. */
  readonly minimumOwn: number;
}

export interface GroupSettings {
  /** Smaller of the two similarities from which two essays are near-duplicates. */
  readonly edge: number;
}

export interface RaritySettings {
  /** Share of units from which a wording weighs less than a full syllable. */
  readonly commonFrom: number;
  /** Units that a share is at least taken over. */
  readonly minimumUnits: number;
  /** Weight of a well-known phrase in a corpus too small to know that it is one, 0..1. */
  readonly stock: number;
  /** A passage counts in full from the second of these lengths on, however common, and by its rarity below the first. */
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
  fingerprint: { shingle: 5, numPerm: 128, bands: 32, rows: 4, kgram: 5, window: 8 },
  candidates: { ranked: 12, covering: 24, representatives: 256, relatedShare: 0.25 },
  exclude: {
    quotes: { seed: 3, gap: 6, density: 0.6, driftCost: 0.5, minimumRun: 8 },
    template: { seed: 3, gap: 14, density: 0.4, driftCost: 0, minimumRun: 8 },
    island: 2,
  },
  compare: {
    seed: 3,
    gap: 8,
    density: 0.4,
    driftCost: 0.5,
    minimumPassage: 20,
    minimumBeside: 10,
    minimumCounted: 8,
    minimumWeight: 10,
    minimumOwn: 150,
  },
  group: { edge: 0.55 },
  rarity: { commonFrom: 0.02, minimumUnits: 50, stock: 0.2, longRun: [80, 160] },
};

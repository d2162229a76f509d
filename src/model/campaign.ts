export const CAMPAIGN_KINDS = ['essay', 'personal-plan', 'action-programme', 'situational-answer'] as const;
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number];

export const THEME_KINDS = ['awareness', 'topic', 'request', 'commitment', 'own-unit'] as const;
export type ThemeKind = (typeof THEME_KINDS)[number];

/** A part of a theme that should be covered, known by any of its phrases. */
export interface Facet {
  readonly name: string;
  readonly phrases: readonly string[];
}

export interface Theme {
  readonly id: string;
  readonly name: string;
  readonly kind: ThemeKind;
  /** A theme that is not required never changes the proposal. */
  readonly required: boolean;
  /** Score from which the theme counts as met, 0..1. */
  readonly minimum: number;
  readonly phrases: readonly string[];
  readonly facets: readonly Facet[];
}

/** What a theme is to whoever reads results, without what it is told by. */
export type ThemeFacts = Omit<Theme, 'phrases' | 'facets'>;

/** Themes that the people of a group are held to in place of the campaign's. */
export interface GroupThemes {
  /** Name of the group, whichever unit's it is: units below have groups of the same name of their own. */
  readonly group: string;
  readonly themes: readonly Theme[];
}

/** Limits of the campaign; a limit is reached at its value, null switches it off. */
export interface Policy {
  readonly review: {
    /** Share of own words in the heaviest single source, 0..1. */
    readonly best: number | null;
    /** Share of own words in all sources together, 0..1. */
    readonly union: number | null;
    /** Longest shared run, syllables. */
    readonly passage: number | null;
    /** Number of required themes that are not met. */
    readonly unmetThemes: number | null;
  };
  readonly rewrite: {
    readonly best: number | null;
    readonly union: number | null;
    /** Share of the required themes that are not met, 0..1. */
    readonly unmetShare: number | null;
  };
  readonly minimumSyllables: number | null;
  /** Syllables from which an essay is told to be long; that never changes the proposal. */
  readonly maximumSyllables: number | null;
}

/** A campaign as its file gives it; file names are relative to that file. */
export interface Campaign {
  readonly name: string;
  readonly kind: CampaignKind;
  readonly references: readonly string[];
  readonly templates: readonly string[];
  readonly samples: readonly string[];
  /** The question that is to be answered, or the task in the committee's words; empty where there is none. */
  readonly prompt: string;
  /** Day by which an essay that is to be written again is handed in, as 2026-12-31; null where none is set. */
  readonly rewriteBy: string | null;
  /** Words that stand for each other when themes are looked for. */
  readonly synonyms: readonly (readonly string[])[];
  readonly themes: readonly Theme[];
  readonly policy: Policy;
}

/** What a unit of the tree can be, from the top down; a kind says nothing about what may stand below it. */
export const UNIT_KINDS = [
  'provincial-committee',
  'upper-committee',
  'commune-committee',
  'grassroots-branch',
  'grassroots-cell',
  'section-branch',
  'cell',
  'group',
  'other',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A place in the tree of organisations. Days are YYYY-MM-DD. */
export interface Unit {
  readonly id: string;
  /** Id of the unit above; null at the top. */
  readonly parent: string | null;
  readonly name: string;
  /** Null where nobody has said it. */
  readonly kind: UnitKind | null;
  /** Day from which it exists; null when unknown. */
  readonly since: string | null;
  /** Last day; null while it exists. What it kept stays readable afterwards. */
  readonly until: string | null;
  /** Id of the unit that took its place. */
  readonly successor: string | null;
}

/** What can be set for a unit and everything below it, with the value that counts where nobody has set one, and its range. */
export const UNIT_LIMITS = {
  /** Files of one batch, those in archives included. */
  filesPerBatch: { usual: 2000, least: 1, most: 2000 },
  /** Megabytes (2^20 bytes) of one batch as uploaded. */
  megabytesPerBatch: { usual: 4096, least: 1, most: 65_536 },
  /** Minutes without a request after which a session ends. */
  idleMinutes: { usual: 480, least: 5, most: 1440 },
  /** Minutes after which a session ends in any case. */
  absoluteMinutes: { usual: 1440, least: 15, most: 10_080 },
  /** Years after its last change from which a campaign's essays are offered for erasure; 0 for never. */
  retentionYears: { usual: 0, least: 0, most: 50 },
  /** Days before a due day from which whoever has not handed in is listed to be reminded. */
  warningDays: { usual: 7, least: 0, most: 60 },
} as const;
export type LimitName = keyof typeof UNIT_LIMITS;
export const LIMIT_NAMES = Object.keys(UNIT_LIMITS) as LimitName[];
export type Limits = Readonly<Record<LimitName, number>>;

/** One limit of a unit. */
export interface LimitState {
  readonly value: number;
  /** Id of the nearest unit that sets it: itself or one above; null when nobody does. */
  readonly from: string | null;
}

import type { Study } from './study.js';

/**
 * Why somebody need not write: `retired` from the political system, `health`, `other` (the note says what). Whoever is
 * exempt leaves the number that others are a share of; an essay of theirs is voluntary and counted apart.
 */
export const EXEMPTIONS = ['retired', 'health', 'other'] as const;
export type ExemptionKind = (typeof EXEMPTIONS)[number];

export interface Exemption {
  readonly kind: ExemptionKind;
  /** The reason in words; may be empty unless the kind is `other`. */
  readonly note: string;
}

/** One person as a row of a list gives them; undefined where the list has no such column: then what is kept stays. */
export interface RosterRow {
  /** Number of the row in the file, from 1. */
  readonly row: number;
  readonly card: string;
  readonly name: string;
  readonly cell?: string | undefined;
  readonly post?: string | undefined;
  readonly place?: string | undefined;
  readonly isHead?: boolean | undefined;
  readonly isKeyCadre?: boolean | undefined;
  readonly isProbationary?: boolean | undefined;
  /** null: must write. */
  readonly exemption?: Exemption | null | undefined;
  readonly attended?: boolean | undefined;
  /** Names of the groups that the person belongs to. */
  readonly groups?: readonly string[] | undefined;
}

/** What is kept of one person for one campaign. */
export interface RosterFacts {
  readonly card: string;
  readonly name: string;
  /** Cell or unit as the committee writes it. */
  readonly cell: string;
  readonly post: string;
  readonly place: string;
  readonly isHead: boolean;
  readonly isKeyCadre: boolean;
  readonly isProbationary: boolean;
  readonly exemption: Exemption | null;
  /** What the roster itself says; sessions say more. null: nobody has said. */
  readonly attended: boolean | null;
  /** In alphabetical order. */
  readonly groups: readonly string[];
}

/** A person on the roster of a campaign, with what they handed in. */
export interface RosterPerson extends RosterFacts {
  readonly id: string;
  /** Id of the unit whose roster it is. */
  readonly unit: string;
  /** By the roster and by the sessions. */
  readonly study: Study;
  readonly exemptedBy: string | null;
  readonly revision: number;
  /** The day by which the person must have handed in, YYYY-MM-DD; null without one. */
  readonly due: string | null;
  /** The first essay, ISO 8601 in UTC; null while there is none. */
  readonly essay: { readonly id: string; readonly receivedAt: string } | null;
}

/** How a person stands: `voluntary` for an essay of somebody who is exempt. */
export const STANDINGS = ['handed-in', 'late', 'missing', 'exempt', 'voluntary'] as const;
export type Standing = (typeof STANDINGS)[number];

/** How somebody stands; days are those of this machine's clock. */
export function standingOf({ exemption, essay, due }: Pick<RosterPerson, 'exemption' | 'essay' | 'due'>): Standing {
  if (exemption !== null) return essay === null ? 'exempt' : 'voluntary';
  if (essay === null) return 'missing';
  return daysLate(due, essay.receivedAt) > 0 ? 'late' : 'handed-in';
}

const DAY = 24 * 60 * 60 * 1000;
/** How far Vietnam is ahead of UTC: days end there, wherever the machine stands. */
const VIETNAM = 7 * 60 * 60 * 1000;

/** Whole days that a moment (ISO 8601) lies behind a day (YYYY-MM-DD), 0 when it does not or there is none. */
export function daysLate(due: string | null, moment: string): number {
  if (due === null) return 0;
  return Math.max(0, Math.floor((Date.parse(moment) + VIETNAM - Date.parse(`${due}T00:00:00Z`)) / DAY));
}

/**
 * What tells who wrote an essay. `listed`: the list that came with its batch. `card`, `name`: the card number or the whole
 * name, in the file's name or the text. `similar`: a name like it. `chosen`: a person said so. `member`: handed in by the member.
 */
export const WRITER_BASES = ['listed', 'card-file', 'card-text', 'name-file', 'name-text', 'similar', 'chosen', 'member'] as const;
export type WriterBasis = (typeof WRITER_BASES)[number];

/** What an essay says of its own writer. */
export interface ToldWriter {
  readonly submission: string;
  /** Names in lines such as "Họ và tên: …". */
  readonly names: readonly string[];
  /** What may be a card number. */
  readonly numbers: readonly string[];
}

import type { RosterFacts, RosterPerson, RosterRow } from '../../model/roster.js';
import type { Actor } from './actor.js';

/** What an import does, or would do. */
export interface RosterPlan {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** People of the roster whom the file does not name; they stay. */
  readonly absent: number;
  /** Rows whose card number is kept with another name: nothing is imported while there is one. */
  readonly clashes: readonly { readonly row: number; readonly card: string; readonly name: string }[];
}

/** The day by which a unit's people must have handed in. */
export interface DueDay {
  /** The unit's own; null without one. */
  readonly own: string | null;
  /** What counts: the own one, else that of the nearest unit above. */
  readonly due: string | null;
  /** Name of the unit above whose day counts; null when it is the own one or there is none. */
  readonly from: string | null;
}

/** A group of people with the prompt and the day that they have in a campaign. */
export interface AudiencePrompt {
  readonly id: string;
  readonly name: string;
  /** People of the campaign's roster in it. */
  readonly people: number;
  /** Empty: the campaign's prompt. */
  readonly prompt: string;
  /** null: that of everybody else. */
  readonly due: string | null;
  /** The situation of a library that the prompt was made of; null for a prompt of the group's own. */
  readonly situation: { readonly id: string; readonly title: string } | null;
}

/** What a group is given. */
export interface AudienceGiven extends Pick<AudiencePrompt, 'prompt' | 'due'> {
  /** Id; undefined: the one that the group has, as long as the prompt stays the same. */
  readonly situation?: string | null | undefined;
}

/** Who must write in a campaign, by when and about what; a unit sees its own people only. */
export interface Rosters {
  /** By name. AppError `unknown-id`. */
  people(campaign: string): Promise<readonly RosterPerson[]>;
  /** What importing these rows would do. AppError `unknown-id`. */
  plan(campaign: string, rows: readonly RosterRow[]): Promise<RosterPlan>;
  /** Takes all rows or, where a card number is kept with another name, none. AppError `roster-file`, `unknown-id`. */
  import(campaign: string, rows: readonly RosterRow[], actor: Actor): Promise<RosterPlan>;
  /** Changes one person by hand; `revision` is that on the screen. The card number stays. AppError `roster-outdated`, `unknown-id`. */
  change(campaign: string, person: string, change: Omit<RosterFacts, 'card'> & { readonly revision: number }, actor: Actor): Promise<void>;
  /** Takes one person off the roster; what they handed in stays. AppError `unknown-id`. */
  remove(campaign: string, person: string, actor: Actor): Promise<void>;
  /** AppError `unknown-id`. */
  due(campaign: string): Promise<DueDay>;
  /** Sets the unit's own day; `before`: the one on the screen. AppError `due-outdated`, `unknown-id`. */
  setDue(campaign: string, day: { readonly due: string | null; readonly before: string | null }, actor: Actor): Promise<void>;
  /** Groups with people on the roster, by name. AppError `unknown-id`. */
  audiences(campaign: string): Promise<readonly AudiencePrompt[]>;
  /** Every prompt that a group has in place of the campaign's, each once. AppError `unknown-id`. */
  groupPrompts(campaign: string): Promise<readonly string[]>;
  /** Sets a group's prompt and day; a situation must be offered to the unit, unless the group has it already. AppError `unknown-id`. */
  setAudience(campaign: string, audience: string, given: AudienceGiven, actor: Actor): Promise<void>;
  /**
   * What a person must answer and by when: of the first of their groups, by name, that has a prompt or a day in the
   * campaign; else the campaign's and the unit's. Whoever wants the prompt of an unknown person gets the campaign's. AppError `unknown-id`.
   */
  promptFor(campaign: string, person: string | null): Promise<{ readonly prompt: string; readonly due: string | null }>;
}

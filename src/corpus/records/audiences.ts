import type { Actor } from './actor.js';

/** A group of a unit's people that campaigns may give a prompt, themes or a due day of its own, whatever their cells are. */
export interface Audience {
  readonly id: string;
  readonly name: string;
  /** People in it, erased ones left out. */
  readonly people: number;
  /** Campaigns that have something of their own for the group: what goes with it. */
  readonly rests: readonly {
    readonly campaign: string;
    readonly hasPrompt: boolean;
    readonly hasThemes: boolean;
    readonly due: string | null;
  }[];
}

/** Somebody of the unit, as members are picked. */
export interface AudiencePerson {
  readonly id: string;
  readonly card: string;
  readonly name: string;
  readonly cell: string;
  readonly post: string;
  readonly isMember: boolean;
}

/** Groups across cells, at the units that whoever asks administers and below. Every call: AppError `unknown-id` out of reach. */
export interface Audiences {
  /** By name. */
  ofUnit(unit: string): Promise<readonly Audience[]>;
  /** What the groups of all units in reach are called, each name once: whoever sets up a campaign may give one themes. */
  names(): Promise<readonly string[]>;
  /** Everybody of the unit, by name. */
  people(unit: string, audience: string): Promise<readonly AudiencePerson[]>;
  /** Gives the id. AppError `name-taken`. */
  create(unit: string, name: string, actor: Actor): Promise<string>;
  /** `before`: the name on the screen. AppError `name-taken`, `roster-outdated` when somebody has renamed it since. */
  rename(unit: string, audience: string, change: { readonly name: string; readonly before: string }, actor: Actor): Promise<void>;
  /** Takes the group away with what campaigns have for it; its people stay. */
  remove(unit: string, audience: string, actor: Actor): Promise<void>;
  /** Lets people in and takes others out; who is in, or out, already stays so. */
  setMembers(unit: string, audience: string, change: MemberChange, actor: Actor): Promise<void>;
}

/** Ids of people to let in and to take out. */
export interface MemberChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

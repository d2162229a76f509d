/**
 * What somebody may do at one unit of the tree. `administrator`: units, accounts, limits, erasure, backups. `committee`:
 * campaigns, rosters, batches, conclusions. `board`, the organising board: study sessions, attendance, material, reminders;
 * essays only as handed in or not. `secretary`: puts the name under reports and batches. `reviewer`: what is found, conclusions on it. `inspection`: reads all of this,
 * changes nothing.
 */
export const ROLES = ['administrator', 'committee', 'board', 'secretary', 'reviewer', 'inspection'] as const;
export type Role = (typeof ROLES)[number];

/** A role at a place in the tree. What it lets one read and change is that unit's; of the units below only figures. */
export interface Grant {
  /** Id of the unit, and its name. */
  readonly unit: string;
  readonly unitName: string;
  readonly role: Role;
}

/** Id of the unit that a corpus begins with; what was kept before there were units is this unit's. */
export const FOUNDING_UNIT = 'goc';

/** For whom the records are read and changed: nothing of another unit's is found, as if it did not exist. */
export interface Scope {
  /** Whoever acts, as the log names them. */
  readonly actor: string;
  /** Id of the account; null for an access token or a member. */
  readonly account: string | null;
  /** Ids of the units at which the roles that a request asks for are held. */
  readonly units: readonly string[];
  /** Id of the person who is signed in as the member that they are; null for everybody else. */
  readonly person: string | null;
}

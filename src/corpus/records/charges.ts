import type { Actor } from './actor.js';

/** An account of a unit above. */
export interface ChargedAccount {
  readonly id: string;
  readonly name: string;
  /** Name of the unit at which it holds a role. */
  readonly unitName: string;
}

/** Who is in charge of a unit, and who could be. */
export interface Charge {
  readonly accounts: readonly ChargedAccount[];
  readonly choices: readonly ChargedAccount[];
}

/** Which accounts of units above are in charge of a unit; whoever administers the unit right above says so. */
export interface Charges {
  /** AppError `unknown-id`. */
  of(unit: string): Promise<Charge>;
  /** `before`: ids on the screen. AppError `unknown-id`, `charge-outdated`; `programme-state` for somebody who is none of the choices. */
  set(unit: string, accounts: readonly string[], before: readonly string[], actor: Actor): Promise<void>;
}

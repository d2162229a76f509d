import type { Signer } from '../../model/batch-signature.js';
import type { LogEvent } from '../../model/result-record.js';
import type { LimitName, LimitState, Unit, UnitKind } from '../../model/unit.js';
import type { Actor } from './actor.js';

/** A unit as its administrators see it in the tree. */
export interface ListedUnit extends Unit {
  /** Accounts that hold a role at it. */
  readonly accounts: number;
  /** People of its roster, erased ones left out. */
  readonly people: number;
}

/** What is said of a unit when it is made or changed. */
export interface UnitChange {
  readonly name: string;
  readonly kind: UnitKind | null;
  readonly parent: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly successor: string | null;
}

/** Units of whoever administers: those where the role is held and all below them. Others are as if they did not exist. */
export interface Units {
  /** Every unit in reach, by name. */
  list(): Promise<readonly ListedUnit[]>;
  /** Null for one that is out of reach. */
  get(id: string): Promise<Unit | null>;
  /** AppError `unknown-id` when the unit above or the successor is out of reach. */
  create(change: UnitChange, actor: Actor): Promise<Unit>;
  /**
   * Changes a unit; a move is logged with `on`, the day from which it counts. AppError `unknown-id`; `unit-fixed` when it
   * would stand below itself, or for moving or ending a unit at the top of one's reach.
   */
  change(id: string, change: UnitChange, on: string, actor: Actor): Promise<Unit>;
  /** Lines of the log about the unit itself, newest first. AppError `unknown-id`. */
  history(id: string): Promise<readonly LogEvent[]>;
  /** What counts at a unit, set there or above. AppError `unknown-id`. */
  limits(id: string): Promise<Readonly<Record<LimitName, LimitState>>>;
  /** Sets limits of a unit; null leaves one to the unit above. AppError `unknown-id`. */
  setLimits(id: string, limits: Readonly<Record<LimitName, number | null>>, actor: Actor): Promise<void>;
  /** Who signs a unit's letters and documents; the name is empty while nobody has said. AppError `unknown-id`. */
  signer(id: string): Promise<Signer>;
  /** AppError `unknown-id`. */
  setSigner(id: string, signer: Signer, actor: Actor): Promise<void>;
  /** Whether everything is in reach: the founding unit is. */
  isWhole(): Promise<boolean>;
}

import type { Actor } from './actor.js';

/** A backup as the log has it. */
export interface MadeBackup {
  /** Name in the folder of backups. */
  readonly file: string;
  readonly bytes: number;
  readonly essays: number;
  /** Original files. */
  readonly files: number;
  /** Whether it was read again in whole after it was written. */
  readonly isSound: boolean;
}

/** Backups that were made from the page; only whoever administers the whole sees them. */
export interface BackupLog {
  note(backup: MadeBackup, actor: Actor): Promise<void>;
  /** Newest first, 50 at most. AppError `unknown-id` for whoever does not administer the whole. */
  list(): Promise<readonly (MadeBackup & { readonly at: string; readonly by: Actor })[]>;
}

/** What is being done. `share`: how much of it, 0..1. `message`: Vietnamese, empty when nobody foresaw it. */
export type BackupWork =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly startedAt: string; readonly share: number }
  | { readonly state: 'failed'; readonly message: string };

/** Backups that are made from the page, in a folder beside the corpus. */
export interface Backups {
  /** Where they lie, as whoever runs the service knows it. */
  readonly folder: string;
  work(): BackupWork;
  /** Begins a backup; no change while one is being made. */
  start(actor: string): void;
  /** Whether a backup is still where it was written. */
  isThere(file: string): Promise<boolean>;
  /** Brings the list of erasures beside the backups up to date, so that no older backup brings back what was erased. */
  noteErasures(): Promise<void>;
}

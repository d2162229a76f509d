/** Points at which a process may die and nothing acknowledged may be lost, in the order in which an essay meets them. */
export const STEPS = [
  'document.row',
  'campaign.row',
  'batch.row',
  'upload.written',
  'upload.synced',
  'upload.renamed',
  'upload.folder-synced',
  'upload.row',
  'batch.sealed',
  'job.begun',
  'archive.listed',
  'items.row',
  'essay.read',
  'originals.written',
  'essays.row',
  'items.noted',
  'match.begun',
  'match.done',
  'refresh.done',
  'work.written',
  'work.committed',
  'doomed.removed',
  'withdraw.removed',
  'draft.row',
  'draft.applied',
  'conclusion.row',
  'answer.made',
  'backup.snapshot',
  'backup.written',
  'backup.renamed',
] as const;
export type Step = (typeof STEPS)[number];

let watcher: ((step: Step) => void) | null = null;

/** Says that a step has been reached. */
export function reached(step: Step): void {
  watcher?.(step);
}

/** Has every step told to `watch`, which may end the process: that is how recovery is tried out. Null for nobody. */
export function watchSteps(watch: ((step: Step) => void) | null): void {
  watcher = watch;
}

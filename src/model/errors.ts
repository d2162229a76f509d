/** Failures that the caller can act on. A bad essay is not one of them: it is data, with a state and messages. */
export type AppErrorCode =
  | 'argument'
  | 'campaign-file'
  | 'roster-file'
  | 'labels-file'
  | 'reference-unreadable'
  | 'word-vectors'
  | 'nothing-to-assess'
  | 'file-not-found'
  | 'unknown-id'
  | 'corpus-newer'
  | 'corpus-damaged'
  | 'corpus-locked'
  | 'disk-full'
  | 'storage-read-only'
  | 'already-set-up'
  | 'campaign-exists'
  | 'unknown-document'
  | 'no-draft'
  | 'batch-closed'
  | 'batch-empty'
  | 'batch-busy'
  | 'file-too-large'
  | 'conclusion-outdated'
  | 'not-acceptable'
  | 'token-exists'
  | 'roster-outdated'
  | 'writer-outdated'
  | 'due-outdated'
  | 'last-administrator'
  | 'unit-fixed'
  | 'unknown-code'
  | 'name-taken'
  | 'batch-full'
  | 'round-closed'
  | 'no-rewrite'
  | 'look-asked'
  | 'look-answered'
  | 'no-pre-check-left'
  | 'pre-checks-busy'
  | 'request-decided'
  | 'programme-outdated'
  | 'programme-state'
  | 'duties-outdated'
  | 'charge-outdated'
  | 'correction-outdated'
  | 'assignment-outdated'
  | 'outline-outdated'
  | 'report-outdated'
  | 'report-incomplete'
  | 'report-decided'
  | 'situation-outdated'
  | 'study-outdated'
  | 'question-outdated'
  | 'quiz-outdated'
  | 'no-attempt-left'
  | 'attempt-over'
  | 'already-exemplary'
  | 'signature-outdated'
  | 'backup-file'
  | 'sandbox';

/** What goes with a failure beside its message. */
export interface AppErrorOptions extends ErrorOptions {
  /** What whoever asked needs to know to go on, the other's decision for instance; told in the answer. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** `message` is Vietnamese and complete: it names the thing and says what to do. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly details: AppErrorOptions['details'] | null;

  constructor(
    readonly code: AppErrorCode,
    message: string,
    options?: AppErrorOptions,
  ) {
    super(message, options);
    this.details = options?.details ?? null;
  }
}

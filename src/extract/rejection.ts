import type { SubmissionState } from '../model/extraction.js';
import type { MessageCode } from './messages.js';

/** States of a file whose text is not given. */
export type FailedState = Exclude<SubmissionState, 'ok' | 'suspicious'>;

/** Stops the reading of one file; `extract` turns it into an Extraction, so it never leaves this folder. */
export class Rejection extends Error {
  override readonly name = 'Rejection';

  constructor(
    readonly state: FailedState,
    readonly code: MessageCode,
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** A file that its own format's reader cannot make sense of. */
export function damaged(cause?: unknown): Rejection {
  return new Rejection('unreadable', 'damaged', '', { cause });
}

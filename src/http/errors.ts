import type { ErrorRequestHandler, Request } from 'express';
import type { z } from 'zod';
import type { errorSchema } from '../api/service.js';
import { AppError, type AppErrorCode } from '../model/errors.js';
import { HTTP_MESSAGES } from './messages.js';
import { requestIdOf } from './request-log.js';

/** Failures that only a request can meet. */
export type RequestErrorCode =
  | 'signed-out'
  | 'token-refused'
  | 'too-many-requests'
  | 'foreign-request'
  | 'wrong-credentials'
  | 'wrong-code'
  | 'too-many-attempts'
  | 'too-many-streams'
  | 'not-found'
  | 'bad-request'
  | 'bad-input'
  | 'body-too-large'
  | 'key-reused'
  | 'request-interrupted'
  | 'unexpected';

/** A request that is not carried out; `message` is Vietnamese and complete. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(
    readonly status: number,
    readonly code: RequestErrorCode | AppErrorCode,
    message: string,
  ) {
    super(message);
  }
}

const STATUSES: Readonly<Record<AppErrorCode, number>> = {
  argument: 500,
  'campaign-file': 422,
  'roster-file': 422,
  'labels-file': 500,
  'reference-unreadable': 422,
  'word-vectors': 500,
  'nothing-to-assess': 422,
  'file-not-found': 500,
  'unknown-id': 404,
  'corpus-newer': 500,
  'corpus-damaged': 500,
  'corpus-locked': 503,
  'disk-full': 507,
  'storage-read-only': 507,
  'already-set-up': 409,
  'campaign-exists': 409,
  'unknown-document': 422,
  'no-draft': 409,
  'batch-closed': 409,
  'batch-empty': 409,
  'batch-busy': 409,
  'file-too-large': 413,
  'conclusion-outdated': 409,
  'not-acceptable': 409,
  'token-exists': 409,
  'roster-outdated': 409,
  'writer-outdated': 409,
  'due-outdated': 409,
  'last-administrator': 409,
  'unit-fixed': 409,
  'unknown-code': 404,
  'name-taken': 409,
  'batch-full': 409,
  'round-closed': 409,
  'no-rewrite': 409,
  'look-asked': 409,
  'look-answered': 409,
  'no-pre-check-left': 429,
  'pre-checks-busy': 503,
  'request-decided': 409,
  'programme-outdated': 409,
  'programme-state': 409,
  'duties-outdated': 409,
  'charge-outdated': 409,
  'correction-outdated': 409,
  'assignment-outdated': 409,
  'outline-outdated': 409,
  'report-outdated': 409,
  'report-incomplete': 422,
  'report-decided': 409,
  'situation-outdated': 409,
  'study-outdated': 409,
  'question-outdated': 409,
  'quiz-outdated': 409,
  'no-attempt-left': 409,
  'attempt-over': 409,
  'already-exemplary': 409,
  'signature-outdated': 409,
  'backup-file': 500,
  sandbox: 500,
};

/** Failures of the machine itself: their own messages name folders and commands, which say nothing to whoever sits at the page. */
const MACHINE_MESSAGES: Readonly<Partial<Record<AppErrorCode, string>>> = {
  argument: HTTP_MESSAGES.unexpected,
  'file-not-found': HTTP_MESSAGES.unexpected,
  'backup-file': HTTP_MESSAGES.unexpected,
  'corpus-newer': HTTP_MESSAGES.unexpected,
  'corpus-damaged': HTTP_MESSAGES.damaged,
  'corpus-locked': HTTP_MESSAGES.locked,
  'disk-full': HTTP_MESSAGES.diskFull,
  'storage-read-only': HTTP_MESSAGES.readOnly,
  sandbox: HTTP_MESSAGES.sandbox,
  'pre-checks-busy': HTTP_MESSAGES.preChecksBusy,
};

/** What a failure is answered with. */
export interface Failure {
  readonly status: number;
  readonly code: AppErrorCode | RequestErrorCode;
  readonly message: string;
  /** What whoever asked needs to go on; missing where the message says it all. */
  readonly details?: AppError['details'];
}

/** The answer to any failure, known or not. */
export function toFailure(error: unknown): Failure {
  if (error instanceof RequestError) return { status: error.status, code: error.code, message: error.message };
  if (error instanceof AppError)
    return {
      status: STATUSES[error.code],
      code: error.code,
      message: MACHINE_MESSAGES[error.code] ?? error.message,
      ...(error.details && { details: error.details }),
    };
  return fileSystemFailure(error) ?? bodyFailure(error) ?? { status: 500, code: 'unexpected', message: HTTP_MESSAGES.unexpected };
}

/** Answers every failure in one shape; what nobody foresaw is logged with its stack and told without it. */
export const answerErrors: ErrorRequestHandler = (error: unknown, request, response, _next) => {
  const { status, code, message, details } = toFailure(error);
  if (status >= 500) logFailure(request, code, error);
  if (response.destroyed || response.writableEnded) return;
  if (response.headersSent) {
    // Half an answer cannot be taken back; a broken one is at least seen to be broken.
    response.destroy();
    return;
  }
  const body: z.infer<typeof errorSchema> = { error: { code, message, request: requestIdOf(request), ...(details && { details }) } };
  response.status(status).set('Cache-Control', 'no-store').removeHeader('Content-Disposition');
  response.json(body);
};

function logFailure(request: Request, code: string, error: unknown): void {
  // The message of an AppError may name a file; its code and the code beneath say enough.
  if (error instanceof AppError) request.log.error({ code, cause: codeOf(error.cause) }, 'failed');
  else if (code === 'unexpected') request.log.error({ err: error }, 'unexpected');
}

function fileSystemFailure(error: unknown): Failure | null {
  const code = codeOf(error);
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)$/.test(code)) return toFailure(new AppError('disk-full', ''));
  if (/^(EROFS|SQLITE_READONLY.*)$/.test(code)) return toFailure(new AppError('storage-read-only', ''));
  return /^SQLITE_(BUSY|LOCKED)/.test(code) ? toFailure(new AppError('corpus-locked', '')) : null;
}

/** What Express and its body readers reject: their status tells, their words may hold what was sent. */
function bodyFailure(error: unknown): Failure | null {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 413) return { status, code: 'body-too-large', message: HTTP_MESSAGES.bodyTooLarge };
  if (typeof status === 'number' && status >= 400 && status < 500)
    return { status: 400, code: 'bad-request', message: HTTP_MESSAGES.badRequest };
  return null;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

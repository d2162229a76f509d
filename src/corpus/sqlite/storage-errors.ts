import { AppError, type AppErrorCode } from '../../model/errors.js';
import { CORPUS_MESSAGES } from '../messages.js';

type Kind = readonly [RegExp, AppErrorCode, (folder: string, code: string) => string];

const KINDS: readonly Kind[] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'corpus-locked', CORPUS_MESSAGES.locked],
  // Beyond a quota or a limit on the size of files SQLite knows only that a write failed.
  [/^(SQLITE_FULL|SQLITE_IOERR_(WRITE|SHMSIZE)|ENOSPC|EDQUOT|EFBIG)$/, 'disk-full', CORPUS_MESSAGES.diskFull],
  [/^(SQLITE_IOERR.*|EIO)$/, 'corpus-damaged', CORPUS_MESSAGES.diskFails],
  [/^SQLITE_NOTADB/, 'corpus-damaged', (folder) => CORPUS_MESSAGES.damaged(folder, CORPUS_MESSAGES.notDatabase)],
  [/^SQLITE_CORRUPT/, 'corpus-damaged', (folder) => CORPUS_MESSAGES.damaged(folder, CORPUS_MESSAGES.checkFailed)],
];
const NO_ACCESS = /^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|SQLITE_READONLY.*|SQLITE_CANTOPEN.*)$/;

/** The AppError that tells of a failure of SQLite or the file system in `folder`, which is open; any other error as it is. */
export function storageError(error: unknown, folder: string): unknown {
  return translated(error, folder, [...KINDS, [NO_ACCESS, 'storage-read-only', CORPUS_MESSAGES.readOnly]]);
}

/** As `storageError`, for a folder that is being opened: then it cannot be used at all. */
export function openingError(error: unknown, folder: string): unknown {
  return translated(error, folder, [...KINDS, [NO_ACCESS, 'argument', CORPUS_MESSAGES.notUsable]]);
}

function translated(error: unknown, folder: string, kinds: readonly Kind[]): unknown {
  const code = codeOf(error);
  const kind = error instanceof AppError ? undefined : kinds.find(([pattern]) => pattern.test(code));
  return kind === undefined ? error : new AppError(kind[1], kind[2](folder, code), { cause: error });
}

/** Whether SQLite found its file damaged. */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(NOTADB|CORRUPT)/.test(codeOf(error));
}

/** Whether it is held by somebody else just now. */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));
}

/** The error code of Node or SQLite, empty when there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

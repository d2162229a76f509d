import { AppError, type AppErrorCode } from '../../model/errors.js';
import { CORPUS_MESSAGES } from '../messages.js';

const KINDS: readonly (readonly [RegExp, AppErrorCode, (folder: string) => string])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'corpus-locked', CORPUS_MESSAGES.locked],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)$/, 'disk-full', CORPUS_MESSAGES.diskFull],
  [/^SQLITE_NOTADB/, 'corpus-damaged', (folder) => CORPUS_MESSAGES.damaged(folder, CORPUS_MESSAGES.notDatabase)],
  [/^SQLITE_CORRUPT/, 'corpus-damaged', (folder) => CORPUS_MESSAGES.damaged(folder, CORPUS_MESSAGES.checkFailed)],
  [/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|SQLITE_READONLY.*|SQLITE_CANTOPEN.*)$/, 'argument', CORPUS_MESSAGES.notUsable],
];

/** The AppError that tells of a failure of SQLite or the file system in `folder`; any other error as it is. */
export function storageError(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  const kind = KINDS.find(([pattern]) => pattern.test(code));
  return kind === undefined ? error : new AppError(kind[1], kind[2](folder), { cause: error });
}

/** Whether SQLite found its file damaged. */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(NOTADB|CORRUPT)/.test(codeOf(error));
}

/** The error code of Node or SQLite, empty when there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

import { CommanderError } from 'commander';
import { AppError, type AppErrorCode } from '../model/errors.js';

/** Wrong arguments or configuration are 2; what stopped the work itself is 1. */
const EXIT_CODES: Readonly<Record<AppErrorCode, 1 | 2>> = {
  argument: 2,
  'campaign-file': 2,
  'roster-file': 2,
  'labels-file': 2,
  'reference-unreadable': 2,
  'word-vectors': 2,
  'file-not-found': 2,
  'unknown-id': 2,
  'nothing-to-assess': 1,
  'corpus-newer': 1,
  'corpus-damaged': 1,
  'corpus-locked': 1,
  'disk-full': 1,
  'storage-read-only': 1,
  'already-set-up': 1,
  'campaign-exists': 1,
  'unknown-document': 1,
  'no-draft': 1,
  'batch-closed': 1,
  'batch-empty': 1,
  'batch-busy': 1,
  'file-too-large': 1,
  'conclusion-outdated': 1,
  'not-acceptable': 1,
  'token-exists': 1,
  'roster-outdated': 1,
  'writer-outdated': 1,
  'due-outdated': 1,
  'last-administrator': 2,
  'unit-fixed': 2,
  'unknown-code': 2,
  'name-taken': 2,
  'batch-full': 1,
  'round-closed': 1,
  'no-rewrite': 1,
  'look-asked': 1,
  'look-answered': 1,
  'no-pre-check-left': 1,
  'pre-checks-busy': 1,
  'programme-outdated': 1,
  'programme-state': 1,
  'duties-outdated': 1,
  'charge-outdated': 1,
  'request-decided': 1,
  'correction-outdated': 1,
  'assignment-outdated': 1,
  'outline-outdated': 1,
  'report-outdated': 1,
  'report-incomplete': 1,
  'report-decided': 1,
  'situation-outdated': 1,
  'study-outdated': 1,
  'question-outdated': 1,
  'quiz-outdated': 1,
  'no-attempt-left': 1,
  'attempt-over': 1,
  'already-exemplary': 1,
  'signature-outdated': 1,
  'backup-file': 1,
  sandbox: 1,
};

const USAGE: Readonly<Record<string, string>> = {
  'commander.missingArgument': 'thiếu tham số',
  'commander.optionMissingArgument': 'thiếu giá trị của tùy chọn',
  'commander.missingMandatoryOptionValue': 'thiếu tùy chọn bắt buộc',
  'commander.unknownOption': 'không có tùy chọn',
  'commander.unknownCommand': 'không có lệnh',
  'commander.excessArguments': 'thừa tham số',
  'commander.invalidArgument': 'giá trị không hợp lệ',
};

export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  return error instanceof AppError ? EXIT_CODES[error.code] : 1;
}

/** One clear line for the terminal; empty when help has been printed, asked for or for want of a command. */
export function explain(error: unknown): string {
  if (error instanceof CommanderError) return isHelp(error) ? '' : explainUsage(error);
  if (error instanceof AppError) return error.message;
  return `Lỗi ngoài dự kiến, các bài đã giữ vẫn an toàn: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

const isHelp = ({ code }: CommanderError): boolean => code.startsWith('commander.help');

function explainUsage({ code, message }: CommanderError): string {
  const named = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1]).join(' ');
  return `${USAGE[code] ?? 'sai cú pháp'}${named === '' ? '' : ` ${named}`}. Xem: soatbai --help`;
}

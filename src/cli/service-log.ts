import { destination, type Logger, pino } from 'pino';
import { AppError } from '../model/errors.js';

/** The log of a process of the service: JSON lines on standard error. On a terminal only what went wrong. */
export function createLog(name: 'web' | 'worker'): Logger {
  return pino({ name, level: process.stderr.isTTY ? 'warn' : 'info' }, destination({ fd: 2, sync: true }));
}

/** Facts for the log: of an error that names files only its code, since files are called after people. */
export function withoutNames(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact instanceof Error ? describe(fact) : fact]));
}

function describe(error: Error): Record<string, unknown> {
  if (!(error instanceof AppError)) return { stack: error.stack ?? error.message };
  return error.cause instanceof Error ? { code: error.code, cause: codeOf(error.cause) } : { code: error.code };
}

const codeOf = (cause: Error): unknown => ('code' in cause ? cause.code : cause.name);

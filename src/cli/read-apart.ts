import { Worker } from 'node:worker_threads';
import { SerialQueue } from '../corpus/serial-queue.js';
import { AppError } from '../model/errors.js';
import { UNREADABLE_OUTLINE } from '../pipeline/outline/messages.js';
import type { OutlineParagraph } from '../pipeline/outline/outline-from-paragraphs.js';
import { ROSTER_FILE_PROBLEMS } from '../pipeline/roster/messages.js';
import type { SheetRow } from '../pipeline/roster/read-roster.js';

/** Milliseconds that a file may take; a workbook of 20,000 people takes about two seconds. */
const PATIENCE = 30_000;
/** Megabytes of a thread's heap. */
const HEAP = 512;

/** Reads workbooks in a thread of their own, one after the other. Rejects with AppError `roster-file`. */
export const createSheetReader = (): ((bytes: Uint8Array) => Promise<readonly SheetRow[]>) =>
  createReader(
    new URL('./sheet-thread.js', import.meta.url),
    (cause) => new AppError('roster-file', ROSTER_FILE_PROBLEMS.sheet, { cause }),
  );

/** Reads the headings of Word files in the same way. Rejects with AppError `reference-unreadable`. */
export const createHeadingReader = (): ((bytes: Uint8Array) => Promise<readonly OutlineParagraph[]>) =>
  createReader(
    new URL('./headings-thread.js', import.meta.url),
    (cause) => new AppError('reference-unreadable', UNREADABLE_OUTLINE, { cause }),
  );

function createReader<T>(script: URL, failure: (cause: unknown) => AppError): (bytes: Uint8Array) => Promise<T> {
  const queue = new SerialQueue();
  return (bytes) => queue.run(() => readApart<T>(script, bytes, failure));
}

function readApart<T>(script: URL, bytes: Uint8Array, failure: (cause: unknown) => AppError): Promise<T> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(script, {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
    });
    const timer = setTimeout(() => void thread.terminate(), PATIENCE);
    const fail = (cause: unknown): void => reject(failure(cause));
    thread.once('message', (answer: T) => resolve(answer));
    thread.once('error', fail);
    // Without effect once it has answered.
    thread.once('exit', (code) => {
      clearTimeout(timer);
      fail(new Error(`${script.pathname} ended with ${code}`));
    });
  });
}

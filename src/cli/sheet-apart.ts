import { Worker } from 'node:worker_threads';
import { SerialQueue } from '../corpus/serial-queue.js';
import { AppError } from '../model/errors.js';
import { ROSTER_FILE_PROBLEMS } from '../pipeline/roster/messages.js';
import type { SheetRow } from '../pipeline/roster/read-roster.js';

/** Milliseconds that a workbook may take; 20,000 people take about two seconds. */
const PATIENCE = 30_000;
/** Megabytes of a thread's heap. */
const HEAP = 512;

/** Reads workbooks in a thread of their own, one after the other. Rejects with AppError `roster-file`. */
export function createSheetReader(): (bytes: Uint8Array) => Promise<readonly SheetRow[]> {
  const queue = new SerialQueue();
  return (bytes) => queue.run(() => readApart(bytes));
}

function readApart(bytes: Uint8Array): Promise<readonly SheetRow[]> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./sheet-thread.js', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
    });
    const timer = setTimeout(() => void thread.terminate(), PATIENCE);
    const fail = (cause: unknown): void => reject(new AppError('roster-file', ROSTER_FILE_PROBLEMS.sheet, { cause }));
    thread.once('message', (rows: readonly SheetRow[]) => resolve(rows));
    thread.once('error', fail);
    // Without effect once it has answered.
    thread.once('exit', (code) => {
      clearTimeout(timer);
      fail(new Error(`reading a workbook ended with ${code}`));
    });
  });
}

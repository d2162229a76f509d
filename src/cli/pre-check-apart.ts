import { fork } from 'node:child_process';
import { SerialQueue } from '../corpus/serial-queue.js';
import { AppError, type AppErrorCode } from '../model/errors.js';
import type { PreChecked, PreCheckFile } from '../pipeline/pre-check.js';

/** What the process that compares one file answers. */
export type PreCheckReply =
  | { readonly checked: PreChecked }
  | { readonly failed: { readonly code: AppErrorCode; readonly message: string } }
  | { readonly broken: string };

/** Milliseconds after which a comparison is given up. */
const PATIENCE = 120_000;
/** Files that may wait while another one is compared: each is held in memory. */
const MOST_WAITING = 10;

/** Compares files with a corpus in processes of their own, one after the other. Rejects with AppError `pre-checks-busy` when too many wait. */
export function createPreChecker(folder: string): (file: PreCheckFile) => Promise<PreChecked> {
  const queue = new SerialQueue();
  let waiting = 0;
  return async (file) => {
    if (waiting >= MOST_WAITING) throw new AppError('pre-checks-busy', '');
    waiting++;
    return queue.run(() => checkApart(folder, file)).finally(() => waiting--);
  };
}

function checkApart(folder: string, file: PreCheckFile): Promise<PreChecked> {
  return new Promise((resolve, reject) => {
    const entry = new URL('./pre-check-child.js', import.meta.url);
    const child = fork(entry, [folder], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    child.once('message', (reply: PreCheckReply) => {
      if ('checked' in reply) resolve(reply.checked);
      else reject('failed' in reply ? new AppError(reply.failed.code, reply.failed.message) : new Error(reply.broken));
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      // Without effect once it has answered.
      reject(new Error(`comparing ended with ${signal ?? code}`));
    });
    child.send(file, (error) => error && reject(error));
  });
}

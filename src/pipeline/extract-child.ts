import { isMainThread, Worker } from 'node:worker_threads';
import { extract } from '../extract/extract.js';
import type { Extraction, ExtractLimits } from '../model/extraction.js';

/** One file to read; the child answers with `done` before it takes another. */
export interface ChildRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly limits: ExtractLimits;
}

/** `ready` once after the start, then one `done` for each request. */
export type ChildReply = { readonly kind: 'ready' } | { readonly kind: 'done'; readonly extraction: Extraction };

/** How often the watching thread looks whether the parent still lives, ms. */
const WATCH_EVERY = 1000;

/** The child's main thread: reads one file after another for the sandbox; any failure that `extract` does not foresee ends the process. */
function serve(): void {
  process.on('disconnect', () => process.exit(0));
  process.on('message', (request: ChildRequest) => {
    extract(request.bytes, request.fileName, request.limits).then(
      (extraction) => reply({ kind: 'done', extraction }),
      () => process.exit(1),
    );
  });
  new Worker(new URL(import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 8 } }).unref();
  reply({ kind: 'ready' });
}

function reply(message: ChildReply): void {
  process.send?.(message);
}

/** A parser caught in an endless loop never hears of a parent that was killed; this thread does, and takes the process along. */
function watchParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  }, WATCH_EVERY);
}

if (isMainThread) serve();
else watchParent();

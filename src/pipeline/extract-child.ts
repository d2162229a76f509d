// First, so that the walls stand before anything else is loaded.
import './sandbox-walls.js';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { extract } from '../extract/extract.js';
import type { Extraction, ExtractLimits } from '../model/extraction.js';

/** One file to read; the child answers with `done` before it takes another. */
export interface ChildRequest {
  /** A number that the answer repeats. */
  readonly file: number;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly limits: ExtractLimits;
}

/** `ready` once after the start, then for each request a `page` before each page that is recognised, and one `done`. */
export type ChildReply =
  | { readonly kind: 'ready' | 'page' }
  | { readonly kind: 'done'; readonly file: number; readonly extraction: Extraction };

/** How often the watching thread looks whether the parent still lives, ms. */
const WATCH_EVERY = 1000;

/** The child's main thread: reads one file after another for the sandbox; any failure that `extract` does not foresee ends the process. */
function serve(): void {
  process.on('disconnect', () => process.exit(0));
  process.on('message', ({ file, bytes, fileName, limits }: ChildRequest) => {
    extract(bytes, fileName, limits, () => reply({ kind: 'page' })).then(
      (extraction) => reply({ kind: 'done', file, extraction }),
      () => process.exit(1),
    );
  });
  // The parent says which process it is: by the time the thread asks, it may be gone.
  const parent = Number(process.argv[2]);
  new Worker(new URL(import.meta.url), { workerData: parent, resourceLimits: { maxOldGenerationSizeMb: 8 } }).unref();
  reply({ kind: 'ready' });
}

function reply(message: ChildReply): void {
  process.send?.(message);
}

/** A parser caught in an endless loop never hears of a parent that was killed; this thread does, and takes the process along. */
function watchParent(parent: number): void {
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  }, WATCH_EVERY);
}

if (isMainThread) serve();
else watchParent(workerData);

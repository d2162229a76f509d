// First, so that the walls stand before anything else is loaded.
import './sandbox-walls.js';
import { Socket } from 'node:net';
import { deserialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { extract } from '../extract/extract.js';
import type { Extraction, ExtractLimits } from '../model/extraction.js';
import { PIPE, sendFrame, takeFrames } from './frames.js';

/** One file to read, a frame serialized by V8; the child answers with `done` before it takes another. */
export interface ChildRequest {
  /** A number that the answer repeats. */
  readonly file: number;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly limits: ExtractLimits;
}

/**
 * A frame of JSON, which the parent can read without believing the child: `ready` once after the start, then for each request a `page`
 * before each page that is recognised, and one `done`.
 */
export type ChildReply =
  | { readonly kind: 'ready' | 'page' }
  | { readonly kind: 'done'; readonly file: number; readonly extraction: Extraction };

/** Reads one file after another for the sandbox; any failure that `extract` does not foresee ends the process. */
function serve(): void {
  const pipe = new Socket({ fd: PIPE });
  const reply = (message: ChildReply): void => sendFrame(pipe, Buffer.from(JSON.stringify(message)));
  const read = (frame: Buffer): void => {
    const { file, bytes, fileName, limits }: ChildRequest = deserialize(frame);
    extract(bytes, fileName, limits, () => reply({ kind: 'page' })).then(
      (extraction) => reply({ kind: 'done', file, extraction }),
      () => process.exit(1),
    );
  };
  takeFrames(pipe, Number.POSITIVE_INFINITY, read, () => process.exit(0));
  // The parent says which process it is: by the time the thread asks, it may be gone.
  const parent = Number(process.argv[2]);
  new Worker(new URL('./watch-parent.js', import.meta.url), { workerData: parent, resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref();
  reply({ kind: 'ready' });
}

serve();

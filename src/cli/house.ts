import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import type { Corpus } from '../corpus/corpus.js';
import { openSqliteCorpus, type SqliteCorpusOptions } from '../corpus/sqlite/open-sqlite-corpus.js';
import { createPermutations } from '../fingerprint/minhash.js';
import { AppError } from '../model/errors.js';
import { EXTRACT_LIMITS } from '../model/extraction.js';
import { DETECTION_SETTINGS } from '../model/settings.js';
import { type KeepingContext, recomputeContent } from '../pipeline/essay.js';
import { readBounded } from '../pipeline/intake/read-bounded.js';
import { fileNotFound } from '../pipeline/messages.js';
import type { Progress, Step } from '../pipeline/progress.js';
import { createSandbox, type Sandbox } from '../pipeline/sandbox.js';

export const KEEPING: KeepingContext = {
  permutations: createPermutations(DETECTION_SETTINGS.fingerprint.numPerm),
  settings: DETECTION_SETTINGS,
};

/** Each reading process may take 350 MB, so many processors do not mean many processes. */
export const DEFAULT_JOBS = Math.min(8, availableParallelism());

/** Lends a sandbox of `size` children to `work` and ends them afterwards, whatever happened. */
export async function withSandbox<T>(size: number, work: (sandbox: Sandbox) => Promise<T>): Promise<T> {
  const entry = new URL('../pipeline/extract-child.js', import.meta.url);
  const sandbox = createSandbox({ entry, size, limits: EXTRACT_LIMITS });
  try {
    return await work(sandbox);
  } finally {
    await sandbox.close();
  }
}

/** Lends the corpus in a folder, made if need be, or one in memory for null; without `keep` nothing changes on the disk. */
export function withCorpus<T>(folder: string | null, keep: boolean, work: (corpus: Corpus) => Promise<T>): Promise<T> {
  return lendCorpus({ folder: folder === null ? null : resolve(folder), keep, create: true }, work);
}

/** As `withCorpus`, for a corpus that must be there. Rejects with AppError `file-not-found` when it is not. */
export function withExistingCorpus<T>(folder: string, keep: boolean, work: (corpus: Corpus) => Promise<T>): Promise<T> {
  return lendCorpus({ folder: resolve(folder), keep, create: false }, work);
}

type CorpusPlace = Pick<SqliteCorpusOptions, 'folder' | 'keep' | 'create'>;

async function lendCorpus<T>(place: CorpusPlace, work: (corpus: Corpus) => Promise<T>): Promise<T> {
  const corpus = await openSqliteCorpus({
    ...place,
    candidates: DETECTION_SETTINGS.candidates,
    fingerprint: DETECTION_SETTINGS.fingerprint,
    contentOf: (text, kinds) => recomputeContent(text, kinds, KEEPING),
    now: () => new Date(),
  });
  try {
    return await work(corpus);
  } finally {
    await corpus.close();
  }
}

/** Reads a file named on the command line, no further than the limit of one file. Rejects with AppError `file-not-found`. */
export async function readNamed(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new AppError('file-not-found', fileNotFound(path), { cause });
  });
  if (!found.isFile()) throw new AppError('argument', `“${path}” là thư mục hoặc thiết bị, không phải tệp. Chọn một tệp.`);
  return readBounded(path, EXTRACT_LIMITS.fileBytes);
}

/** Reads a text file named on the command line, UTF-8. */
export const readNamedText = async (path: string): Promise<string> => new TextDecoder().decode(await readNamed(path));

const STEPS: Readonly<Record<Step, string>> = { read: 'Đọc tệp  ', match: 'Đối chiếu' };

/** A bar on standard error while a terminal looks at it; nothing otherwise. */
export function createProgress(): { progress: Progress; stop: () => void } {
  if (!process.stderr.isTTY) return { progress: () => {}, stop: () => {} };
  const bar = new SingleBar({
    stream: process.stderr,
    format: '{step} {bar} {value}/{total}',
    barsize: 32,
    clearOnComplete: true,
    hideCursor: true,
  });
  let current: Step | null = null;
  return {
    progress: (step, done, total) => {
      if (step !== current) {
        bar.stop();
        bar.start(total, done, { step: STEPS[step] });
        current = step;
      } else bar.update(done);
    },
    stop: () => bar.stop(),
  };
}

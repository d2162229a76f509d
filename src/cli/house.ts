import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import type { Corpus } from '../corpus/corpus.js';
import { acquireLease } from '../corpus/sqlite/lease.js';
import { type DatabaseOptions, requireCorpus } from '../corpus/sqlite/open-database.js';
import { openSqliteCorpus } from '../corpus/sqlite/open-sqlite-corpus.js';
import { createPermutations } from '../fingerprint/minhash.js';
import { AppError } from '../model/errors.js';
import { EXTRACT_LIMITS } from '../model/extraction.js';
import { DETECTION_SETTINGS } from '../model/settings.js';
import { type KeepingContext, recomputeContent } from '../pipeline/essay.js';
import { readBounded } from '../pipeline/intake/read-bounded.js';
import { fileNotFound } from '../pipeline/messages.js';
import type { Progress, Step } from '../pipeline/progress.js';
import { createSandbox, type Sandbox } from '../pipeline/sandbox.js';
import { note } from './output.js';

export const KEEPING: KeepingContext = {
  permutations: createPermutations(DETECTION_SETTINGS.fingerprint.numPerm),
  settings: DETECTION_SETTINGS,
};

/** Each reading process may take 350 MB, so many processors do not mean many processes. */
export const DEFAULT_JOBS = Math.min(8, availableParallelism());

/** Milliseconds that a command waits while another process writes essays. */
const LEASE_WAIT = 30_000;
const HOLDER = 'một lệnh soatbai';

/** Starts a sandbox of `size` children; whoever opens it closes it. */
export function openSandbox(size: number): Sandbox {
  const entry = new URL('../pipeline/extract-child.js', import.meta.url);
  return createSandbox({ entry, size, limits: EXTRACT_LIMITS });
}

/** Lends a sandbox of `size` children to `work` and ends them afterwards, whatever happened. */
export async function withSandbox<T>(size: number, work: (sandbox: Sandbox) => Promise<T>): Promise<T> {
  const sandbox = openSandbox(size);
  try {
    return await work(sandbox);
  } finally {
    await sandbox.close();
  }
}

/** Opens a corpus with the settings in force. Who writes essays holds the writer lease meanwhile, and says so here when that is so from the start. */
export function openCorpus(place: DatabaseOptions): Promise<Corpus> {
  return openSqliteCorpus({
    ...place,
    candidates: DETECTION_SETTINGS.candidates,
    fingerprint: DETECTION_SETTINGS.fingerprint,
    contentOf: (text, kept, layout) => recomputeContent(text, kept, KEEPING, layout),
    now: () => new Date(),
  });
}

/**
 * Lends the corpus in a folder, made if need be, or one in memory for null; without `keep` nothing changes on the disk.
 * With it no other process writes essays meanwhile: waits for one that does, and says so; AppError `corpus-locked` when that takes too long.
 */
export async function withCorpus<T>(folder: string | null, keep: boolean, work: (corpus: Corpus) => Promise<T>): Promise<T> {
  if (folder === null || !keep) return lend({ folder: place(folder), create: true, access: keep ? 'write' : 'dry-run', lease: null }, work);
  return lendForWriting(resolve(folder), work);
}

/** As `withCorpus`, for a corpus that must be there; `read` shows it as it is and changes nothing. Rejects with AppError `file-not-found` when it is not. */
export async function withExistingCorpus<T>(folder: string, access: 'write' | 'read', work: (corpus: Corpus) => Promise<T>): Promise<T> {
  if (access === 'read') return lend({ folder: resolve(folder), create: false, access, lease: null }, work);
  await requireCorpus(resolve(folder));
  return lendForWriting(resolve(folder), work);
}

const place = (folder: string | null): string | null => (folder === null ? null : resolve(folder));

async function lendForWriting<T>(folder: string, work: (corpus: Corpus) => Promise<T>): Promise<T> {
  const onWait = (holder: string) => note(`Kho bài đang do ${holder} sử dụng; đợi tối đa ${LEASE_WAIT / 1_000} giây.`);
  const lease = await acquireLease(folder, 'writer', { holder: HOLDER, waitMs: LEASE_WAIT, onWait });
  try {
    return await lend({ folder, create: true, access: 'write', lease }, work);
  } finally {
    lease.release();
  }
}

async function lend<T>(options: DatabaseOptions, work: (corpus: Corpus) => Promise<T>): Promise<T> {
  const corpus = await openCorpus(options);
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

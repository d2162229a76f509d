import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import type { Corpus } from '../corpus/corpus.js';
import { openSqliteCorpus } from '../corpus/sqlite/open-sqlite-corpus.js';
import { createPermutations } from '../fingerprint/minhash.js';
import { AppError } from '../model/errors.js';
import { EXTRACT_LIMITS } from '../model/extraction.js';
import { DETECTION_SETTINGS } from '../model/settings.js';
import { type KeepingContext, recomputeContent } from '../pipeline/essay.js';
import { fileNotFound } from '../pipeline/messages.js';
import type { Progress, Step } from '../pipeline/progress.js';
import { createSandbox, type Sandbox } from '../pipeline/sandbox.js';

export const KEEPING: KeepingContext = {
  permutations: createPermutations(DETECTION_SETTINGS.fingerprint.numPerm),
  settings: DETECTION_SETTINGS,
};

export const DEFAULT_JOBS = availableParallelism();

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

/** Lends the corpus in a folder, or one in memory for null; without `keep` nothing changes on the disk. */
export async function withCorpus<T>(folder: string | null, keep: boolean, work: (corpus: Corpus) => Promise<T>): Promise<T> {
  const corpus = await openSqliteCorpus({
    folder: folder === null ? null : resolve(folder),
    keep,
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

/** Reads a file named on the command line. Rejects with AppError `file-not-found`. */
export async function readNamed(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new AppError('file-not-found', fileNotFound(path), { cause });
  }
}

/** Writes to a file, its folder made if need be, or to standard output for "-". */
export async function writeOutput(target: string, text: string): Promise<void> {
  if (target === '-') {
    // A pipe takes a long text in parts; ending before it is through would cut it.
    await new Promise<void>((done, fail) => process.stdout.write(text, (error) => (error ? fail(error) : done())));
    return;
  }
  try {
    await mkdir(dirname(resolve(target)), { recursive: true });
    await writeFile(target, text);
  } catch (cause) {
    throw new AppError('argument', `Không ghi được tệp “${target}”. Kiểm tra thư mục và quyền ghi.`, { cause });
  }
}

export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

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

import { fstatSync, readlinkSync } from 'node:fs';
import { access, chmod, constants, mkdir, realpath, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { showPlainly } from '../api/odd-characters.js';
import { AppError } from '../model/errors.js';

/**
 * Targets that can be written, each another file: looked at before the work and not after it, and nothing is made yet.
 * "-" is always good. Throws AppError `argument`.
 */
export async function checkOutputs(targets: readonly string[]): Promise<void> {
  const places = new Map<string, string>();
  for (const target of targets.filter((one) => one !== '-')) {
    const place = await placeOf(target).catch((cause: unknown) => {
      throw cannotWrite(target, cause);
    });
    const other = places.get(place);
    if (other !== undefined) throw new AppError('argument', `“${other}” và “${target}” là cùng một tệp. Chọn hai tên tệp khác nhau.`);
    places.set(place, target);
  }
}

/** A folder that files can be written into, there or yet to be made; nothing is made yet. Throws AppError `argument`. */
export async function checkFolder(folder: string): Promise<void> {
  try {
    const found = await lookAt(folder);
    if (found === null) await placeOf(folder);
    else if (found.isDirectory()) await access(folder, constants.W_OK | constants.X_OK);
    else throw new TypeError('a file');
  } catch (cause) {
    throw new AppError('argument', `Không ghi được vào thư mục “${folder}”. Chọn một thư mục khác, hoặc kiểm tra quyền ghi.`, { cause });
  }
}

/** Writes to a file, its folder made if need be, or to standard output for "-". Essays are for their committee's eyes alone: mode 0600. */
export async function writeOutput(target: string, text: string): Promise<void> {
  if (target === '-') return print(text);
  try {
    await mkdir(dirname(resolve(target)), { recursive: true });
    await writeFile(target, text, { mode: 0o600 });
    await closeToOthers(target);
  } catch (cause) {
    throw cannotWrite(target, cause);
  }
}

/** The mode that a file is made with says nothing of one that was there; a device such as /dev/null keeps its own. */
async function closeToOthers(target: string): Promise<void> {
  if (!(await stat(target)).isFile()) return;
  // Some file systems have no modes, and another user's file keeps what that user chose.
  await chmod(target, 0o600).catch(() => {});
}

/** Where a target really is, whether it is there or not. Rejects when it is a folder, or it or its nearest folder cannot be written. */
async function placeOf(target: string): Promise<string> {
  const found = await lookAt(target);
  if (found?.isDirectory()) throw new TypeError('a folder');
  if (found !== null) {
    await access(target, constants.W_OK);
    return realpath(target);
  }
  const missing = [basename(resolve(target))];
  let folder = dirname(resolve(target));
  for (let there = await lookAt(folder); there?.isDirectory() !== true; there = await lookAt(folder)) {
    if (there !== null) throw new TypeError('a file where a folder is needed');
    missing.unshift(basename(folder));
    folder = dirname(folder);
  }
  await access(folder, constants.W_OK | constants.X_OK);
  return join(await realpath(folder), ...missing);
}

/** null where nothing is. */
async function lookAt(path: string): Promise<Awaited<ReturnType<typeof stat>> | null> {
  return stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  });
}

/**
 * The folder that an output lies in. What standard output goes to is looked up where the system tells (Linux); elsewhere, and for a
 * pipe, it is the folder that the command runs in.
 */
export function folderOfOutput(target: string): string {
  if (target !== '-') return dirname(resolve(target));
  try {
    if (fstatSync(1).isFile()) return dirname(readlinkSync('/proc/self/fd/1'));
  } catch {
    // No such place here.
  }
  return process.cwd();
}

/** Writes to standard output, all of it before this resolves: a pipe takes a long text in parts. Who reads no further (`| head`) is no error. */
export function print(text: string): Promise<void> {
  return new Promise((done, fail) => {
    if (process.stdout.listenerCount('error') === 0) process.stdout.on('error', () => {});
    process.stdout.write(text, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') fail(error);
      else done();
    });
  });
}

/** Writes a line to standard error; what a file name smuggles in is shown, not obeyed. */
export const note = (text: string): void => {
  process.stderr.write(`${showPlainly(text)}\n`);
};

export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

function cannotWrite(target: string, cause: unknown): AppError {
  return new AppError('argument', `Không ghi được tệp “${target}”. Kiểm tra thư mục và quyền ghi.`, { cause });
}

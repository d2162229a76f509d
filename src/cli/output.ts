import { access, constants, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { AppError } from '../model/errors.js';

/** A target that is neither a folder nor out of reach, looked at before the work and not after it. "-" is always good. Throws AppError `argument`. */
export async function checkOutput(target: string): Promise<void> {
  if (target === '-') return;
  try {
    await mkdir(dirname(resolve(target)), { recursive: true });
    await access(dirname(resolve(target)), constants.W_OK);
    const found = await stat(target).catch(() => null);
    if (found?.isDirectory()) throw new TypeError('a folder');
  } catch (cause) {
    throw cannotWrite(target, cause);
  }
}

/** Writes to a file, its folder made if need be, or to standard output for "-". Essays are for their committee's eyes alone: mode 0600. */
export async function writeOutput(target: string, text: string): Promise<void> {
  if (target === '-') return print(text);
  try {
    await mkdir(dirname(resolve(target)), { recursive: true });
    await writeFile(target, text, { mode: 0o600 });
  } catch (cause) {
    throw cannotWrite(target, cause);
  }
}

/** Writes to standard output, all of it before this resolves: a pipe takes a long text in parts. Who reads no further (`| head`) is no error. */
export function print(text: string): Promise<void> {
  return new Promise((done, fail) => {
    process.stdout.once('error', () => {});
    process.stdout.write(text, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') fail(error);
      else done();
    });
  });
}

export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

function cannotWrite(target: string, cause: unknown): AppError {
  return new AppError('argument', `Không ghi được tệp “${target}”. Kiểm tra thư mục và quyền ghi.`, { cause });
}

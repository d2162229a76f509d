import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { z } from 'zod';
import { withCorpus } from '../../src/cli/house.js';
import { toCorpusListJson } from '../../src/report/corpus-list.js';

export const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the program as a script does: nothing is a terminal, and no setting of the caller's is passed on. With `leaveEarly`
 * the reader closes the pipe after the first bytes, as `head` does.
 */
export function run(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  { leaveEarly = false } = {},
): Promise<Outcome> {
  const { SOATBAI_DATA: _, ...inherited } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd, env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    if (leaveEarly) child.stdout.once('data', () => child.stdout.destroy());
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.once('error', reject);
    child.once('close', (status) => {
      resolve({ status, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') });
    });
  });
}

/** Standard output as the JSON that it must be from the first byte to the last, with nothing on standard error. */
export function jsonOf<T>({ status, stdout, stderr }: Outcome, schema: z.ZodType<T>, expectedStatus = 0): T {
  expect(stderr).toBe('');
  expect(status).toBe(expectedStatus);
  return schema.parse(JSON.parse(stdout));
}

export const jsonFile = async <T>(path: string, schema: z.ZodType<T>): Promise<T> => schema.parse(JSON.parse(await readFile(path, 'utf8')));

/** What `corpus list` would show of a corpus in this folder, without the half second that starting a command takes. */
export const listOf = (folder: string) => withCorpus(folder, false, async (corpus) => toCorpusListJson(await corpus.list()));

/** Expects one line on standard error, in Vietnamese and without anything for programmers, and nothing on standard output. */
export function expectRefusal({ status, stdout, stderr }: Outcome, expectedStatus: 1 | 2, named: string): void {
  expect(stderr).toMatch(/^soatbai: [^\n]+\n$/);
  expect(stderr).toMatch(/[ăâđêôơưạảấầẩậắằặẹẻếềểệịỉọỏốồổộớờởợụủứừửựỳỹàáãèéìíòóùúý]/);
  expect(stderr).not.toMatch(/error|ngoài dự kiến|node:|\.js|undefined/i);
  expect(stderr).toContain(named);
  expect(stdout).toBe('');
  expect(status).toBe(expectedStatus);
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type Files, writeFiles } from '../pipeline/inputs.js';

/** Makes folders with files to run commands in, removed after all tests of the file, since those run side by side. */
export function makeHomes(): (files: Files) => Promise<string> {
  const homes: string[] = [];
  afterAll(() => Promise.all(homes.map((home) => rm(home, { recursive: true, force: true }))));
  return async (files) => {
    const home = await mkdtemp(join(tmpdir(), 'soatbai-cli-'));
    homes.push(home);
    return writeFiles(home, files);
  };
}

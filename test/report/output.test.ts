import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkOutputs, writeOutput } from '../../src/cli/output.js';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'soatbai-output-'));
  await writeFile(join(home, 'có sẵn.html'), 'cũ');
});
afterAll(() => rm(home, { recursive: true, force: true }));

const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;
const WINDOWS = process.platform === 'win32';

describe('writeOutput', () => {
  it.skipIf(WINDOWS)('leaves a file to its owner alone, also one that was there', async () => {
    const old = join(home, 'có sẵn.html');
    await chmod(old, 0o644);
    await writeOutput(old, 'mới');
    await writeOutput(join(home, 'thư mục/mới.html'), 'mới');
    expect(await readFile(old, 'utf8')).toBe('mới');
    expect(await modeOf(old)).toBe(0o600);
    expect(await modeOf(join(home, 'thư mục/mới.html'))).toBe(0o600);
  });

  it.skipIf(WINDOWS)('leaves the mode of a device alone', async () => {
    const before = await modeOf('/dev/null');
    await writeOutput('/dev/null', 'x');
    expect(await modeOf('/dev/null')).toBe(before);
  });
});

describe('checkOutputs', () => {
  it('makes nothing, and takes targets in folders that are not there yet', async () => {
    const before = await readdir(home, { recursive: true });
    await checkOutputs([join(home, 'ra/sâu/x.json'), join(home, 'ra/x.html'), '-', '-']);
    expect(await readdir(home, { recursive: true })).toEqual(before);
  });

  it('refuses a folder, a file where a folder is needed, and one file named twice', async () => {
    await symlink(home, join(home, 'lối tắt'));
    for (const targets of [
      [home],
      [join(home, 'có sẵn.html/x.json')],
      [join(home, 'x'), join(home, 'x')],
      [join(home, 'x'), join(home, 'y/../x')],
      [join(home, 'ra/x'), join(home, 'lối tắt/ra/x')],
      [join(home, 'có sẵn.html'), join(home, 'lối tắt/có sẵn.html')],
    ])
      await expect(checkOutputs(targets)).rejects.toMatchObject({ code: 'argument', message: expect.stringMatching(/^[^\n]+$/) });
  });
});

import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { corpusListSchema } from '../../src/api/report.js';
import { madeUpText } from '../support/vietnamese.js';
import { makeHomes } from './homes.js';
import { jsonOf, listOf, MAIN, run } from './run.js';

const COUNT = 120;
const newHome = makeHomes();

it('killed in the midst of its work, a command loses nothing, and the same command finishes it', async () => {
  const essays = Object.fromEntries(Array.from({ length: COUNT }, (_, i) => [`bai/b${i}.txt`, madeUpText(i, 120)]));
  const home = await newHome(essays);
  let kept = 0;
  for (const milliseconds of [700, 1_000, 1_300]) {
    const child = spawn('node', [MAIN, 'corpus', 'add', 'bai', '--data', 'kho', '--jobs', '1'], { cwd: home, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('close', resolve));
    await Promise.race([ended, wait(milliseconds)]);
    child.kill('SIGKILL');
    await ended;
    const listed = await run(home, ['corpus', 'list', '--data', 'kho', '--json', '-']);
    // Killed before there was a corpus at all, there is nothing to list.
    if (listed.status === 2) continue;
    const now = jsonOf(listed, corpusListSchema).length;
    expect(now).toBeGreaterThanOrEqual(kept);
    kept = now;
  }
  expect((await run(home, ['corpus', 'add', 'bai', '--data', 'kho'])).status).toBe(0);
  expect(jsonOf(await run(home, ['corpus', 'list', '--data', 'kho', '--json', '-']), corpusListSchema)).toHaveLength(COUNT);
  expect(await run(home, ['corpus', 'verify', '--data', 'kho'])).toMatchObject({ status: 0, stderr: '' });
});

describe.skipIf(process.platform === 'win32')('killed at a step', () => {
  const DATA = ['--data', 'kho'];
  const killedAt = async (home: string, step: string, args: readonly string[]): Promise<void> => {
    const { status, stderr } = await run(home, args, { SOATBAI_KILL_AT: step });
    expect(status).toBeNull();
    expect(stderr).toContain(step);
  };

  it.each([
    ['originals.written', 0],
    ['essays.row', 2],
  ])('%s, adding has kept %i essays, and the same command finishes it', async (step, kept) => {
    const home = await newHome({ 'bai/a.txt': madeUpText(1, 120), 'bai/b.txt': madeUpText(2, 120) });
    const add = ['corpus', 'add', 'bai', '--jobs', '1', ...DATA];
    await killedAt(home, step, add);
    expect(await listOf(join(home, 'kho'))).toHaveLength(kept);
    expect(await run(home, add)).toMatchObject({ status: 0, stderr: '' });
    expect(await listOf(join(home, 'kho'))).toHaveLength(2);
    expect(await run(home, ['corpus', 'verify', ...DATA])).toMatchObject({ status: 0, stderr: '' });
  });

  it('doomed.removed, removing has removed the essay, and all fits together', async () => {
    const home = await newHome({ 'bai/a.txt': madeUpText(1, 120) });
    await run(home, ['corpus', 'add', 'bai', '--jobs', '1', ...DATA]);
    const [essay] = await listOf(join(home, 'kho'));
    await killedAt(home, 'doomed.removed', ['corpus', 'remove', essay!.id, ...DATA]);
    expect(await listOf(join(home, 'kho'))).toEqual([]);
    expect(await run(home, ['corpus', 'verify', ...DATA])).toMatchObject({ status: 0, stderr: '' });
  });

  it.each(['backup.snapshot', 'backup.written', 'backup.renamed'])(
    '%s, a backup is whole or not there, and the next one is',
    async (step) => {
      const home = await newHome({ 'bai/a.txt': madeUpText(1, 120) });
      await run(home, ['corpus', 'add', 'bai', '--jobs', '1', ...DATA]);
      await killedAt(home, step, ['backup', 'luu/kho.zip', ...DATA]);
      expect((await readdir(join(home, 'luu'))).includes('kho.zip')).toBe(step === 'backup.renamed');
      if (step !== 'backup.renamed') expect(await run(home, ['backup', 'luu/kho.zip', ...DATA])).toMatchObject({ status: 0, stderr: '' });
      expect(await run(home, ['restore', 'luu/kho.zip', '--data', 'moi'])).toMatchObject({ status: 0, stderr: '' });
      expect(await listOf(join(home, 'moi'))).toEqual(await listOf(join(home, 'kho')));
    },
  );
});

import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { corpusListSchema } from '../../src/api/report.js';
import { madeUpText } from '../support/vietnamese.js';
import { useHomes } from './homes.js';
import { jsonOf, MAIN, run } from './run.js';

const COUNT = 120;
const newHome = useHomes();

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

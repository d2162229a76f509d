import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openSqliteRecords } from '../../src/corpus/sqlite/records/open-records.js';
import { makeHomes } from './homes.js';
import { run } from './run.js';

const newHome = makeHomes();

it('audit verify counts the lines of an untouched log, and names the first one that was touched', async () => {
  const home = await newHome({});
  const records = await openSqliteRecords({ folder: join(home, 'kho'), create: true, now: () => new Date('2026-11-25T08:00:00Z') });
  for (const submission of ['e1', 'e2', 'e3', 'e4'])
    await records.log.note([{ actor: 'Mận', kind: 'viewed', submission, details: { what: 'essay' } }]);
  const [last] = await records.log.chained({ after: 3, limit: 1 });
  await records.close();
  const verify = (...more: string[]) => run(home, ['audit', 'verify', '--data', 'kho', ...more]);

  const whole = await verify();
  expect([whole.status, whole.stdout]).toEqual([0, `Nhật ký trong kho nguyên vẹn: 4 dòng, mã dòng cuối ${last?.hash}.\n`]);
  expect((await run(home, ['audit', 'export', '--data', 'kho', '--out', 'nhat-ky.jsonl'])).stdout).toContain('Đã xuất 4 dòng');
  expect((await verify('--file', 'nhat-ky.jsonl')).stdout).toContain(`4 dòng, mã dòng cuối ${last?.hash}.`);

  const lines = (await readFile(join(home, 'nhat-ky.jsonl'), 'utf8')).split('\n');
  await writeFile(join(home, 'sua.jsonl'), lines.map((line, at) => (at === 1 ? line.replace('Mận', 'Bưởi') : line)).join('\n'));
  const changed = await verify('--file', 'sua.jsonl');
  expect([changed.status, changed.stdout]).toEqual([1, expect.stringContaining('dòng 2 không khớp')]);

  const database = new Database(join(home, 'kho', 'corpus.sqlite'));
  database.exec('DELETE FROM event WHERE sequence = 3');
  database.close();
  const removed = await verify();
  expect([removed.status, removed.stdout]).toEqual([1, expect.stringContaining('thiếu dòng ở chỗ dòng 3')]);
});

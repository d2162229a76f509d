import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpusListSchema, reportSchema } from '../../src/api/report.js';
import { acquireLease } from '../../src/corpus/sqlite/lease.js';
import { filesIn } from '../corpus/folders.js';
import { lines } from '../pipeline/inputs.js';
import { madeUpText } from '../support/vietnamese.js';
import { makeHomes } from './homes.js';
import { expectRefusal, jsonFile, jsonOf, listOf, MAIN, run } from './run.js';

const newHome = makeHomes();
const [ONE, TWO, THREE, FOUR] = [1, 2, 3, 4].map((seed) => madeUpText(seed, 250)) as [string, string, string, string];
const DATA = ['--data', 'kho', '--jobs', '1'];
const ASSESS = ['--campaign', 'dot.yaml', '--json', '-', ...DATA];
const PLAIN = lines('name: Đợt 1', 'themes: []');

/** Path of one kept original. */
async function originalIn(folder: string): Promise<string> {
  const entry = (await readdir(join(folder, 'files'), { recursive: true, withFileTypes: true })).find((one) => one.isFile())!;
  return join(entry.parentPath, entry.name);
}

describe.concurrent('assess --data', () => {
  it('keeps a batch once, gives the same report again, and finds it from the next batch', async () => {
    const home = await newHome({
      'dot.yaml': PLAIN,
      'lo1/a.txt': ONE,
      'lo1/b.txt': `${ONE} ${TWO}`,
      'lo1/hong.pdf': '',
      'lo2/c.txt': `${TWO} ${THREE}`,
    });
    const first = jsonOf(await run(home, ['assess', 'lo1', ...ASSESS]), reportSchema);
    expect(first.submissions.map(({ proposal }) => proposal)).toEqual(['rewrite', 'rewrite', 'review']);
    const kept = jsonOf(await run(home, ['corpus', 'list', '--json', '--data', 'kho']), corpusListSchema);
    expect(kept.map(({ id, file, campaign, syllables }) => ({ id, file, campaign, syllables }))).toEqual(
      first.submissions.map(({ id, file, syllables }) => ({ id, file, campaign: 'Đợt 1', syllables })),
    );

    expect(jsonOf(await run(home, ['assess', 'lo1', ...ASSESS]), reportSchema)).toEqual(first);
    expect(await listOf(join(home, 'kho'))).toEqual(kept);

    const before = await filesIn(join(home, 'kho'));
    const dry = jsonOf(await run(home, ['assess', 'lo2', ...ASSESS, '--dry-run']), reportSchema);
    expect(await filesIn(join(home, 'kho'))).toEqual(before);

    const second = jsonOf(await run(home, ['assess', 'lo2', ...ASSESS]), reportSchema);
    expect(second).toEqual(dry);
    expect(second.submissions[0]?.matches).toMatchObject([{ id: first.submissions[1]!.id, file: 'lo1/b.txt', kind: 'submission' }]);
    expect((await listOf(join(home, 'kho'))).map(({ file }) => file)).toEqual(['lo1/a.txt', 'lo1/b.txt', 'lo1/hong.pdf', 'lo2/c.txt']);
  });

  it('with --dry-run makes no folder', async () => {
    const home = await newHome({ 'dot.yaml': PLAIN, 'a.txt': ONE });
    expect((await run(home, ['assess', 'a.txt', ...ASSESS, '--dry-run'])).status).toBe(0);
    expect((await readdir(home)).sort()).toEqual(['a.txt', 'dot.yaml']);
  });
});

describe.concurrent('corpus', () => {
  it('add keeps essays with their members and no campaign, which later batches meet', async () => {
    const home = await newHome({
      'dot.yaml': PLAIN,
      'cu/a.txt': ONE,
      'cu/rong.txt': '',
      'ds.csv': lines('file,member,unit', 'a.txt,000123,Trạm y tế', 'rong.txt,000124,Thôn Ba'),
      'moi.txt': ONE,
    });
    const added = await run(home, ['corpus', 'add', 'cu', '--roster', 'ds.csv', ...DATA]);
    expect(added.status).toBe(0);
    expect(added.stderr).toMatch(/^[^\n]*“cu\/rong\.txt”[^\n]*\n$/);
    expect(await listOf(join(home, 'kho'))).toMatchObject([
      { file: 'cu/a.txt', member: '000123', unit: 'Trạm y tế', campaign: null, syllables: 250 },
      { file: 'cu/rong.txt', member: '000124', unit: 'Thôn Ba', campaign: null, syllables: null },
    ]);
    const { submissions } = jsonOf(await run(home, ['assess', 'moi.txt', ...ASSESS]), reportSchema);
    expect(submissions).toMatchObject([{ proposal: 'rewrite', matches: [{ file: 'cu/a.txt', kind: 'submission' }] }]);
  });

  it('add of nothing readable ends with 1 and names what was wrong', async () => {
    const home = await newHome({ 'hong.zip': 'PK\u0003\u0004 không phải ZIP' });
    expect(await run(home, ['corpus', 'add', 'hong.zip', ...DATA])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('hong.zip'),
    });
  });

  it('list, verify and remove look after what was kept', async () => {
    const home = await newHome({ 'cu/a.txt': ONE, 'cu/b.txt': TWO });
    const kept = () => listOf(join(home, 'kho'));
    expect(await run(home, ['corpus', 'add', 'cu', ...DATA])).toMatchObject({ status: 0, stderr: '' });

    const [first, second] = await kept();
    const toFile = await run(home, ['corpus', 'list', '--data', 'kho', '--json', 'ds.json']);
    expect(toFile).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await jsonFile(join(home, 'ds.json'), corpusListSchema)).toEqual([first, second]);
    const shown = await run(home, ['corpus', 'list', '--data', 'kho']);
    expect(shown.stdout.replaceAll('\n', ' ')).toMatch(/cu\/a\.txt.*cu\/b\.txt.*2 bài/);
    expect(await run(home, ['corpus', 'verify', '--data', 'kho'])).toMatchObject({ status: 0, stderr: '' });

    expectRefusal(await run(home, ['corpus', 'remove', first!.id, 'khong-co', '--data', 'kho']), 2, '“khong-co”');
    expect(await kept()).toEqual([first, second]);
    expect(await run(home, ['corpus', 'remove', first!.id, '--data', 'kho'])).toMatchObject({ status: 0, stderr: '' });
    expect(await kept()).toEqual([second]);

    const path = await originalIn(join(home, 'kho'));
    const bytes = await readFile(path);
    bytes[bytes.length >> 1]! ^= 1;
    await writeFile(path, bytes);
    const damaged = await run(home, ['corpus', 'verify', '--data', 'kho']);
    expect(damaged).toMatchObject({ status: 1, stdout: expect.stringContaining(second!.id) });
  });
});

describe.concurrent('a corpus in use', () => {
  it('is waited for, which is said once, but not by a dry run, a list or a backup', async () => {
    const home = await newHome({ 'dot.yaml': PLAIN, 'a.txt': ONE, 'b.txt': TWO });
    const folder = join(home, 'kho');
    expect(await run(home, ['corpus', 'add', 'a.txt', ...DATA])).toMatchObject({ status: 0, stderr: '' });
    const lease = await acquireLease(folder, 'writer', { holder: 'máy chủ soatbai', waitMs: 0 });
    for (const args of [
      ['assess', 'b.txt', ...ASSESS, '--dry-run'],
      ['corpus', 'list', '--data', 'kho'],
      ['corpus', 'verify', '--data', 'kho'],
      ['backup', 'kho.zip', '--data', 'kho'],
    ]) {
      expect(await run(home, args)).toMatchObject({ status: 0, stderr: '' });
    }
    const adding = spawn(process.execPath, [MAIN, 'corpus', 'add', 'b.txt', ...DATA], { cwd: home, stdio: ['ignore', 'ignore', 'pipe'] });
    const told: string[] = [];
    adding.stderr.on('data', (chunk: Buffer) => told.push(chunk.toString('utf8')));
    const ended = once(adding, 'close');
    await once(adding.stderr, 'data');
    expect(await listOf(folder)).toHaveLength(1);
    lease.release();
    expect(await ended).toEqual([0, null]);
    expect(told.join('')).toMatch(/^[^\n]*máy chủ soatbai[^\n]*\n$/);
    expect(await listOf(folder)).toHaveLength(2);
  });
});

describe.concurrent('backup and restore', () => {
  it('bring a corpus to another folder, with one line each, and refuse what they must', async () => {
    const home = await newHome({ 'cu/a.txt': ONE, 'cu/b.txt': TWO, 'hong.zip': 'không phải ZIP' });
    expect(await run(home, ['corpus', 'add', 'cu', ...DATA])).toMatchObject({ status: 0, stderr: '' });
    const saved = await run(home, ['backup', 'luu/kho.zip', '--data', 'kho']);
    expect(saved).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/^[^\n]*luu\/kho\.zip: 2 bài, 2 tệp gốc, 0,\d MB\.\n$/),
    });
    const restored = await run(home, ['restore', 'luu/kho.zip', '--data', 'moi']);
    expect(restored).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^[^\n]*moi: 2 bài, 2 tệp gốc, 0,\d MB\.\n$/) });
    expect(await listOf(join(home, 'moi'))).toEqual(await listOf(join(home, 'kho')));
    expect(await run(home, ['corpus', 'verify', '--data', 'moi'])).toMatchObject({ status: 0, stderr: '' });

    expectRefusal(await run(home, ['restore', 'luu/kho.zip', '--data', 'moi']), 2, 'moi');
    expectRefusal(await run(home, ['restore', 'khong-co.zip', '--data', 'khac']), 2, 'khong-co.zip');
    expectRefusal(await run(home, ['restore', 'hong.zip', '--data', 'khac']), 1, 'hong.zip');
    expectRefusal(await run(home, ['backup', 'a.zip', '--data', 'khong-co']), 2, 'khong-co');
    expect((await readdir(home)).sort()).toEqual(['cu', 'hong.zip', 'kho', 'luu', 'moi']);
  });
});

describe.concurrent('the corpus of a command without --data', () => {
  const names = async (home: string): Promise<string[]> => (await readdir(home)).sort();

  it('is the folder named by SOATBAI_DATA, else ./data', async () => {
    const home = await newHome({ 'a.txt': THREE });
    const named = join(home, 'kho riêng');
    expect(await run(home, ['corpus', 'add', 'a.txt', '--jobs', '1'], { SOATBAI_DATA: named })).toMatchObject({ status: 0 });
    expect(await names(home)).toEqual(['a.txt', 'kho riêng']);
    expect(await listOf(named)).toHaveLength(1);
    expect(await run(home, ['corpus', 'add', 'a.txt', '--jobs', '1'])).toMatchObject({ status: 0 });
    expect(await names(home)).toEqual(['a.txt', 'data', 'kho riêng']);
  });

  // docker compose and systemd pass a variable that nobody set as an empty one.
  it('is ./data when SOATBAI_DATA is empty, never the folder one happens to be in', async () => {
    const home = await newHome({ 'a.txt': FOUR });
    await run(home, ['corpus', 'add', 'a.txt', '--jobs', '1'], { SOATBAI_DATA: '' });
    expect(await names(home)).toEqual(['a.txt', 'data']);
    await expect(access(join(home, 'corpus.sqlite'))).rejects.toThrow();
  });

  it('is not the folder one happens to be in when --data is empty', async () => {
    const home = await newHome({ 'dot.yaml': PLAIN, 'a.txt': FOUR });
    expectRefusal(await run(home, ['assess', 'a.txt', '--campaign', 'dot.yaml', '--data', '', '--jobs', '1']), 2, '--data');
    expect(await names(home)).toEqual(['a.txt', 'dot.yaml']);
  });
});

import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { openCorpus as openReal } from '../../src/cli/house.js';
import { writeBackup } from '../../src/corpus/sqlite/backup.js';
import { restoreBackup } from '../../src/corpus/sqlite/restore.js';
import { type Step, watchSteps } from '../../src/model/steps.js';
import { essayOf, syllables, unreadableEssay } from './essays.js';
import { filesIn, newFolder, openCorpus } from './folders.js';
import { startProcess } from './processes.js';

const NOW = new Date('2026-11-25T08:00:00Z');
const WRITER = { post: 'Kế toán', place: 'Hợp tác xã Lúa Vàng' };
const essays = [{ ...essayOf('a', syllables(1, 80)), ...WRITER }, essayOf('b', syllables(2, 80)), unreadableEssay('c')];

/** A folder for backups, removed after the test. */
async function newPlace(): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'soatbai-backup-'));
  onTestFinished(() => rm(place, { recursive: true, force: true }));
  return place;
}

async function filledFolder(): Promise<string> {
  const folder = await newFolder();
  const corpus = await openCorpus(folder);
  await corpus.append(essays);
  await corpus.close();
  return folder;
}

async function entriesOf(file: string): Promise<Map<string, Buffer>> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
  const entries = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) chunks.push(chunk);
    entries.set(entry.fileName, Buffer.concat(chunks));
  }
  zip.close();
  return entries;
}

async function writeZip(file: string, entries: ReadonlyMap<string, Buffer>): Promise<void> {
  const zip = new ZipFile();
  for (const [name, bytes] of entries) zip.addBuffer(bytes, name);
  zip.end();
  await writeFile(file, zip.outputStream);
}

describe('a backup', () => {
  it('is one file for its owner only, holds all that counts and brings it back', async () => {
    const folder = await filledFolder();
    const place = await newPlace();
    const file = join(place, 'sao lưu', 'kho.zip');
    const steps: Step[] = [];
    watchSteps((step) => steps.push(step));
    onTestFinished(() => watchSteps(null));
    const saved = await writeBackup(folder, file, NOW);
    expect(steps).toEqual(['backup.snapshot', 'backup.written', 'backup.renamed']);
    expect(saved).toEqual({ essays: 3, files: 3, bytes: (await stat(file)).size });
    expect(await readdir(dirname(file))).toEqual(['kho.zip']);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    const originals = essays.map(({ sha256 }) => `files/${sha256.slice(0, 2)}/${sha256}`).sort();
    expect([...(await entriesOf(file)).keys()]).toEqual(['manifest.json', 'corpus.sqlite', ...originals]);

    const restored = join(place, 'kho mới');
    expect(await restoreBackup(file, restored, NOW)).toEqual(saved);
    const [before, after] = [await openCorpus(folder, { access: 'read' }), await openCorpus(restored)];
    expect(await after.list()).toEqual(await before.list());
    expect((await after.list())[0]).toMatchObject(WRITER);
    expect(await after.verify()).toEqual([]);
    await after.append([essayOf('d', syllables(4, 40))]);
    for (const corpus of [before, after]) await corpus.close();
    expect((await readdir(place)).sort()).toEqual(['kho mới', 'sao lưu']);
    if (process.platform === 'win32') return;
    expect((await stat(restored)).mode & 0o777).toBe(0o700);
    for (const path of (await filesIn(restored)).keys()) expect((await stat(join(restored, path))).mode & 0o777, path).toBe(0o600);
  });

  it('lets nobody go on with a session, and says in the log when it was brought back', async () => {
    const folder = await filledFolder();
    const edit = new Database(join(folder, 'corpus.sqlite'));
    edit.prepare('INSERT INTO session (key, data, expires_at) VALUES (?, ?, ?)').run('khóa-phiên-bí-mật', '{}', '2030-01-01T00:00:00Z');
    edit.close();
    const file = join(await newPlace(), 'kho.zip');
    await writeBackup(folder, file, NOW);
    expect((await entriesOf(file)).get('corpus.sqlite')!.includes('khóa-phiên-bí-mật')).toBe(false);
    const restored = await newFolder();
    await restoreBackup(file, restored, NOW);
    const look = new Database(join(restored, 'corpus.sqlite'), { readonly: true });
    expect(look.prepare('SELECT actor, kind FROM event').all()).toEqual([{ actor: 'soatbai', kind: 'restored' }]);
    look.close();
  });

  it('can be made over and over while another process writes and removes, each one whole', async () => {
    const folder = await newFolder();
    const writer = startProcess(
      `const corpus = await open('write');
       for (let at = 0; ; at++) {
         const kept = await corpus.append(Array.from({ length: 5 }, (_, of) => essayOf('m' + of, 'bài số ' + at + ' của người ' + of)));
         if (at % 2 === 1) await corpus.remove(kept.slice(1).map(({ id }) => id));
         console.log(at);
       }`,
      [folder],
    );
    for (let at = 0; at < 5; at++) await writer.line();
    const place = await newPlace();
    const counts: number[] = [];
    for (let time = 0; time < 4; time++) {
      const file = join(place, `${time}.zip`);
      counts.push((await writeBackup(folder, file, NOW)).essays);
      const restored = join(place, `kho ${time}`);
      await restoreBackup(file, restored, NOW);
      const corpus = await openReal({ folder: restored, create: false, access: 'read', lease: null });
      expect(await corpus.list()).toHaveLength(counts.at(-1)!);
      expect(await corpus.verify()).toEqual([]);
      await corpus.close();
    }
    writer.child.kill('SIGKILL');
    await writer.ended;
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts.at(-1)).toBeGreaterThan(counts[0]!);
  });

  it('is refused while an original is lost or changed, and an older one stays as it is', async () => {
    const folder = await filledFolder();
    const file = join(await newPlace(), 'kho.zip');
    await writeBackup(folder, file, NOW);
    const before = await readFile(file);
    const { sha256 } = essays[1]!;
    const path = join(folder, 'files', sha256.slice(0, 2), sha256);
    for (const spoil of [() => writeFile(path, 'khác'), () => rm(path)]) {
      await spoil();
      await expect(writeBackup(folder, file, NOW)).rejects.toMatchObject({
        code: 'corpus-damaged',
        message: expect.stringContaining(sha256),
      });
      expect(await readFile(file)).toEqual(before);
      expect(await readdir(dirname(file))).toEqual(['kho.zip']);
    }
  });

  it('needs a corpus, and a place where it can be written', async () => {
    const place = await newPlace();
    await expect(writeBackup(join(place, 'không có'), join(place, 'a.zip'), NOW)).rejects.toMatchObject({ code: 'file-not-found' });
    expect(await readdir(place)).toEqual([]);
    await writeFile(join(place, 'tệp'), '');
    const target = join(place, 'tệp', 'a.zip');
    const refusal = { code: 'argument', message: expect.stringContaining(target) };
    await expect(writeBackup(await filledFolder(), target, NOW)).rejects.toMatchObject(refusal);
  });
});

describe('restoring', () => {
  it('fills an empty folder, and leaves one alone that has something in it', async () => {
    const file = join(await newPlace(), 'kho.zip');
    await writeBackup(await filledFolder(), file, NOW);
    const empty = await newFolder();
    await mkdir(empty);
    await restoreBackup(file, empty, NOW);
    const corpus = await openCorpus(empty, { access: 'read' });
    expect(await corpus.verify()).toEqual([]);
    await corpus.close();
    const before = await filesIn(empty);
    const refusal = { code: 'argument', message: expect.stringContaining(empty) };
    await expect(restoreBackup(file, empty, NOW)).rejects.toMatchObject(refusal);
    expect(await filesIn(empty)).toEqual(before);
    await expect(restoreBackup(`${file}x`, await newFolder(), NOW)).rejects.toMatchObject({ code: 'file-not-found' });
  });

  const spoils: readonly (readonly [string, (entries: Map<string, Buffer>) => void])[] = [
    ['an original was changed', (entries) => void [...entries.entries()].at(-1)![1].writeUInt8(0x7a, 0)],
    ['an original is missing', (entries) => void entries.delete([...entries.keys()].at(-1)!)],
    ['the database was changed', (entries) => void entries.get('corpus.sqlite')!.writeUInt8(0x7a, 5_000)],
    ['it has no database', (entries) => void entries.delete('corpus.sqlite')],
    ['it has no manifest', (entries) => void entries.delete('manifest.json')],
    ['its manifest is none', (entries) => void entries.set('manifest.json', Buffer.from('{"version":1}'))],
    [
      'a name points elsewhere',
      (entries) => {
        const manifest = JSON.parse(entries.get('manifest.json')!.toString()) as { parts: { name: string }[] };
        const part = manifest.parts[1]!;
        entries.set('files/xx/khac', entries.get(part.name)!);
        part.name = 'files/xx/khac';
        entries.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
      },
    ],
  ];

  it.each(spoils)('is refused because %s, and nothing is left', async (_, spoil) => {
    const place = await newPlace();
    const file = join(place, 'kho.zip');
    await writeBackup(await filledFolder(), file, NOW);
    const entries = await entriesOf(file);
    spoil(entries);
    await writeZip(file, entries);
    const refusal = { code: 'backup-file', message: expect.stringContaining(file) };
    await expect(restoreBackup(file, join(place, 'kho'), NOW)).rejects.toMatchObject(refusal);
    expect(await readdir(place)).toEqual(['kho.zip']);
  });

  it('is refused for what is no backup or was cut short, and nothing is left', async () => {
    const place = await newPlace();
    const file = join(place, 'kho.zip');
    await writeBackup(await filledFolder(), file, NOW);
    const whole = await readFile(file);
    const cases = [Buffer.alloc(0), Buffer.from('không phải ZIP'), whole.subarray(0, whole.length / 2), whole.subarray(0, -10)];
    const flipped = Buffer.from(whole);
    flipped[Math.floor(whole.length / 3)]! ^= 1;
    await copyFile('fixtures/van-trach/bai-nop.zip', join(place, 'lô bài.zip'));
    for (const bytes of [...cases, flipped, await readFile(join(place, 'lô bài.zip'))]) {
      await writeFile(file, bytes);
      await expect(restoreBackup(file, join(place, 'kho'), NOW)).rejects.toMatchObject({ code: 'backup-file' });
      expect((await readdir(place)).sort()).toEqual(['kho.zip', 'lô bài.zip']);
    }
  });
});

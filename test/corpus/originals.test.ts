import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Connection } from '../../src/corpus/sqlite/connection.js';
import { claimOriginal, clearDoomed, forgetOriginals } from '../../src/corpus/sqlite/needed-originals.js';
import { openDatabase } from '../../src/corpus/sqlite/open-database.js';
import { FolderOriginals } from '../../src/corpus/sqlite/original-files.js';
import { type Step, watchSteps } from '../../src/model/steps.js';
import { essayOf, syllables } from './essays.js';
import { filesIn, newFolder, openCorpus } from './folders.js';

const LIMIT = 1_000_000;
const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');
const streamOf = (...parts: readonly string[]): Readable => Readable.from(parts.map((part) => Buffer.from(part)));

async function newStore(): Promise<{ folder: string; originals: FolderOriginals; connection: Connection }> {
  const folder = await newFolder();
  const { connection } = await openDatabase({ folder, create: true, access: 'write', lease: null });
  onTestFinished(() => connection.close());
  return { folder, originals: new FolderOriginals(folder), connection };
}

const filesOf = async (folder: string) =>
  (await readdir(join(folder, 'files'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

describe('receiving a file', () => {
  it('stores it under its content, for the owner only, and tells each step once it is done', async () => {
    const { folder, originals } = await newStore();
    const steps: (readonly [Step, boolean])[] = [];
    const path = originals.pathOf(sha256Of('bài của tôi'));
    const isThere = () =>
      stat(path).then(
        () => true,
        () => false,
      );
    const looks: Promise<unknown>[] = [];
    watchSteps((step) => looks.push(isThere().then((there) => steps.push([step, there]))));
    onTestFinished(() => watchSteps(null));
    const stored = await originals.receive(streamOf('bài ', 'của tôi'), LIMIT);
    await Promise.all(looks);
    expect(stored).toEqual({ sha256: sha256Of('bài của tôi'), bytes: Buffer.byteLength('bài của tôi') });
    expect(steps.map(([step]) => step)).toEqual(['upload.written', 'upload.synced', 'upload.renamed', 'upload.folder-synced']);
    expect(steps.at(-1)).toEqual(['upload.folder-synced', true]);
    expect(await readFile(path, 'utf8')).toBe('bài của tôi');
    expect(await filesOf(folder)).toHaveLength(1);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing of one that is too large or breaks off', async () => {
    const { folder, originals } = await newStore();
    await expect(originals.receive(streamOf('x'.repeat(800), 'x'.repeat(800)), 1_000)).rejects.toMatchObject({ code: 'file-too-large' });
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('nửa đầu');
        throw new Error('the line went dead');
      })(),
    );
    await expect(originals.receive(broken, LIMIT)).rejects.toThrow('the line went dead');
    expect(await filesOf(folder)).toEqual([]);
  });

  it('stores the same content once, however many send it at the same time, and heals one that was damaged', async () => {
    const { folder, originals } = await newStore();
    const received = await Promise.all(Array.from({ length: 12 }, () => originals.receive(streamOf('cùng một bài'), LIMIT)));
    expect(new Set(received.map(({ sha256 }) => sha256))).toEqual(new Set([sha256Of('cùng một bài')]));
    expect(await filesOf(folder)).toHaveLength(1);
    const path = originals.pathOf(sha256Of('cùng một bài'));
    await writeFile(path, 'hỏng');
    await originals.receive(streamOf('cùng một bài'), LIMIT);
    expect(await readFile(path, 'utf8')).toBe('cùng một bài');
  });

  it('is no trouble to a corpus: what was received is not written again, and what nobody named is told', async () => {
    const { folder, originals } = await newStore();
    const essay = essayOf('a', syllables(1, 40));
    const stored = await originals.receive(streamOf(essay.extraction.text), LIMIT);
    expect(stored.sha256).toBe(essay.sha256);
    const before = await stat(originals.pathOf(essay.sha256));
    const corpus = await openCorpus(folder);
    expect(await corpus.verify()).toMatchObject([{ submissionId: null, text: expect.stringContaining(essay.sha256) }]);
    await corpus.append([essay]);
    expect(await corpus.verify()).toEqual([]);
    expect((await stat(originals.pathOf(essay.sha256))).ino).toBe(before.ino);
    await corpus.close();
  });
});

describe('an original that nothing needs any more', () => {
  it('goes with its file, in two steps of which the second is made up for by the next writer', async () => {
    const { folder, originals, connection } = await newStore();
    const corpus = await openCorpus(folder);
    const stored = await originals.receive(streamOf('gói bài.zip'), LIMIT);
    await connection.atomically((tables) => claimOriginal(tables, originals, stored));
    expect(await corpus.verify()).toEqual([]);
    expect(await connection.atomically((tables) => forgetOriginals(tables))).toEqual([stored.sha256]);
    // As if the process had died here.
    expect(await originals.has(stored.sha256)).toBe(true);
    expect(await corpus.verify()).toEqual([]);
    await corpus.close();
    const next = await openCorpus(folder);
    expect(await originals.has(stored.sha256)).toBe(false);
    expect(await next.verify()).toEqual([]);
    expect(await connection.kysely.selectFrom('doomed').selectAll().execute()).toEqual([]);
    await next.close();
  });

  it('stays when it is handed in again before its file is removed', async () => {
    const { originals, connection } = await newStore();
    const stored = await originals.receive(streamOf('bài'), LIMIT);
    await connection.atomically((tables) => claimOriginal(tables, originals, stored));
    await connection.atomically((tables) => forgetOriginals(tables));
    await originals.receive(streamOf('bài'), LIMIT);
    await connection.atomically((tables) => claimOriginal(tables, originals, stored));
    await clearDoomed(connection, originals);
    expect(await originals.stateOf(stored.sha256)).toBe('ok');
  });

  it('must be sent again when its file was removed between its receipt and the row that names it', async () => {
    const { originals, connection } = await newStore();
    const stored = await originals.receive(streamOf('bài'), LIMIT);
    await originals.discard([stored.sha256]);
    const claim = connection.atomically((tables) => claimOriginal(tables, originals, stored));
    await expect(claim).rejects.toMatchObject({ code: 'corpus-locked', message: expect.stringContaining('gửi lại') });
    expect(await connection.kysely.selectFrom('original').selectAll().execute()).toEqual([]);
  });

  it('stays as long as a campaign or a batch that is not through needs it', async () => {
    const { folder, originals, connection } = await newStore();
    const [document, pending, done] = [
      await originals.receive(streamOf('nghị quyết'), LIMIT),
      await originals.receive(streamOf('bài đang chờ'), LIMIT),
      await originals.receive(streamOf('gói đã xong'), LIMIT),
    ];
    await connection.atomically(async (tables) => {
      for (const original of [document, pending, done]) await claimOriginal(tables, originals, original);
      const at = '2026-11-25T08:00:00Z';
      await tables.insertInto('campaign').values({ unit: 'goc', id: 'c', name: 'Đợt', version: 1, created_at: at }).execute();
      await tables.insertInto('document').values({ sha256: document.sha256, file: 'nq.docx', text: 'nghị quyết', traces: '[]' }).execute();
      for (const [number, state, { sha256, bytes }] of [
        [1, 'queued', pending],
        [2, 'done', done],
      ] as const) {
        const batch = {
          unit: 'goc',
          id: `b${number}`,
          campaign: 'c',
          number,
          key: `k${number}`,
          state,
          created_at: at,
          roster: null,
          last_upload: 1,
        };
        await tables.insertInto('batch').values(batch).execute();
        await tables
          .insertInto('upload')
          .values({ batch: batch.id, number: 1, file: `tệp ${number}.zip`, sha256, bytes })
          .execute();
      }
    });
    expect(await connection.atomically((tables) => forgetOriginals(tables))).toEqual([done.sha256]);
    await clearDoomed(connection, originals);
    const corpus = await openCorpus(folder, { access: 'read' });
    expect(await corpus.verify()).toEqual([]);
    await originals.discard([document.sha256, pending.sha256]);
    expect((await corpus.verify()).map(({ text }) => text)).toEqual([
      expect.stringMatching(/nq\.docx.*mất tệp gốc/),
      expect.stringMatching(/tệp 1\.zip.*mất tệp gốc/),
    ]);
    await corpus.close();
  });
});

it('an essay whose file another essay, campaign or upload shares leaves the file to them', async () => {
  const { folder, originals, connection } = await newStore();
  const words = syllables(1, 40);
  const corpus = await openCorpus(folder);
  const [first, second] = await corpus.append([essayOf('a', words), essayOf('b', words)]);
  await corpus.remove([first!.id]);
  expect(await originals.stateOf(second!.sha256)).toBe('ok');
  await connection.atomically((tables) =>
    tables.insertInto('document').values({ sha256: second!.sha256, file: 'mẫu.docx', text: '', traces: '[]' }).execute(),
  );
  await corpus.remove([second!.id]);
  expect(await originals.stateOf(second!.sha256)).toBe('ok');
  expect(await corpus.verify()).toEqual([]);
  await corpus.close();
  expect([...(await filesIn(folder)).keys()]).toContain(join('files', second!.sha256.slice(0, 2), second!.sha256));
});

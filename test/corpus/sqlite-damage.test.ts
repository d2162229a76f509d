import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Corpus, NewEssay } from '../../src/corpus/corpus.js';
import { acquireLease } from '../../src/corpus/sqlite/lease.js';
import { submissionId } from '../../src/corpus/submission-id.js';
import { NO_METADATA } from '../../src/model/extraction.js';
import { essayOf, queryFor, syllables, unreadableEssay, unreadOf } from './essays.js';
import { filesIn, newFolder, openCorpus } from './folders.js';

const first = essayOf('a', syllables(1, 80), { file: 'bài đầu.docx' });
const second = essayOf('b', [...syllables(1, 40), ...syllables(2, 60)], { file: 'bài sau.docx' });
const third = unreadableEssay('c', { file: 'bản chụp.pdf' });

const pathOf = (folder: string, { sha256 }: NewEssay) => join(folder, 'files', sha256.slice(0, 2), sha256);
const databaseOf = (folder: string) => join(folder, 'corpus.sqlite');

/** A closed corpus with three essays. */
async function closedCorpus(): Promise<string> {
  const folder = await newFolder();
  const corpus = await openCorpus(folder);
  await corpus.append([first, second, third]);
  expect(await corpus.verify()).toEqual([]);
  await corpus.close();
  return folder;
}

function edit(folder: string, change: (database: Database.Database) => void): void {
  const database = new Database(databaseOf(folder));
  change(database);
  database.close();
}

/** `verify` must name these essays, each with file and id, and nothing else. */
async function expectNamed(corpus: Corpus, essays: readonly NewEssay[], words: string): Promise<void> {
  const damages = await corpus.verify();
  expect(damages.map(({ submissionId: id }) => id)).toEqual(essays.map(submissionId));
  for (const [at, { text }] of damages.entries()) {
    expect(text).toContain(essays[at]!.file);
    expect(text).toContain(submissionId(essays[at]!));
    expect(text).toContain(words);
  }
}

/** Following the advice that `verify` gives must lead to a corpus that is whole. */
async function expectHealed(corpus: Corpus, essay: NewEssay): Promise<void> {
  await corpus.remove([submissionId(essay)]);
  await corpus.append([essay]);
  expect(await corpus.verify()).toEqual([]);
  expect((await corpus.candidates([queryFor(first)]))[0]!.candidates).toMatchObject([{ submissionId: submissionId(second) }]);
}

describe('a damaged essay', () => {
  it('is named when traces of its file are gone that its facts tell of', async () => {
    const folder = await newFolder();
    const corpus = await openCorpus(folder);
    const traced = { ...second, extraction: { ...second.extraction, metadata: { ...NO_METADATA, identifiers: ['{AB12}'] } } };
    await corpus.append([first, traced]);
    expect(await corpus.verify()).toEqual([]);
    edit(folder, (database) => database.exec('DELETE FROM trace'));
    await expectNamed(corpus, [second], 'dấu vết');
    await expectHealed(corpus, traced);
    await corpus.close();
  });

  it.each([
    ['is found again', 'essay_index', 'data'],
    ['is compared', 'essay_blob', 'bytes'],
  ] as const)('is named when a byte was flipped of that by which it %s, and no answer is given without it', async (_, table, column) => {
    const folder = await closedCorpus();
    edit(folder, (database) => {
      const bytes = database.prepare<[], Buffer>(`SELECT ${column} FROM ${table} WHERE submission = 2`).pluck().get()!;
      bytes[100]! ^= 1;
      database.prepare(`UPDATE ${table} SET ${column} = ? WHERE submission = 2`).run(bytes);
    });
    const corpus = await openCorpus(folder);
    await expectNamed(corpus, [second], 'bị hỏng');
    const refusal = { code: 'corpus-damaged', message: expect.stringContaining(second.file) };
    if (table === 'essay_index') await expect(corpus.candidates([queryFor(first)])).rejects.toMatchObject(refusal);
    else await expect(corpus.sequences([submissionId(second)])).rejects.toMatchObject(refusal);
    expect((await corpus.sequences([submissionId(first)])).size).toBe(1);
    expect(await corpus.list()).toHaveLength(3);
    await expectHealed(corpus, second);
    await corpus.close();
  });

  it.each([
    ['places', '?'],
    ['places', '{"asides":[],"recognised":[]}'],
    ['places', '{"asides":[{"start":1}],"recognised":[],"fontRuns":[]}'],
    ['hidden', '{}'],
    ['furniture', '[1]'],
  ])('is named when its %s are %s, whether it could be read or not', async (column, value) => {
    const folder = await closedCorpus();
    edit(folder, (database) => database.prepare(`UPDATE text SET ${column} = ? WHERE submission >= 2`).run(value));
    const corpus = await openCorpus(folder);
    const damages = (await corpus.verify()).filter(({ text }) => text.includes('danh sách chữ ẩn'));
    expect(damages).toHaveLength(2);
    await corpus.close();
  });

  it('is named when its blob, its index or its text is gone', async () => {
    const folder = await closedCorpus();
    const fourth = essayOf('d', syllables(4, 80), { file: 'bài cuối.docx' });
    const before = await openCorpus(folder);
    await before.append([fourth]);
    await before.close();
    edit(folder, (database) => {
      database.exec('DELETE FROM essay_blob WHERE submission = 1; DELETE FROM text WHERE submission = 2');
    });
    const corpus = await openCorpus(folder);
    // Only now: opening makes an index that is missing.
    edit(folder, (database) => database.exec('DELETE FROM essay_index WHERE submission = 4'));
    await expectNamed(corpus, [first, second, fourth], 'mất');
    await expect(corpus.candidates([queryFor(first)])).rejects.toMatchObject({ code: 'corpus-damaged' });
    await corpus.append([fourth]);
    await corpus.remove([submissionId(first)]);
    await corpus.append([first]);
    await expectHealed(corpus, second);
    await corpus.close();
  });

  it('is whole again once it is handed in again, unless it cannot be read just then', async () => {
    const folder = await closedCorpus();
    edit(folder, (database) => {
      database.exec("UPDATE essay_blob SET bytes = x'00' WHERE submission = 1; DELETE FROM text WHERE submission IN (2, 3)");
    });
    const corpus = await openCorpus(folder);
    await corpus.append([first, second].map(unreadOf));
    expect(await corpus.verify()).toHaveLength(3);
    await corpus.append([first, second]);
    await expectNamed(corpus, [third], 'mất');
    await corpus.append([third]);
    expect(await corpus.verify()).toEqual([]);
    expect((await corpus.candidates([queryFor(first)]))[0]!.candidates).toMatchObject([{ submissionId: submissionId(second) }]);
    await corpus.close();
  });

  it('is named when texts were swapped or cut', async () => {
    const folder = await closedCorpus();
    const other = essayOf('d', syllables(4, 80), { file: 'bài khác.docx' });
    const corpus = await openCorpus(folder);
    await corpus.append([other]);
    await corpus.close();
    edit(folder, (database) => {
      const set = database.prepare('UPDATE text SET text = ? WHERE submission = ?');
      set.run(other.extraction.text, 1);
      set.run(first.extraction.text, 4);
    });
    const swapped = await openCorpus(folder);
    await expectNamed(swapped, [first, other], 'không ứng với văn bản');
    await swapped.close();
    edit(folder, (database) => database.exec('UPDATE text SET text = substr(text, 1, 50) WHERE submission = 2'));
    const cut = await openCorpus(folder);
    expect((await cut.verify())[1]).toMatchObject({ submissionId: submissionId(second), text: expect.stringContaining('nằm ngoài') });
    await cut.close();
  });

  it('is named when its original is gone or changed', async () => {
    const folder = await closedCorpus();
    await rm(pathOf(folder, third));
    const bytes = await readFile(pathOf(folder, second));
    bytes[0]! ^= 1;
    await writeFile(pathOf(folder, second), bytes);
    const corpus = await openCorpus(folder);
    const damages = await corpus.verify();
    expect(damages).toMatchObject([
      { submissionId: submissionId(second), text: expect.stringMatching(/bài sau\.docx.*bị thay đổi/) },
      { submissionId: submissionId(third), text: expect.stringMatching(/bản chụp\.pdf.*mất tệp gốc/) },
    ]);
    await corpus.remove([submissionId(third)]);
    await corpus.append([third]);
    await expectHealed(corpus, second);
    await corpus.close();
  });

  it('gets its original back even while another essay has the same one', async () => {
    const folder = await closedCorpus();
    const twin = essayOf('twin', syllables(1, 80), { file: 'bài đôi.docx' });
    const corpus = await openCorpus(folder);
    await corpus.append([twin]);
    await rm(pathOf(folder, first));
    await expectNamed(corpus, [first, twin], 'mất tệp gốc');
    await corpus.remove([submissionId(first)]);
    await corpus.append([first]);
    expect(await corpus.verify()).toEqual([]);
    await corpus.close();
  });
});

describe('files of nobody', () => {
  it('are named, but not removed', async () => {
    const folder = await closedCorpus();
    const stray = join('files', 'ab', `ab${'0'.repeat(62)}`);
    await mkdir(join(folder, 'files', 'ab'), { recursive: true });
    await writeFile(join(folder, stray), 'left by a process that was killed');
    const corpus = await openCorpus(folder);
    const [damage, ...others] = await corpus.verify();
    expect(damage).toMatchObject({ submissionId: null, text: expect.stringContaining(stray.replaceAll('\\', '/')) });
    expect(others).toEqual([]);
    await corpus.close();
    expect([...(await filesIn(folder)).keys()]).toContain(stray);
  });

  it('are swept away by the next writer when they were never finished', async () => {
    const folder = await closedCorpus();
    const unfinished = `${pathOf(folder, first)}.0.partial`;
    await writeFile(unfinished, 'half');
    const reader = await openCorpus(folder, { access: 'read' });
    expect(await reader.verify()).toEqual([]);
    await reader.close();
    const lease = await acquireLease(folder, 'writer', { holder: 'phép thử', waitMs: 0 });
    await (await openCorpus(folder, { lease })).close();
    lease.release();
    expect([...(await filesIn(folder)).keys()].filter((path) => path.endsWith('.partial'))).toEqual([]);
  });
});

describe('a folder that cannot be opened', () => {
  const cases: readonly (readonly [string, string, (folder: string) => void | Promise<void>])[] = [
    [
      'a later version wrote it',
      'corpus-newer',
      (folder) => edit(folder, (d) => d.exec("INSERT INTO kysely_migration VALUES ('999-later', '')")),
    ],
    ['its database is no database', 'corpus-damaged', (folder) => writeFile(databaseOf(folder), 'not a database '.repeat(999))],
    ['its database is empty', 'corpus-damaged', (folder) => writeFile(databaseOf(folder), '')],
    ['its database is gone', 'corpus-damaged', (folder) => rm(databaseOf(folder))],
    ['a table is missing', 'corpus-damaged', (folder) => edit(folder, (d) => d.exec('DROP TABLE text'))],
    ['pages are overwritten', 'corpus-damaged', overwritePages],
    ['its database is of another program', 'corpus-damaged', foreignDatabase],
  ];

  it.each(cases)('because %s: %s, and nothing is changed', async (_, code, spoil) => {
    const folder = await closedCorpus();
    await spoil(folder);
    const before = await filesIn(folder);
    for (const access of ['read', 'dry-run', 'write'] as const) {
      const refusal = openCorpus(folder, { access });
      await expect(refusal).rejects.toMatchObject({ code, message: expect.stringContaining(folder) });
      await expect(refusal).rejects.toThrow('soatbai restore');
    }
    expect(await filesIn(folder)).toEqual(before);
  });

  async function overwritePages(folder: string): Promise<void> {
    const bytes = await readFile(databaseOf(folder));
    await writeFile(databaseOf(folder), bytes.fill(0x5a, 4096, bytes.length - 100));
  }

  async function foreignDatabase(folder: string): Promise<void> {
    await rm(databaseOf(folder));
    edit(folder, (database) => database.exec('CREATE TABLE invoice (id INTEGER)'));
  }
});

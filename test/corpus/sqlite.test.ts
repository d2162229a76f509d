import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DETECTION_SETTINGS } from '../../src/model/settings.js';
import { describeCorpusContract } from './contract.js';
import { contentWith, essayOf, queryFor, syllables, unreadableEssay } from './essays.js';
import { filesIn, newFolder, openCorpus } from './folders.js';

const ACCESSES = ['write', 'read', 'dry-run'] as const;

describeCorpusContract('SQLite in a folder', {
  persistent: true,
  create: async () => {
    const folder = await newFolder();
    return { open: (options) => openCorpus(folder, options) };
  },
});

describeCorpusContract('SQLite in memory', {
  persistent: false,
  create: () => Promise.resolve({ open: (options) => openCorpus(null, options) }),
});

describe('the folder of an SQLite corpus', () => {
  const words = syllables(1, 80);
  const essays = [essayOf('a', words), essayOf('b', words), unreadableEssay('c')];

  it('holds the database and each original once, for the owner only, and nothing else once closed', async () => {
    const folder = await newFolder();
    const corpus = await openCorpus(folder);
    await corpus.append(essays);
    await corpus.close();
    const originals = [...new Set(essays.map(({ sha256 }) => join('files', sha256.slice(0, 2), sha256)))].sort();
    const files = await filesIn(folder);
    expect([...files.keys()]).toEqual(['corpus.sqlite', ...originals]);
    expect(files.get(originals[0]!)).toBe(Buffer.from(await readFile(join(folder, originals[0]!))).toString('hex'));
    if (process.platform === 'win32') return;
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    for (const file of files.keys()) expect((await stat(join(folder, file))).mode & 0o777, file).toBe(0o600);
  });

  it('names no place outside, so that it can be copied elsewhere', async () => {
    const folder = await newFolder();
    const corpus = await openCorpus(folder);
    await corpus.append(essays);
    await corpus.close();
    expect((await readFile(join(folder, 'corpus.sqlite'))).includes(dirname(folder))).toBe(false);
  });

  it('has no trace of the text of a removed essay', async () => {
    const folder = await newFolder();
    const corpus = await openCorpus(folder);
    const [first, second, third] = await corpus.append([...essays.slice(0, 2), essayOf('d', ['bí', 'mật', 'riêng'])]);
    await corpus.remove([first!.id, third!.id]);
    await corpus.close();
    const files = await filesIn(folder);
    expect([...files.keys()]).toEqual(['corpus.sqlite', join('files', second!.sha256.slice(0, 2), second!.sha256)]);
    expect(files.get('corpus.sqlite')).not.toContain(Buffer.from('bí mật riêng').toString('hex'));
  });

  it('is the same, byte for byte, when what is known was handed in again', async () => {
    const folder = await newFolder();
    const contents: unknown[] = [];
    for (let time = 0; time < 3; time++) {
      const corpus = await openCorpus(folder);
      await corpus.append(essays);
      await corpus.close();
      contents.push(await filesIn(folder));
    }
    expect(contents[1]).toEqual(contents[0]);
    expect(contents[2]).toEqual(contents[0]);
  });

  it('is the same, byte for byte, after a dry run', async () => {
    const folder = await newFolder();
    const corpus = await openCorpus(folder);
    await corpus.append(essays);
    await corpus.close();
    const before = await filesIn(folder);
    const dry = await openCorpus(folder, { access: 'dry-run' });
    await dry.append(Array.from({ length: 60 }, (_, at) => essayOf(`m${at}`, syllables(at, 300))));
    await dry.remove([(await dry.list())[0]!.id]);
    await dry.close();
    expect(await filesIn(folder)).toEqual(before);
  });

  it('is not created by a dry run', async () => {
    const folder = await newFolder();
    const dry = await openCorpus(folder, { access: 'dry-run' });
    await dry.append(essays);
    expect(await dry.list()).toHaveLength(3);
    expect(await dry.verify()).toEqual([]);
    await dry.close();
    await expect(stat(folder)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('may be there already, empty', async () => {
    const folder = await newFolder();
    await mkdir(folder);
    const dry = await openCorpus(folder, { access: 'dry-run' });
    await dry.close();
    expect((await filesIn(folder)).size).toBe(0);
    const corpus = await openCorpus(folder);
    expect(await corpus.list()).toEqual([]);
    await corpus.close();
  });

  it('must have a corpus when none shall be created, and is left alone then', async () => {
    const [missing, empty, emptyDatabase, made] = [await newFolder(), await newFolder(), await newFolder(), await newFolder()];
    for (const folder of [empty, emptyDatabase]) await mkdir(folder);
    await writeFile(join(emptyDatabase, 'corpus.sqlite'), '');
    for (const folder of [missing, empty, emptyDatabase]) {
      for (const access of ACCESSES) {
        const refusal = { code: 'file-not-found', message: expect.stringContaining(folder) };
        await expect(openCorpus(folder, { create: false, access })).rejects.toMatchObject(refusal);
      }
    }
    await expect(stat(missing)).rejects.toMatchObject({ code: 'ENOENT' });
    expect([...(await filesIn(empty))]).toEqual([]);
    expect([...(await filesIn(emptyDatabase))]).toEqual([['corpus.sqlite', '']]);
    for (const create of [true, false]) await (await openCorpus(made, { create })).close();
  });

  it('must be a folder', async () => {
    const folder = await newFolder();
    await writeFile(folder, 'a file');
    for (const access of ACCESSES) {
      await expect(openCorpus(folder, { access })).rejects.toMatchObject({ code: 'argument', message: expect.stringContaining(folder) });
    }
  });

  it('is brought to other fingerprint settings on opening', async () => {
    const folder = await newFolder();
    const first = await openCorpus(folder);
    await first.append(essays);
    await first.close();
    const fingerprint = { ...DETECTION_SETTINGS.fingerprint, numPerm: 64, kgram: 6 };
    const contentOf = contentWith(fingerprint);
    const query = { ...queryFor(essays[0]!), index: contentOf(words.join(' '), { kinds: new Uint8Array(80) }).index };
    for (const access of ['read', 'dry-run', 'write'] as const) {
      const corpus = await openCorpus(folder, { fingerprint, contentOf, access });
      expect(await corpus.verify()).toEqual([]);
      expect((await corpus.candidates([query]))[0]!.candidates).toMatchObject([{ estimatedJaccard: 1 }]);
      await corpus.close();
    }
  });
});

import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { KEEPING, openCorpus as openReal } from '../../src/cli/house.js';
import type { Corpus, NewEssay } from '../../src/corpus/corpus.js';
import { submissionId } from '../../src/corpus/submission-id.js';
import { indexForQuery } from '../../src/fingerprint/index-essay.js';
import { DETECTION_SETTINGS } from '../../src/model/settings.js';
import { toContent } from '../../src/pipeline/essay.js';
import { essayOf, queryFor, syllables } from './essays.js';
import { filesIn, newFolder, openCorpus } from './folders.js';
import { startProcess } from './processes.js';

const words = syllables(1, 80);
const [first, copy, third] = [essayOf('a', words), essayOf('b', words), essayOf('c', words)] as const;

const found = async (corpus: Corpus, essay: NewEssay) =>
  (await corpus.candidates([queryFor(essay)]))[0]!.candidates.map(({ submissionId: id }) => id).sort();
const idsOf = (...essays: readonly NewEssay[]) => essays.map(submissionId).sort();

describe('two that have one corpus open', () => {
  it('see what the other one adds, refreshes and removes', async () => {
    const folder = await newFolder();
    const writer = await openCorpus(folder);
    const reader = await openCorpus(folder, { access: 'read' });
    expect(await found(reader, first)).toEqual([]);
    await writer.append([copy]);
    expect(await found(reader, first)).toEqual(idsOf(copy));
    await writer.append([third]);
    expect(await found(reader, first)).toEqual(idsOf(copy, third));
    expect((await reader.candidates([queryFor(first)]))[0]!.units).toBe(2);
    await writer.append([{ ...third, unit: copy.unit }]);
    expect((await reader.candidates([queryFor(first)]))[0]!.units).toBe(1);
    await writer.remove(idsOf(copy));
    expect(await found(reader, first)).toEqual(idsOf(third));
    expect(await reader.verify()).toEqual([]);
    for (const corpus of [reader, writer]) await corpus.close();
  });

  it('both write without harm, also the same essay', async () => {
    const folder = await newFolder();
    const both = [await openCorpus(folder), await openCorpus(folder)] as const;
    const own = (at: number) => Array.from({ length: 10 }, (_, of) => essayOf(`m${at}-${of}`, syllables(100 + 10 * at + of, 40)));
    const kept = await Promise.all(both.map((corpus, at) => corpus.append([first, ...own(at), copy])));
    expect(kept[0]![0]).toEqual(kept[1]![0]);
    for (const corpus of both) {
      expect(await corpus.list()).toHaveLength(22);
      expect(await found(corpus, third)).toEqual(idsOf(first, copy));
      expect(await corpus.verify()).toEqual([]);
    }
    await Promise.all(both.map((corpus, at) => corpus.remove(idsOf(...own(at)))));
    for (const corpus of both) expect(await corpus.verify()).toEqual([]);
    for (const corpus of both) await corpus.close();
  });

  it('cannot change it when it was opened for reading', async () => {
    const folder = await newFolder();
    const writer = await openCorpus(folder);
    await writer.append([first]);
    const reader = await openCorpus(folder, { access: 'read' });
    await expect(reader.append([{ ...first, unit: 'chi bộ khác' }])).rejects.toMatchObject({ code: 'storage-read-only' });
    await expect(reader.remove(idsOf(first))).rejects.toMatchObject({ code: 'storage-read-only' });
    expect(await writer.list()).toHaveLength(1);
    expect(await writer.verify()).toEqual([]);
    for (const corpus of [reader, writer]) await corpus.close();
  });
});

describe('another process that writes', () => {
  const text = syllables(7, 120).join(' ');
  const query = {
    submissionId: 'x',
    unit: 'x',
    index: indexForQuery(toContent(text, null, KEEPING)!.sequence, KEEPING.permutations, DETECTION_SETTINGS.fingerprint),
  };
  const open = (folder: string, access: 'read' | 'dry-run') => openReal({ folder, create: true, access, lease: null });

  it('is followed by a reader, and hinders no dry run, which sees none of it and leaves nothing', async () => {
    const folder = await newFolder();
    const writer = startProcess(
      `const corpus = await open('write');
       console.log('open');
       await told();
       const [kept] = await corpus.append([essayOf('a', rest[0])]);
       console.log(kept.id);
       await told();
       await corpus.remove([kept.id]);
       await corpus.close();
       console.log('closed');
       process.exit(0);`,
      [folder, text],
    );
    expect(await writer.line()).toBe('open');
    const [reader, dry] = [await open(folder, 'read'), await open(folder, 'dry-run')];
    await dry.append([first]);
    expect((await reader.candidates([query]))[0]!.candidates).toEqual([]);
    writer.go();
    const id = await writer.line();
    expect((await reader.candidates([query]))[0]!.candidates).toMatchObject([{ submissionId: id, estimatedJaccard: 1 }]);
    expect(await reader.verify()).toEqual([]);
    expect((await dry.candidates([query]))[0]!.candidates).toEqual([]);
    expect(await dry.list()).toHaveLength(1);
    writer.go();
    expect(await writer.line()).toBe('closed');
    expect((await reader.candidates([query]))[0]!.candidates).toEqual([]);
    for (const corpus of [reader, dry]) await corpus.close();
    expect((await readdir(folder)).filter((name) => name !== 'files').sort()).toEqual(['corpus.sqlite', 'writer.lock']);
  });

  it('may be killed at any time: what it was told is kept is there, and all fits together', async () => {
    const folder = await newFolder();
    const writer = startProcess(
      `const corpus = await open('write');
       for (let at = 0; ; at++) {
         const kept = await corpus.append(Array.from({ length: 4 }, (_, of) => essayOf('m' + at + of, rest[0] + ' ' + at + ' ' + of)));
         for (const { id } of kept) console.log(id);
       }`,
      [folder, text],
    );
    const told: string[] = [];
    while (told.length < 40) told.push(await writer.line());
    writer.child.kill('SIGKILL');
    await writer.ended;
    const reader = await open(folder, 'read');
    const ids = new Set((await reader.list()).map(({ id }) => id));
    expect(told.filter((id) => !ids.has(id))).toEqual([]);
    expect((await reader.list()).length % 4).toBe(0);
    // Files of the batch that it was writing belong to nobody yet.
    const damages = await reader.verify();
    expect(damages.filter(({ submissionId: id }) => id !== null)).toEqual([]);
    await reader.close();
  });

  it('is no damage to a verification that runs meanwhile', async () => {
    const folder = await newFolder();
    const writer = startProcess(
      `const corpus = await open('write');
       for (let at = 0; ; at++) {
         const kept = await corpus.append(Array.from({ length: 6 }, (_, of) => essayOf('m' + of, rest[0] + ' ' + at + ' ' + of)));
         if (at === 0) console.log('begun');
         await corpus.remove(kept.map(({ id }) => id));
       }`,
      [folder, text],
    );
    expect(await writer.line()).toBe('begun');
    const reader = await open(folder, 'read');
    for (let time = 0; time < 6; time++) expect(await reader.verify()).toEqual([]);
    writer.child.kill('SIGKILL');
    await writer.ended;
    await reader.close();
  });
});

it('a dry run changes no byte, also when the corpus was never opened for reading since', async () => {
  const folder = await newFolder();
  const corpus = await openCorpus(folder);
  await corpus.append([first]);
  await corpus.close();
  const before = await filesIn(folder);
  const dry = await openCorpus(folder, { access: 'dry-run' });
  await dry.remove(idsOf(first));
  await dry.append([copy]);
  await dry.append([first]);
  expect(await dry.verify()).toEqual([]);
  // Not even for a moment does it lie there under a name, so that nothing is left of one that is killed.
  expect((await readdir(folder)).sort()).toEqual(['corpus.sqlite', 'files', 'writer.lock']);
  await dry.close();
  expect(await filesIn(folder)).toEqual(before);
});

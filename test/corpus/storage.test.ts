import { chmod, chown, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Migrator } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openCorpus as openReal } from '../../src/cli/house.js';
import { Connection } from '../../src/corpus/sqlite/connection.js';
import { acquireLease } from '../../src/corpus/sqlite/lease.js';
import { migrationProvider } from '../../src/corpus/sqlite/migrations.js';
import { essayOf, queryFor, syllables } from './essays.js';
import { filesIn, newFolder, openCorpus } from './folders.js';
import { startProcess } from './processes.js';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const first = essayOf('a', syllables(1, 80));

/** Has another process tell the code of the error that each of its works ends with. */
const CODE_OF = `const codeOf = (work) => work.then(() => 'ok', (error) => error.code + ' ' + (error.message.includes(folder) ? 'named' : error.message));`;

describe.skipIf(process.platform === 'win32')('a disk that takes no more', () => {
  it('keeps what was kept, nothing by halves, and all can go on once there is room', async () => {
    const folder = await newFolder();
    const writer = startProcess(
      `${CODE_OF}
       const corpus = await open('write');
       let last = 'ok';
       for (let at = 0; last === 'ok'; at++) {
         const essays = Array.from({ length: 8 }, (_, of) => essayOf(at + '-' + of, ('bài số ' + at + ' ' + of + ' ').repeat(400)));
         last = await codeOf(corpus.append(essays));
       }
       console.log(last);
       await codeOf(corpus.close());
       process.exit(0);`,
      [folder],
      { fileBlocks: 1_500 },
    );
    expect(await writer.line()).toBe('disk-full named');
    expect(await writer.ended).toBe(0);
    const corpus = await openReal({ folder, create: false, access: 'write', lease: null });
    const kept = (await corpus.list()).length;
    expect(kept).toBeGreaterThan(0);
    expect(kept % 8).toBe(0);
    expect(await corpus.verify()).toEqual([]);
    await corpus.append([first]);
    expect(await corpus.list()).toHaveLength(kept + 1);
    await corpus.close();
  });
});

describe.skipIf(process.platform === 'win32')('a folder that may not be written', () => {
  /** A closed corpus of a user for whom such a folder is closed: for root none is. */
  async function folderOfOther(): Promise<string> {
    const folder = await newFolder();
    const corpus = await openCorpus(folder);
    await corpus.append([first]);
    await corpus.close();
    await chmod(dirname(folder), 0o755);
    for (const path of [folder, ...(await readdir(folder, { recursive: true })).map((name) => join(folder, name))]) {
      if (isRoot) await chown(path, NOBODY, NOBODY);
    }
    return folder;
  }

  const asOther = isRoot ? { uid: NOBODY } : {};

  it('is refused when it is opened, and nothing is changed', async () => {
    const folder = await folderOfOther();
    const before = await filesIn(folder);
    await chmod(folder, 0o555);
    const opener = startProcess(
      `${CODE_OF}
       for (const access of ['read', 'dry-run', 'write']) console.log(await codeOf(open(access)));
       console.log(await codeOf(acquireLease(folder, 'serve', { holder: 'x', waitMs: 0 })));
       process.exit(0);`,
      [folder],
      asOther,
    );
    for (let time = 0; time < 4; time++) expect(await opener.line()).toBe('argument named');
    await opener.ended;
    await chmod(folder, 0o755);
    expect(await filesIn(folder)).toEqual(before);
  });

  it('takes no essay once it has become so, and takes it again when it may be written', async () => {
    const folder = await folderOfOther();
    const writer = startProcess(
      `${CODE_OF}
       const corpus = await open('write');
       const essay = essayOf('b', 'một bài rất ngắn');
       console.log('open');
       await told();
       console.log(await codeOf(corpus.append([essay])), (await corpus.list()).length);
       await told();
       console.log(await codeOf(corpus.append([essay])), (await corpus.list()).length);
       await corpus.close();
       process.exit(0);`,
      [folder],
      asOther,
    );
    expect(await writer.line()).toBe('open');
    await chmod(join(folder, 'files'), 0o555);
    writer.go();
    expect(await writer.line()).toBe('storage-read-only named 1');
    await chmod(join(folder, 'files'), 0o755);
    writer.go();
    expect(await writer.line()).toBe('ok 2');
    expect(await writer.ended).toBe(0);
  });
});

describe('a corpus of an earlier version', () => {
  async function earlierFolder(): Promise<string> {
    const folder = await newFolder();
    await mkdir(folder);
    const connection = await Connection.open(join(folder, 'corpus.sqlite'), 'shared');
    connection.beginWriting();
    await new Migrator({ db: connection.kysely, provider: migrationProvider }).migrateTo('001-essays');
    connection.close();
    return folder;
  }

  it('is read as it is, and brought up by who writes', async () => {
    const folder = await earlierFolder();
    const before = await filesIn(folder);
    for (const access of ['read', 'dry-run'] as const) {
      const corpus = await openCorpus(folder, { access });
      expect(await corpus.verify()).toEqual([]);
      await corpus.append([first]);
      expect(await corpus.list()).toHaveLength(1);
      await corpus.close();
    }
    expect(await filesIn(folder)).toEqual(before);
    const writers = await Promise.all([openCorpus(folder), openCorpus(folder)]);
    await writers[0].append([first]);
    expect((await writers[1].candidates([queryFor(essayOf('b', syllables(1, 80)))]))[0]!.candidates).toHaveLength(1);
    for (const corpus of writers) await corpus.close();
    const reader = await openCorpus(folder, { access: 'read' });
    expect(await reader.verify()).toEqual([]);
    await reader.close();
  });

  it('waits to be brought up until nobody writes essays any more', async () => {
    const folder = await earlierFolder();
    const lease = await acquireLease(folder, 'writer', { holder: 'bản cũ', waitMs: 0 });
    let isOpen = false;
    const opening = openCorpus(folder).then((corpus) => {
      isOpen = true;
      return corpus;
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(isOpen).toBe(false);
    lease.release();
    await (await opening).close();
    expect((await stat(join(folder, 'corpus.sqlite'))).size).toBeGreaterThan(0);
  });
});

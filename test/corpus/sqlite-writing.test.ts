import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Corpus } from '../../src/corpus/corpus.js';
import type { Connection } from '../../src/corpus/sqlite/connection.js';
import { openDatabase } from '../../src/corpus/sqlite/open-database.js';
import { FolderOriginals, type OriginalStore } from '../../src/corpus/sqlite/original-files.js';
import { SqliteCorpus } from '../../src/corpus/sqlite/sqlite-corpus.js';
import { DETECTION_SETTINGS } from '../../src/model/settings.js';
import { contentOf, essayOf, syllables, unreadableEssay, unreadOf } from './essays.js';
import { newFolder } from './folders.js';

const first = essayOf('a', syllables(1, 80), { file: 'bài đầu.docx' });

/** A new corpus, with its connection to see through. */
async function corpusWith(folder: string, originals: OriginalStore): Promise<{ corpus: Corpus; connection: Connection }> {
  const { connection } = await openDatabase({ folder, create: true, access: 'write', lease: null });
  const { candidates, fingerprint } = DETECTION_SETTINGS;
  const parts = { name: folder, connection, originals, settings: { candidates, fingerprint }, contentOf, now: () => new Date(0) };
  return { corpus: new SqliteCorpus(parts), connection };
}

describe('essays that are known', () => {
  it('cause no write, and one that differs changes only what differs', async () => {
    const folder = await newFolder();
    const { corpus, connection } = await corpusWith(folder, new FolderOriginals(folder));
    const rows = () => connection.database.prepare('SELECT total_changes()').pluck().get() as number;
    const change = async (essay: typeof first) => {
      const before = rows();
      await corpus.append([essay]);
      return rows() - before;
    };
    const essays = [first, essayOf('b', syllables(2, 80)), unreadableEssay('c')];
    await corpus.append(essays);
    const before = rows();
    const received = connection.database.prepare('SELECT sequence, received_at, file FROM submission').all();
    await corpus.append(essays);
    await corpus.append([...essays.map((essay) => ({ ...essay, file: 'tên khác.docx' })), unreadOf(first), first]);
    expect(rows()).toBe(before);
    // Where it is found otherwise from now on, indexes elsewhere are told: one row more.
    expect(await change({ ...first, unit: 'chi bộ khác' })).toBe(2);
    expect(await change({ ...first, post: 'Kế toán' })).toBe(2);
    expect(await change({ ...first, state: 'suspicious' })).toBe(1);
    const messages = [{ code: 'hidden', text: 'Có chữ ẩn.' }];
    expect(await change({ ...first, extraction: { ...first.extraction, messages } })).toBe(2);
    expect(await change({ ...first, content: contentOf(first.extraction.text, { kinds: new Uint8Array(80).fill(1) }) })).toBe(5);
    expect(connection.database.prepare('SELECT sequence, received_at, file FROM submission').all()).toEqual(received);
    await corpus.close();
  });
});

describe('a full disk', () => {
  const many = Array.from({ length: 40 }, (_, at) => essayOf(`m${at}`, syllables(at, 300)));

  it('while rows are written leaves nothing of the batch, and all can go on once there is room', async () => {
    const folder = await newFolder();
    const { corpus, connection } = await corpusWith(folder, new FolderOriginals(folder));
    await corpus.append([first]);
    const pages = connection.database.pragma('page_count', { simple: true }) as number;
    connection.database.pragma(`max_page_count = ${pages + 20}`);
    const corrected = { ...first, unit: 'chi bộ khác' };
    await expect(corpus.append([corrected, ...many])).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining(folder),
    });
    expect(await corpus.list()).toMatchObject([{ unit: first.unit }]);
    expect(await corpus.verify()).toEqual([]);
    connection.database.pragma('max_page_count = 100000');
    expect(await corpus.append(many)).toHaveLength(40);
    expect(await corpus.verify()).toEqual([]);
    await corpus.close();
  });

  it('while originals are written keeps no essay without its original', async () => {
    const folder = await newFolder();
    const files = new FolderOriginals(folder);
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const originals: OriginalStore = {
      write: async (wanted) => {
        await files.write(wanted.slice(0, 5));
        throw full;
      },
      discard: (sha256s) => files.discard(sha256s),
      flush: (sha256s) => files.flush(sha256s),
      has: (sha256) => files.has(sha256),
      stateOf: (sha256) => files.stateOf(sha256),
      orphans: (known) => files.orphans(known),
    };
    const { corpus } = await corpusWith(folder, originals);
    await expect(corpus.append(many)).rejects.toMatchObject({ code: 'disk-full' });
    expect(await corpus.list()).toEqual([]);
    expect(await corpus.verify()).toEqual([]);
    await corpus.close();
  });
});

it('what was removed leaves the log in its turn, while other parts of the process read', async () => {
  const folder = await newFolder();
  const { corpus, connection } = await corpusWith(folder, new FolderOriginals(folder));
  const kept = await corpus.append([first]);
  let end = (): void => {};
  const reading = connection.consistently(async (tables) => {
    await tables.selectFrom('setting').selectAll().execute();
    await new Promise<void>((done) => {
      end = done;
    });
  });
  await new Promise((resolve) => setTimeout(resolve, 10));
  const forgotten = connection.forgetLog();
  end();
  await reading;
  await forgotten;
  await corpus.remove(kept.map(({ id }) => id));
  expect((await stat(join(folder, 'corpus.sqlite-wal'))).size).toBe(0);
  await corpus.close();
});

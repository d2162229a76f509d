import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { NewEssay } from '../../src/corpus/corpus.js';
import { encodeSequence } from '../../src/corpus/essay-blob.js';
import { acquireLease } from '../../src/corpus/sqlite/lease.js';
import { APPLICATION_TABLES } from '../../src/corpus/sqlite/schema-application.js';
import { FIGURE_TABLES } from '../../src/corpus/sqlite/schema-figures.js';
import { LIST_TABLES } from '../../src/corpus/sqlite/schema-lists.js';
import type { ContentOf } from '../../src/corpus/sqlite/stored-essays.js';
import { submissionId } from '../../src/corpus/submission-id.js';
import { NO_METADATA } from '../../src/model/extraction.js';
import { tracesOf } from '../../src/model/file-traces.js';
import { contentOf, essayOf, queryFor, syllables, unreadableEssay } from './essays.js';
import { newFolder, openCorpus } from './folders.js';

const words = syllables(1, 300);
const essays: readonly NewEssay[] = [
  essayOf('a', words, { kinds: new Uint8Array(300).fill(1, 40, 70) }),
  essayOf('b', [...words.slice(100, 200), ...syllables(2, 100)]),
  unreadableEssay('c'),
  ...Array.from({ length: 450 }, (_, at) => essayOf(`m${at}`, [...syllables(10 + at, 60), ...words.slice(at % 200, (at % 200) + 30)])),
];
const queries = [essays[0]!, essays[1]!, essays[9]!, essayOf('x', words)].map(queryFor);

/** A closed corpus with the essays. */
async function keptCorpus(): Promise<string> {
  const folder = await newFolder();
  const corpus = await openCorpus(folder);
  await corpus.append(essays);
  await corpus.close();
  return folder;
}

function edit(folder: string, change: (database: Database.Database) => void): void {
  const database = new Database(join(folder, 'corpus.sqlite'));
  change(database);
  database.close();
}

/** Brings a database back to what the first version wrote: signature, bands and fingerprints of other hashes in the essay's blob. */
function asFirstVersion(database: Database.Database): void {
  const essayOfRow = database.prepare<[], { submission: number; bytes: Buffer }>('SELECT submission, bytes FROM essay_blob').all();
  const update = database.prepare('UPDATE essay_blob SET version = 1, bytes = ? WHERE submission = ?');
  for (const { submission, bytes } of essayOfRow) update.run(firstLayout(bytes), submission);
  beforeApplication(database);
  database.exec(`
    DROP TABLE essay_index;
    CREATE UNIQUE INDEX submission_once ON submission (coalesce(campaign, ''), member, sha256);
    ALTER TABLE text DROP COLUMN places;
    DROP TABLE trace;
    ALTER TABLE document DROP COLUMN traces;
    ALTER TABLE submission DROP COLUMN post;
    ALTER TABLE submission DROP COLUMN place;
    DELETE FROM kysely_migration WHERE name >= '004-index';
    UPDATE setting SET value = '{"shingle":5,"numPerm":128,"bands":32,"rows":4,"kgram":5,"window":8}' WHERE name = 'fingerprint'`);
}

/** Takes units and all that rests on them away again. */
function beforeApplication(database: Database.Database): void {
  database.pragma('foreign_keys = OFF');
  const triggers = database.prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).pluck();
  for (const name of triggers.all()) database.exec(`DROP TRIGGER ${name}`);
  for (const name of [...LIST_TABLES, ...FIGURE_TABLES]) database.exec(`DROP TABLE ${name}`);
  database.exec('DROP INDEX job_open; DROP INDEX job_failed; DROP INDEX result_counted; DROP INDEX submission_counted');
  database.exec('ALTER TABLE group_member DROP COLUMN to_leader');
  const added = APPLICATION_TABLES.filter((name) => name !== 'account' && name !== 'session');
  for (const name of [...added, 'batch', 'campaign']) database.exec(`DROP TABLE ${name}`);
  database.exec(`
    DROP INDEX submission_tenant;
    DROP INDEX event_unit;
    DROP INDEX event_viewed;
    DROP INDEX event_changing;
    ALTER TABLE result DROP COLUMN found;
    ALTER TABLE account DROP COLUMN unit;
    ALTER TABLE submission DROP COLUMN tenant;
    ALTER TABLE event DROP COLUMN unit;
    ALTER TABLE account DROP COLUMN disabled_at;
    DROP INDEX session_account;
    DROP INDEX session_person;
    ALTER TABLE session DROP COLUMN account;
    ALTER TABLE session DROP COLUMN person;
    CREATE TABLE campaign (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, created_at TEXT NOT NULL) STRICT;
    CREATE TABLE batch (
      id TEXT PRIMARY KEY, campaign TEXT NOT NULL REFERENCES campaign (id), number INTEGER NOT NULL, key TEXT NOT NULL,
      state TEXT NOT NULL, created_at TEXT NOT NULL, roster TEXT, last_upload INTEGER NOT NULL,
      UNIQUE (campaign, number), UNIQUE (campaign, key)) STRICT`);
}

function firstLayout(bytes: Buffer): Buffer {
  const [signature, bands, fingerprints, tokens] = [128, 32, 50, bytes.readUInt32LE(12)];
  const header = Buffer.alloc(28 + 4 * (signature + bands + 2 * fingerprints), 0x5a);
  header.writeUInt32LE(bytes.readUInt32LE(0), 0);
  header.writeUInt32LE(1, 4);
  for (const [at, count] of [signature, bands, fingerprints, tokens].entries()) header.writeUInt32LE(count, 12 + 4 * at);
  const whole = Buffer.concat([header, bytes.subarray(16)]);
  whole.writeUInt32LE(crc32(whole.subarray(12)), 8);
  return whole;
}

/** Goes through the furniture, as the pipeline does. */
const throughSpans: ContentOf = (text, kept, { furniture }) => {
  for (const { start, end } of furniture) if (!(start <= end)) throw new RangeError(`${start}..${end}`);
  return contentOf(text, kept);
};

describe('a corpus of an earlier version', () => {
  it.each(['write', 'read', 'dry-run'] as const)(
    'answers as one of this version when opened for %s, and keeps whose words they are',
    async (access) => {
      const folder = await keptCorpus();
      const fresh = await openCorpus(folder);
      const [answers, sequences] = [
        await fresh.candidates(queries),
        await fresh.sequences(queries.map(({ submissionId }) => submissionId)),
      ];
      await fresh.close();
      edit(folder, asFirstVersion);
      const corpus = await openCorpus(folder, { access });
      expect(await corpus.candidates(queries)).toEqual(answers);
      expect(await corpus.sequences(queries.map(({ submissionId }) => submissionId))).toEqual(sequences);
      expect(await corpus.verify()).toEqual([]);
      await corpus.close();
    },
  );

  it('tells traces of what it has kept of its files', async () => {
    const folder = await newFolder();
    const corpus = await openCorpus(folder);
    const made = { ...NO_METADATA, creator: 'Lò Văn Páo', created: '2026-10-01T07:00:00Z', revisions: ['00A10001', '00A10002'] };
    const [readable, unread] = [essayOf('a', words), unreadableEssay('c')];
    await corpus.append([
      { ...readable, extraction: { ...readable.extraction, metadata: made } },
      { ...unread, extraction: { ...unread.extraction, metadata: made } },
    ]);
    await corpus.close();
    edit(folder, asFirstVersion);
    const opened = await openCorpus(folder);
    const traces = tracesOf(made).map(({ key }) => key);
    expect(traces).toHaveLength(3);
    const holders = await opened.holders(new Map(traces.map((trace) => [trace, 9])));
    expect(traces.map((trace) => holders.get(trace)?.map(({ member }) => member))).toEqual(traces.map(() => ['a', 'c']));
    expect(await opened.verify()).toEqual([]);
    await opened.close();
  });

  it('goes on where it was when whoever brought it up to date was killed, and reads nothing twice', async () => {
    const folder = await keptCorpus();
    edit(folder, asFirstVersion);
    const counted: string[] = [];
    const counting = (until: number) => (text: string, kept: { readonly kinds: Uint8Array }) => {
      if (counted.length === until) throw new Error('killed');
      counted.push(text);
      return contentOf(text, kept);
    };
    await expect(openCorpus(folder, { contentOf: counting(300) })).rejects.toThrow();
    const corpus = await openCorpus(folder, { contentOf: counting(Infinity) });
    expect(await corpus.verify()).toEqual([]);
    await corpus.close();
    // The one part that was not written is read again, 200 essays at most; `verify` reads each once.
    expect(counted.length).toBeLessThan(2 * 452 + 200);
    expect(new Set(counted).size).toBe(452);
  });

  it('never has an essay of another version compared as it is', async () => {
    const folder = await keptCorpus();
    const corpus = await openCorpus(folder);
    edit(folder, (database) => database.exec('UPDATE essay_index SET made_with = made_with + 1 WHERE submission = 2'));
    await expect(corpus.candidates(queries)).rejects.toMatchObject({ code: 'corpus-damaged', message: expect.stringContaining('b.docx') });
    await corpus.append([essays[1]!]);
    expect(await corpus.candidates(queries)).toHaveLength(queries.length);
    await corpus.close();
  });

  it('tells how many syllables an essay has by the cut of this version', async () => {
    const folder = await keptCorpus();
    const fewer = encodeSequence(essayOf('a', words.slice(0, 299)).content!.sequence);
    edit(folder, (database) => {
      database.prepare('UPDATE essay_blob SET bytes = ? WHERE submission = 1').run(fewer);
      database.exec(`
        UPDATE text SET syllables = 299 WHERE submission = 1;
        UPDATE essay_index SET made_with = made_with + 1;
        UPDATE setting SET value = 'old' WHERE name = 'fingerprint'`);
    });
    const corpus = await openCorpus(folder, { contentOf: (text) => contentOf(text, { kinds: new Uint8Array(text.split(' ').length) }) });
    expect((await corpus.list()).slice(0, 3).map(({ syllables: count }) => count)).toEqual([300, 200, null]);
    expect(await corpus.verify()).toEqual([]);
    await corpus.close();
  });

  it.each(['write', 'read', 'dry-run'] as const)(
    'finds what a server of that version still added after this one had come, when opened for %s',
    async (access) => {
      const folder = await keptCorpus();
      edit(folder, (database) => database.exec('DELETE FROM essay_index WHERE submission IN (2, 3)'));
      const corpus = await openCorpus(folder, { access });
      const [answer] = await corpus.candidates([queryFor(essays[0]!)]);
      expect(answer!.candidates.map(({ submissionId: id }) => id)).toContain(submissionId(essays[1]!));
      expect(await corpus.verify()).toEqual([]);
      await corpus.close();
    },
  );

  it('has another process find again what it made anew, even when it was killed before the end', async () => {
    const folder = await keptCorpus();
    const other = await openCorpus(folder);
    edit(folder, (database) => database.exec('DELETE FROM essay_index'));
    await expect(other.candidates(queries)).rejects.toMatchObject({ code: 'corpus-damaged' });
    const dies = (until: string) => (text: string, kept: { readonly kinds: Uint8Array }) => {
      if (text === until) throw new Error('killed');
      return contentOf(text, kept);
    };
    await expect(openCorpus(folder, { contentOf: dies(essays[440]!.extraction.text) })).rejects.toThrow();
    // The first two parts of 200 are there.
    await expect(other.candidates(queries)).rejects.toMatchObject({ message: expect.stringContaining(essays[400]!.file) });
    await other.close();
  });

  it.each(['?', '[1]'])('opens although the furniture of one essay is %s; that one is named and can be removed', async (damage) => {
    const folder = await keptCorpus();
    edit(folder, (database) => {
      asFirstVersion(database);
      database.prepare('UPDATE text SET furniture = ? WHERE submission = 2').run(damage);
    });
    const corpus = await openCorpus(folder, { contentOf: throughSpans });
    const named = [{ submissionId: submissionId(essays[1]!), text: expect.stringContaining('b.docx') }];
    expect(await corpus.verify()).toEqual(named);
    await expect(corpus.candidates(queries)).rejects.toMatchObject({
      code: 'corpus-damaged',
      message: expect.stringContaining('b.docx'),
    });
    // Nothing is left to be made, so nobody has to wait for who is writing.
    const lease = await acquireLease(folder, 'writer', { holder: 'phép thử', waitMs: 0 });
    const beside = await openCorpus(folder, { contentOf: throughSpans });
    lease.release();
    await beside.remove([submissionId(essays[1]!)]);
    await beside.close();
    expect(await corpus.verify()).toEqual([]);
    expect(await corpus.candidates([queryFor(essays[0]!)])).toHaveLength(1);
    await corpus.close();
  });
});

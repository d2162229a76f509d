import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Records } from '../../../src/corpus/records/records.js';
import { openDatabase } from '../../../src/corpus/sqlite/open-database.js';
import { FolderOriginals } from '../../../src/corpus/sqlite/original-files.js';
import { openSqliteRecords } from '../../../src/corpus/sqlite/records/open-records.js';
import { SqliteResults } from '../../../src/corpus/sqlite/records/sqlite-results.js';
import { Store } from '../../../src/corpus/sqlite/records/store.js';
import { type Step, watchSteps } from '../../../src/model/steps.js';
import { newFolder } from '../folders.js';
import { ADMIN, definitionOf, essays, openRecords, Service, workOn } from './service.js';

/** Fails once, where the step is reached. */
function failAt(step: Step): void {
  onTestFinished(() => watchSteps(null));
  watchSteps((reached) => {
    if (reached !== step) return;
    watchSteps(null);
    throw new Error(`stopped at ${step}`);
  });
}

/** Everything that a campaign shows. */
async function shown({ campaigns, batches, jobs, results, log }: Records, campaign: string) {
  return {
    campaigns: await campaigns.list(),
    batches: await batches.list(campaign),
    jobs: await jobs.ofCampaign(campaign),
    results: await results.ofCampaign(campaign),
    pairs: await results.pairs(campaign),
    groups: await results.groups(campaign),
    notes: await results.notes(campaign),
    log: await log.list({ limit: 100 }),
  };
}

describe('work that is cut off', () => {
  it('before it is committed leaves nothing, and is written by whoever takes the job again', async () => {
    const service = await Service.open();
    const { results, originals, batches } = service.records;
    const campaign = await service.campaign();
    const read = await service.readBatch(campaign, essays(2));
    const [a, b] = read.submissions.map(({ id }) => id).sort() as [string, string];
    const archive = (await batches.uploads(read.batch.id))[0]!;
    const work = workOn(read, campaign, {
      pairs: [{ campaign: campaign.id, first: a, second: b, similarity: 0.5, shareOfFirst: 0.5, shareOfSecond: 0.5 }],
      groups: [{ campaign: campaign.id, version: campaign.version, groups: [{ id: 'g1', members: [a, b], cohesion: 0.5 }] }],
      newOverlap: [{ id: a, with: b, similarity: 0.5 }],
      warnings: ['Thiếu một người.'],
    });
    const before = await shown(service.records, campaign.id);
    failAt('work.written');
    await expect(results.record(work)).rejects.toThrow('stopped at work.written');
    const other = await openRecords(service.folder, service.clock);
    expect(await shown(other, campaign.id)).toEqual(before);
    expect(existsSync(originals.pathOf(archive.sha256))).toBe(true);
    await other.jobs.begin(read.job.id);
    await other.results.record(work);
    const after = await shown(service.records, campaign.id);
    expect(after).toMatchObject({ batches: [{ state: 'done' }], jobs: [{ state: 'done', attempts: 2 }], groups: [{ id: 'g1' }] });
    expect(after.log.map(({ kind }) => kind).slice(0, 2)).toEqual(['batch-assessed', 'new-overlap']);
    expect(await service.records.log.verify()).toBeNull();
  });

  it('after it is committed counts, and whoever opens the corpus next removes what it left', async () => {
    const service = await Service.open();
    const { results, originals, batches } = service.records;
    const campaign = await service.campaign();
    const read = await service.readBatch(campaign, essays(2));
    const archive = (await batches.uploads(read.batch.id))[0]!;
    failAt('work.committed');
    await expect(results.record(workOn(read, campaign))).rejects.toThrow('stopped at work.committed');
    expect(existsSync(originals.pathOf(archive.sha256))).toBe(true);
    expect(await service.corpus.verify()).toEqual([]);
    const other = await openRecords(service.folder);
    expect(existsSync(originals.pathOf(archive.sha256))).toBe(false);
    expect(await other.batches.get(read.batch.id)).toMatchObject({ state: 'done', uploads: 1 });
    expect(await other.jobs.next()).toBeNull();
  });
});

describe('an upload that is cut off', () => {
  it('after its row is there has been handed in; sent again it is the same one', async () => {
    const service = await Service.open();
    const { batches } = service.records;
    const { id } = await batches.create((await service.campaign()).id, 'khóa-1', ADMIN);
    const original = await service.store('một');
    failAt('upload.row');
    await expect(batches.addUpload(id, 'a.docx', original)).rejects.toThrow('stopped at upload.row');
    expect(await batches.addUpload(id, 'a.docx', await service.store('một'))).toMatchObject({ number: 1 });
    expect(await batches.uploads(id)).toHaveLength(1);
  });

  it('before its row is there leaves only what sweeping removes', async () => {
    const service = await Service.open();
    const { batches, originals } = service.records;
    const { id } = await batches.create((await service.campaign()).id, 'khóa-1', ADMIN);
    const kept = await batches.addUpload(id, 'a.docx', await service.store('một'));
    const lost = await service.store('hai');
    await writeFile(join(service.folder, 'files', '0b9f.partial'), 'ba');
    // As a command that is just keeping essays: that is none of it.
    const written = join(dirname(originals.pathOf(kept.sha256)), 'bài.partial');
    await writeFile(written, 'tư');
    await originals.sweep();
    await rm(written);
    expect(existsSync(originals.pathOf(lost.sha256))).toBe(false);
    const left = await readdir(join(service.folder, 'files'), { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([kept.sha256]);
    // Swept away between its arrival and its row: it must be sent again.
    await expect(batches.addUpload(id, 'b.docx', lost)).rejects.toMatchObject({ code: 'corpus-locked' });
    expect(await batches.uploads(id)).toEqual([kept]);
  });

  it('for being too large leaves nothing', async () => {
    const service = await Service.open();
    const stream = Readable.from([Buffer.alloc(600), Buffer.alloc(600)]);
    await expect(service.records.originals.receive(stream, 1000)).rejects.toMatchObject({ code: 'file-too-large' });
    const left = await readdir(join(service.folder, 'files'), { recursive: true });
    expect(left).toEqual([]);
  });
});

describe('a disk without room', () => {
  it('is told; nothing has changed, and all can go on once there is room', async () => {
    const service = await Service.open();
    const campaign = await service.campaign();
    const read = await service.readBatch(campaign, essays(50));
    const before = await shown(service.records, campaign.id);
    const work = workOn(read, campaign, { warnings: ['x'.repeat(20_000_000)] });
    const { connection, name } = await openDatabase({ folder: service.folder, create: false, access: 'write', lease: null });
    onTestFinished(() => connection.close());
    const store = new Store({
      name,
      connection,
      reading: connection,
      counting: connection,
      originals: new FolderOriginals(service.folder),
      correct: null,
      now: service.clock.now,
    });
    const results = new SqliteResults(store);
    connection.database.pragma('max_page_count = 500');
    await expect(results.record(work)).rejects.toMatchObject({ code: 'disk-full', message: expect.stringContaining(service.folder) });
    expect(await shown(service.records, campaign.id)).toEqual(before);
    connection.database.pragma('max_page_count = 1000000');
    await results.record(workOn(read, campaign));
    expect(await service.records.results.ofCampaign(campaign.id)).toHaveLength(50);
  });
});

describe('a row that was damaged', () => {
  it.each([
    ['result', `UPDATE result SET brief = '{"pro'`, (records: Records, id: string) => records.results.ofCampaign(id)],
    ['campaign_version', `UPDATE campaign_version SET definition = '[]'`, (records: Records, id: string) => records.campaigns.get(id)],
    ['event', `UPDATE event SET details = 'null'`, (records: Records) => records.log.list({ limit: 10 })],
  ])('of table %s is named, and nothing is made up for it', async (table, statement, read) => {
    const service = await Service.open();
    const campaign = await service.campaign();
    await service.assessedBatch(campaign, essays(1));
    const database = new Database(join(service.folder, 'corpus.sqlite'));
    database.exec(statement);
    database.close();
    await expect(read(service.records, campaign.id)).rejects.toMatchObject({
      code: 'corpus-damaged',
      message: expect.stringContaining(`bảng ${table}`),
    });
  });
});

describe('records of a folder without a corpus', () => {
  it('are refused unless they shall be made', async () => {
    const folder = await newFolder();
    const now = () => new Date();
    await expect(openSqliteRecords({ folder, create: false, now })).rejects.toMatchObject({ code: 'file-not-found' });
    expect(existsSync(folder)).toBe(false);
    const made = await openSqliteRecords({ folder, create: true, now });
    const { id } = await made.campaigns.create(definitionOf('Đợt 1'), ADMIN);
    await made.close();
    await expect(made.campaigns.list()).rejects.toThrow('closed');
    const again = await openSqliteRecords({ folder, create: false, now });
    expect(await again.campaigns.get(id)).toMatchObject({ version: 1 });
    await again.close();
  });
});

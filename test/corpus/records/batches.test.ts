import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ADMIN, essays, openRecords, Service } from './service.js';

describe('a batch that receives', () => {
  it('is made once for one press of the button, and numbered within its campaign', async () => {
    const service = await Service.open();
    const { batches } = service.records;
    const { id } = await service.campaign();
    const elsewhere = await service.campaign('Đợt 2');
    const [first, again] = await Promise.all([batches.create(id, 'khóa-1', ADMIN), batches.create(id, 'khóa-1', ADMIN)]);
    expect(again).toEqual(first);
    expect(first).toMatchObject({ campaign: id, number: 1, state: 'receiving', uploads: 0, bytes: 0, items: 0, done: 0, roster: null });
    expect(first.id).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(await batches.create(id, 'khóa-2', ADMIN)).toMatchObject({ number: 2 });
    expect(await batches.create(elsewhere.id, 'khóa-1', ADMIN)).toMatchObject({ number: 1 });
    expect((await batches.list(id)).map(({ number }) => number)).toEqual([1, 2]);
    await expect(batches.create('không có', 'khóa-3', ADMIN)).rejects.toMatchObject({ code: 'unknown-id' });
    expect(await service.logged()).toEqual(['campaign-created', 'campaign-created', 'batch-created', 'batch-created', 'batch-created']);
  });

  it('takes a file once, and two files of one name both', async () => {
    const service = await Service.open();
    const { batches, originals } = service.records;
    const { id } = await batches.create((await service.campaign()).id, 'khóa-1', ADMIN);
    const first = await batches.addUpload(id, 'bài.docx', await service.store('một'));
    const again = await batches.addUpload(id, 'bài.docx', await service.store('một'));
    const second = await batches.addUpload(id, 'bài.docx', await service.store('hai'));
    const renamed = await batches.addUpload(id, 'tên khác.docx', await service.store('một'));
    expect(again).toEqual(first);
    expect([first, second, renamed].map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(await batches.uploads(id)).toEqual([first, second, renamed]);
    expect(await batches.get(id)).toMatchObject({ uploads: 3, bytes: 13 });
    expect(await readFile(originals.pathOf(second.sha256), 'utf8')).toBe('hai');
  });

  it('gives a file back: it is gone unless something else needs it, and no later one takes its number', async () => {
    const service = await Service.open();
    const { batches, originals } = service.records;
    const { id } = await batches.create((await service.campaign()).id, 'khóa-1', ADMIN);
    const kept = await batches.addUpload(id, 'a.docx', await service.store('một'));
    const same = await batches.addUpload(id, 'b.docx', await service.store('một'));
    const other = await batches.addUpload(id, 'c.docx', await service.store('hai'));
    await batches.removeUpload(id, same.number);
    expect(existsSync(originals.pathOf(kept.sha256))).toBe(true);
    await batches.removeUpload(id, other.number);
    expect(existsSync(originals.pathOf(other.sha256))).toBe(false);
    await expect(batches.removeUpload(id, other.number)).rejects.toMatchObject({ code: 'unknown-id' });
    expect(await batches.addUpload(id, 'd.docx', await service.store('hai'))).toMatchObject({ number: 4 });
    expect(existsSync(originals.pathOf(other.sha256))).toBe(true);
    expect(await service.corpus.verify()).toEqual([]);
  });

  it('queues its job when it is sealed, once, and takes nothing more', async () => {
    const service = await Service.open();
    const { batches, jobs } = service.records;
    const { id: campaign } = await service.campaign();
    const { id } = await batches.create(campaign, 'khóa-1', ADMIN);
    await expect(batches.seal(id, ADMIN)).rejects.toMatchObject({ code: 'batch-empty' });
    expect(await jobs.next()).toBeNull();
    await batches.addUpload(id, 'a.docx', await service.store('một'));
    await batches.setRoster(id, 'tệp,thẻ\na.docx,1');
    const [sealed] = await Promise.all([batches.seal(id, ADMIN), batches.seal(id, ADMIN)]);
    expect(sealed).toMatchObject({ state: 'queued', roster: 'tệp,thẻ\na.docx,1' });
    expect(await jobs.next()).toEqual({
      ...{ id: 1, kind: 'assess', campaign, batch: id, state: 'queued', attempts: 0 },
      ...{ step: 'waiting', done: 0, total: 0, error: null, actor: ADMIN },
    });
    expect(await jobs.ofCampaign(campaign)).toHaveLength(1);
    const original = await service.store('hai');
    for (const late of [
      () => batches.addUpload(id, 'b.docx', original),
      () => batches.removeUpload(id, 1),
      () => batches.setRoster(id, null),
    ])
      await expect(late()).rejects.toMatchObject({ code: 'batch-closed', message: expect.stringContaining('Lô 1') });
    expect(await service.logged()).toEqual(['campaign-created', 'batch-created', 'batch-sealed']);
  });
});

describe('the files of a batch', () => {
  it('are listed once and noted one by one', async () => {
    const service = await Service.open();
    const { batches } = service.records;
    const campaign = await service.campaign();
    const { batch, submissions } = await service.readBatch(campaign, essays(2));
    await batches.setItems(batch.id, ['khác.docx'], []);
    expect((await batches.items(batch.id)).map(({ file, state }) => [file, state])).toEqual([
      ['bài 1.docx', 'read'],
      ['bài 2.docx', 'read'],
    ]);
    expect(await batches.get(batch.id)).toMatchObject({ items: 2, done: 2, state: 'working' });
    expect(await service.records.results.submissionsOf(batch.id)).toEqual(submissions);
  });

  it('that are no essays are told with the reason, and count for nothing', async () => {
    const service = await Service.open();
    const { batches, results } = service.records;
    const { id: campaign } = await service.campaign();
    const { id } = await batches.create(campaign, 'khóa-1', ADMIN);
    await batches.setItems(id, ['a.docx', 'b.docx'], [{ file: '~$a.docx', reason: 'Tệp khóa của Word.' }]);
    await batches.noteItems(id, [{ number: 2, submission: null, submissionState: null, reason: 'Bản thứ hai của a.docx.' }]);
    expect(await batches.get(id)).toMatchObject({ items: 1, done: 0 });
    expect(await results.notes(campaign)).toEqual({
      skipped: [
        { file: 'b.docx', reason: 'Bản thứ hai của a.docx.' },
        { file: '~$a.docx', reason: 'Tệp khóa của Word.' },
      ],
      warnings: [],
    });
  });
});

describe('an upload that is refused', () => {
  it('leaves no file that belongs to nobody, and no other one goes', async () => {
    const service = await Service.open();
    const { batches } = service.records;
    const { id: campaign } = await service.campaign();
    const { id } = await batches.create(campaign, 'khóa-1', ADMIN);
    const kept = await service.store('bài đã nhận');
    await batches.addUpload(id, 'a.docx', kept);
    await batches.seal(id, ADMIN);
    const late = await service.store('bài đến muộn');
    for (const original of [late, kept]) {
      await expect(batches.addUpload(id, 'b.docx', original)).rejects.toMatchObject({ code: 'batch-closed' });
    }
    expect(existsSync(service.records.originals.pathOf(late.sha256))).toBe(false);
    expect(await service.corpus.verify()).toEqual([]);
  });
});

describe('another process', () => {
  it('sees what this one writes, and the mark tells it when to look', async () => {
    const service = await Service.open();
    const other = await openRecords(service.folder);
    const before = [service.records.changeMark(), other.changeMark()];
    expect([service.records.changeMark(), other.changeMark()]).toEqual(before);
    const { id } = await service.campaign();
    expect(service.records.changeMark()).not.toBe(before[0]);
    const mark = other.changeMark();
    expect(mark).not.toBe(before[1]);
    expect(await other.campaigns.get(id)).not.toBeNull();
    expect(other.changeMark()).toBe(mark);
  });
});

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { writeBackup } from '../../../src/corpus/sqlite/backup.js';
import { addToErasureList, ERASURE_LIST } from '../../../src/corpus/sqlite/erasure-list.js';
import { restoreBackup } from '../../../src/corpus/sqlite/restore.js';
import { essayOf, syllables } from '../essays.js';
import { newFolder, openCorpus } from '../folders.js';
import { allOf, CARD, FILE, NAME, REASON, withPerson } from './erased-world.js';
import { ADMIN, openRecords } from './service.js';

describe('erasing what is kept of a person', () => {
  it('leaves nothing that names her, in the database or the files, and a log that still holds', async () => {
    const { service, campaign, hers, other } = await withPerson();
    const { records, corpus, folder } = service;
    const before = (await corpus.list()).find(({ id }) => id === hers.id)!;
    expect(await records.erasures.people('goc', 'Bưởi')).toMatchObject([{ id: 'p1', card: CARD, essays: 1 }]);
    const erasure = await records.erasures.erasePerson('p1', REASON, ADMIN);
    expect(erasure).toMatchObject({ what: 'person', submissions: [hers.id], reason: REASON, by: ADMIN });
    expect((await corpus.list()).map(({ id }) => id)).toEqual([other.id]);
    expect(await records.results.one(campaign.id, hers.id)).toBeNull();
    expect(await records.erasures.people('goc', '')).toEqual([]);
    expect(await records.erasures.ofUnit('goc')).toMatchObject([{ reason: REASON }]);
    expect(await records.log.verify()).toBeNull();
    expect(await corpus.verify()).toEqual([]);
    // The mark of her essay is gone, another's stays without her name.
    expect((await records.exemplary.list(campaign.id)).map(({ id }) => id)).toEqual(['bai-khac']);
    const job = await records.jobs.next();
    expect(job).toMatchObject({ kind: 'refresh', campaign: campaign.id });
    const left = await allOf(folder);
    for (const secret of [NAME, CARD, FILE, before.sha256]) expect([secret, left.includes(secret)]).toEqual([secret, false]);
    // That somebody attended stays, so that the session's figures add up; who it was does not.
    expect(await records.studies.list(campaign.id)).toMatchObject([{ speaker: 'Đồng chí đã xóa', listed: { summoned: 1, attended: 1 } }]);
    await expect(records.erasures.erasePerson('p1', REASON, ADMIN)).rejects.toMatchObject({ code: 'unknown-id' });
  });

  it('takes her out of what was typed in reports of her unit, sent or not, and leaves who signed them', async () => {
    const { service, campaign } = await withPerson();
    const { unitReports, figures, erasures } = service.records;
    const section = { id: 'khen', heading: 'Ưu điểm', level: 1, kind: 'text', groups: [], hint: '', isRequired: true } as const;
    await unitReports.saveOutline(campaign.id, { title: 'Báo cáo', sections: [section], due: null }, 0, ADMIN);
    await unitReports.giveOutline(campaign.id, 1, ADMIN);
    const texts = { khen: `Đồng chí ${NAME} (${CARD}) có bài tốt.` };
    const revision = await unitReports.save(campaign.id, { texts, parts: { signerName: 'Lò Văn Ký' }, revision: 0 }, ADMIN);
    const { all } = await figures.of(campaign.id, { keyCadres: false });
    const sent = { all, keyCadres: all, standing: { finished: [], late: [], silent: [] } };
    const number = await unitReports.send(campaign.id, { revision, figures: sent }, ADMIN);
    await unitReports.decide(campaign.id, { unit: 'goc', number }, { verdict: 'returned', remark: `${NAME} ở chi bộ nào?` }, ADMIN);
    await erasures.erasePerson('p1', REASON, ADMIN);
    const left = await allOf(service.folder);
    for (const secret of [NAME, CARD]) expect([secret, left.includes(secret)]).toEqual([secret, false]);
    const { content, sending } = await unitReports.sending(campaign.id, number);
    expect(content.texts.khen).toMatch(/^Đồng chí .+ có bài tốt\.$/);
    expect(content.figures.all).toEqual(all);
    expect(sending).toMatchObject({ signer: 'Lò Văn Ký', verdict: 'returned' });
  });

  it('shows in the log what was cleared, and lines cleared by anybody else are found', async () => {
    const { service, hers } = await withPerson();
    const { records, folder } = service;
    await records.erasures.erasePerson('p1', REASON, ADMIN);
    const lines = await records.log.list({ limit: 100 });
    expect(lines[0]).toMatchObject({ kind: 'erased', actor: ADMIN, details: { what: 'person', essays: 1 } });
    const cleared = lines.find(({ kind, submission }) => kind === 'concluded' && submission === hers.id)!;
    expect(cleared).toMatchObject({ actor: ADMIN, details: { erased: true } });
    const database = new Database(join(folder, 'corpus.sqlite'));
    const created = lines.find(({ kind }) => kind === 'campaign-created')!;
    database.prepare(`UPDATE event SET details = '{"erased":true}' WHERE sequence = ?`).run(created.sequence);
    database.close();
    expect(await records.log.verify()).toBe(created.sequence);
  });

  it('waits for a batch that would bring the essay back', async () => {
    const { service, campaign } = await withPerson();
    await service.readBatch(campaign, [essayOf(CARD, syllables(9, 60), { campaign: campaign.name, file: 'lan-hai.docx' })], 'khóa-2');
    await expect(service.records.erasures.erasePerson('p1', REASON, ADMIN)).rejects.toMatchObject({ code: 'batch-busy' });
    expect(await service.records.erasures.people('goc', CARD)).toHaveLength(1);
  });

  it('holds for backups made before: restoring one erases again before anybody opens it', async () => {
    const { service, hers, other } = await withPerson();
    const { records, folder } = service;
    const place = join(dirname(folder), `sao-luu-${hers.id}`);
    const backup = join(place, 'kho.zip');
    await writeBackup(folder, backup, service.clock.now());
    await records.erasures.erasePerson('p1', REASON, ADMIN);
    await addToErasureList(place, await records.erasures.all());
    const list = await readFile(join(place, ERASURE_LIST), 'utf8');
    for (const secret of [NAME, CARD, FILE]) expect(list).not.toContain(secret);

    const restored = join(await newFolder(), 'kho');
    expect(await restoreBackup(backup, restored, service.clock.now())).toMatchObject({ essays: 1 });
    const left = await allOf(restored);
    for (const secret of [NAME, CARD, FILE]) expect([secret, left.includes(secret)]).toEqual([secret, false]);
    const again = await openRecords(restored, service.clock);
    expect(await again.log.verify()).toBeNull();
    expect((await again.log.list({ limit: 2 })).map(({ kind }) => kind)).toEqual(['erased', 'restored']);
    const corpus = await openCorpus(restored);
    expect((await corpus.list()).map(({ id }) => id)).toEqual([other.id]);
    expect(await corpus.verify()).toEqual([]);
    await corpus.close();
    // A backup of the restored corpus brings the list along, wherever it is put.
    const later = join(place, 'nơi khác', 'kho.zip');
    await writeBackup(restored, later, service.clock.now());
    expect(await readFile(join(dirname(later), ERASURE_LIST), 'utf8')).toContain(hers.id);
  });
});

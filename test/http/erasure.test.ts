import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import type { DueEssaysView, ErasureView, KeptPersonView } from '../../src/api/erasure.js';
import { writeBackup } from '../../src/corpus/sqlite/backup.js';
import { backupsOf } from '../../src/corpus/sqlite/erasure-list.js';
import { openSqliteRecords } from '../../src/corpus/sqlite/records/open-records.js';
import { restoreBackup } from '../../src/corpus/sqlite/restore.js';
import { correctAssessment } from '../../src/pipeline/correct-assessment.js';
import { openCorpus } from '../corpus/folders.js';
import { type Browser, makeCampaign, type Service, startService } from './service.js';
import { addPerson, addUnit, enterAs } from './units.js';
import { workOff } from './work-off.js';

const WHO = 'Nguyễn Thị Bưởi';
const FILE = 'nguyen-thi-buoi.txt';
const REASON = 'theo đơn đề nghị số 3';
const essay = (about: string): string => `Bài thu hoạch của tôi về ${about}. `.repeat(40);
const hers = essay('việc giữ gìn nguồn nước suối Khe Trám');

async function withEssays() {
  const service = await startService();
  const browser = await service.enter();
  const campaign = await makeCampaign(browser);
  const person = addPerson(service, 'goc', WHO);
  const roster = `file,member,unit,post,place\n${FILE},HA-${person},Chi bộ 1,,\n`;
  await handIn(browser, campaign, { key: 'lần bấm đầu', roster }, [
    [FILE, Buffer.from(hers)],
    ['khac.txt', Buffer.from(essay('đường liên thôn và nhà văn hóa mới'))],
  ]);
  await workOff(service);
  return { service, browser, campaign, person };
}

async function handIn(
  browser: Browser,
  campaign: string,
  { key, roster }: { readonly key: string; readonly roster?: string },
  files: readonly (readonly [name: string, bytes: Buffer])[],
): Promise<string> {
  const { body } = await browser.send('post', `/api/campaigns/${campaign}/batches`, { key }).expect(200);
  const address = `/api/batches/${(body as { id: string }).id}`;
  for (const [name, bytes] of files) await browser.send('post', `${address}/files`).attach('file', bytes, name).expect(200);
  if (roster !== undefined)
    await browser.send('put', `${address}/roster`).set('Content-Type', 'text/csv').send(Buffer.from(roster)).expect(200);
  await browser.send('post', `${address}/seal`).expect(200);
  return (body as { id: string }).id;
}

async function zipOf(files: readonly (readonly [name: string, text: string])[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of files) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** Every file of a data folder but the backups, which erasing again takes care of. */
async function filesBelow(folder: string): Promise<(readonly [string, Buffer])[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.zip'))
    .map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (file) => [file, await readFile(file)] as const));
}

const namesIn = async ({ folder }: Pick<Service, 'folder'>): Promise<string[]> => {
  const corpus = await openCorpus(folder);
  const names = (await corpus.list()).map(({ file }) => file).sort();
  await corpus.close();
  return names;
};

const itemsOf = async ({ records }: Pick<Service, 'records'>, batch: string): Promise<(string | null)[][]> =>
  (await records.batches.items(batch)).map(({ file, state, reason }) => [file, state, reason]);

describe('erasing what is kept of a person', () => {
  test('is asked for with a reason, done for good, and stands in the record of the unit', async () => {
    const { service, browser, campaign, person } = await withEssays();
    const found: KeptPersonView[] = (await browser.get('/api/units/goc/people?q=B%C6%B0%E1%BB%9Fi').expect(200)).body;
    expect(found).toMatchObject([{ id: person, name: WHO, essays: 1 }]);
    await browser.send('post', `/api/people/${person}/erase`, { reason: ' vì ' }).expect(400);
    const committee = await enterAs(service, 'goc', ['committee']);
    await committee.send('post', `/api/people/${person}/erase`, { reason: REASON }).expect(404);
    const beside = await enterAs(service, addUnit(service, 'Đảng bộ xã Tân Lập'), ['administrator']);
    await beside.send('post', `/api/people/${person}/erase`, { reason: REASON }).expect(404);
    await browser.send('post', `/api/people/${person}/erase`, { reason: REASON }).expect(200);
    await browser.send('post', `/api/people/${person}/erase`, { reason: REASON }).expect(404);
    const record: ErasureView[] = (await browser.get('/api/units/goc/erasures').expect(200)).body;
    expect(record).toMatchObject([{ what: 'person', essays: 1, reason: REASON }]);
    expect(JSON.stringify(record)).not.toContain(WHO);
    expect(await namesIn(service)).toEqual(['khac.txt']);
    const list = await readFile(join(backupsOf(service.folder), 'xoa-du-lieu.jsonl'), 'utf8');
    for (const secret of [WHO, FILE, `HA-${person}`]) expect(list).not.toContain(secret);
    await workOff(service);
    expect((await browser.get(`/api/campaigns/${campaign}/overview`).expect(200)).text).not.toContain(FILE);
  });

  test('holds for an archive that was waiting to be read, here and in a backup that is brought back', async () => {
    const { service, browser, campaign, person } = await withEssays();
    const archive = await zipOf([
      [`ho so/${FILE}`, hers],
      ['ho so/moi.txt', essay('hợp tác xã và mô hình trồng rừng gỗ lớn')],
    ]);
    const batch = await handIn(browser, campaign, { key: 'lần bấm sau' }, [['ho-so.zip', archive]]);
    const backup = join(backupsOf(service.folder), 'kho.zip');
    await writeBackup(service.folder, backup, service.parts.now());
    await browser.send('post', `/api/people/${person}/erase`, { reason: REASON }).expect(200);

    const folder = join(service.folder, '..', 'kho khác');
    await restoreBackup(backup, folder, service.parts.now());
    const records = await openSqliteRecords({ folder, create: false, now: service.parts.now, correct: correctAssessment });
    for (const place of [service, { ...service, folder, records }]) {
      await workOff(place);
      expect(await namesIn(place)).toEqual(['ho-so.zip/ho so/moi.txt', 'khac.txt']);
      const [gone, read] = await itemsOf(place, batch);
      expect(gone).toEqual(['đã xóa', 'skipped', expect.stringContaining('đã được xóa sau khi nhận tệp')]);
      expect(read).toEqual([expect.stringContaining('moi.txt'), 'read', null]);
      const kept = await readFile(join(place.folder, 'corpus.sqlite'));
      for (const secret of [WHO, FILE]) expect([secret, kept.includes(secret)]).toEqual([secret, false]);
    }
    await records.close();
    // What is handed in after it is people's own decision.
    const later = await handIn(browser, campaign, { key: 'lần sau nữa' }, [[FILE, Buffer.from(hers)]]);
    await workOff(service);
    expect(await itemsOf(service, later)).toMatchObject([[FILE, 'read', null]]);
  });

  test('takes her name from archives and folders that brought others’ essays too, wherever it stands', async () => {
    const { service, browser, campaign, person } = await withEssays();
    const names = [`${WHO} - nộp bài.zip`, 'NguyenThiBuoi.zip', 'ghi chép của nguyen_thi_buoi.txt'];
    const archive = await zipOf([
      [`a/${FILE}`, hers],
      ['a/moi.txt', essay('hợp tác xã và mô hình trồng rừng gỗ lớn')],
      ['a/trong.txt', ''],
    ]);
    const inside = await zipOf([['HO SO NGUYEN THI BUOI/cua nguoi khac.txt', essay('cầu treo bản Pưn và đàn bò sinh sản')]]);
    const kept = essay('lớp học buổi tối ở nhà văn hóa bản Pưn');
    const files = [archive, inside, Buffer.from(kept)].map((bytes, at) => [names[at]!, bytes] as const);
    const batch = await handIn(browser, campaign, { key: 'lần bấm sau' }, files);
    await workOff(service);
    const waiting = await handIn(browser, campaign, { key: 'lần bấm sau nữa' }, [[names[0]!, await zipOf([['b.txt', essay('vườn ươm')]])]]);
    const backup = join(backupsOf(service.folder), 'kho.zip');
    await writeBackup(service.folder, backup, service.parts.now());
    await browser.send('post', `/api/people/${person}/erase`, { reason: REASON }).expect(200);
    await workOff(service);

    const folder = join(service.folder, '..', 'kho phục hồi');
    await restoreBackup(backup, folder, service.parts.now());
    const records = await openSqliteRecords({ folder, create: false, now: service.parts.now, correct: correctAssessment });
    const secrets = [...names, WHO, 'NguyenThiBuoi', 'nguyen_thi_buoi', 'NGUYEN THI BUOI', FILE];
    for (const home of [service, { ...service, folder, records }]) {
      await workOff(home);
      const left = await namesIn(home);
      const inArchives = ['đã xóa 1.zip/a/moi.txt', 'đã xóa 1.zip/a/trong.txt', 'đã xóa 1.zip/b.txt'];
      // The copy that nobody is known to have written stays, as do others' essays.
      expect(left).toEqual(['khac.txt', 'đã xóa 1.txt', ...inArchives, 'đã xóa 3.txt', 'đã xóa 4.txt']);
      expect((await home.records.batches.uploads(batch)).map(({ file }) => file)).toEqual(['đã xóa 1.zip', 'đã xóa 2.zip', 'đã xóa 3.txt']);
      expect(await itemsOf(home, waiting)).toEqual([['đã xóa 1.zip/b.txt', 'read', null]]);
      for (const [file, bytes] of await filesBelow(home.folder))
        for (const secret of secrets)
          for (const spelt of [secret, secret.normalize('NFD'), JSON.stringify(secret).slice(1, -1)])
            expect([file, secret, bytes.includes(spelt)]).toEqual([file, secret, false]);
    }
    await records.close();
    for (const address of [`campaigns/${campaign}/overview`, `campaigns/${campaign}`, `batches/${batch}`, 'log']) {
      const told = (await browser.get(`/api/${address}`).expect(200)).text;
      for (const secret of secrets) expect(told).not.toContain(secret);
    }
  });

  test('leaves nothing in any table that names her, and verify tells when something is left', async () => {
    const { service, browser, campaign, person } = await withEssays();
    const database = new Database(join(service.folder, 'corpus.sqlite'));
    const other = database.prepare("SELECT id FROM submission WHERE file = 'khac.txt'").pluck().get() as string;
    const at = '2026-11-25T08:00:00Z';
    const put = (sql: string, ...values: unknown[]) => database.prepare(sql).run(...values);
    put(
      'INSERT INTO roster_entry (campaign, person, unit, exemption, exemption_note) VALUES (?, ?, ?, ?, ?)',
      campaign,
      person,
      'goc',
      'health',
      `${WHO} nằm viện`,
    );
    put('REPLACE INTO told_writer VALUES (?, ?, ?)', other, JSON.stringify([WHO, 'Ai khác']), JSON.stringify([`HA-${person}`]));
    put('REPLACE INTO writer_candidate VALUES (?, 1, ?, ?)', other, person, 'name');
    put('INSERT INTO pre_check (campaign, person, at) VALUES (?, ?, ?)', campaign, person, at);
    put('INSERT INTO round VALUES (?, ?, 1, NULL, NULL, ?, ?)', campaign, person, WHO, at);
    put("INSERT INTO answered VALUES ('k', 'a', 'r', 200, ?, ?)", JSON.stringify({ name: WHO }), at);
    put(
      "INSERT INTO second_look (id, campaign, unit, submission, person, words, asked_at) VALUES ('l', ?, 'goc', ?, ?, ?, ?)",
      campaign,
      other,
      person,
      `Tôi là ${WHO}`,
      at,
    );
    await browser.send('post', `/api/people/${person}/erase`, { reason: REASON }).expect(200);
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
    const kept = JSON.stringify(tables.map((table) => database.prepare(`SELECT * FROM "${table}"`).all()));
    for (const secret of [WHO, FILE, `HA-${person}`]) expect([secret, kept.includes(secret)]).toEqual([secret, false]);
    expect(kept).toContain('Ai khác');
    put('INSERT INTO pre_check (campaign, person, at) VALUES (?, ?, ?)', campaign, person, at);
    database.close();
    const corpus = await openCorpus(service.folder);
    expect((await corpus.verify()).map(({ text }) => text).filter((text) => text.includes('đã xóa'))).toEqual([
      expect.stringContaining('pre_check'),
    ]);
    await corpus.close();
  });
});

test('what a unit has kept of a campaign long enough is offered, and goes when its administrator says so, here and in older backups', async () => {
  const { service, browser, campaign } = await withEssays();
  const limits = {
    filesPerBatch: null,
    megabytesPerBatch: null,
    idleMinutes: null,
    absoluteMinutes: null,
    retentionYears: 1,
    warningDays: null,
  };
  await browser.send('put', '/api/units/goc/limits', limits).expect(200);
  expect((await browser.get('/api/retention').expect(200)).body).toEqual([]);
  await browser.send('post', `/api/units/goc/retention/${campaign}/erase`, { reason: REASON }).expect(404);
  const database = new Database(join(service.folder, 'corpus.sqlite'));
  const put = (sql: string, ...values: unknown[]) => database.prepare(sql).run(...values);
  put(
    "INSERT INTO quiz (id, key, campaign, unit, title, asked, pass_share, is_public) VALUES ('q', 'k', ?, 'goc', 'Q', 1, 0.5, 1)",
    campaign,
  );
  const at = '2026-11-25T08:00:00.000Z';
  put("INSERT INTO quiz_attempt VALUES ('a', 'q', NULL, 'Bà Lường Thị Khách', '[]', ?, NULL, ?, 1, 1)", at, at);
  service.sleep(370 * 86_400_000);
  const later = await service.visit();
  await later.send('post', '/api/session', { name: 'Đoàn Thị Mận', password: 'mật khẩu đủ dài' }).expect(200);
  const due: DueEssaysView[] = (await later.get('/api/retention').expect(200)).body;
  expect(due).toMatchObject([{ campaign, unit: 'goc', essays: 2, years: 1 }]);
  const backup = join(backupsOf(service.folder), 'kho.zip');
  await writeBackup(service.folder, backup, service.parts.now());
  await later.send('post', `/api/units/goc/retention/${campaign}/erase`, { reason: REASON }).expect(200);
  expect((await later.get('/api/retention').expect(200)).body).toEqual([]);
  expect((await later.get('/api/units/goc/erasures').expect(200)).body).toMatchObject([{ what: 'campaign', essays: 2 }]);
  expect(await namesIn(service)).toEqual([]);
  // That somebody took it stays in the unit's counts, their name does not.
  expect(database.prepare('SELECT guest, correct FROM quiz_attempt').all()).toEqual([{ guest: '', correct: 1 }]);
  database.close();
  await workOff(service);
  const restored = join(service.folder, '..', 'kho lấy lại');
  await restoreBackup(backup, restored, service.parts.now());
  // The list of erasures beside the backup names the campaign, so that all of it goes from there again.
  for (const folder of [service.folder, restored])
    for (const [file, bytes] of await filesBelow(folder))
      for (const secret of ['Bà Lường Thị Khách', FILE, 'khac.txt', 'nguồn nước suối'])
        expect([file, secret, bytes.includes(secret)]).toEqual([file, secret, false]);
});

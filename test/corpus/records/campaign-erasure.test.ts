import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Records } from '../../../src/corpus/records/records.js';
import { writeBackup } from '../../../src/corpus/sqlite/backup.js';
import { addToErasureList, ERASURE_LIST } from '../../../src/corpus/sqlite/erasure-list.js';
import { restoreBackup } from '../../../src/corpus/sqlite/restore.js';
import { essayOf, syllables } from '../essays.js';
import { newFolder, openCorpus } from '../folders.js';
import { allOf, CARD, FILE, withPerson } from './erased-world.js';
import { ADMIN, openRecords } from './service.js';

/** What people wrote in the campaign besides essays, each with words that stand nowhere else. */
const WRITTEN = [
  ...[
    'Kế hoạch riêng của bà Bưởi',
    'Tôi sẽ vận động bản Pưn',
    'ke-hoach-buoi.docx',
    'Trồng lại rừng Khe Trám',
    'Bà Lò Thị Việc',
    'trước mùa mưa',
  ],
  ...['Cần nói rõ ai làm', 'Ông Mùa A Góp', 'nằm viện tỉnh', 'xin về sớm vì con ốm', 'Giảng viên Lường Văn Nói', 'Bà Lường Thị Khách'],
  ...['câu trả lời thứ ba', 'tổ của ông Vàng làm giỏi', 'hồ sơ bà Cúc.zip', 'danh-sach-cua-bep.txt', 'bản in của ông Tư không đọc được'],
] as const;

/** The same corpus with all that, and another unit whose words stay. */
async function withWritten() {
  const { service, campaign, hers, other } = await withPerson();
  const [title, text, file, task, who, measure, remark, guest, health, note, speaker, visitor, answer, praise, archive, skipped, reason] =
    WRITTEN;
  const at = '2026-11-20T08:00:00.000Z';
  const database = new Database(join(service.folder, 'corpus.sqlite'));
  const put = (sql: string, ...values: unknown[]) => database.prepare(sql).run(...values);
  for (const [id, unit, words] of [
    ['cua-ta', 'goc', text],
    ['cua-ho', 'khac', 'Chữ của đơn vị khác'],
  ] as const) {
    if (unit !== 'goc') put("INSERT INTO unit (id, parent, name, created_at) VALUES ('khac', 'goc', 'Chi bộ khác', ?)", at);
    put(
      `INSERT INTO programme (id, campaign, unit, kind, person, title, state, file, sha256, text, facts, issued_number, issued_on, created_by, created_at)
      VALUES (?, ?, ?, 'personal-plan', ?, ?, 'issued', ?, 'x', ?, '{}', '12-KH', '2026-11-21', ?, ?)`,
      ...[id, campaign.id, unit, unit === 'goc' ? 'p1' : null, title, file, words, ADMIN, at],
    );
  }
  put("UPDATE programme SET title = 'Kế hoạch khác', file = NULL WHERE id = 'cua-ho'");
  put("INSERT INTO programme_task VALUES ('cua-ta', 0, 'this-year', ?, ?, '2026-12-31', ?)", task, who, measure);
  put("INSERT INTO programme_remark VALUES ('r1', 'cua-ta', 1, 'meeting', ?, NULL, '{\"count\":4}', ?, ?, ?)", guest, remark, ADMIN, at);
  put("INSERT INTO programme_shingle VALUES (77, 'cua-ta', 0, 9)");
  put(
    "INSERT INTO roster_entry (campaign, person, unit, exemption, exemption_note) VALUES (?, 'p1', 'goc', 'health', ?)",
    campaign.id,
    health,
  );
  put("UPDATE person SET is_head = 1 WHERE id = 'p1'");
  put("UPDATE attendance SET note = ? WHERE session = 's1'", note);
  put("UPDATE study_session SET speaker = ? WHERE id = 's1'", speaker);
  put(
    "INSERT INTO quiz (id, key, campaign, unit, title, asked, pass_share, is_public) VALUES ('q', 'k', ?, 'goc', 'Q', 3, 0.5, 1)",
    campaign.id,
  );
  put("INSERT INTO quiz_attempt VALUES ('a1', 'q', NULL, ?, '[]', ?, NULL, ?, 2, 3)", visitor, at, at);
  put("INSERT INTO quiz_attempt VALUES ('a2', 'q', 'p1', '', ?, ?, NULL, ?, 3, 3)", JSON.stringify([{ words: answer }]), at, at);
  put("INSERT INTO exemplary VALUES ('don-vi', ?, 'goc', NULL, ?, ?, ?)", campaign.id, praise, ADMIN, at);
  const batch = database.prepare('SELECT id FROM batch').pluck().get() as string;
  put("INSERT INTO upload VALUES (?, 90, ?, 'ab', 3)", batch, archive);
  put('UPDATE batch SET roster = ? WHERE id = ?', `file,member,unit\n${FILE},${CARD},Chi bộ 1`, batch);
  put('INSERT INTO skipped VALUES (?, 90, ?, ?)', batch, skipped, reason);
  database.close();
  await service.records.programmes.comment(campaign.id, 'cua-ta', { kind: 'outside', saidBy: guest, words: remark, count: null }, ADMIN);
  const none = { filesPerBatch: null, megabytesPerBatch: null, idleMinutes: null, absoluteMinutes: null, warningDays: null };
  await service.records.units.setLimits('goc', { ...none, retentionYears: 5 }, ADMIN);
  return { service, campaign, hers, other };
}

const SECRETS = [...WRITTEN, FILE, 'khac.docx', 'có việc cụ thể', 'chép bài'];

/** What is found of the words, each spelt as it is or as JSON has it. */
async function foundOf(folder: string, words: readonly string[]): Promise<string[]> {
  const all = await allOf(folder);
  return words.filter((word) => all.includes(word) || all.includes(JSON.stringify(word).slice(1, -1)));
}

describe('what a unit has kept of a campaign for longer than it wants', () => {
  const YEARS = 5 * 365 * 86_400_000;
  const dueOf = async ({ erasures }: Pick<Records, 'erasures'>): Promise<string[]> =>
    (await erasures.due()).map(({ unit, essays }) => `${unit}: ${essays}`).sort();

  it('is offered, and goes when somebody says so: words, answers, names of guests and files; what figures rest on stays', async () => {
    const { service, campaign } = await withWritten();
    const { records, corpus, clock, folder } = service;
    expect(await records.erasures.due()).toEqual([]);
    clock.pass(YEARS - 86_400_000);
    expect(await records.erasures.due()).toEqual([]);
    clock.pass(6 * 86_400_000);
    expect(await dueOf(records)).toEqual(['goc: 2', 'khac: 0']);
    expect(await foundOf(folder, SECRETS)).toEqual(SECRETS);
    const { all: before } = await records.figures.of(campaign.id, { keyCadres: false });
    const erasure = await records.erasures.eraseDue(campaign.id, 'goc', 'hết hạn lưu', ADMIN);
    expect(erasure).toMatchObject({ what: 'campaign', campaign: campaign.id, person: null });
    expect(await foundOf(folder, SECRETS)).toEqual([]);
    expect(await foundOf(folder, ['Chữ của đơn vị khác', 'Kế hoạch khác'])).toHaveLength(2);
    expect(await corpus.list()).toEqual([]);
    expect(await dueOf(records)).toEqual(['khac: 0']);
    await expect(records.erasures.eraseDue(campaign.id, 'goc', 'hết hạn lưu', ADMIN)).rejects.toMatchObject({ code: 'unknown-id' });
    expect(await records.log.verify()).toBeNull();
    expect(await corpus.verify()).toEqual([]);

    const { programmes } = await records.programmes.list(campaign.id);
    expect(programmes.find(({ id }) => id === 'cua-ta')).toMatchObject({
      ...{ title: 'đã xóa', state: 'issued', issuedNumber: '12-KH', issuedOn: '2026-11-21', tasks: { 'this-year': 1 } },
    });
    expect(await records.studies.list(campaign.id)).toMatchObject([{ speaker: '', listed: { summoned: 1, attended: 1 } }]);
    const { all: after } = await records.figures.of(campaign.id, { keyCadres: false });
    const facts = ['members', 'exempt', 'exemptHealth', 'sessions', 'attended', 'quizTaken', 'quizPassed', 'exemplaryUnits'] as const;
    for (const fact of facts) expect([fact, after[fact]]).toEqual([fact, before[fact]]);
    expect(facts.map((fact) => before[fact])).toEqual(facts.map(() => 1));
  });

  it('stays away when a backup made before, with a batch that waits, is brought back; a backup made after has nothing of it', async () => {
    const { service, campaign, hers } = await withWritten();
    const { records, clock, folder } = service;
    const place = join(dirname(folder), `sao-luu-dot-${hers.id}`);
    const [backup, later] = [join(place, 'kho.zip'), join(place, 'kho-sau.zip')];
    const waiting = essayOf('ai', syllables(9, 60), { campaign: campaign.name, file: 'dang-doc-do.docx' });
    const { batch } = await service.readBatch(campaign, [waiting], 'khóa-2');
    await writeBackup(folder, backup, clock.now());
    const database = new Database(join(folder, 'corpus.sqlite'));
    database.prepare("UPDATE batch SET state = 'done' WHERE id = ?").run(batch.id);
    database.close();
    clock.pass(YEARS + 6 * 86_400_000);
    await records.erasures.eraseDue(campaign.id, 'goc', 'hết hạn lưu', ADMIN);
    await addToErasureList(place, await records.erasures.all());
    const list = await readFile(join(place, ERASURE_LIST), 'utf8');
    for (const secret of SECRETS) expect(list).not.toContain(secret);
    await writeBackup(folder, later, clock.now());

    for (const file of [backup, later]) {
      const restored = join(await newFolder(), 'kho');
      expect(await restoreBackup(file, restored, clock.now())).toMatchObject({ essays: 0 });
      expect(await foundOf(restored, [...SECRETS, 'dang-doc-do.docx'])).toEqual([]);
      const again = await openRecords(restored, clock);
      expect(await again.log.verify()).toBeNull();
      // Not the batch that was just being read.
      expect(await again.jobs.next()).toMatchObject({ kind: 'refresh' });
      const corpus = await openCorpus(restored);
      expect(await corpus.verify()).toEqual([]);
      await corpus.close();
    }
  });

  it('is told by verifying when some of it is there again, and offered again', async () => {
    const { service, campaign } = await withWritten();
    const { records, corpus, clock, folder } = service;
    clock.pass(YEARS + 6 * 86_400_000);
    await records.erasures.eraseDue(campaign.id, 'goc', 'hết hạn lưu', ADMIN);
    const database = new Database(join(folder, 'corpus.sqlite'));
    database.prepare("UPDATE quiz_attempt SET guest = 'Bà Lường Thị Khách'").run();
    database.prepare("UPDATE attendance SET note = 'xin về sớm'").run();
    database.close();
    const told = (await corpus.verify()).map(({ text }) => text);
    expect(told.map((text) => /^Bảng (\w+) còn dữ liệu của một đợt/.exec(text)?.[1])).toEqual(['attendance', 'quiz_attempt']);
    expect(await dueOf(records)).toEqual(['goc: 0', 'khac: 0']);
    await records.erasures.eraseDue(campaign.id, 'goc', 'còn sót', ADMIN);
    expect(await corpus.verify()).toEqual([]);
  });

  it('waits for a batch that is being read; one that was never handed in for good goes too, with its files', async () => {
    const { service, campaign } = await withWritten();
    const { records, clock, folder } = service;
    const { batch } = await service.readBatch(
      campaign,
      [essayOf('ai', syllables(9, 60), { campaign: campaign.name, file: 'hai.docx' })],
      'khóa-2',
    );
    const { id } = await records.batches.create(campaign.id, 'khóa-3', ADMIN);
    await records.batches.addUpload(id, 'bỏ dở của bà Mỷ.zip', await service.store('bài bỏ dở'));
    clock.pass(YEARS + 6 * 86_400_000);
    await expect(records.erasures.eraseDue(campaign.id, 'goc', 'hết hạn lưu', ADMIN)).rejects.toMatchObject({ code: 'batch-busy' });
    expect(await foundOf(folder, WRITTEN)).toEqual([...WRITTEN]);
    const database = new Database(join(folder, 'corpus.sqlite'));
    database.prepare("UPDATE batch SET state = 'done' WHERE id = ?").run(batch.id);
    database.close();
    await records.erasures.eraseDue(campaign.id, 'goc', 'hết hạn lưu', ADMIN);
    expect(await foundOf(folder, [...SECRETS, 'hai.docx', 'bỏ dở của bà Mỷ', 'bài bỏ dở'])).toEqual([]);
    expect((await records.batches.get(id))?.state).toBe('withdrawn');
  });
});

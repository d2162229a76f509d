import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Records } from '../../../src/corpus/records/records.js';
import { writeBackup } from '../../../src/corpus/sqlite/backup.js';
import { addToErasureList, ERASURE_LIST } from '../../../src/corpus/sqlite/erasure-list.js';
import { restoreBackup } from '../../../src/corpus/sqlite/restore.js';
import { essayOf, syllables } from '../essays.js';
import { newFolder, openCorpus } from '../folders.js';
import { ADMIN, assessmentOf, openRecords, Service, workOn } from './service.js';

const NAME = 'Nguyễn Thị Bưởi';
const CARD = 'HA-000417';
const FILE = 'nguyen-thi-buoi.docx';
const REASON = 'theo đơn đề nghị số 3';

/** A corpus with an essay of one person, another that names it, and a conclusion that speaks of her. */
async function withPerson() {
  const service = await Service.open();
  const campaign = await service.campaign();
  await service.records.people.createFirst({ name: ADMIN, passwordHash: 'x' });
  const read = await service.readBatch(campaign, [
    essayOf(CARD, syllables(1, 60), { campaign: campaign.name, file: FILE }),
    essayOf('khac', syllables(2, 60), { campaign: campaign.name, file: 'khac.docx' }),
  ]);
  const [hers, other] = read.submissions;
  const naming = { kind: 'best-share', text: `Trùng với ${FILE}` } as never;
  const match = { submission: hers!.id, similarity: 0.5, passages: [] } as never;
  const work = workOn(read, campaign);
  const results = work.results.map((result) =>
    result.assessment.submission.id === other!.id
      ? { ...result, assessment: assessmentOf(other!, { matches: [match], reasons: [naming] }) }
      : result,
  );
  await service.records.results.record({ ...work, results });
  const conclusion = { verdict: 'rewrite', grounds: ['copied'], reason: `Đồng chí ${NAME} chép bài`, revision: 0 } as const;
  await service.records.results.conclude(campaign.id, hers!.id, conclusion, ADMIN);
  const database = new Database(join(service.folder, 'corpus.sqlite'));
  database
    .prepare(
      "INSERT INTO person (id, unit, card, name, cell, post, place, is_head, is_key_cadre) VALUES ('p1', 'goc', ?, ?, 'Chi bộ 1', 'Kế toán', '', 0, 0)",
    )
    .run(CARD, NAME);
  database
    .prepare(
      `INSERT INTO study_session (id, campaign, unit, day, title, form, mode, is_catch_up, place, speaker, speaker_post, is_combined)
      VALUES ('s1', ?, 'goc', '2026-11-12', 'Buổi học', 'class', 'in-person', 0, '', ?, 'other', 0)`,
    )
    .run(campaign.id, `Đồng chí ${NAME}`);
  database.prepare("INSERT INTO attendance (session, person, attended, note) VALUES ('s1', 'p1', 1, ?)").run(`thay cho ${NAME}`);
  const mark = database.prepare("INSERT INTO exemplary VALUES (?, ?, 'goc', ?, ?, ?, '2026-11-20T08:00:00.000Z')");
  mark.run('bai-cua-ba', campaign.id, hers!.id, `Bài của ${NAME} có việc cụ thể`, ADMIN);
  mark.run('bai-khac', campaign.id, other!.id, `Cùng tổ với ${NAME}, số thẻ ${CARD}`, ADMIN);
  database.close();
  return { service, campaign, hers: hers!, other: other! };
}

/** Everything that a corpus holds, its database and its files, as one text. */
async function allOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.lock'));
  const texts = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')));
  return [...texts, ...files.map(({ name }) => name)].join('\n');
}

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

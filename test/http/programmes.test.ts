import readExcel from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { ChargeView, DutyCountsView, ListedProgrammeView, ProgrammeView, UnitProgrammesView } from '../../src/api/programmes.js';
import { onDatabase } from '../corpus/records/units.js';
import { type Browser, failureOf, type Service, startService, storedFiles } from './service.js';
import { accountAt, addPerson, addUnit, enterAs } from './units.js';

const TASK = { kind: 'this-year', words: 'Đào lại mương Nà Lừa', who: 'Tổ 3', due: '2027-03-15', measure: '640 m mương' } as const;
const TEXT = 'Thôn Hạ còn 27 hộ chưa có nước sạch vì ống dẫn từ khe Nà Lừa hay tắc sau mưa lũ, chi bộ nhận đào lại mương trước 15/03/2027.';
const GENERIC = [
  'Tập trung lãnh đạo, chỉ đạo tạo chuyển biến rõ nét trên mọi mặt công tác, phấn đấu hoàn thành toàn diện các chỉ tiêu đã đề ra trong nhiệm kỳ.',
  'Tiếp tục đổi mới phương thức lãnh đạo, phát huy vai trò tiền phong gương mẫu của từng cán bộ, đảng viên, nhất là người đứng đầu ở mỗi đơn vị.',
  'Chú trọng công tác kiểm tra, giám sát, kịp thời uốn nắn những biểu hiện lệch lạc, giữ vững nền nếp và tinh thần đoàn kết thống nhất trong nội bộ.',
  'Quan tâm chăm lo đời sống vật chất và tinh thần của nhân dân, giải quyết dứt điểm những vướng mắc nảy sinh ngay từ nơi phát sinh và từ lúc mới có.',
  'Đẩy mạnh tuyên truyền bằng nhiều hình thức phong phú, sát với từng đối tượng, làm cho mọi người hiểu rõ mục đích, ý nghĩa và tự giác tham gia.',
].join('\n');

/** A commune with two cells, whose campaign asks each for a programme; somebody of the commune is in charge of the first. */
async function commune() {
  const service = await startService();
  await service.enter();
  const top = addUnit(service, 'Đảng ủy xã Mả Vối');
  const [upper, lower] = [addUnit(service, 'Chi bộ thôn Thượng', top), addUnit(service, 'Chi bộ thôn Hạ', top)];
  onDatabase(service.folder, (database) => {
    database.prepare("UPDATE unit SET kind = 'cell' WHERE id IN (?, ?)").run(upper, lower);
    database.prepare("UPDATE unit SET kind = 'commune-committee' WHERE id = ?").run(top);
  });
  const above = await enterAs(service, top, ['committee', 'administrator'], 'Lò Văn Xã');
  const { id: campaign } = (await above.send('post', '/api/campaigns', { name: 'Học tập Nghị quyết số 21', themes: [] }).expect(201))
    .body as { id: string };
  const duties = [
    { kind: 'collective', unitKind: 'cell', due: '2026-12-20' },
    { kind: 'personal-plan', unitKind: 'cell', due: null },
  ];
  await above.send('put', `/api/campaigns/${campaign}/duties`, { duties, before: [] }).expect(200);
  const cell = await enterAs(service, upper, ['committee', 'reviewer'], 'Quàng Thị Thượng');
  const sister = await enterAs(service, lower, ['committee'], 'Vi Văn Hạ');
  const path = `/api/campaigns/${campaign}/programmes`;
  const inCharge = accountAt(service, top);
  const putInCharge = () => above.send('put', `/api/units/${upper}/in-charge`, { accounts: [inCharge], before: [] }).expect(200);
  return { service, units: { top, upper, lower }, above, cell, sister, campaign, path, duties, putInCharge };
}

async function begin(browser: Browser, path: string, more: object = {}): Promise<ProgrammeView> {
  const given = { kind: 'collective', person: null, title: 'Chương trình hành động của chi bộ', ...more };
  return (await browser.send('post', path, given).expect(201)).body as ProgrammeView;
}

async function write(browser: Browser, path: string, { id, title, revision }: ProgrammeView, text = TEXT): Promise<ProgrammeView> {
  const change = { title, text, tasks: [TASK], adoptedOn: '2026-11-20', revision };
  return (await browser.send('put', `${path}/${id}`, change).expect(200)).body as ProgrammeView;
}

/** One step of a programme as it now stands. */
async function take(browser: Browser, address: string, step: string, body: object): Promise<ProgrammeView> {
  const { revision } = (await browser.get(address).expect(200)).body as ProgrammeView;
  return (await browser.send('post', `${address}/${step}`, { ...body, revision }).expect(200)).body as ProgrammeView;
}

function putHead(service: Service, campaign: string, unit: string, name: string): string {
  const person = addPerson(service, unit, name);
  onDatabase(service.folder, (database) => {
    database.prepare('UPDATE person SET is_head = 1 WHERE id = ?').run(person);
    database.prepare('INSERT INTO roster_entry (campaign, person, unit) VALUES (?, ?, ?)').run(campaign, person, unit);
  });
  return person;
}

describe('a programme', () => {
  it('goes from draft through revise and agreed to issue, and not before who is in charge has said so', async () => {
    const { above, cell, path, putInCharge } = await commune();
    const made = await begin(cell, path);
    const address = `${path}/${made.id}`;
    const empty = await cell.send('post', `${address}/state`, { to: 'for-opinion', revision: made.revision });
    expect([empty.status, failureOf(empty).code]).toEqual([409, 'programme-state']);
    await write(cell, path, made);
    const early = await cell.send('post', `${address}/issue`, { number: '05-CTr/CB', on: '2026-11-25', revision: 2 });
    expect([early.status, failureOf(early).message]).toEqual([409, expect.stringContaining('Chưa có ý kiến thống nhất')]);
    expect((await take(cell, address, 'state', { to: 'for-opinion' })).state).toBe('for-opinion');
    // The committee above is not in charge yet: it does not even see the programme.
    expect((await above.get(address)).status).toBe(404);
    await putInCharge();
    expect((await take(above, address, 'opinion', { verdict: 'revise', words: 'Nêu rõ ai làm.' })).state).toBe('revise');
    const again = await write(cell, path, (await cell.get(address).expect(200)).body as ProgrammeView);
    expect(again.state).toBe('revise');
    await take(cell, address, 'state', { to: 'for-opinion' });
    await take(above, address, 'opinion', { verdict: 'agreed', words: '' });
    const issued = await take(cell, address, 'issue', { number: '05-CTr/CB', on: '2026-11-25' });
    expect(issued).toMatchObject({ state: 'issued', issuedNumber: '05-CTr/CB', issuedOn: '2026-11-25', due: '2026-12-20' });
    expect(issued.remarks.map(({ verdict, by, words }) => [verdict, by, words])).toEqual([
      ['revise', 'Lò Văn Xã', 'Nêu rõ ai làm.'],
      ['agreed', 'Lò Văn Xã', ''],
    ]);
    const late = await cell.send('put', address, { title: 'Khác', text: null, tasks: [], adoptedOn: null, revision: issued.revision });
    expect([late.status, failureOf(late).code]).toEqual([409, 'programme-state']);
  });

  it('takes an opinion from nobody else: not the own committee, not one above who is not in charge, not one who lost the role', async () => {
    const { service, above, cell, path, units, putInCharge } = await commune();
    const made = await write(cell, path, await begin(cell, path));
    const address = `${path}/${made.id}`;
    await take(cell, address, 'state', { to: 'for-opinion' });
    const opinion = { verdict: 'agreed', words: '', revision: 3 };
    expect((await cell.send('post', `${address}/opinion`, opinion)).status).toBe(404);
    const other = await enterAs(service, units.top, ['committee'], 'Ngần Thị Khác');
    expect((await other.send('post', `${address}/opinion`, opinion)).status).toBe(404);
    await putInCharge();
    expect((await other.send('post', `${address}/opinion`, opinion)).status).toBe(404);
    onDatabase(service.folder, (database) =>
      database.prepare("DELETE FROM held_role WHERE unit = ? AND role = 'committee'").run(units.top),
    );
    expect((await above.send('post', `${address}/opinion`, opinion)).status).toBe(404);
    expect(((await cell.get(address).expect(200)).body as ProgrammeView).state).toBe('for-opinion');
  });

  it('tells whoever comes second how it stands, and answers a request that comes again once', async () => {
    const { above, cell, path, putInCharge } = await commune();
    await putInCharge();
    const made = await write(cell, path, await begin(cell, path));
    const address = `${path}/${made.id}`;
    await take(cell, address, 'state', { to: 'for-opinion' });
    const agreed = { verdict: 'agreed', words: 'Đồng ý', revision: 3 };
    const first = await above.send('post', `${address}/opinion`, agreed).set('Idempotency-Key', 'bam-mot-lan').expect(200);
    const again = await above.send('post', `${address}/opinion`, agreed).set('Idempotency-Key', 'bam-mot-lan').expect(200);
    expect(again.body).toEqual(first.body);
    const second = await cell.send('post', `${address}/state`, { to: 'draft', revision: 3 });
    expect([second.status, second.body.error.code, second.body.error.details.opinion.by]).toEqual([409, 'programme-outdated', 'Lò Văn Xã']);
  });

  it('keeps comments of meetings and other bodies, and answers of reviewers, those of who is in charge first', async () => {
    const { above, cell, path, campaign, putInCharge } = await commune();
    await putInCharge();
    const made = await write(cell, path, await begin(cell, path));
    const address = `${path}/${made.id}`;
    const meeting = { kind: 'meeting', saidBy: 'Hội nghị chi bộ tháng 11', words: 'Thêm việc dời chuồng trâu.', count: 12 };
    await cell.send('post', `${address}/comments`, meeting).expect(200);
    const front = { kind: 'outside', saidBy: 'Ban công tác Mặt trận thôn', words: 'Hỏi ý các hộ đầu nguồn trước.', count: null };
    await cell.send('post', `${address}/comments`, front).expect(200);
    const answers = (feasible: string) => ({ problem: 'yes', measures: 'yes', feasible, priorities: 'partly' });
    await above.send('post', `${address}/reviews`, { answers: answers('no'), words: 'Chưa có kinh phí.' }).expect(200);
    const { body } = await cell.send('post', `${address}/reviews`, { answers: answers('yes'), words: '' }).expect(200);
    expect((body as ProgrammeView).remarks).toMatchObject([
      { kind: 'meeting', saidBy: 'Hội nghị chi bộ tháng 11', count: 12 },
      { kind: 'outside', count: null },
      { kind: 'review', saidBy: 'in-charge', answers: { feasible: 'no' } },
      { kind: 'review', saidBy: 'own', answers: { feasible: 'yes' } },
    ]);
    const { total, units } = (await above.get(`/api/campaigns/${campaign}/duty-counts`).expect(200)).body as DutyCountsView;
    expect(total).toMatchObject({ reviewed: 1, weak: 1, weakFeasible: 1, weakPriorities: 1, weakProblem: 0, weakMeasures: 0 });
    expect(units.find(({ name }) => name === 'Chi bộ thôn Thượng')?.own.weakFeasible).toBe(1);
  });

  it('reads its text from a file, and says what of it many units have without showing theirs', async () => {
    const { service, cell, sister, path, units } = await commune();
    const others = [];
    for (const at of [1, 2, 3]) {
      const unit = addUnit(service, `Chi bộ thôn Số ${at}`, units.top);
      const browser = await enterAs(service, unit, ['committee'], `Bí thư thôn ${at}`);
      others.push(await write(browser, path, await begin(browser, path, { title: `Chương trình thôn ${at}` }), GENERIC));
    }
    const made = await begin(cell, path);
    const { body } = await cell
      .send('post', `${path}/${made.id}/file?revision=${made.revision}`)
      .attach('file', Buffer.from(`${TEXT}\n${GENERIC}`), 'chuong-trinh.txt')
      .expect(200);
    const told = body as ProgrammeView;
    expect(told).toMatchObject({ file: 'chuong-trinh.txt', text: expect.stringContaining('khe Nà Lừa') });
    expect(told.generic!.samples).toBeGreaterThan(10);
    expect(told.generic!.shared / told.generic!.samples).toBeGreaterThan(0.6);
    expect(told.generic!.facts).toMatchObject({ figures: 1, dates: 1 });
    const shown = told.generic!.spans.map(({ start, end }) => told.text.slice(start, end)).join(' ');
    expect(shown).toContain('phát huy vai trò tiền phong');
    expect(shown).not.toContain('Nà Lừa');
    expect(JSON.stringify(body)).not.toContain('Chương trình thôn');
    for (const { id } of others) expect((await cell.get(`${path}/${id}`)).status).toBe(404);
    const own = await write(sister, path, await begin(sister, path), TEXT.repeat(6));
    expect(own.generic!.shared).toBe(0);
    const bad = await cell.send('post', `${path}/${made.id}/file?revision=2`).attach('file', Buffer.from([0, 1, 2]), 'hong.docx');
    expect([bad.status, failureOf(bad).message]).toEqual([422, expect.stringContaining('Nội dung cũ giữ nguyên')]);
    expect(await storedFiles(service.folder)).toEqual([]);
  });

  it('gives its tasks along as CSV and XLSX in which nothing is a formula', async () => {
    const { cell, path } = await commune();
    const made = await begin(cell, path);
    const tasks = [TASK, { kind: 'roadmap', words: '=1+1', who: '', due: null, measure: '' }];
    const change = { title: made.title, text: null, tasks, adoptedOn: null, revision: 1 };
    expect(((await cell.send('put', `${path}/${made.id}`, change).expect(200)).body as ProgrammeView).tasks).toEqual({
      general: 0,
      'this-year': 1,
      roadmap: 1,
      'awaiting-guidance': 0,
    });
    const csv = await cell.get(`${path}/${made.id}/tasks/csv`).expect(200);
    expect(csv.text).toContain('1,Trong năm,Đào lại mương Nà Lừa,Tổ 3,15/03/2027,640 m mương');
    expect(csv.text).toContain("'=1+1");
    const xlsx = await cell
      .get(`${path}/${made.id}/tasks/xlsx`)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
      })
      .expect(200);
    const rows = (await readExcel(xlsx.body as Buffer)) as unknown as (readonly unknown[])[] | { data: (readonly unknown[])[] }[];
    expect(JSON.stringify(rows)).toContain('=1+1');
  });
});

describe('a head’s plan', () => {
  it('is of a head on the roster alone, counts for its unit, and goes with the person', async () => {
    const { service, above, cell, sister, campaign, path, units } = await commune();
    const head = putHead(service, campaign, units.upper, 'Cù Thị Đứng Đầu');
    const member = addPerson(service, units.upper, 'Lò Văn Thường');
    const { heads, asked } = (await cell.get(path).expect(200)).body as UnitProgrammesView;
    expect([heads.map(({ name }) => name), asked.map(({ kind }) => kind)]).toEqual([['Cù Thị Đứng Đầu'], ['collective', 'personal-plan']]);
    const plan = (person: string) => ({ kind: 'personal-plan', person, title: 'Kế hoạch cá nhân' });
    expect((await cell.send('post', path, plan(member))).status).toBe(404);
    expect((await sister.send('post', path, plan(head))).status).toBe(404);
    await begin(cell, path, plan(head));
    const counts = (await above.get(`/api/campaigns/${campaign}/duty-counts`).expect(200)).body as DutyCountsView;
    expect(counts.total).toMatchObject({ plansRequired: 1, plansBegun: 1, plansIssued: 0, programmesRequired: 2, programmesBegun: 0 });
    expect(JSON.stringify(counts)).not.toContain('Cù Thị');
    const administrator = await enterAs(service, units.upper, ['administrator'], 'Ngần Thị Quản');
    await administrator.send('post', `/api/people/${head}/erase`, { reason: 'theo đơn đề nghị số 3' }).expect(200);
    expect(((await cell.get(path).expect(200)).body as UnitProgrammesView).programmes).toEqual([]);
    expect((await cell.get(`/api/campaigns/${campaign}/log`).expect(200)).text).not.toContain('Cù Thị');
  });
});

describe('what a campaign asks for', () => {
  it('is counted by kind and level of units, upward in counts and states alone', async () => {
    const { above, cell, sister, campaign, path, putInCharge } = await commune();
    await putInCharge();
    const counts = async (browser: Browser) =>
      (await browser.get(`/api/campaigns/${campaign}/duty-counts`).expect(200)).body as DutyCountsView;
    expect((await counts(above)).total).toMatchObject({ programmesRequired: 2, programmesBegun: 0, programmesIssued: 0 });
    const made = await write(cell, path, await begin(cell, path, { title: 'Chương trình riêng của thôn Thượng' }));
    const address = `${path}/${made.id}`;
    await take(cell, address, 'state', { to: 'for-opinion' });
    await take(above, address, 'opinion', { verdict: 'agreed', words: '' });
    await take(cell, address, 'issue', { number: '1', on: '2026-11-25' });
    const told = await counts(above);
    expect(told.kinds).toMatchObject([{ kind: 'cell', level: 1, figures: { programmesRequired: 2, programmesIssued: 1 } }]);
    expect(told.units.map(({ name, state, all }) => [name, state, all.programmesIssued, all.programmesRequired])).toEqual([
      ['Chi bộ thôn Hạ', null, 0, 1],
      ['Chi bộ thôn Thượng', 'issued', 1, 1],
      ['Đảng ủy xã Mả Vối', null, 1, 2],
    ]);
    expect(JSON.stringify(told)).not.toContain('Chương trình riêng');
    expect((await counts(sister)).units.map(({ name }) => name)).toEqual(['Chi bộ thôn Hạ']);
  });

  it('is set by the committee whose campaign it is, one change after another', async () => {
    const { above, cell, campaign, duties } = await commune();
    const address = `/api/campaigns/${campaign}/duties`;
    expect((await cell.send('put', address, { duties: [], before: duties })).status).toBe(404);
    const second = await above.send('put', address, { duties: duties.slice(1), before: [] });
    expect([second.status, failureOf(second).code]).toEqual([409, 'duties-outdated']);
    expect((await cell.get(address).expect(200)).body.duties).toHaveLength(2);
    await above.send('put', address, { duties: [], before: duties }).expect(200);
  });
});

describe('who is in charge of a unit', () => {
  it('is said by whoever administers the unit above, of accounts there, one change after another', async () => {
    const { service, above, units } = await commune();
    const address = `/api/units/${units.upper}/in-charge`;
    const [upper, cell] = [accountAt(service, units.top), accountAt(service, units.upper)];
    const own = await enterAs(service, units.upper, ['administrator'], 'Ngần Thị Quản');
    expect((await own.get(address)).status).toBe(404);
    expect((await own.send('put', address, { accounts: [cell], before: [] })).status).toBe(404);
    const wrong = await above.send('put', address, { accounts: [cell], before: [] });
    expect([wrong.status, failureOf(wrong).message]).toEqual([409, expect.stringContaining('cấp trên')]);
    const set = (await above.send('put', address, { accounts: [upper], before: [] }).expect(200)).body as ChargeView;
    expect(set.accounts.map(({ name }) => name)).toEqual(['Lò Văn Xã']);
    expect((await above.send('put', address, { accounts: [], before: [] })).status).toBe(409);
    expect((await above.get(`/api/units/${units.top}/in-charge`)).status).toBe(404);
  });

  it('finds across campaigns what waits for an opinion first', async () => {
    const { above, cell, sister, path, putInCharge } = await commune();
    await putInCharge();
    const first = await write(cell, path, await begin(cell, path, { title: 'Đang soạn' }));
    const second = await write(cell, path, await begin(cell, path, { title: 'Chờ ý kiến' }));
    await take(cell, `${path}/${second.id}`, 'state', { to: 'for-opinion' });
    await begin(sister, path, { title: 'Của đơn vị không phụ trách' });
    const { body } = await above.get('/api/programmes-in-charge').expect(200);
    expect((body as ListedProgrammeView[]).map(({ id, unitName }) => [id, unitName])).toEqual([
      [second.id, 'Chi bộ thôn Thượng'],
      [first.id, 'Chi bộ thôn Thượng'],
    ]);
    expect((await cell.get('/api/programmes-in-charge').expect(200)).body).toEqual([]);
  });
});

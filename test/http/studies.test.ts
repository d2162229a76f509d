import { expect, it } from 'vitest';
import type { RosterView } from '../../src/api/roster.js';
import type { MarksPreview, MaterialDetailView, SessionDetailView, StudyFiguresView, StudySessionView } from '../../src/api/study.js';
import { readSheetRows } from '../../src/pipeline/roster/read-sheet.js';
import { nameWriter } from '../support/roster.js';
import { assessedSample } from './assessed-sample.js';
import { type Browser, startService } from './service.js';
import { enterAs } from './units.js';

const ROSTER = [
  'Số thẻ,Họ và tên,Chi bộ,Cán bộ chủ chốt,Đảng viên dự bị,Miễn viết,Lý do miễn',
  'ĐM-01,Lầu Thị Chanh,Chi bộ Bến Gỗ,x,,,',
  'ĐM-02,Giàng A Sình,Chi bộ Bến Gỗ,,x,,',
  'ĐM-03,Cứ Thị Mai,Chi bộ Đồi Sim,,,,',
  'ĐM-04,Thào Văn Lử,Chi bộ Đồi Sim,,,x,đã nghỉ công tác',
].join('\n');

const SESSION = {
  ...{ day: '2026-11-12', title: 'Học Nghị quyết số 21', form: 'class', mode: 'online', isCatchUp: false, place: 'Hội trường xã' },
  ...{ speaker: 'Vàng Thị Pà', speakerPost: 'secretary', minutes: 150, isCombined: true, toldSummoned: null, toldAttended: null },
  ...{ nonMembers: 6, comments: 3, questions: 4, answered: 3, points: [] },
};

async function enter() {
  const service = await startService();
  const browser = await service.enter();
  const { id } = (await browser.send('post', '/api/campaigns', { name: 'Đợt học Nghị quyết số 21', themes: [] }).expect(201)).body as {
    id: string;
  };
  const path = `/api/campaigns/${id}`;
  const post = (what: string, file: string | Buffer) =>
    browser
      .send('post', `${path}/${what}`)
      .type('application/octet-stream')
      .send(Buffer.from(file as string) as never);
  await post('roster/import', ROSTER).expect(200);
  const roster = async (): Promise<RosterView> => (await browser.get(`${path}/roster`).expect(200)).body as RosterView;
  const add = async (session: object = {}): Promise<SessionDetailView> => {
    const body = { ...SESSION, summons: 'everybody', ...session };
    return (await browser.send('post', `${path}/sessions`, body).expect(201)).body as SessionDetailView;
  };
  const figures = async (): Promise<StudyFiguresView> => (await browser.get(`${path}/study-lists`).expect(200)).body as StudyFiguresView;
  return { service, browser, id, path, post, roster, add, figures };
}

it('a session keeps what was told of it, is changed by one at a time and removed with a reason that the log tells', async () => {
  const { browser, path, add, service } = await enter();
  const points = [
    { name: 'Điểm cầu xã', kind: 'commune', summoned: 3, attended: 2 },
    { name: 'Điểm cầu thôn Hạ', kind: 'other', summoned: null, attended: null },
  ];
  const { session } = await add({ points });
  expect(session).toMatchObject({ ...SESSION, points, listed: { summoned: 4, attended: 0, absent: 0 }, revision: 1 });
  const address = `${path}/sessions/${session.id}`;
  const change = { ...SESSION, title: 'Học Nghị quyết số 21, buổi chiều', points: points.slice(1), revision: 1 };
  await browser.send('put', address, change).expect(200);
  expect((await browser.send('put', address, { ...change, title: 'khác' }).expect(409)).body.error).toMatchObject({
    code: 'study-outdated',
  });
  const listed = (await browser.get(`${path}/sessions`).expect(200)).body as StudySessionView[];
  expect(listed).toMatchObject([{ title: 'Học Nghị quyết số 21, buổi chiều', points: [{ name: 'Điểm cầu thôn Hạ' }], revision: 2 }]);
  await browser.send('post', `${address}/remove`, { reason: 'ghi nhầm đợt', revision: 1 }).expect(409);
  await browser.send('post', `${address}/remove`, { reason: 'ghi nhầm đợt', revision: 2 }).expect(204);
  await browser.get(address).expect(404);
  const [line] = await service.records.log.list({ limit: 1 });
  expect(line).toMatchObject({ kind: 'session-removed', details: { title: change.title, reason: 'ghi nhầm đợt' } });
});

it('marks all or nobody: who was marked otherwise meanwhile stays, and their names are told', async () => {
  const { browser, path, add, figures } = await enter();
  const { session, people } = await add();
  const address = `${path}/sessions/${session.id}/attendance`;
  const [chanh, mai] = ['Lầu Thị Chanh', 'Cứ Thị Mai'].map((name) => people.find((one) => one.name === name)!);
  await browser.send('put', address, { marks: [{ person: chanh!.id, mark: 'present', before: 'open' }] }).expect(200);
  const late = {
    marks: [
      { person: mai!.id, mark: 'absent', before: 'open' },
      { person: chanh!.id, mark: 'absent', before: 'open' },
    ],
  };
  const refused = (await browser.send('put', address, late).expect(409)).body.error;
  expect(refused).toMatchObject({ code: 'study-outdated', details: { people: ['Lầu Thị Chanh'] } });
  const now = (await browser.get(`${path}/sessions/${session.id}`).expect(200)).body as SessionDetailView;
  expect(now.session.listed).toEqual({ summoned: 4, attended: 1, absent: 0 });
  expect(await figures()).toMatchObject({ members: 4, attended: 1, caughtUp: 0, notYet: 3 });
  await browser.send('put', address, { marks: [{ person: 'ai-do', mark: 'absent', before: 'open' }] }).expect(404);
});

it('keeps a note beside a mark, and refuses one that was written over another that nobody saw', async () => {
  const { browser, path, add } = await enter();
  const { session, people } = await add();
  const [one] = people;
  const note = (text: string, noteBefore: string) =>
    browser.send('put', `${path}/sessions/${session.id}/attendance`, {
      marks: [{ person: one!.id, mark: 'open', before: 'open', note: text, noteBefore }],
    });
  const noted = async (): Promise<string | undefined> =>
    ((await browser.get(`${path}/sessions/${session.id}`).expect(200)).body as SessionDetailView).people[0]?.note;
  await note('đi công tác', '').expect(200);
  expect((await note('nghỉ ốm', '').expect(409)).body.error).toMatchObject({ code: 'study-outdated', details: { people: [one!.name] } });
  expect(await noted()).toBe('đi công tác');
  await note('nghỉ ốm', 'đi công tác').expect(200);
  expect(await noted()).toBe('nghỉ ốm');
});

it('takes attendance from a file as a whole or not at all, and offers that file filled in with the people', async () => {
  const { browser, path, post, add } = await enter();
  const { session } = await add({ summons: 'nobody' });
  const address = `sessions/${session.id}/attendance`;
  const wrong = [
    'Danh sách điểm danh,,,',
    'SỐ THẺ,HỌ TÊN,Có mặt,Ghi chú,Số điện thoại',
    'ĐM-01,Lầu Thị Chanh,x,,',
    'ĐM-09,Người Lạ,x,,',
    'đm-02,Giàng A Sềnh,x,,',
    'ĐM-03,Cứ Thị Mai,có lẽ,,',
    'ĐM-01,Lau Thi Chanh,vắng,,',
  ].join('\n');
  const preview = (await post(`${address}/preview`, wrong).expect(200)).body as MarksPreview;
  expect(preview.problems.map(({ row, column }) => `${row} ${column}`)).toEqual(['4 Số thẻ', '5 Họ và tên', '6 Có mặt', '7 Số thẻ']);
  expect(preview.problems[1]!.problem).toContain('Giàng A Sình');
  expect(preview.ignored).toEqual(['Số điện thoại']);
  await post(`${address}/import`, wrong).expect(422);
  const detail = async (): Promise<SessionDetailView> =>
    (await browser.get(`${path}/sessions/${session.id}`).expect(200)).body as SessionDetailView;
  expect((await detail()).session.listed.summoned).toBe(0);
  const form = await readSheetRows((await browser.get(`${path}/${address}/xlsx`).responseType('blob').expect(200)).body as Buffer);
  expect(form.map(({ cells }) => cells.slice(0, 4))).toEqual([
    ['Số thẻ', 'Họ và tên', 'Đơn vị', 'Có mặt'],
    ['ĐM-01', 'Lầu Thị Chanh', 'Chi bộ Bến Gỗ', ''],
    ['ĐM-04', 'Thào Văn Lử', 'Chi bộ Đồi Sim', ''],
    ['ĐM-03', 'Cứ Thị Mai', 'Chi bộ Đồi Sim', ''],
    ['ĐM-02', 'Giàng A Sình', 'Chi bộ Bến Gỗ', ''],
  ]);
  const right = 'Số thẻ,Họ và tên,Có mặt,Ghi chú\nĐM-01,Lầu Thị Chanh,x,\nĐM-02,Giàng A Sình,vắng,đi viện\nĐM-03,Cứ Thị Mai,,\n';
  const told = { people: 3, yes: 1, no: 1, open: 1, changed: 3, problemCount: 0 };
  expect((await post(`${address}/preview`, right).expect(200)).body).toMatchObject(told);
  await post(`${address}/import`, right).expect(200);
  const { session: now, people } = await detail();
  expect(now.listed).toEqual({ summoned: 3, attended: 1, absent: 1 });
  expect(people.map(({ name, mark, note }) => `${name}: ${mark} ${note}`.trim())).toEqual([
    'Lầu Thị Chanh: present',
    'Thào Văn Lử: none',
    'Cứ Thị Mai: open',
    'Giàng A Sình: absent đi viện',
  ]);
  expect((await post(`${address}/preview`, right).expect(200)).body).toMatchObject({ changed: 0 });
  await post(`${address}/preview`, 'Số thẻ,Họ và tên\nĐM-01,Lầu Thị Chanh\n').expect(422);
});

it('summons to a catch-up session exactly those who have not studied; whoever attends it has caught up', async () => {
  const { browser, path, post, add, figures, roster } = await enter();
  const { session } = await add();
  await post(`sessions/${session.id}/attendance/import`, 'Số thẻ,Có mặt\nĐM-01,x\nĐM-03,x\nĐM-02,vắng\n').expect(200);
  const catchUp = await add({ isCatchUp: true, title: 'Học bù', form: 'self-study', mode: 'in-person', summons: 'not-yet' });
  const summoned = catchUp.people.filter(({ mark }) => mark === 'open').map(({ name }) => name);
  expect(summoned).toEqual(['Thào Văn Lử', 'Giàng A Sình']);
  const marks = catchUp.people.filter(({ card }) => ['ĐM-01', 'ĐM-02'].includes(card));
  const sent = marks.map(({ id, mark }) => ({ person: id, mark: 'present', before: mark }));
  await browser.send('put', `${path}/sessions/${catchUp.session.id}/attendance`, { marks: sent }).expect(200);
  expect(await figures()).toMatchObject({ members: 4, attended: 2, caughtUp: 1, notYet: 1 });
  const studies = (await roster()).people.map(({ name, study }) => `${name}: ${study}`);
  expect(studies).toEqual(['Lầu Thị Chanh: attended', 'Thào Văn Lử: unknown', 'Cứ Thị Mai: attended', 'Giàng A Sình: caught-up']);
  const tracker = (await browser.get(`${path}/tracker`).expect(200)).body as { total: object };
  expect(tracker.total).toMatchObject({ listed: 4, attended: 3, attendanceKnown: 3, exempt: 1, required: 3 });
  await browser.send('post', `${path}/sessions/${catchUp.session.id}/remove`, { reason: 'hoãn', revision: 1 }).expect(204);
  expect(await figures()).toMatchObject({ attended: 2, caughtUp: 0, notYet: 2 });
});

it('summons exactly those who are named, and nobody at all when one of them is not on the roster', async () => {
  const { browser, path, add, roster } = await enter();
  const { people } = await roster();
  const named = people.filter(({ card }) => card === 'ĐM-02' || card === 'ĐM-04').map(({ id }) => id);
  const catchUp = await add({ isCatchUp: true, summons: [...named, named[0]] });
  expect(catchUp.people.filter(({ mark }) => mark === 'open').map(({ name }) => name)).toEqual(['Thào Văn Lử', 'Giàng A Sình']);
  await browser.send('post', `${path}/sessions`, { ...SESSION, summons: [...named, 'nguoi-la'] }).expect(404);
  await browser.send('post', `${path}/sessions`, { ...SESSION, summons: [] }).expect(400);
  expect((await browser.get(`${path}/sessions`).expect(200)).body).toHaveLength(1);
});

it('lists who studied without an essay and whose essay nobody noted attendance for; whoever is exempt owes none', async () => {
  const { service, browser, campaign } = await assessedSample();
  const path = `/api/campaigns/${campaign}`;
  const send = (what: string, file: string) => browser.send('post', `${path}/${what}`).type('text/csv').send(file);
  await send('roster/import', ROSTER).expect(200);
  await browser.send('put', `${path}/due`, { due: '2026-01-05', before: null }).expect(200);
  const people = ((await browser.get(`${path}/roster`).expect(200)).body as RosterView).people;
  const essay = ((await browser.get(`${path}/overview`).expect(200)).body as { rows: { id: string }[] }).rows[0]!.id;
  nameWriter(service.folder, essay, people.find(({ card }) => card === 'ĐM-03')!.id);
  const session = (await browser.send('post', `${path}/sessions`, { ...SESSION, summons: 'nobody' }).expect(201)).body as SessionDetailView;
  await send(`sessions/${session.session.id}/attendance/import`, 'Số thẻ,Có mặt\nĐM-01,x\nĐM-04,x\n').expect(200);
  const namesOn = async (list: string): Promise<string[]> =>
    ((await browser.get(`${path}/study-lists/${list}`).expect(200)).body as { people: { name: string }[] }).people.map(({ name }) => name);
  expect(await namesOn('not-studied')).toEqual(['Cứ Thị Mai', 'Giàng A Sình']);
  expect(await namesOn('no-essay')).toEqual(['Lầu Thị Chanh']);
  expect(await namesOn('no-attendance')).toEqual(['Cứ Thị Mai']);
  const { text } = await browser.get(`${path}/study-lists/no-essay/csv`).expect(200);
  expect(text.split('\r\n').slice(0, 2)).toEqual([
    '\uFEFFSố thẻ,Họ và tên,Đơn vị,Chức vụ,Cán bộ chủ chốt,Đảng viên dự bị,Miễn viết,Hạn nộp,Số ngày quá hạn',
    expect.stringMatching(/^ĐM-01,Lầu Thị Chanh,Chi bộ Bến Gỗ,,x,,,05\/01\/2026,\d+$/),
  ]);
  const sheet = (await browser.get(`${path}/study-lists/not-studied/xlsx`).responseType('blob').expect(200)).body as Buffer;
  expect((await readSheetRows(sheet)).map(({ cells }) => cells[1])).toEqual(['Họ và tên', 'Cứ Thị Mai', 'Giàng A Sình']);
});

it('counts material by member and by cell, each person and cell once whatever they were given', async () => {
  const { browser, path, post } = await enter();
  const add = async (title: string): Promise<MaterialDetailView> =>
    (await browser.send('post', `${path}/materials`, { title, kind: 'printed' }).expect(201)).body as MaterialDetailView;
  const book = await add('Tài liệu học tập');
  const address = `materials/${book.material.id}`;
  const hand = (json: object) => browser.send('put', `${path}/${address}/given`, json);
  const nobody = { people: [], cells: [] };
  await hand({ give: { people: [], cells: ['Chi bộ Bến Gỗ'] }, takeBack: nobody }).expect(200);
  const problems = (await post(`${address}/given/import`, 'Số thẻ,Đã nhận\nĐM-01,x\nĐM-77,x\nĐM-02,nửa\n').expect(422))
    .body as MarksPreview;
  expect(problems.problems.map(({ row, column }) => `${row} ${column}`)).toEqual(['3 Số thẻ', '4 Đã nhận']);
  await post(`${address}/given/import`, 'Số thẻ,Đã nhận\nĐM-01,x\nĐM-02,x\nĐM-03,x\nĐM-04,\n').expect(200);
  const other = await add('Hỏi đáp về nghị quyết');
  const chanh = other.people.find(({ card }) => card === 'ĐM-01')!.id;
  const given = { give: { people: [chanh], cells: ['Chi bộ Bến Gỗ'] }, takeBack: nobody };
  await browser.send('put', `${path}/materials/${other.material.id}/given`, given).expect(200);
  const list = async () => (await browser.get(`${path}/materials`).expect(200)).body as { materials: object[]; rates: object };
  expect((await list()).rates).toEqual({ members: 4, givenMembers: 3, cells: 2, givenCells: 1 });
  expect((await list()).materials).toMatchObject([
    { title: 'Hỏi đáp về nghị quyết', people: 1, cells: 1 },
    { title: 'Tài liệu học tập', people: 3, cells: 1 },
  ]);
  await hand({ give: nobody, takeBack: { people: [chanh], cells: ['Chi bộ Bến Gỗ'] } }).expect(200);
  expect((await list()).rates).toEqual({ members: 4, givenMembers: 3, cells: 2, givenCells: 1 });
  await hand({ give: { people: [], cells: ['Chi bộ không có'] }, takeBack: nobody }).expect(404);
  await browser.send('put', `${path}/${address}`, { title: 'Tài liệu mới', kind: 'electronic', revision: 1 }).expect(200);
  await browser.send('put', `${path}/${address}`, { title: 'khác', kind: 'other', revision: 1 }).expect(409);
  await browser.send('post', `${path}/${address}/remove`, { reason: 'ghi trùng', revision: 2 }).expect(204);
  expect((await list()).rates).toEqual({ members: 4, givenMembers: 1, cells: 2, givenCells: 1 });
});

it('the organising board marks attendance and sees who handed in; essays, results and conclusions are not there for it', async () => {
  const { service, browser, campaign } = await assessedSample();
  const path = `/api/campaigns/${campaign}`;
  await browser.send('post', `${path}/roster/import`).type('text/csv').send(ROSTER).expect(200);
  const { rows } = (await browser.get(`${path}/overview`).expect(200)).body as { rows: { id: string; proposal: string }[] };
  const essay = rows[0]!.id;
  const mine = ((await browser.get(`${path}/roster`).expect(200)).body as RosterView).people[0]!;
  nameWriter(service.folder, essay, mine.id);
  const board = await enterAs(service, 'goc', ['board']);
  const [known] = (await board.get('/api/campaigns').expect(200)).body as object[];
  expect(known).toMatchObject({ id: campaign, accept: 0, review: 0, rewrite: 0, concluded: 0 });
  expect((await board.get(path).expect(200)).body).toMatchObject({ batchList: [], rewrite: 0 });
  const { people } = (await board.get(`${path}/roster`).expect(200)).body as RosterView;
  expect(people.find(({ id }) => id === mine.id)).toMatchObject({ essay: { id: null }, standing: 'handed-in' });
  const session = (await board.send('post', `${path}/sessions`, { ...SESSION, summons: 'everybody' }).expect(201))
    .body as SessionDetailView;
  expect(session.session.listed.summoned).toBe(4);
  const closed: readonly (readonly [method: 'get' | 'put' | 'post', path: string])[] = [
    ['get', 'overview'],
    ['get', `essays/${essay}`],
    ['get', `documents/${essay}`],
    ['put', `essays/${essay}/conclusion`],
    ['post', 'accept'],
    ['get', 'report.html'],
    ['get', 'log'],
    ['post', 'roster/import'],
  ];
  for (const [method, where] of closed) {
    const asked = method === 'get' ? board.get(`${path}/${where}`) : board.send(method, `${path}/${where}`, {});
    expect([where, (await asked).status]).toEqual([where, 404]);
  }
  const inspection: Browser = await enterAs(service, 'goc', ['inspection']);
  await inspection.get(`${path}/sessions/${session.session.id}`).expect(200);
  await inspection.send('post', `${path}/sessions`, { ...SESSION, summons: 'nobody' }).expect(404);
});

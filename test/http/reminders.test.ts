import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { codesSchema } from '../../src/api/member.js';
import { type RemindersView, remindersSchema, type UnitRemindersView, unitRemindersSchema } from '../../src/api/reminders.js';
import { campaignSchema } from '../../src/api/service.js';
import { readSheetRows } from '../../src/pipeline/roster/read-sheet.js';
import { madeUpText } from '../support/vietnamese.js';
import { attemptsOf, conclude, enter, handIn } from './members.js';
import { type Browser, startService } from './service.js';
import { addUnit, enterAs } from './units.js';
import { workOff } from './work-off.js';

const ROSTER = [
  'Số thẻ,Họ và tên,Chi bộ,Cán bộ chủ chốt,Miễn viết,Lý do miễn,Nhóm đối tượng',
  'ĐM-01,Lầu Thị Chanh,Chi bộ Bến Gỗ,x,,,',
  'ĐM-02,Giàng A Sình,Chi bộ Bến Gỗ,,,,Cán bộ',
  'ĐM-03,Cứ Thị Mai,Chi bộ Đồi Sim,,,,',
  'ĐM-04,Thào Văn Lử,Chi bộ Đồi Sim,,x,đã nghỉ công tác,',
].join('\n');

/** A day so many days from today in Vietnam. */
const inDays = (days: number): string => new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const NONE = { filesPerBatch: null, megabytesPerBatch: null, idleMinutes: null, absoluteMinutes: null, retentionYears: null };

async function open() {
  const service = await startService();
  const browser = await service.enter();
  const { id } = campaignSchema.parse((await browser.send('post', '/api/campaigns', { name: 'Đợt 1', themes: [] }).expect(201)).body);
  const path = `/api/campaigns/${id}`;
  await browser.send('post', `${path}/roster/import`).type('text/csv').send(ROSTER).expect(200);
  const told = async (by: Browser = browser): Promise<RemindersView> =>
    remindersSchema.parse((await by.get(`${path}/reminders`).expect(200)).body);
  const units = async () => unitRemindersSchema.parse((await browser.get(`${path}/reminders/units`).expect(200)).body).units;
  const names = async () => (await told()).people.map(({ name, list, days }) => `${name}: ${list} ${days}`);
  let before: string | null = null;
  const setDue = async (days: number) => {
    const due = inDays(days);
    await browser.send('put', `${path}/due`, { due, before }).expect(200);
    before = due;
  };
  const people = await service.records.rosters.people(id);
  const memberOf = async (card: string) => {
    const made = await browser.send('post', `${path}/codes`, { people: [people.find((one) => one.card === card)!.id] }).expect(200);
    return enter(service, codesSchema.parse(made.body).codes[0]!.code);
  };
  return { service, browser, id, path, told, units, names, setDue, memberOf };
}

it('lists who is due within the days that the unit has set, then who is overdue by how many days', async () => {
  const { service, browser, path, told, units, names, setDue } = await open();
  expect(await told()).toMatchObject({ people: [], noDue: 3, warningDays: 7, today: inDays(0) });
  await setDue(8);
  expect(await told()).toMatchObject({ people: [], noDue: 0 });
  await setDue(7);
  expect(await names()).toEqual(['Cứ Thị Mai: soon 7', 'Giàng A Sình: soon 7', 'Lầu Thị Chanh: soon 7']);
  await browser.send('put', '/api/units/goc/limits', { ...NONE, warningDays: 3 }).expect(200);
  expect(await told()).toMatchObject({ people: [], warningDays: 3 });
  await setDue(0);
  expect((await names()).map((one) => one.split(': ')[1])).toEqual(['soon 0', 'soon 0', 'soon 0']);
  await setDue(-1);
  // A group has a day of its own.
  const [group] = await service.records.audiences.ofUnit('goc');
  await browser.send('put', `${path}/audiences/${group!.id}`, { prompt: '', due: inDays(2) }).expect(200);
  expect(await names()).toEqual(['Cứ Thị Mai: overdue 1', 'Lầu Thị Chanh: overdue 1', 'Giàng A Sình: soon 2']);
  expect((await told()).people.find(({ isKeyCadre }) => isKeyCadre)?.name).toBe('Lầu Thị Chanh');
  expect(await units()).toMatchObject([{ overdue: 2, soon: 1, rewriteSoon: 0, rewriteOverdue: 0, mostDays: 1 }]);
});

it('reminds nobody whose essay waits to be read or concluded on, and of a rewriting by the day of its round', async () => {
  const { service, browser, id, path, units, names, setDue, memberOf, told } = await open();
  await setDue(-2);
  const member = await memberOf('ĐM-01');
  await handIn(member, 'bài.txt', madeUpText(1, 250)).expect(200);
  expect(await names()).toEqual(['Cứ Thị Mai: overdue 2', 'Giàng A Sình: overdue 2']);
  await workOff(service);
  expect(await names()).toHaveLength(2);
  const { essay } = (await attemptsOf(member))[0]!;
  await conclude(browser, id, essay, 'rewrite').expect(200);
  // Nobody has said by when yet.
  expect(await told()).toMatchObject({ noDue: 1 });
  expect(await names()).toHaveLength(2);
  await browser.send('post', `${path}/rounds`, { essays: [essay], due: inDays(5) }).expect(200);
  expect(await names()).toContain('Lầu Thị Chanh: rewrite-soon 5');
  await browser.send('post', `${path}/rounds`, { essays: [essay], due: inDays(-4) }).expect(200);
  expect(await names()).toContain('Lầu Thị Chanh: rewrite-overdue 4');
  expect((await told()).people.find(({ name }) => name === 'Lầu Thị Chanh')).toMatchObject({ attempt: 2, due: inDays(-4) });
  expect(await units()).toMatchObject([{ overdue: 2, soon: 0, rewriteOverdue: 1, mostDays: 4 }]);
  await handIn(member, 'bài hai.txt', madeUpText(2, 250)).expect(200);
  expect(await units()).toMatchObject([{ overdue: 2, rewriteOverdue: 0, mostDays: 2 }]);
  expect(await names()).toEqual(['Cứ Thị Mai: overdue 2', 'Giàng A Sình: overdue 2']);
  await workOff(service);
  expect(await names()).toHaveLength(2);
});

it('is taken along as CSV and as a workbook, with what is missing and the days', async () => {
  const { browser, path, setDue } = await open();
  await setDue(-2);
  const rows = parse((await browser.get(`${path}/reminders/csv`).expect(200)).text, { bom: true }) as string[][];
  const day = inDays(-2).split('-').reverse().join('/');
  expect(rows[0]).toEqual(expect.arrayContaining(['Họ và tên', 'Hạn nộp', 'Số ngày quá hạn', 'Còn thiếu']));
  expect(rows[3]).toEqual([
    ...['ĐM-01', 'Lầu Thị Chanh', 'Chi bộ Bến Gỗ', '', 'x', 'Quá hạn', day, '2', ''],
    `bài thu hoạch, hạn ${day}, quá 2 ngày`,
  ]);
  const sheet = await browser.get(`${path}/reminders/xlsx`).responseType('blob').expect(200);
  const cells = (await readSheetRows(sheet.body as Buffer)).map((row) => row.cells.slice(0, 3));
  expect(cells).toEqual(rows.map((row) => row.slice(0, 3)));
});

it('tells a committee above how many are overdue at each unit, and no name; members of the organising board see their own people', async () => {
  const { service, browser, id, path, setDue } = await open();
  const unit = addUnit(service, 'Chi bộ Cồn Nhạn');
  addUnit(service, 'Chi bộ Bãi Sậy');
  const rosters = service.records.within({ actor: 'ai đó', account: null, units: [unit], person: null }).rosters;
  await rosters.import(id, [{ row: 2, card: 'CN-1', name: 'Khúc Thị Lành', cell: 'Tổ 1' }], 'ai đó');
  await rosters.setDue(id, { due: inDays(-9), before: null }, 'ai đó');
  await setDue(3);
  const units = await browser.get(`${path}/reminders/units`).expect(200);
  const view: UnitRemindersView = unitRemindersSchema.parse(units.body);
  expect(view.units.map(({ name, above, overdue, soon, mostDays }) => [name, above === '', overdue, soon, mostDays])).toEqual([
    ['Chi bộ Cồn Nhạn', false, 1, 0, 9],
    [expect.any(String), true, 0, 3, 0],
  ]);
  expect(JSON.stringify(units.body)).not.toContain('Khúc Thị Lành');
  const board = await enterAs(service, unit, ['board']);
  const own = remindersSchema.parse((await board.get(`${path}/reminders`).expect(200)).body);
  expect(own.people.map(({ name, days }) => [name, days])).toEqual([['Khúc Thị Lành', 9]]);
  const above = remindersSchema.parse((await browser.get(`${path}/reminders`).expect(200)).body);
  expect(above.people.map(({ name }) => name)).not.toContain('Khúc Thị Lành');
});

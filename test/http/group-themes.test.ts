import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { groupNamesSchema } from '../../src/api/audiences.js';
import { codesSchema, ownResultSchema, preCheckAnswerSchema } from '../../src/api/member.js';
import { campaignSchema } from '../../src/api/service.js';
import { essaySchema } from '../../src/api/view.js';
import { madeUpText } from '../support/vietnamese.js';
import { overviewOf } from './assessed-sample.js';
import { attemptsOf, conclude, enter, handIn } from './members.js';
import { failureOf, startService } from './service.js';
import { addUnit, enterAs } from './units.js';
import { workOff } from './work-off.js';

const WASTE = { id: 'rac', name: 'Rác thải', phrases: ['phân loại rác thải', 'thu gom rác thải'] };
const SEA = { id: 'bien', name: 'Kinh tế biển', phrases: ['ngư trường xa bờ', 'tàu cá vỏ thép'] };
const GROUPS = [{ group: 'Cán bộ', themes: [WASTE, SEA] }];
const ONE = `Tôi vận động bà con trong xóm phân loại rác thải sinh hoạt ngay tại nhà mình. ${madeUpText(1, 250)}`;
const TWO = `Hằng tuần tổ chúng tôi thu gom rác thải dọc bờ mương và con đường làng. ${madeUpText(2, 250)}`;

test('themes of a group are checked as the campaign’s are, and kept', async () => {
  const service = await startService();
  const browser = await service.enter();
  const send = (groups: object[]) => browser.send('post', '/api/campaigns', { name: 'Đợt 1', themes: [WASTE], groups });
  for (const groups of [[{ group: 'Cán bộ', themes: [] }], [{ group: ' ', themes: [WASTE] }], [{ group: 'Cán bộ' }]])
    await send(groups).expect(400);
  expect(failureOf(await send([...GROUPS, ...GROUPS]).expect(422)).message).toContain('“Cán bộ”');
  expect(failureOf(await send([{ group: 'Cán bộ', themes: [SEA, SEA] }]).expect(422)).message).toContain('“bien”');
  const { id } = campaignSchema.parse((await send(GROUPS).expect(201)).body);
  const kept = campaignSchema.parse((await browser.get(`/api/campaigns/${id}`).expect(200)).body).definition.groups;
  expect(kept).toMatchObject(GROUPS);
  expect(kept[0]?.themes[1]).toMatchObject({ required: true, minimum: 0.5 });
});

test('each essay is told with the themes that it was held to: in the table, on its page, in files and to its writer', async () => {
  const service = await startService();
  const browser = await service.enter();
  const sent = { name: 'Đợt 1', themes: [WASTE], groups: GROUPS };
  const { id } = campaignSchema.parse((await browser.send('post', '/api/campaigns', sent).expect(201)).body);
  const at = `/api/campaigns/${id}`;
  await service.records.rosters.import(
    id,
    [
      { row: 2, card: 'VT-1', name: 'Khúc Thị Lành', groups: ['Cán bộ'] },
      { row: 3, card: 'VT-2', name: 'Quách Thị Mân', groups: ['Đảng viên'] },
    ],
    'ai đó',
  );
  const people = await service.records.rosters.people(id);
  const memberOf = async (card: string) => {
    const made = await browser.send('post', `${at}/codes`, { people: [people.find((one) => one.card === card)!.id] }).expect(200);
    return enter(service, codesSchema.parse(made.body).codes[0]!.code);
  };
  const [officer, member] = [await memberOf('VT-1'), await memberOf('VT-2')];
  // Before it is handed in, too.
  const trial = async (by: typeof officer, text: string) =>
    preCheckAnswerSchema.parse((await by.send('post', '/api/me/pre-check').attach('file', Buffer.from(text), 'thử.txt').expect(200)).body);
  expect((await trial(officer, ONE)).missing.map(({ head }) => head)).toEqual(['Kinh tế biển']);
  expect((await trial(member, TWO)).missing).toEqual([]);

  await handIn(officer, 'bài một.txt', ONE).expect(200);
  await handIn(member, 'bài hai.txt', TWO).expect(200);
  await workOff(service);
  const { campaign, rows } = await overviewOf(browser, id);
  expect(campaign.themes.map(({ name }) => name)).toEqual(['Rác thải']);
  expect(campaign.groupThemes?.map(({ group, themes }) => [group, themes.map(({ name }) => name)])).toEqual([
    ['Cán bộ', ['Rác thải', 'Kinh tế biển']],
  ]);
  const [first, second] = ['VT-1', 'VT-2'].map((card) => rows.find((row) => row.member === card)!);
  expect([first!.heldTo, first!.proposal, second!.heldTo, second!.proposal]).toEqual([0, 'rewrite', undefined, 'accept']);

  const essayOf = async (essay: string) => essaySchema.parse((await browser.get(`${at}/essays/${essay}`).expect(200)).body).submission;
  expect((await essayOf(first!.id)).heldTo).toMatchObject({ group: 'Cán bộ', themes: [{ id: 'rac' }, { id: 'bien', minimum: 0.5 }] });
  expect(await essayOf(second!.id)).not.toHaveProperty('heldTo');

  const csv = await browser.send('post', `${at}/results/export`, { format: 'csv', essays: [first!.id, second!.id] }).expect(200);
  const [head = [], ...lines] = parse(csv.text, { bom: true }) as string[][];
  const told = ['Chủ đề bắt buộc đã đạt', 'Chủ đề bắt buộc', 'Chủ đề riêng của nhóm'].map((title) => head.indexOf(title));
  expect(lines.map((line) => told.map((column) => line[column]))).toEqual([
    ['1', '2', 'Cán bộ'],
    ['1', '1', ''],
  ]);

  await conclude(browser, id, first!.id, 'rewrite').expect(200);
  await conclude(browser, id, second!.id, 'accepted').expect(200);
  expect((await browser.get(`${at}/essays/${first!.id}/letter`).expect(200)).text).toContain('Kinh tế biển');
  expect((await browser.get(`${at}/essays/${second!.id}/letter`).expect(200)).text).not.toContain('Kinh tế biển');
  const missingOf = async (by: typeof officer) => {
    const { essay } = (await attemptsOf(by))[0]!;
    return ownResultSchema.parse((await by.get(`/api/me/essays/${essay}`).expect(200)).body).missing.map(({ head: name }) => name);
  };
  expect([await missingOf(officer), await missingOf(member)]).toEqual([['Kinh tế biển'], []]);
});

test('a campaign of the unit above has themes for the groups of that name below; names of groups stay at home', async () => {
  const service = await startService();
  await service.enter();
  const [own, other] = [addUnit(service, 'Chi bộ Cồn Nhạn'), addUnit(service, 'Chi bộ Bãi Sậy')];
  const above = await enterAs(service, 'goc', ['committee'], 'Đồng chí Bế Văn Trên');
  const sent = { name: 'Đợt chung', themes: [WASTE], groups: GROUPS };
  const { id } = campaignSchema.parse((await above.send('post', '/api/campaigns', sent).expect(201)).body);
  const at = (unit: string) => service.records.within({ actor: 'ai đó', account: null, units: [unit], person: null });
  await at(own).rosters.import(
    id,
    [{ row: 2, card: 'VT-000001', name: 'Khúc Thị Lành', groups: ['Cán bộ', 'Nhóm của Cồn Nhạn'] }],
    'ai đó',
  );
  await at(other).rosters.import(id, [{ row: 2, card: 'VT-2', name: 'Quách Thị Mân', groups: ['Đảng viên'] }], 'ai đó');
  const committee = await enterAs(service, own, ['committee'], 'Đồng chí của Cồn Nhạn');
  const stranger = await enterAs(service, other, ['committee'], 'Đồng chí của Bãi Sậy');
  const namesFor = async (browser: typeof above) => groupNamesSchema.parse((await browser.get('/api/group-names').expect(200)).body);
  expect([await namesFor(committee), await namesFor(stranger), await namesFor(above)]).toEqual([
    ['Cán bộ', 'Nhóm của Cồn Nhạn'],
    ['Đảng viên'],
    [],
  ]);
  const batch = await committee.send('post', `/api/campaigns/${id}/batches`, { key: 'lần bấm đầu' }).expect(200);
  await committee.send('post', `/api/batches/${batch.body.id}/files`).attach('file', Buffer.from(ONE), 'VT-000001.txt').expect(200);
  await committee.send('post', `/api/batches/${batch.body.id}/seal`).expect(200);
  await workOff(service);
  const { campaign, rows } = await overviewOf(committee, id);
  expect([campaign.groupThemes?.length, rows[0]?.heldTo, rows[0]?.proposal]).toEqual([1, 0, 'rewrite']);
});

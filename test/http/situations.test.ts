import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { codesSchema, standingSchema } from '../../src/api/member.js';
import { type RosterView, rosterSchema } from '../../src/api/roster.js';
import { campaignSchema } from '../../src/api/service.js';
import { type SituationPreview, type SituationView, situationsSchema } from '../../src/api/situations.js';
import { enter } from './members.js';
import { type Browser, failureOf, type Service, startService } from './service.js';
import { addUnit, enterAs } from './units.js';

const LAND = {
  job: 'Công chức địa chính',
  title: 'Xác nhận đất đang có đơn',
  prompt: 'Một hộ dân xin xác nhận thửa đất mà hàng xóm đang có đơn.\nĐồng chí xử lý thế nào?',
};
const SCHOOL = {
  job: 'Hiệu trưởng',
  title: 'Khoản thu tự nguyện',
  prompt: 'Phụ huynh phản ánh khoản thu không tự nguyện. Đồng chí làm gì?',
};

const listOf = async (browser: Browser): Promise<readonly SituationView[]> =>
  situationsSchema.parse((await browser.get('/api/situations').expect(200)).body);
const add = async (browser: Browser, situation: object): Promise<string> =>
  ((await browser.send('post', '/api/situations', situation).expect(201)).body as { id: string }).id;

async function levels(): Promise<{ service: Service; above: Browser; below: Browser; sister: Browser; own: string }> {
  const service = await startService();
  await service.enter();
  const own = addUnit(service, 'Chi bộ Cồn Nhạn');
  const above = await enterAs(service, 'goc', ['committee']);
  const below = await enterAs(service, own, ['committee']);
  const sister = await enterAs(service, addUnit(service, 'Chi bộ Bãi Sậy'), ['board']);
  return { service, above, below, sister, own };
}

it('a unit changes its own situations, reads those of the units above, and knows none of others', async () => {
  const { above, below, sister } = await levels();
  const [land, school] = [await add(above, LAND), await add(below, SCHOOL)];
  const seen = async (browser: Browser) => (await listOf(browser)).map(({ title, isOwn }) => [title, isOwn]);
  expect(await seen(below)).toEqual([
    [LAND.title, false],
    [SCHOOL.title, true],
  ]);
  expect(await seen(above)).toEqual([[LAND.title, true]]);
  expect(await seen(sister)).toEqual([[LAND.title, false]]);
  await below.send('put', `/api/situations/${land}`, { ...LAND, title: 'Sửa của cấp trên', revision: 1 }).expect(404);
  await below.send('put', `/api/situations/${land}/archived`, { isArchived: true, revision: 1 }).expect(404);
  await sister.send('put', `/api/situations/${school}`, { ...SCHOOL, title: 'Sửa của nơi khác', revision: 1 }).expect(404);
  expect((await listOf(below)).map(({ revision }) => revision)).toEqual([1, 1]);
});

it('who changes what another has changed meanwhile is told the other words, and nothing is lost', async () => {
  const { above, below } = await levels();
  const id = await add(above, LAND);
  await above.send('put', `/api/situations/${id}`, { ...LAND, title: 'Xác nhận đất tranh chấp', revision: 1 }).expect(204);
  const late = failureOf(await above.send('put', `/api/situations/${id}`, { ...LAND, title: 'Tên khác', revision: 1 }).expect(409));
  expect(late).toMatchObject({ code: 'situation-outdated', details: { title: 'Xác nhận đất tranh chấp', revision: 2 } });
  // The same change sent twice is one.
  await above.send('put', `/api/situations/${id}`, { ...LAND, title: 'Xác nhận đất tranh chấp', revision: 1 }).expect(204);
  await above.send('put', `/api/situations/${id}/archived`, { isArchived: true, revision: 1 }).expect(409);
  await above.send('put', `/api/situations/${id}/archived`, { isArchived: true, revision: 2 }).expect(204);
  expect(await listOf(below)).toEqual([]);
  expect(await listOf(above)).toMatchObject([{ id, revision: 3, archivedAt: expect.any(String) }]);
  for (const wrong of [
    { ...LAND, title: ' ' },
    { ...LAND, prompt: '' },
    { ...LAND, prompt: 'x'.repeat(5001) },
  ])
    await above.send('post', '/api/situations', wrong).expect(400);
});

it('a table is taken whole or not at all, and what is taken along can be brought back', async () => {
  const { service, above, below } = await levels();
  const post = (what: string, lines: readonly string[], browser = below) =>
    browser.send('post', `/api/situations/${what}`).type('text/csv').send(lines.join('\n'));
  const wrong = ['Công việc,Tình huống,Đề bài,Ghi chú', 'Kế toán,,Thiếu tên,', 'Kế toán,Chi sai,,', 'a,b,c,', 'a,b,c,'];
  const refused = (await post('import', wrong).expect(422)).body as SituationPreview;
  expect(refused.problems.map(({ row, column }) => `${row} ${column}`)).toEqual(['2 Tình huống', '3 Đề bài', '5 Tình huống']);
  expect(refused.ignored).toEqual(['Ghi chú']);
  expect(await listOf(below)).toEqual([]);
  expect(failureOf(await post('preview', ['Họ và tên', 'Ai đó']).expect(422)).message).toContain('“Đề bài”');
  await add(below, { ...SCHOOL, title: '=1+1', prompt: 'Dòng một\n-2 là dòng hai' });
  await add(below, LAND);
  const file = (await below.get('/api/situations/export').expect(200)).text;
  const rows = parse(file, { bom: true }) as string[][];
  expect(rows.map((row) => row[1])).toEqual(['Tình huống', LAND.title, "'=1+1"]);
  expect((await post('preview', [file]).expect(200)).body).toMatchObject({ count: 2, added: 0, known: 2, problemCount: 0 });
  expect((await post('import', [file], above).expect(200)).body).toMatchObject({ added: 2, known: 0 });
  const kept = (await listOf(above)).map(({ job, title, prompt }) => ({ job, title, prompt }));
  expect(kept).toEqual([LAND, { ...SCHOOL, title: '=1+1', prompt: 'Dòng một\n-2 là dòng hai' }]);
  const [line] = await service.records.log.list({ limit: 1 });
  expect(line).toMatchObject({ kind: 'situation-imported', details: { situations: 2 } });
});

it('a group is given the words of a situation, keeps them whatever becomes of it, and tells which it was', async () => {
  const { service, above, below, sister, own } = await levels();
  const { id } = campaignSchema.parse((await above.send('post', '/api/campaigns', { name: 'Đợt chung', themes: [] }).expect(201)).body);
  const rosters = service.records.within({ actor: 'ai đó', account: null, units: [own], person: null }).rosters;
  await rosters.import(id, [{ row: 2, card: 'VT-1', name: 'Khúc Thị Lành', groups: ['Cán bộ địa chính'] }], 'ai đó');
  const [land, school, foreign] = [await add(above, LAND), await add(below, SCHOOL), await add(sister, SCHOOL)];
  const rosterOf = async (): Promise<RosterView> => rosterSchema.parse((await below.get(`/api/campaigns/${id}/roster`).expect(200)).body);
  const group = (await rosterOf()).audiences[0]!.id;
  const give = (given: object) => below.send('put', `/api/campaigns/${id}/audiences/${group}`, { due: null, ...given });
  const given = async () => (await rosterOf()).audiences[0];
  await give({ prompt: SCHOOL.prompt, situation: foreign }).expect(404);
  expect(await given()).toMatchObject({ prompt: '', situation: null });
  await give({ prompt: LAND.prompt, situation: land }).expect(200);
  expect(await given()).toMatchObject({ prompt: LAND.prompt, situation: { id: land, title: LAND.title } });
  await above.send('put', `/api/situations/${land}`, { ...LAND, prompt: 'Đề đã sửa sau', revision: 1 }).expect(204);
  await above.send('put', `/api/situations/${land}/archived`, { isArchived: true, revision: 2 }).expect(204);
  // A new day leaves what was given.
  await give({ prompt: LAND.prompt, due: '2027-01-15' }).expect(200);
  expect(await given()).toMatchObject({ prompt: LAND.prompt, due: '2027-01-15', situation: { id: land } });

  const people = (await rosterOf()).people;
  const made = await below.send('post', `/api/campaigns/${id}/codes`, { people: [people[0]!.id] }).expect(200);
  const member = await enter(service, codesSchema.parse(made.body).codes[0]!.code);
  expect(JSON.stringify(standingSchema.parse((await member.get('/api/me').expect(200)).body))).toContain('hàng xóm đang có đơn');

  // An archived one is offered to nobody else; another prompt is another one.
  await give({ prompt: SCHOOL.prompt, situation: school }).expect(200);
  await give({ prompt: LAND.prompt, situation: land }).expect(404);
  expect(await given()).toMatchObject({ situation: { id: school } });
  await give({ prompt: 'Đề bài tự viết' }).expect(200);
  expect(await given()).toMatchObject({ situation: null });
  await give({ prompt: '', situation: school }).expect(200);
  expect(await given()).toMatchObject({ prompt: '', situation: null });
});

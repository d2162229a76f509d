// @ts-check
// What the pages are looked at with: a service in its first minute is given the sample campaign, which is checked to its end, a
// campaign without essays, and a roster of which three people have come in by their codes: one is to write again, one is accepted,
// one has not handed in.
import { ask } from './ask.mjs';
import { makeYear } from './year.mjs';

const NAME = 'quan-tri';
const PASSWORD = 'câu mật khẩu dài để xem trang';
/** Milliseconds that checking the sample may take on a busy machine. */
const LONGEST = 180_000;
const DUE = '2027-12-15';
const ROSTER = [
  'Số thẻ,Họ và tên,Chi bộ,Chức vụ,Miễn viết,Lý do miễn,Đã học tập,Nhóm đối tượng',
  'VT-000011,Trịnh Văn Khoát,Thôn Đồng Sậy,Phó Chủ tịch Hội Nông dân xã,,,x,',
  'VT-000012,Quách Thị Mận,Cơ quan xã Bình Khê,Công chức Văn phòng - thống kê,,,x,',
  'VT-000013,Nông Thị Thắm,Thôn Cầu Vông,Chi hội trưởng phụ nữ,,,x,Cán bộ thôn',
  'VT-000004,Đàm Thị Nhài,Thôn Cầu Vông,Đảng viên,,,x,',
  'VT-000005,Đàm Thị Nhài,Thôn Bãi Sậy,Đảng viên,,,x,',
  'VT-000007,Phùng Quốc Thạo,Cơ quan xã,Công chức,x,đã nghỉ công tác,x,',
  'VT-000008,Hồ Thị Vắng,Cơ quan xã,Công chức,,,chưa,Cán bộ thôn',
].join('\n');

/**
 * Makes the first account in the page's browser, which is signed in from then on, and all there is to see.
 * @param {import('playwright-core').Page} page Stands on the service.
 * @returns {Promise<import('./pages.mjs').World>}
 */
export async function makeWorld(page) {
  await ask(page, 'POST', '/api/setup', { name: NAME, password: PASSWORD });
  const sample = await ask(page, 'POST', '/api/sample');
  const [campaign, batch] = [sample.campaign.id, sample.batch.id];
  const end = Date.now() + LONGEST;
  while ((await ask(page, 'GET', `/api/batches/${batch}`)).batch.state !== 'done') {
    if (Date.now() > end) throw new Error('the sample campaign was not checked in time');
    await page.waitForTimeout(1000);
  }
  return completeWorld(page, { campaign, batch });
}

/**
 * Makes what there is to see beside the sample campaign, which is checked to its end.
 * @param {import('playwright-core').Page} page Stands on the service, signed in.
 * @param {{ campaign: string, batch: string }} sample
 * @returns {Promise<import('./pages.mjs').World>}
 */
export async function completeWorld(page, { campaign, batch }) {
  const empty = await ask(page, 'POST', '/api/campaigns', { name: 'Học tập Nghị quyết về chuyển đổi số', kind: 'essay', themes: [] });
  const audience = await ask(page, 'POST', '/api/units/goc/audiences', { name: 'Cán bộ chủ chốt' });
  const open = await ask(page, 'POST', `/api/campaigns/${campaign}/batches`, { key: 'world-open-batch-1' });
  const { groups, rows } = await ask(page, 'GET', `/api/campaigns/${campaign}/overview`);
  const [group] = groups;
  const [essay, other] = group.members;
  const accepted = rows.find((/** @type {{ proposal: string }} */ one) => one.proposal === 'accept').id;
  const members = await makeMembers(page, campaign, { essay, accepted });
  const states = { ...members.states, administrator: await page.context().storageState() };
  const { code } = members;
  const year = await makeYear(page, campaign, accepted);
  const ids = { open: open.id, empty: empty.id, group: group.id, audience: audience.id };
  return { campaign, batch, essay, other, accepted, code, states, ...ids, ...year };
}

/**
 * Puts people on the roster, concludes on the essays of two of them, and lets three come in.
 * @param {import('playwright-core').Page} page
 * @param {string} campaign
 * @param {{ essay: string, accepted: string }} essays
 */
async function makeMembers(page, campaign, { essay, accepted }) {
  const at = `/api/campaigns/${campaign}`;
  await ask(page, 'POST', `${at}/roster/import`, ROSTER, 'text/csv');
  const { people } = await ask(page, 'GET', `${at}/roster`);
  const [again, done, awaited, another] = ['VT-000011', 'VT-000012', 'VT-000013', 'VT-000004'].map(
    (card) => people.find((/** @type {{ card: string }} */ one) => one.card === card).id,
  );
  // Where the file and the text name somebody of the roster, the machine has found who wrote it.
  for (const [writer, written] of [
    [again, essay],
    [done, accepted],
  ]) {
    if (people.some((/** @type {any} */ one) => one.id === writer && one.essay?.id === written)) continue;
    await ask(page, 'PUT', `${at}/writers/${written}`, { person: writer, before: null });
  }
  const reason = 'Phần đầu trùng với một bài khác, đề nghị đồng chí viết lại bằng lời của mình và nêu việc làm ở đơn vị.';
  const rewrite = { verdict: 'rewrite', grounds: ['copied'], reason, revision: 0 };
  await ask(page, 'PUT', `${at}/essays/${essay}/conclusion`, rewrite);
  await ask(page, 'PUT', `${at}/essays/${accepted}/conclusion`, { verdict: 'accepted', grounds: [], reason: '', revision: 0 });
  await ask(page, 'POST', `${at}/rounds`, { essays: [essay], due: DUE });
  await ask(page, 'PUT', `${at}/due`, { due: DUE, before: null });
  const { codes } = await ask(page, 'POST', `${at}/codes`, { people: [again, done, awaited, another] });
  const codeOf = (/** @type {string} */ id) => codes.find((/** @type {{ person: string }} */ one) => one.person === id).code;
  const states = {
    again: await comeIn(page, codeOf(again)),
    accepted: await comeIn(page, codeOf(done)),
    awaited: await comeIn(page, codeOf(awaited)),
  };
  return { code: codeOf(another), states };
}

/**
 * What the browser of a member keeps who has come in by a code.
 * @param {import('playwright-core').Page} page
 * @param {string} code
 */
async function comeIn(page, code) {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page has no browser of its own');
  const context = await browser.newContext();
  const own = await context.newPage();
  await own.goto(`${new URL(page.url()).origin}/m`);
  await ask(own, 'POST', '/api/member-session', { code });
  const state = await context.storageState();
  await context.close();
  return state;
}

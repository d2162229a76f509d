// @ts-check
// Units below the first one, with people of their own on the roster: one has sent its report, one has not.
import { ask } from './ask.mjs';

const PASSWORD = 'câu mật khẩu dài của chi bộ';
const HEADS = 'Số thẻ,Họ và tên,Chi bộ,Chức vụ,Miễn viết,Lý do miễn,Đã học tập,Nhóm đối tượng';
/** Of whom each cell has people: a word of the name for each. */
const NAMES = ['Sáng', 'Thoa', 'Viện', 'Yến', 'Khôi'];
const TEXT = 'Chi bộ học đủ ba buổi, giao từng đồng chí theo dõi một xóm; tài liệu phát trước buổi học một tuần.';

/**
 * Makes them, and the outline that they report by.
 * @param {import('playwright-core').Page} page Stands on the service, signed in.
 * @param {string} campaign
 */
export async function makeCells(page, campaign) {
  const at = `/api/campaigns/${campaign}`;
  const outline = await ask(page, 'GET', `${at}/outline`);
  const drawn = { title: 'Báo cáo kết quả học tập', sections: outline.offered, due: '2026-11-20', revision: 0 };
  const { revision } = await ask(page, 'PUT', `${at}/outline`, drawn);
  await ask(page, 'POST', `${at}/outline/give`, { revision });
  const duties = [{ kind: 'collective', unitKind: 'cell', due: '2026-12-20' }];
  await ask(page, 'PUT', `${at}/duties`, { duties, before: [] });
  const first = await makeCell(page, campaign, { name: 'Chi bộ thôn Đồng Sậy', mark: 'ĐS' });
  await sendReport(first.own, at);
  await first.own.context().close();
  const second = await makeCell(page, campaign, { name: 'Chi bộ Trường Trung học cơ sở Bình Khê', mark: 'TH' });
  await second.own.context().close();
  return { cell: first.unit };
}

/**
 * A unit and its committee, who put five people on the roster.
 * @param {import('playwright-core').Page} page
 * @param {string} campaign
 * @param {{ name: string, mark: string }} cell
 */
async function makeCell(page, campaign, { name, mark }) {
  const placed = { name, kind: 'cell', parent: 'goc', since: null, until: null, successor: null, on: '2026-11-01' };
  const unit = await ask(page, 'POST', '/api/units', placed);
  const who = { name: `chi-bo-${unit.id}`, roles: ['committee', 'secretary'] };
  const { code } = await ask(page, 'POST', `/api/units/${unit.id}/invitations`, who);
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page has no browser of its own');
  const own = await (await browser.newContext()).newPage();
  await own.goto(`${new URL(page.url()).origin}/m`);
  await ask(own, 'POST', '/api/codes/accept', { code, name: who.name, password: PASSWORD });
  const people = NAMES.map((last, place) => `${mark}-${place + 1},Hà Văn ${last},${name},Đảng viên,,,${place < 4 ? 'x' : 'chưa'},`);
  await ask(own, 'POST', `/api/campaigns/${campaign}/roster/import`, [HEADS, ...people].join('\n'), 'text/csv');
  return { unit: unit.id, own };
}

/**
 * Writes what the outline asks for, and sends it.
 * @param {import('playwright-core').Page} own Of the cell.
 * @param {string} at Of the campaign.
 */
async function sendReport(own, at) {
  const { outline } = await ask(own, 'GET', `${at}/unit-report`);
  const texts = Object.fromEntries(outline.sections.map((/** @type {{ id: string }} */ { id }) => [id, TEXT]));
  const parts = { signerPost: 'BÍ THƯ', signerName: 'Hà Văn Sáng', place: 'Đồng Sậy' };
  const { revision } = await ask(own, 'PUT', `${at}/unit-report`, { texts, parts, revision: 0 });
  await ask(own, 'POST', `${at}/unit-report/send`, { revision });
}

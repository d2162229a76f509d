import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { onDatabase } from '../corpus/records/units.js';
import { Browser, NAME, PASSWORD } from '../http/service.js';
import { addUnit, enterAs } from '../http/units.js';
import { watchPage } from './page-checks.js';
import type { ServicePage } from './service-page.js';

/** What both essays have; invented, as all of it. */
export const SHARED = `Bản thân tôi nhận thấy việc dồn điền đổi thửa ở cánh đồng Mả Vối phải gắn với nạo vét tuyến mương Cầu Đá trước vụ đông.
Chi bộ đã giao năm đồng chí xuống từng hộ vận động, ghi sổ từng buổi và báo cáo lại trong cuộc họp thường kỳ hằng tháng.
Qua ba tháng có hai mươi bảy hộ ký cam kết góp đất mở đường, mười chín hộ góp thêm ngày công đắp bờ và trồng cây.`;
const OWN = `Trong quý tới tôi sẽ phụ trách tổ ươm giống cùng đội thanh niên, mỗi tuần kiểm tra vườn một lần rồi ghi kết quả lên bảng tin nhà văn hóa.
Tôi đề nghị Đảng ủy xã hỗ trợ kinh phí mua máy bơm dầu cho trạm bơm Gốc Sung và cử cán bộ khuyến nông về tập huấn.`;
/** Stands in the other cell's essay alone. */
export const UNMATCHED = ['Lớp học buổi tối của xóm Đình Chợ', 'Ông Cả Rạng vẫn giữ chiếc trống cái'] as const;
const FOREIGN = `${UNMATCHED[0]} hiện có mười bốn người theo học, đông nhất là các chị bán hàng ở bến đò ngang, ai cũng mang theo đèn.
${SHARED}
${UNMATCHED[1]} của làng để báo giờ họp, nên tôi sẽ cùng ông mở thêm một buổi kể chuyện cho các cháu thiếu nhi mỗi dịp cuối tháng.`;
/** The writer of that essay, as its file names them. */
export const WRITER = 'Kha Thị Lụa';
const FOREIGN_FILE = `to-5/${WRITER} 77120045.txt`;
export const OWN_FILE = 'bài của Thượng.txt';

/** Two cells below one commune, each with one essay in the commune's campaign; the two essays share a stretch. */
export async function twoUnits(service: ServicePage) {
  const folder = `${service.folder}/data`;
  const first = await Browser.open(service.url, () => {});
  await first.send('post', '/api/setup', { name: NAME, password: PASSWORD, unit: 'Đảng bộ huyện Vân Trạch' }).expect(200);
  const commune = addUnit({ folder }, 'Đảng ủy xã Mả Vối');
  const units = {
    commune,
    upper: addUnit({ folder }, 'Chi bộ thôn Thượng', commune),
    lower: addUnit({ folder }, 'Chi bộ thôn Hạ', commune),
  };
  const at = { folder, visit: () => Browser.open(service.url, () => {}) };
  const names = { commune: 'Lò Văn Xã', upper: 'Quàng Thị Thượng', lower: 'Vi Văn Hạ' };
  const committee = { commune: await enterAs(at, commune, ['committee'], names.commune) };
  const { id: campaign } = (
    await committee.commune.send('post', '/api/campaigns', { name: 'Học tập Nghị quyết số 21', themes: [] }).expect(201)
  ).body as { id: string };
  const upper = await enterAs(at, units.upper, ['committee', 'reviewer'], names.upper);
  const lower = await enterAs(at, units.lower, ['committee', 'reviewer'], names.lower);
  await handIn(lower, campaign, [[FOREIGN_FILE, FOREIGN]]);
  await handIn(upper, campaign, [[OWN_FILE, `${OWN}\n${SHARED}`]]);
  return { folder, campaign, units, names, upper, lower };
}

/** Hands files in and waits until they are assessed. */
async function handIn(browser: Browser, campaign: string, files: readonly (readonly [file: string, text: string])[]): Promise<void> {
  const { id } = (await browser.send('post', `/api/campaigns/${campaign}/batches`, { key: 'khóa-bấm-đầu' }).expect(200)).body as {
    id: string;
  };
  for (const [file, text] of files)
    await browser.send('post', `/api/batches/${id}/files`).attach('file', Buffer.from(text), file).expect(200);
  await browser.send('post', `/api/batches/${id}/seal`).expect(200);
  for (let turn = 0; turn < 120; turn++) {
    const { batch } = (await browser.get(`/api/batches/${id}`).expect(200)).body as { batch: { state: string } };
    if (batch.state === 'done') return;
    await wait(250);
  }
  throw new Error('the batch was not assessed');
}

/** A browser of somebody's own, signed in by the page; with all that the service answered it. */
export async function signIn(
  { browser, url }: ServicePage,
  name: string,
): Promise<{ page: Page; answers: string[]; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = watchPage(page);
  const answers: string[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/'))
      void response
        .text()
        .then((text) => answers.push(text))
        .catch(() => {});
  });
  await page.goto(url);
  await page.getByLabel('Tên đăng nhập').fill(name);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('heading', { level: 1, name: 'Các đợt học tập' }).waitFor();
  return { page, answers, complaints };
}

/** People on the roster of a unit: how many, the first of them with this essay. */
export function fillRoster(
  folder: string,
  campaign: string,
  rosters: readonly { unit: string; people: number; essays?: readonly string[]; due?: string }[],
): void {
  onDatabase(folder, (database) => {
    for (const { unit, people, essays = [], due } of rosters) {
      if (due !== undefined) database.prepare('INSERT INTO due_day VALUES (?, ?, ?)').run(campaign, unit, due);
      for (let at = 0; at < people; at++) {
        const id = `${unit}-${at}`;
        database
          .prepare(`INSERT INTO person VALUES (?, ?, ?, ?, '', '', '', 0, ?, NULL, 0)`)
          .run(id, unit, `thẻ ${id}`, `Đảng viên ${id}`, at === 0 ? 1 : 0);
        database
          .prepare(`INSERT INTO roster_entry (campaign, person, unit, attended) VALUES (?, ?, ?, ?)`)
          .run(campaign, id, unit, at % 5 === 4 ? 0 : 1);
        const essay = essays[at];
        if (essay !== undefined)
          database.prepare(`INSERT INTO essay_person VALUES (?, ?, 'card', NULL, '2026-11-20T00:00:00Z')`).run(essay, id);
      }
    }
  });
}

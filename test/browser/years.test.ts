import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import mammoth from 'mammoth';
import type { BrowserContext, Page } from 'playwright-core';
import readExcel from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, NAME, PASSWORD } from '../http/service.js';
import { enterAs } from '../http/units.js';
import { conclude, tellYear } from '../http/year-story.js';
import { hasBrowser } from '../support/browser.js';
import { takeAlong } from './exported-file.js';
import { oneStory } from './one-story.js';
import { axeFindings, expectSound, overflowOf, watchPage } from './page-checks.js';
import { openPlace, openService, type ServicePage } from './service-page.js';

describe.skipIf(!hasBrowser)('the year of a committee', { timeout: 240_000 }, () => {
  oneStory();
  let service: ServicePage;
  let year: Awaited<ReturnType<typeof tellYear>>;
  let at: { readonly folder: string; readonly visit: () => Promise<Browser> };
  const complaints: string[] = [];

  beforeAll(async () => {
    service = await openService();
    const first = await Browser.open(service.url, () => {});
    await first.send('post', '/api/setup', { name: NAME, password: PASSWORD }).expect(200);
    at = { folder: `${service.folder}/data`, visit: () => Browser.open(service.url, () => {}) };
    year = await tellYear(at, async (browser, batch) => {
      for (let turn = 0; turn < 400; turn++) {
        const { state } = ((await browser.get(`/api/batches/${batch}`).expect(200)).body as { batch: { state: string } }).batch;
        if (state === 'done') return;
        await wait(250);
      }
      throw new Error('the batch is not done');
    });
  }, 240_000);
  afterAll(() => service?.close());

  /** Somebody of the unit in a browser of their own, signed in. */
  const signedIn = async (role: 'committee' | 'secretary' | 'inspection' | 'administrator', name: string): Promise<Page> => {
    if (role !== 'committee') await enterAs(at, year.unit, [role], name);
    const context: BrowserContext = await service.browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    complaints.push(...watchPage(page));
    await page.goto(service.url);
    await page.getByLabel('Tên đăng nhập').fill(name);
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
    return page;
  };

  it('is read by cell, found by name, and taken along as files that say the same', async () => {
    const page = await signedIn('committee', 'Đồng chí Lục Thị Ghi');
    await openPlace(page, 'Trích lục năm');
    // The newest year is the next one: a campaign is due in it.
    await page.getByRole('heading', { level: 1, name: 'Trích lục học tập năm 2027' }).waitFor();
    await page.getByLabel('Năm', { exact: true }).selectOption('2026');
    await page.getByRole('heading', { level: 1, name: 'Trích lục học tập năm 2026' }).waitFor();
    await page.getByText('Trích lục để chi bộ tham khảo, không phải xếp loại').waitFor();
    const rowOf = (name: string) => page.getByRole('row').filter({ hasText: name });
    await rowOf('Hạ Thị An').getByText('đã học bù · nộp muộn 3 ngày (23/11/2026) · đạt yêu cầu sau 1 lần viết lại').waitFor();
    await rowOf('Bế Văn Bình').getByText('nộp 1/2 bài: đúng hạn 1, muộn 0').waitFor();
    await rowOf('Cù Thị Cúc').getByText('được miễn viết (sức khỏe)').waitFor();
    await rowOf('Ngần Văn Dần').getByText('chưa học · chưa nộp').waitFor();
    expect(await page.getByRole('row').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('Chi bộ 1: 2 đảng viên'), expect.stringContaining('Chi bộ 2: 2 đảng viên')]),
    );
    await expectSound(page);
    await picture(page, 'years-1440');
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, 'years-390');
    await page.setViewportSize({ width: 1440, height: 900 });

    await page.getByLabel('Tìm theo tên, số thẻ').fill('ha thi');
    await page.getByText('1/4 đảng viên').waitFor();
    await expect.poll(() => rowOf('Bế Văn Bình').count()).toBe(0);
    await page.getByLabel('Tìm theo tên, số thẻ').fill('');
    await page.getByLabel('Lọc theo đơn vị, chi bộ').selectOption('Chi bộ 2');
    const word = await takeAlong(page, 'Xuất trích lục', /Văn bản Word/);
    expect(word.suggestedFilename()).toBe('Trích lục học tập năm 2026, Chi bộ 2.docx');
    const { value: text } = await mammoth.extractRawText({ buffer: readFileSync(await word.path()) });
    expect([text.includes('Hạ Thị An'), text.includes('Bế Văn Bình'), text.includes('không phải xếp loại')]).toEqual([true, false, true]);
    await page.getByLabel('Lọc theo đơn vị, chi bộ').selectOption({ index: 0 });
    const sheet = await takeAlong(page, 'Xuất trích lục', /Bảng Excel/);
    const [each] = await readExcel(readFileSync(await sheet.path()));
    expect(each!.data.filter((row) => /^00\d$/.test(String(row[1])))).toHaveLength(5);

    await page.goto(`${service.url}/dot/${year.campaigns.first}/ket-qua/bai/${encodeURIComponent(year.essays.his.essay)}`);
    await page.getByRole('button', { name: 'Nêu gương bài này' }).click();
    await page.getByLabel('Vì sao nêu gương').fill('Nêu được việc cụ thể, có ngày, có số.');
    await page.getByRole('button', { name: 'Nêu gương', exact: true }).click();
    await page.getByRole('heading', { name: 'Được nêu gương' }).waitFor();
    await picture(page, 'exemplary-essay');
    await page.goto(`${service.url}/dot/${year.campaigns.first}/neu-guong`);
    await page.getByRole('heading', { name: 'Bài tiêu biểu (1)' }).waitFor();
    await page.getByRole('link', { name: 'Bế Văn Bình' }).waitFor();
    await expectSound(page);
    await picture(page, 'exemplary');
    await page.context().close();
  });

  it('has batches that the secretary signs; what is concluded later stands beside the name', async () => {
    const page = await signedIn('secretary', 'Lương Thị Hậu');
    await page.getByRole('link', { name: 'Nghị quyết về bờ vùng' }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'Lô bài', exact: true }).click();
    await page.getByRole('link', { name: 'Lô 3' }).click();
    await page.getByRole('button', { name: 'Ký lô này' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Còn 1 bài chưa kết luận').waitFor();
    await dialog.getByLabel('Họ tên người ký').fill('Lương Thị Hậu');
    await picture(page, 'sign-dialog');
    await dialog.getByRole('button', { name: 'Ký tên' }).click();
    await page.getByText(/BÍ THƯ Lương Thị Hậu đã ký ngày \d\d\/\d\d\/\d{4}/).waitFor();
    await expectSound(page);
    expect(await page.getByRole('link', { name: 'Xem kết quả' }).count()).toBe(0);
    const conclusion = { verdict: 'accepted', grounds: [], reason: '', revision: 0 };
    await conclude(year.committee, year.campaigns.first, year.essays.his.essay, conclusion);
    await page.reload();
    await page.getByText('Sau khi ký, 1 bài có kết luận mới. Số ghi cùng chữ ký giữ nguyên.').waitFor();
    await page.getByText('1 bài: đạt yêu cầu 0, phải viết lại 0, chưa kết luận 1').waitFor();
    await page.getByText('1 bài: đạt yêu cầu 1, phải viết lại 0, chưa kết luận 0').waitFor();
    await picture(page, 'signed');
    await page.context().close();
  });

  it('shows the inspection who decided what, and lets it change nothing', async () => {
    const page = await signedIn('inspection', 'Vi Văn Tra');
    await openPlace(page, 'Nhật ký đơn vị');
    await page.getByRole('link', { name: 'Ai đã quyết định gì' }).click();
    await page.getByText('Đồng chí Lương Thị Hậu ký lô 3: “BÍ THƯ Lương Thị Hậu”.').waitFor();
    await page.getByText(/nêu gương bài “.*binh\.txt/).waitFor();
    await expectSound(page);
    await picture(page, 'decisions');
    const table = await readExcel(readFileSync(await (await takeAlong(page, 'Xuất nhật ký', /Bảng quyết định, Excel/)).path()));
    const told = JSON.stringify(table);
    for (const words of ['"Ký lô bài","Lô 3"', '"Nêu gương"', '"BÍ THƯ Lương Thị Hậu"', '"Đạt yêu cầu"']) expect(told).toContain(words);
    const csv = await takeAlong(page, 'Xuất nhật ký', /Bảng CSV/);
    const lines = readFileSync(await csv.path(), 'utf8');
    expect([lines.includes('batch-signed'), lines.includes('concluded'), lines.includes('batch-created')]).toEqual([true, true, false]);
    await page.goto(`${service.url}/dot/${year.campaigns.first}/lo/${year.essays.his.batch}`);
    await page.getByRole('heading', { name: 'Chữ ký của bí thư' }).waitFor();
    expect(await page.getByRole('button', { name: /^Ký|^Rút/ }).count()).toBe(0);
    await page.context().close();
  });

  it('names the signer whom the administrator sets', async () => {
    const page = await signedIn('administrator', 'Vi Văn Quản');
    await page.goto(`${service.url}/to-chuc/${year.unit}/nguoi-ky`);
    await page.getByLabel('Chức vụ người ký').fill('Phó Bí thư');
    await page.getByLabel('Họ tên người ký').fill('Lương Thị Hậu');
    await page.getByRole('button', { name: 'Lưu người ký' }).click();
    await page.getByText('Đã lưu người ký.').waitFor();
    await expectSound(page);
    await picture(page, 'signer');
    await page.context().close();
  });

  it('is a member’s own to read on a phone, with the way to a second look', async () => {
    const made = await year.committee.send('post', `/api/campaigns/${year.campaigns.first}/codes`, { people: ['an'] }).expect(200);
    const [{ code }] = (made.body as { codes: [{ code: string }] }).codes;
    const context = await service.browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
    const phone = await context.newPage();
    phone.setDefaultTimeout(60_000);
    complaints.push(...watchPage(phone));
    await phone.goto(`${service.url}/m/${code}`);
    await phone.getByRole('button', { name: 'Mở trang của tôi' }).click();
    await phone.getByRole('link', { name: 'Xem việc học tập của tôi qua các năm' }).click();
    await phone.getByRole('heading', { level: 1, name: 'Việc học tập của tôi qua các năm' }).waitFor();
    await phone.getByRole('heading', { level: 2, name: 'Năm 2026' }).waitFor();
    await phone.getByText('đã học bù · nộp muộn 3 ngày (23/11/2026) · đạt yêu cầu sau 1 lần viết lại · hạn nộp 20/11/2026').waitFor();
    await phone.getByText('“Chưa nêu việc của bản thân.”').waitFor();
    expect(await phone.locator('main').innerText()).not.toMatch(/Bình|Cúc|Dần/);
    expect(await overflowOf(phone)).toBeLessThanOrEqual(0);
    expect(await axeFindings(phone)).toEqual([]);
    await picture(phone, 'own-years');
    await phone.getByRole('link', { name: 'Xem kết quả, đề nghị xem xét lại' }).click();
    await phone.getByLabel('Điều đồng chí muốn chi ủy xem lại').fill('Xin xem lại ý hai của bài.');
    await phone.getByRole('button', { name: 'Đề nghị xem xét lại' }).click();
    await phone.getByText('đang chờ trả lời').waitFor();
    await phone.goto(`${service.url}/toi/nam`);
    await phone.getByText(/Đã đề nghị xem xét lại ngày/).waitFor();
    await context.close();
    expect(complaints).toEqual([]);
  });
});

/** A picture of the page, where somebody asks for pictures. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SOATBAI_PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../support/browser.js';
import { putOnRoster } from '../support/roster.js';
import { axeFindings, overflowOf, watchPage } from './page-checks.js';
import { ADMIN, openSample, type ServicePage } from './service-page.js';

const SOURCES = 'fixtures/van-trach/sources/essays';
const COPIED = readFileSync(join(SOURCES, readdirSync(SOURCES).sort()[0]!), 'utf8');
const OWN = readFileSync('fixtures/kinds/tinh-huong/vang-thi-mo.txt', 'utf8');
const NAME = 'Hà Thị Nhẫn';
/** Buttons, links that stand alone and fields that are lower than a thumb. */
const SMALL = `[...document.querySelectorAll('.phone .btn, .phone .input, .dock .btn, .phone .touch, .mast--member button')]
  .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 47.5).map((one) => one.outerHTML.slice(0, 100))`;

describe.skipIf(!hasBrowser)('a member on a phone, and the committee', { timeout: 180_000 }, () => {
  let service: ServicePage;
  let staff: Page;
  let phone: Page;
  let context: BrowserContext;
  let complaints: string[];
  let link = '';
  let campaign = '';

  beforeAll(async () => {
    const sample = await openSample();
    service = sample;
    staff = service.page;
    campaign = sample.campaign;
    putOnRoster(join(service.folder, 'data'), campaign, [
      { id: 'p-nhan', name: NAME, card: '001187000001' },
      { id: 'p-binh', name: 'Lục Văn Bính', card: '001187000002' },
    ]);
    context = await service.browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
    phone = await context.newPage();
    phone.setDefaultTimeout(15_000);
    complaints = watchPage(phone);
  }, 240_000);
  afterAll(() => service?.close());

  const expectPhone = async (): Promise<void> => {
    const page = phone.url();
    expect(await overflowOf(phone), page).toBeLessThanOrEqual(0);
    expect(await axeFindings(phone), page).toEqual([]);
    expect(await phone.evaluate(SMALL), page).toEqual([]);
    await picture(phone, `member-${shots++}`);
  };
  let shots = 1;

  const handIn = async (name: string, text: string): Promise<void> => {
    const file = join(service.folder, name);
    writeFileSync(file, text);
    const [chooser] = await Promise.all([phone.waitForEvent('filechooser'), phone.getByRole('button', { name: /^Nộp bài/ }).click()]);
    await chooser.setFiles(file);
    await phone.getByRole('dialog').getByRole('button', { name: 'Nộp bài' }).click();
    await phone.getByText('Đã lưu an toàn. Bài được tính là đã nộp.').waitFor();
    await phone.getByRole('heading', { level: 1, name: 'Đã nhận bài, đang chờ kết luận' }).waitFor();
    await expectFocusOnTitle();
  };

  /** Whoever goes by keys goes on from the title, not from the top of the browser. */
  const expectFocusOnTitle = async (): Promise<void> => {
    await expect.poll(() => phone.evaluate('document.activeElement.tagName')).toBe('H1');
  };

  /** Opens the newest essay of the member as the committee finds it. */
  const openEssay = async (attempt: number): Promise<void> => {
    const essay = await newestEssay(phone, attempt);
    await staff.goto(`${service.url}/dot/${campaign}/ket-qua/bai/${essay}`);
    await staff.getByRole('heading', { name: 'Các lần nộp' }).waitFor();
  };

  const rewrite = async (reason: string): Promise<void> => {
    await staff.getByRole('radio', { name: 'Phải viết lại' }).check();
    await staff.getByRole('checkbox', { name: /^Sao chép/ }).check();
    await staff.getByLabel('Lý do').fill(reason);
    const here = staff.url();
    await staff.getByRole('button', { name: 'Ghi kết luận: viết lại' }).click();
    await staff.getByText('Đã ghi kết luận cho bài này.').waitFor();
    await staff.goto(here);
    await staff.getByLabel('Hạn nộp lại').fill('15/12/2027');
    await staff.getByRole('button', { name: /^Mở lần nộp/ }).click();
    await staff.getByText(/Lần nộp \d đang mở, đến 15\/12\/2027/).waitFor();
  };

  it('comes in by the link of a slip, once', async () => {
    await staff.goto(`${service.url}/dot/${campaign}/ma-nop`);
    await staff.getByRole('button', { name: 'Tạo mã cho 2 người chưa có mã' }).click();
    const slip = staff.locator('.slip').filter({ hasText: NAME });
    await slip.getByRole('img', { name: `Mã QR của ${NAME}` }).waitFor();
    const code = (await slip.locator('.slip__code').textContent())!.replaceAll(' ', '');
    expect(code).toMatch(/^[0-9A-Z]{26}$/);
    expect(await axeFindings(staff)).toEqual([]);
    await picture(staff, 'codes');
    link = `${service.url}/m/${code}`;
    await phone.goto(link);
    await phone.reload();
    await expectPhone();
    await phone.getByRole('button', { name: 'Mở trang của tôi' }).click();
    await phone.getByRole('heading', { level: 1, name: 'Đồng chí cần nộp bài' }).waitFor();
    expect(new URL(phone.url()).pathname).toBe('/toi');
    await expectFocusOnTitle();
    await expectPhone();
    const other = await (await service.browser.newContext()).newPage();
    await other.goto(link);
    await other.getByRole('button', { name: 'Mở trang của tôi' }).click();
    await other.getByText('Mã không dùng được').waitFor();
    await other.close();
  });

  it('tries the file first, hands in a copy, and is told nothing until people have concluded', async () => {
    const trial = join(service.folder, 'thử.txt');
    writeFileSync(trial, COPIED);
    const [chooser] = await Promise.all([phone.waitForEvent('filechooser'), phone.getByRole('button', { name: 'Thử một tệp' }).click()]);
    await chooser.setFiles(trial);
    await phone.getByText('Kết quả thử “thử.txt”').waitFor({ timeout: 60_000 });
    await phone.getByText('Còn 2 lần trong 24 giờ').waitFor();
    expect(await phone.locator('mark.passage').count()).toBeGreaterThan(0);
    await expectPhone();
    await handIn('bài của tôi.txt', COPIED);
    expect(await phone.locator('mark.passage').count()).toBe(0);
    await expectPhone();
  });

  it('reads the committee’s reason, and copies again, which the committee sees', async () => {
    await openEssay(1);
    await rewrite('Đoạn đầu trùng với bài khác, đề nghị viết bằng lời của mình.');
    await phone.reload();
    await phone.getByRole('heading', { level: 1, name: 'Đồng chí cần viết lại bài, nộp trước 15/12/2027' }).waitFor();
    await phone.getByText('Đoạn đầu trùng với bài khác').waitFor();
    await phone.getByText('Phải viết lại (sao chép)').waitFor();
    expect(await phone.locator('mark.passage').count()).toBeGreaterThan(0);
    await expectPhone();
    await phone.getByLabel('Điều đồng chí muốn chi ủy xem lại').fill('Đoạn 2 do tổ chuyên môn viết chung.');
    await phone.getByRole('button', { name: 'Đề nghị xem xét lại' }).click();
    await phone.getByText('đang chờ trả lời').waitFor();
    await handIn('bài lần hai.txt', `${OWN}\n\n${COPIED.slice(COPIED.length / 2)}`);
    await openEssay(2);
    await staff.getByRole('heading', { name: 'Đoạn trùng còn lại so với lần nộp 1' }).waitFor();
    expect(await staff.getByText(/^Còn \d+\/\d+ đoạn$/).textContent()).not.toMatch(/^Còn 0/);
    expect(await axeFindings(staff)).toEqual([]);
    await picture(staff, 'attempts');
    await rewrite('Nửa sau vẫn còn như cũ.');
  });

  it('is answered, hands in own words and is accepted', async () => {
    await staff.goto(`${service.url}/dot/${campaign}/nop-lai`);
    await staff.getByText('“Đoạn 2 do tổ chuyên môn viết chung.”').waitFor();
    await staff.getByLabel('Trả lời cho người viết').fill('Đã xem, giữ kết luận.');
    await staff.getByRole('button', { name: 'Gửi trả lời' }).click();
    await staff.getByText(`Đồng chí ${ADMIN} trả lời`).waitFor();
    await staff.getByText('Lần nộp 3 đang mở, đến 15/12/2027').waitFor();
    for (const width of [390, 768, 1440]) {
      await staff.setViewportSize({ width, height: 900 });
      expect(await overflowOf(staff), `rounds at ${width}`).toBeLessThanOrEqual(0);
      expect(await axeFindings(staff), `rounds at ${width}`).toEqual([]);
    }
    await picture(staff, 'rounds');
    await phone.reload();
    await phone.getByText('Nửa sau vẫn còn như cũ.').waitFor();
    await phone.getByText(/^Còn \d+\/\d+ đoạn trùng khớp của lần trước/).waitFor();
    await handIn('bài lần ba.txt', OWN);
    await openEssay(3);
    await staff.getByText('Không còn đoạn trùng nào của lần trước.').waitFor();
    await staff.getByRole('radio', { name: 'Đạt yêu cầu' }).check();
    await staff.getByRole('button', { name: 'Ghi kết luận: đạt' }).click();
    await staff.getByText('Đã ghi kết luận cho bài này.').waitFor();
    await phone.reload();
    await phone.getByRole('heading', { level: 1, name: 'Bài của đồng chí đạt yêu cầu' }).waitFor();
    await expectPhone();
    await phone.getByRole('link', { name: 'Xem kết quả' }).nth(2).click();
    await phone.getByRole('heading', { level: 1, name: 'Lần nộp 1' }).waitFor();
    await phone.emulateMedia({ colorScheme: 'dark' });
    await expectPhone();
    expect([...complaints, ...service.complaints].filter((line) => !line.includes('401'))).toEqual([]);
  });
});

/** Waits until an attempt has its result; answers with its essay. */
async function newestEssay(phone: Page, attempt: number): Promise<string> {
  for (let tries = 0; tries < 120; tries++) {
    const attempts = (await phone.evaluate(`fetch('/api/me').then((answer) => answer.json()).then(({ attempts }) => attempts)`)) as {
      essay: string;
    }[];
    if (attempts.length >= attempt) return attempts[attempt - 1]!.essay;
    await phone.waitForTimeout(500);
  }
  throw new Error(`attempt ${attempt} has no result`);
}

/** A picture of the page, where somebody asks for pictures. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SOATBAI_PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: resolve(folder, `${name}.png`), fullPage: true });
}

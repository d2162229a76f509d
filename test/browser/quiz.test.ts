import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../support/browser.js';
import { nameWriter, putOnRoster } from '../support/roster.js';
import { choose } from './fixture-campaign.js';
import { oneStory } from './one-story.js';
import { axeFindings, expectSound, overflowOf, watchPage } from './page-checks.js';
import { openPlace, openService, type ServicePage, setUp } from './service-page.js';

const PATIENCE = 60_000;
const NAME = 'Hà Thị Nhẫn';
const GIFT = `$CATEGORY: Nghị quyết của xã

::1::Xã phấn đấu thu nhập tăng mỗi năm {
  =tám phần trăm#đúng như mục hai
  ~sáu phần trăm
  ####Xem mục hai của nghị quyết.
}

::2::Ghép tên với việc {=a -> 1 =b -> 2}

::3::Hai việc nào là đột phá? {~%50%thể chế ~%50%hạ tầng ~%-100%lễ hội}

::4::Đồng chí nêu cảm nghĩ {}

Dân là gốc. {T}
`;
const RIGHT = ['tám phần trăm', 'thể chế', 'hạ tầng', 'Đúng'];

/** A committee makes a quiz of a file, prints its code; somebody without an account and a member take it on a phone. */
describe.skipIf(!hasBrowser)('a quiz in a browser', { timeout: 240_000 }, () => {
  let service: ServicePage;
  let staff: Page;
  let context: BrowserContext;
  let phone: Page;
  let complaints: string[];
  let campaign = '';
  let essay = '';
  let door = '';

  oneStory();
  beforeAll(async () => {
    service = await openService();
    staff = service.page;
    staff.setDefaultTimeout(PATIENCE);
    await setUp(staff);
    await staff.getByRole('button', { name: 'Dùng thử với đợt mẫu' }).click();
    await staff.getByRole('heading', { level: 1, name: /đã soát xong/ }).waitFor({ timeout: 200_000 });
    campaign = new URL(staff.url()).pathname.split('/')[2]!;
    const rows = `fetch('/api/campaigns/${campaign}/overview').then((answer) => answer.json()).then(({ rows }) => rows.map(({ id }) => id))`;
    essay = ((await staff.evaluate(rows)) as string[])[0]!;
    const folder = join(service.folder, 'data');
    putOnRoster(folder, campaign, [{ id: 'p-nhan', name: NAME, card: '001187000001' }]);
    nameWriter(folder, essay, 'p-nhan');
    context = await service.browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
    phone = await context.newPage();
    phone.setDefaultTimeout(PATIENCE);
    complaints = watchPage(phone);
  }, 300_000);
  afterAll(() => service?.close());

  const title = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });
  const picture = async (page: Page, name: string): Promise<void> => {
    const folder = process.env.SOATBAI_PICTURES;
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `quiz-${name}.png`), fullPage: true });
  };
  const expectPhone = async (name: string): Promise<void> => {
    expect(await overflowOf(phone), name).toBeLessThanOrEqual(0);
    expect(await axeFindings(phone), name).toEqual([]);
    await picture(phone, name);
  };

  /** Picks what is right in every question but the first `wrong`. */
  const answer = async (wrong: number): Promise<void> => {
    await phone.getByText('Đã trả lời 0/3 câu').waitFor();
    const questions = await phone.getByRole('group', { name: /^Câu \d\/3$/ }).all();
    expect(questions).toHaveLength(3);
    for (const [place, question] of questions.entries()) {
      for (const label of await question.locator('.quizpick').all()) {
        const isRight = RIGHT.includes(((await label.textContent()) ?? '').trim());
        if (isRight === place >= wrong) {
          await label.click();
          await question.getByText('Đã lưu').waitFor();
          if (place < wrong) break;
        }
      }
    }
  };
  const handIn = async (): Promise<void> => {
    await phone.getByRole('button', { name: 'Nộp bài' }).click();
    await phone.getByRole('dialog').getByRole('button', { name: 'Nộp bài' }).click();
  };

  it('is made of a file whose questions that cannot be used are told by line', async () => {
    await staff.goto(`${service.url}/cau-hoi`);
    await staff.getByText('Chưa có câu hỏi nào').waitFor();
    await staff.getByRole('link', { name: 'Nhập từ tệp' }).click();
    const file = join(service.folder, 'câu hỏi.gift');
    writeFileSync(file, GIFT);
    await choose(staff, 'Chọn tệp câu hỏi', [file]);
    await staff.getByText('2 câu sẽ bỏ qua').waitFor();
    const told = await staff.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((one) => one.textContent)));
    expect(told.map(([line]) => line)).toEqual(['9', '13']);
    expect(told[0]![1]).toContain('ghép đôi');
    expect(told[1]![1]).toContain('tự luận');
    await expectSound(staff);
    await picture(staff, 'import');
    await staff.getByRole('button', { name: 'Nhập 3 câu, bỏ qua 2 câu' }).click();
    await title(staff, 'Ngân hàng câu hỏi').waitFor();
    await staff.getByRole('rowheader', { name: /Dân là gốc/ }).waitFor();
    await expectSound(staff);
    await picture(staff, 'bank');
    await staff.getByRole('button', { name: 'Sửa câu: Dân là gốc.' }).click();
    await staff.getByLabel('Giải thích').fill('Theo lời Bác.');
    await picture(staff, 'question');
    expect(await axeFindings(staff)).toEqual([]);
    await staff.getByRole('button', { name: 'Lưu câu hỏi' }).click();
    await staff.getByText('Đã lưu câu hỏi.').waitFor();
  });

  it('is made public, with a code to print', async () => {
    await staff.goto(`${service.url}/dot/${campaign}/ket-qua`);
    await staff.getByRole('navigation').getByRole('link', { name: 'Kết quả' }).waitFor();
    await openPlace(staff, 'Trắc nghiệm');
    await staff.getByText('Chưa có bài trắc nghiệm nào.').waitFor();
    await staff.getByRole('button', { name: 'Mở trang chung' }).click();
    await staff.getByText('Quét mã để đọc văn bản, đề bài và nộp bài').waitFor();
    door = (await staff.locator('.poster__address').textContent()) ?? '';
    expect(door).toMatch(/^http:\/\/[\d.]+:\d+\/d\/[\w-]{22}$/);
    await expectSound(staff);
    await picture(staff, 'door');
    await staff.emulateMedia({ media: 'print' });
    await picture(staff, 'poster');
    expect(await staff.getByRole('navigation').first().isVisible()).toBe(false);
    await staff.emulateMedia({ media: null });
    await staff.getByRole('link', { name: 'Tạo bài trắc nghiệm' }).click();
    await staff.getByRole('button', { name: 'Lưu bài trắc nghiệm' }).click();
    await staff.getByText('Đặt tên cho bài.').waitFor();
    await staff.getByText('Chọn ít nhất một câu.').waitFor();
    await staff.getByLabel('Tên bài').fill('Tìm hiểu nghị quyết');
    await staff.getByLabel('Số lần được làm').fill('2');
    await staff.getByLabel('Chọn cả 3 câu đang hiện').check();
    await staff.getByLabel(/^Ai có địa chỉ hoặc mã QR đều làm được/).check();
    await expectSound(staff);
    await picture(staff, 'form');
    await staff.getByRole('button', { name: 'Lưu bài trắc nghiệm' }).click();
    await title(staff, 'Tìm hiểu nghị quyết').waitFor();
    await staff.getByRole('button', { name: 'Mở', exact: true }).click();
    await staff.getByText('Đã mở bài trắc nghiệm.').waitFor();
    await staff.getByRole('main').getByRole('button', { name: 'Đóng', exact: true }).waitFor();
  });

  it('is found by the code and taken by somebody without an account, across a reload', async () => {
    await phone.goto(door);
    await phone.getByRole('heading', { name: 'Văn bản học tập' }).waitFor();
    await expectPhone('shown');
    const [download] = await Promise.all([
      phone.waitForEvent('download'),
      phone
        .getByRole('link', { name: /^Tải “/ })
        .first()
        .click(),
    ]);
    expect(download.suggestedFilename()).not.toBe('');
    await phone.getByRole('link', { name: 'Tìm hiểu nghị quyết' }).click();
    await title(phone, 'Tìm hiểu nghị quyết').waitFor();
    await phone.getByText('Đạt từ 3/3 câu').waitFor();
    await expectPhone('before');
    await phone.getByRole('button', { name: 'Bắt đầu làm' }).click();
    await answer(1);
    await phone.reload();
    await phone.getByText('Đã trả lời 3/3 câu').waitFor();
    await phone.getByText(/^Còn (20:00|1\d:\d\d)$/).waitFor();
    await expectPhone('taking');
    expect(await phone.content()).not.toContain('Xem mục hai');
    await handIn();
    await title(phone, 'Đúng 2/3 câu').waitFor();
    await phone.getByText('Chưa đạt', { exact: true }).waitFor();
    await phone.getByText('Theo lời Bác.').waitFor();
    await expectPhone('result');
    await phone.goto(`${service.url}/thi/khong-co-dia-chi-nay`);
    await phone.getByRole('heading', { level: 2, name: 'Không mở được trang này' }).waitFor();
    await expectPhone('gone');
  });

  it('is taken by a member as themselves, and stands beside their name and essay', async () => {
    await staff.goto(`${service.url}/dot/${campaign}/ma-nop`);
    await staff.getByRole('button', { name: 'Tạo mã cho 1 người chưa có mã' }).click();
    const code = ((await staff.locator('.slip__code').textContent()) ?? '').replaceAll(' ', '');
    await context.clearCookies();
    await phone.goto(`${service.url}/m/${code}`);
    await phone.evaluate('localStorage.clear()');
    await phone.getByRole('button', { name: 'Mở trang của tôi' }).click();
    await phone.getByRole('link', { name: 'Tìm hiểu nghị quyết' }).click();
    await phone.getByText(`Đồng chí ${NAME} làm bài`).waitFor();
    await phone.getByRole('button', { name: 'Bắt đầu làm' }).click();
    await answer(0);
    await handIn();
    await title(phone, 'Đúng 3/3 câu').waitFor();
    await phone.getByRole('link', { name: 'Về trang của tôi' }).click();
    await phone.getByText('Tốt nhất: 3/3 câu, Đạt').waitFor();
    await phone.getByText('Còn 1 lần làm').waitFor();
    await expectPhone('own');

    await staff.goto(`${service.url}/dot/${campaign}/ket-qua/bai/${essay}`);
    const beside = staff.locator('section', { has: staff.getByRole('heading', { name: 'Trắc nghiệm của người viết' }) });
    await beside.getByText('3/3 câu, Đạt').waitFor();
    await picture(staff, 'essay');
    await staff.goto(`${service.url}/dot/${campaign}/danh-sach`);
    await staff.getByText('Tìm hiểu nghị quyết: 3/3 câu, Đạt').waitFor();
    await staff.goto(`${service.url}/dot/${campaign}/thi`);
    await staff.getByRole('link', { name: 'Tìm hiểu nghị quyết' }).click();
    await staff.getByRole('rowheader', { name: NAME }).waitFor();
    expect(await staff.locator('.figures dd').allTextContents()).toEqual(['1', '1/1, 100,00%', '10 lượt đạt']);
    await expectSound(staff);
    await picture(staff, 'results');
    await staff.getByRole('main').getByRole('button', { name: 'Đóng', exact: true }).click();
    await staff.getByText('Đã đóng. Ai đang làm dở').waitFor();
    await staff.goto(`${service.url}/dot/${campaign}/nhat-ky`);
    await staff.getByText('mở bài trắc nghiệm “Tìm hiểu nghị quyết”').waitFor();
    expect(service.complaints).toEqual([]);
    expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
  });
});

import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type ReportJson, reportSchema } from '../../src/api/report.js';
import type { Files } from '../pipeline/inputs.js';
import { lines } from '../pipeline/inputs.js';
import { makeHomes } from './homes.js';
import { jsonOf, run } from './run.js';

const newHome = makeHomes();
const fixture = (name: string): Promise<string> => readFile(resolve('fixtures/kinds', name), 'utf8');
const RESOLUTION = 'nghi-quyet.txt';

type Submission = ReportJson['submissions'][number];

/** Assesses files with a campaign file beside the resolution, as a committee does; gives what is said of each by its name. */
async function assess(campaign: string, files: Files): Promise<ReadonlyMap<string, Submission>> {
  const kept = Object.fromEntries(Object.entries(files).map(([name, text]) => [`bai/${name}`, text]));
  const home = await newHome({ 'dot.yaml': campaign, [RESOLUTION]: await fixture(RESOLUTION), ...kept });
  const report = jsonOf(await run(home, ['assess', 'bai', '--campaign', 'dot.yaml', '--json', '-', '--jobs', '1']), reportSchema);
  return new Map(report.submissions.map((one) => [basename(one.file), one]));
}

const met = (one: Submission | undefined): string[] => (one?.themes ?? []).flatMap(({ id, met: isMet }) => (isMet ? [id] : []));
const told = (one: Submission | undefined): string[] => (one?.advisories ?? []).map(({ code }) => code);
const PROGRAMMES = { 'nam-khoa.txt': 'chuong-trinh/nam-khoa.txt', 'pac-ngam.txt': 'chuong-trinh/pac-ngam.txt' };
const read = async (names: Readonly<Record<string, string>>): Promise<Record<string, string>> =>
  Object.fromEntries(await Promise.all(Object.entries(names).map(async ([name, place]) => [name, await fixture(place)] as const)));

describe.concurrent('a collective programme', () => {
  it('may restate the resolution, and shares the usual frame with others without being told of it', async () => {
    const found = await assess(await fixture('chuong-trinh.yaml'), await read(PROGRAMMES));
    for (const name of Object.keys(PROGRAMMES)) {
      const one = found.get(name);
      expect(one, name).toMatchObject({ proposal: 'accept', copied: { best: 0, union: 0 } });
      expect(one?.quoted).toBeGreaterThan(0.3);
      expect(met(one)).toEqual(['van-dung', 'tinh-hinh', 'trong-tam', 'phan-cong']);
      expect(told(one)).not.toContain('restates-resolution');
      expect(told(one)).not.toContain('generic');
    }
  });

  it('of which six tenths are the resolution is told of as an essay, not as a programme', async () => {
    const file = { 'a.txt': `${await fixture(PROGRAMMES['nam-khoa.txt'])}\n${await fixture(RESOLUTION)}` };
    const campaign = await fixture('chuong-trinh.yaml');
    const [programme, essay] = await Promise.all([assess(campaign, file), assess(campaign.replace('action-programme', 'essay'), file)]);
    expect(told(essay.get('a.txt'))).toContain('restates-resolution');
    expect(told(programme.get('a.txt'))).not.toContain('restates-resolution');
  });

  it('that is another unit’s with other names and figures is proposed for writing anew', async () => {
    const files = await read({ ...PROGRAMMES, 'huoi-tro.txt': 'chuong-trinh/huoi-tro.txt' });
    const found = await assess(await fixture('chuong-trinh.yaml'), files);
    for (const name of ['nam-khoa.txt', 'huoi-tro.txt']) {
      expect(found.get(name)?.proposal, name).toBe('rewrite');
      expect(found.get(name)?.grounds, name).toContain('copied');
    }
    expect(found.get('pac-ngam.txt')?.proposal).toBe('accept');
  });

  it('without anything of its own place lacks what makes it a programme', async () => {
    const own = (await fixture(PROGRAMMES['nam-khoa.txt'])).split(/^II\. .*$/m)[0] ?? '';
    const one = (await assess(await fixture('chuong-trinh.yaml'), { 'a.txt': own })).get('a.txt');
    expect(one).toMatchObject({ proposal: 'rewrite', grounds: ['content'] });
    const missing = one?.reasons.map(({ text }) => text).join(' ');
    for (const name of ['Tình hình của địa phương, đơn vị', 'Nội dung trọng tâm, giải pháp đột phá']) expect(missing).toContain(name);
  });
});

describe.concurrent('a situational answer', () => {
  it('is judged by its question', async () => {
    const found = await assess(
      await fixture('tinh-huong.yaml'),
      await read({ 'mo.txt': 'tinh-huong/vang-thi-mo.txt', 'dieu.txt': 'tinh-huong/ha-quang-dieu.txt' }),
    );
    expect(found.get('mo.txt')?.proposal).toBe('accept');
    expect(met(found.get('mo.txt'))).toEqual(['tra-loi-tinh-huong', 'cach-giai-quyet']);
    const other = found.get('dieu.txt');
    expect(other).toMatchObject({ proposal: 'review', grounds: ['content'] });
    expect(met(other)).not.toContain('tra-loi-tinh-huong');
    expect(other?.reasons.map(({ text }) => text).join(' ')).toMatch(/Trả lời tình huống: Chưa trả lời vào tình huống: .*rừng đầu nguồn/);
  });

  it('gains nothing by the question’s own words, and shares nothing by them', async () => {
    const campaign = await fixture('tinh-huong.yaml');
    const { prompt } = parse(campaign) as { prompt: string };
    const about = (await fixture('tinh-huong/ha-quang-dieu.txt')).trim();
    const found = await assess(campaign, {
      'mo.txt': `${prompt}\n\n${await fixture('tinh-huong/vang-thi-mo.txt')}`,
      'dieu.txt': `${about}\n\n${prompt}`,
    });
    for (const one of found.values()) expect(one.copied).toEqual({ best: 0, union: 0, longestRun: 0 });
    expect(met(found.get('mo.txt'))).toContain('tra-loi-tinh-huong');
    expect(met(found.get('dieu.txt'))).not.toContain('tra-loi-tinh-huong');
    expect(found.get('dieu.txt')?.quoted).toBeGreaterThan(0.15);
  });
});

describe.concurrent('a personal plan', () => {
  it('is asked for duties, tasks with day and measure, and the unit', async () => {
    const plan = await fixture('ke-hoach/lu-van-phong.txt');
    const of = async (text: string) => (await assess(await fixture('ke-hoach.yaml'), { 'a.txt': text })).get('a.txt');
    const [whole, withoutTasks] = await Promise.all([of(plan), of(plan.split(/^3\. .*$/m)[0] ?? '')]);
    expect(whole?.proposal).toBe('accept');
    expect(met(withoutTasks)).not.toContain('viec-se-lam');
    expect(withoutTasks?.reasons.map(({ text }) => text).join(' ')).toContain('Việc sẽ làm, thời hạn, kết quả phải đạt');
  });
});

const ESSAY = lines(
  'BÀI THU HOẠCH',
  'Họ và tên: Triệu Mùi Pham',
  'Chi bộ: Trạm y tế xã Nậm Khòa',
  'Đọc Nghị quyết 21 của huyện, điều tôi thấy rõ nhất là quan điểm không bán rừng để lấy vườn: rừng đầu nguồn phải còn thì vườn mới có nước. Mục tiêu đến năm 2030 của cả huyện là hơn bốn nghìn héc ta vườn có mã số, bảy phần quả bán theo hợp đồng. Nhóm nhiệm vụ tôi nhớ là chuyển nương sắn dốc sang cây lâu năm, giao rừng cho từng bản giữ và làm đường lên vườn.',
  'Trạm tôi có 5 người, lo cho 812 hộ ở 9 bản. Hai năm nay trạm tôi ghi 37 ca ngộ độc thuốc trừ cỏ, phần nhiều ở Bản Chiềng, nơi bà con phun sắn mà không đeo khẩu trang; vỏ chai vứt ngay khe nước. Bể chứa vỏ chai cả xã mới có 3 cái, đều nằm cạnh đường lớn, xa vườn.',
  'Phần tôi, tôi nhận mỗi tháng đi hai bản, dạy cách phun và rửa tay, xong đủ 9 bản trước ngày 30/8/2026; tôi sẽ lập sổ theo dõi những hộ đã ngộ độc và đến hết năm giảm còn dưới 10 ca. Tôi đề nghị Đảng ủy xã bố trí kinh phí làm thêm 6 bể chứa vỏ chai ở lối lên vườn, mỗi bể chừng một triệu rưỡi, và giao trưởng bản giữ chìa khóa.',
);
const EMPTY = lines(
  'BÀI THU HOẠCH',
  'Họ và tên: Hoàng Đình Khiết',
  'Chi bộ: Văn phòng',
  'Nghị quyết ra đời có ý nghĩa hết sức quan trọng, thể hiện tầm nhìn chiến lược và sự quan tâm của cấp ủy đối với đời sống nhân dân. Qua học tập, quán triệt, tôi hoàn toàn nhất trí với quan điểm, mục tiêu và các nhiệm vụ, giải pháp đã đề ra, coi đó là kim chỉ nam cho mọi hành động trong thời gian tới. Bản thân tôi nhận thức sâu sắc rằng đây là nhiệm vụ của cả hệ thống chính trị.',
  'Thời gian qua, dưới sự lãnh đạo, chỉ đạo sát sao, tập thể cơ quan đã đoàn kết, thống nhất, nỗ lực phấn đấu, khắc phục khó khăn, hoàn thành tốt nhiệm vụ được giao và đạt nhiều kết quả tích cực. Tuy nhiên vẫn còn một số tồn tại, hạn chế cần được khắc phục.',
  'Là một đảng viên, tôi sẽ nêu cao tinh thần trách nhiệm, không ngừng học tập nâng cao trình độ chuyên môn, nghiệp vụ, tích cực tham gia các phong trào thi đua, gương mẫu chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước. Tôi xin hứa phấn đấu hoàn thành xuất sắc nhiệm vụ, xứng đáng với niềm tin của chi bộ. Kính mong cấp ủy tiếp tục quan tâm, tạo điều kiện để mỗi cán bộ, đảng viên ngày càng tiến bộ.',
);

describe.concurrent('an essay', () => {
  it('is asked for awareness, responsibility and unit, and told of where it says nothing of its own', async () => {
    const found = await assess(lines('name: Đợt 1', `references: [${RESOLUTION}]`), { 'pham.txt': ESSAY, 'khiet.txt': EMPTY });
    expect(found.get('pham.txt')?.proposal).toBe('accept');
    expect(met(found.get('pham.txt'))).toEqual(expect.arrayContaining(['nhan-thuc', 'trach-nhiem', 'lien-he-don-vi']));
    expect(told(found.get('pham.txt'))).not.toContain('generic');
    const generic = found.get('khiet.txt')?.advisories.find(({ code }) => code === 'generic');
    expect(generic?.text).toMatch(/\d câu \(\d+% phần tự viết\).*không thấy số liệu/);
    expect(generic?.spans.length).toBeGreaterThan(3);
  });
});

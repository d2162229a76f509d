import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Advisory } from '../../src/model/assessment.js';
import { normalise } from '../../src/normalise/normalise.js';
import type { AdvisoryInput } from '../../src/score/advisories.js';
import { prepareExpectations } from '../../src/score/expectations.js';
import { advise } from './advise.js';

const expecting = (...forms: string[]) =>
  prepareExpectations({ name: 'Đợt 1', kind: 'essay' }, [], forms, (text) => normalise(text).tokens);
const BODY =
  'Nghị quyết đặt người học vào giữa và giao từng việc cho từng nhà. Trước ngày 30/9/2026 phải xong phần khảo sát. Cán bộ, đảng viên cần đi trước, bà con sẽ theo sau. '.repeat(
    9,
  );
/** Codes of what is missing, of a campaign without a form. */
function missing(head: string, foot = '', changed: Partial<AdvisoryInput> = {}): string[] {
  const told = advise(`${head}\n\n${BODY}\n\n${foot}`, { expectations: expecting(), ...changed });
  return told.map(({ code }) => code).filter((code) => code.startsWith('missing-'));
}
const ALL: Advisory['code'][] = ['missing-name', 'missing-unit', 'missing-post', 'missing-date'];
const DATE = 'Tân Lạc, ngày 24 tháng 4 năm 2026';

describe('who wrote an essay', () => {
  it.each([
    ['a form', 'Họ và tên: Lò Thị Xuyến\nChức vụ: Điều dưỡng\nĐơn vị công tác: Trạm y tế xã Bình Khê', DATE],
    [
      'a form without marks',
      'Ho va ten: Lo Thi Xuyen\nCong viec: dieu duong\nChi bo: Tram y te xa Binh Khe',
      'Binh Khe, ngay 24 thang 4 nam 2026',
    ],
    ['one line of the title', 'CHI BỘ TRẠM Y TẾ XÃ BÌNH KHÊ\nBài thu hoạch của Khuất Đức Thiện, công nhân vận hành trạm bơm', '24/4/2026'],
    ['a writer and his post', 'Chi bộ Văn phòng xã Hiền Sơn\nNgười viết: Lục Văn Chỉnh, công chức địa chính', 'Hiền Sơn, 24/4/2026'],
    ['a post before the name', 'CHI BỘ TRƯỜNG MẦM NON HOA BAN\nHiệu trưởng: Lò Thị Hiên Mai (44 tuổi)', 'Tháng 5 năm 2026'],
    ['an age before the post', 'Người viết: Lạc Văn Thuyên, 44 tuổi, điều độ cầu bến\nChi bộ Khai thác 2', 'Bến Nứa, 24.10.2025'],
    ['a sentence', 'Tôi là Lò Thị Mai Sương, điều dưỡng, sinh hoạt tại chi bộ trạm y tế xã.', 'Ngày 26/4/2026'],
    [
      'a letter',
      'Kính gửi: Chi ủy chi bộ khối Văn hóa xã Hiền Sơn\nTôi tên Ngô Bảo Quyên, kế toán ngân sách xã.',
      'Ngô Bảo Quyên, 25/4/2026',
    ],
    [
      'a signature',
      'ĐOÀN XÃ TÂN LƯƠNG\nThu hoạch sau đợt học\nLà phó bí thư đoàn xã, tôi viết mấy dòng.',
      'Người viết\nKha Minh Trí\n20/4/2026',
    ],
    [
      'a signature in capitals',
      'CHI BỘ HỢP TÁC XÃ LÚA VÀNG\nTôi là kế toán.',
      'Phú Lương, ngày 28 tháng tư năm 2026. Kính bút.\nNGÔ XUÂN KÍNH',
    ],
  ])('is found in %s', (_, head, foot) => {
    expect(missing(head, foot)).toEqual([]);
  });

  it.each([
    ['nobody says it', 'BÀI THU HOẠCH\nHọc tập Nghị quyết số 09-NQ/HU ngày 15/7/2026 của Ban Chấp hành Đảng bộ huyện Vân Trạch', '', ALL],
    ['the form is blank', 'Họ và tên: ……\nChức vụ: ……\nĐơn vị công tác: ……\nNgày …… tháng …… năm ……', '', ALL],
    ['a place is no name', 'Chi bộ Trạm y tế, điều dưỡng', 'Hiền Sơn, 24/4/2026', ['missing-name']],
    [
      'a date of birth is no date',
      'Họ tên: Lý Văn Páo, ngày sinh: 12/9/1985\nNghề nghiệp: nuôi ong\nChi bộ: thôn Bảy',
      '',
      ['missing-date'],
    ],
    ['a deadline is no date', 'Họ tên: Lý Văn Páo, nuôi ong\nChi bộ: thôn Bảy', 'Tôi nộp sổ trước 30/9/2026.', ['missing-date']],
    ['a unit is no post', `Họ tên: Từ Thanh Bính, chi bộ Hạt kiểm lâm`, DATE, ['missing-post']],
  ])('is missing where %s', (_, head, foot, codes) => {
    expect(missing(head, foot)).toEqual(codes);
  });

  it('need not be written again by who is listed with it', () => {
    const writer = { unit: 'Trạm y tế xã Bình Khê', post: 'Điều dưỡng', place: '', tenant: 'goc' };
    expect(missing('BÀI THU HOẠCH', DATE, { writer })).toEqual(['missing-name']);
    expect(missing('BÀI THU HOẠCH', DATE, { writer: { ...writer, post: '' } })).toEqual(['missing-name', 'missing-post']);
  });

  it('is only asked for what the campaign’s form asks for', () => {
    expect(missing('', '', { expectations: expecting('Họ và tên: ……\nChức vụ: ……\nCâu 1: Nhận thức của đồng chí?') })).toEqual([
      'missing-name',
      'missing-post',
    ]);
    expect(missing('', '', { expectations: expecting('Họ và tên: ……\n……, ngày … tháng … năm …') })).toEqual([
      'missing-name',
      'missing-date',
    ]);
    expect(missing('', '', { expectations: expecting('Câu 1: Nhận thức của đồng chí về văn bản đã học?') })).toEqual(ALL);
  });
});

describe('the essays of the fixtures', () => {
  const folder = 'fixtures/van-trach/sources';
  const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');
  const expectations = prepareExpectations(
    { name: 'Học tập Nghị quyết số 09-NQ/HU của Huyện ủy Vân Trạch', kind: 'essay' },
    [read('nghi-quyet.txt'), read('tai-lieu-hoc-tap.txt')],
    [read('mau-bai-thu-hoach.txt')],
    (text) => normalise(text).tokens,
  );

  it.each(readdirSync(`${folder}/essays`))('give no false alarm: %s', (name) => {
    const written = read(`essays/${name}`);
    const bare = written.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
    expect(advise(written, { expectations }).map(({ code }) => code)).toEqual([]);
    expect(advise(written.normalize('NFD'), { expectations }).map(({ code }) => code)).toEqual([]);
    expect(advise(bare, { expectations }).map(({ code }) => code)).toEqual(['no-diacritics']);
  });
});

it('asks a programme for no person’s name or post', () => {
  const form = 'Họ và tên: …… Chức vụ: …… Đơn vị: …… Ngày … tháng … năm …';
  const { parts } = prepareExpectations({ name: 'Đợt 1', kind: 'action-programme' }, [], [form], (text) => normalise(text).tokens);
  expect([...parts].sort()).toEqual(['date', 'unit']);
});

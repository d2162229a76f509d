import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TEMPLATE } from '../../src/model/tokens.js';
import { normalise } from '../../src/normalise/normalise.js';
import type { AdvisoryInput } from '../../src/score/advisories.js';
import { prepareExpectations } from '../../src/score/expectations.js';
import { advise } from './advise.js';

const tokensOf = (text: string) => normalise(text).tokens;
const REFERENCE = readFileSync('fixtures/van-trach/sources/nghi-quyet.txt', 'utf8');
const ESSAY = readFileSync('fixtures/van-trach/sources/essays/01-giao-vien.txt', 'utf8').normalize('NFC');
const BODY = ESSAY.slice(ESSAY.indexOf('Câu 1'));

const campaign = (name: string, reference = ''): Partial<AdvisoryInput> => ({
  expectations: prepareExpectations({ name: name, kind: 'essay' }, [reference], ['Họ và tên: ……'], tokensOf),
});
const NAMED = campaign('Học tập Nghị quyết số 09-NQ/HU của Huyện ủy Vân Trạch', REFERENCE);

function told(code: string, text: string, changed: Partial<AdvisoryInput> = NAMED): { said: string; shown: string[] } | null {
  const found = advise(text, changed).find((one) => one.code === code);
  return found === undefined ? null : { said: found.text, shown: found.spans.map(({ start, end }) => text.slice(start, end)) };
}
const other = (text: string, changed?: Partial<AdvisoryInput>) => told('other-resolution', text, changed);

describe('an essay on another resolution', () => {
  it.each([
    ['BÀI THU HOẠCH\nHọc tập Nghị quyết số 11-NQ/HU về du lịch cộng đồng', '11-NQ/HU'],
    ['Bài thu hoạch Chỉ thị 35 của huyện ủy', 'Chỉ thị 35'],
    ['Bai thu hoach Nghi quyet so 9-NQ/TU', '9-NQ/TU'],
    ['Học tập Nghị quyết chuyên đề về phòng cháy, chữa cháy ở khu dân cư', 'Nghị quyết chuyên đề về phòng cháy, chữa cháy ở khu dân cư'],
    ['Nghe xong nghị quyết 18-NQ/TW tôi nghĩ nhiều. Theo nghị quyết số 18 thì bộ máy phải gọn.', '18-NQ/TW'],
  ])('is told with the place that names it: %s', (head, shown) => {
    const text = `${head}\n\nTôi ghi lại mấy điều đã nghe và việc tôi sẽ làm ở chợ, ở trường, ngoài đồng.`;
    const found = other(text)!;
    expect(found.said).toContain('“09-NQ/HU”');
    expect(found.shown).toHaveLength(1);
    expect(found.shown[0]).toMatch(new RegExp(`^${shown.slice(0, 7)}`));
    expect(found.said).toContain(`“${found.shown[0]}”`);
  });

  it.each([
    ['its number', 'Bài thu hoạch Nghị quyết số 09-NQ/HU'],
    ['its number as people say it', 'Bài thu hoạch NQ 9. Tôi đã học Nghị quyết 18-NQ/TW, Nghị quyết 18-NQ/TW rất dài.'],
    ['"văn bản 09"', 'Tôi viết sau khi nghe văn bản 09. Chỉ thị 35-CT/TW và Chỉ thị 35 thì tôi đã học từ trước.'],
    ['others beside it', 'Học tập Nghị quyết số 11-NQ/HU và Nghị quyết số 09-NQ/HU'],
    ['no number at all', 'Bài thu hoạch học tập nghị quyết của huyện'],
    ['its subject in the title', 'Học tập nghị quyết về bảo vệ môi trường ở nông thôn'],
    ['counts, not numbers', 'Bài thu hoạch. Nghị quyết 4 quan điểm, nghị quyết 12 nhiệm vụ, chỉ thị 3 việc.'],
    ['its subject, and another number in passing', `Nghị quyết 57-NQ/TW tôi học tháng trước, nghị quyết 57 nói chuyện khác.\n${BODY}`],
  ])('is not told of one that names %s', (_, text) => {
    expect(other(text)).toBeNull();
  });

  it('is known by plenum and term too, and by nothing where the campaign says nothing', () => {
    const plenum = campaign('Học tập Nghị quyết Trung ương 6 khóa XII');
    expect(other('Bài thu hoạch Nghị quyết Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng khóa XII', plenum)!.shown[0]).toContain(
      'lần thứ bảy',
    );
    expect(other('Bài thu hoạch Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa 12', plenum)).toBeNull();
    // 18-NQ/TW is one of that plenum's resolutions, as far as this program can know.
    expect(other('Bài thu hoạch Nghị quyết 18-NQ/TW', plenum)).toBeNull();
    expect(other('Bài thu hoạch Nghị quyết 18-NQ/TW', campaign('Đợt học tập tháng 4'))).toBeNull();
  });
});

describe('a file that is no essay', () => {
  const not = (text: string, changed?: Partial<AdvisoryInput>) => told('not-an-essay', text, changed)?.said;
  const rows = (count: number, row: (i: number) => string): string => Array.from({ length: count }, (_, i) => row(i)).join('\n');

  it.each([
    ['a table', rows(20, (i) => `Thôn ${i}\t${310 + i}\t${92 + i}\t${i}\t${17 * i}`), /\d+% số từ là con số/],
    [
      'an invoice',
      `HÓA ĐƠN BÁN HÀNG\n${rows(12, (i) => `${i} Xi măng bao ${i} bao, thành tiền chín mươi nghìn đồng`)}`,
      /“HÓA ĐƠN BÁN HÀNG”/,
    ],
    [
      'a curriculum vitae',
      `SƠ YẾU LÝ LỊCH\nHọ và tên: Lò Thị Xuyến\n${rows(8, (i) => `Năm ${2010 + i}: học tại trường nghề số ${i}`)}\nTôi xin cam đoan lời khai là đúng.`,
      /“SƠ YẾU LÝ LỊCH”/,
    ],
    [
      'an exam sheet',
      rows(10, (i) => `Câu ${i}: Nước sôi ở bao nhiêu độ khi ở ngang mặt biển?\nA. chín mươi\nB. một trăm\nC. tám mươi\nD. sáu mươi`),
      /10 câu hỏi/,
    ],
    ['a program', rows(12, (i) => `const total${i} = add(total${i}, ${i});`), /100% số dòng là mã chương trình/],
    [
      'English',
      'The committee should report what members have learnt from the resolution and which tasks they will take on this year. '.repeat(4),
      /chỉ \d+% số từ/,
    ],
    ['Russian', 'Каждый член партии должен написать отчёт о том, что он узнал на занятиях в этом году. '.repeat(4), /chỉ \d+% số từ/],
    ['a list of things', rows(24, (i) => `- bàn gỗ, ghế nhựa, tủ sắt ${['cao', 'thấp', 'cũ'][i % 3]}`), /danh mục/],
  ])('is told with its figure: %s', (_, text, figure) => {
    expect(not(text)).toMatch(figure);
    expect(not(text)).toMatch(/nộp nhầm tệp/);
  });

  it('is told of a form that nobody filled in, and not of one that was', () => {
    const form = readFileSync('fixtures/van-trach/sources/mau-bai-thu-hoach.txt', 'utf8');
    const length = tokensOf(form).length;
    const kinds = new Uint8Array(length).fill(TEMPLATE);
    expect(not(form, { kinds })).toContain('ngoài phần mẫu chỉ có 0 âm tiết');
    const filled = `${form}\n${BODY}`;
    expect(not(filled, { kinds: Uint8Array.from(tokensOf(filled), (_, i) => (i < length ? TEMPLATE : 0)) })).toBeUndefined();
  });

  it.each([
    [
      'a diary',
      'Bốn rưỡi đã thức vì con chó nhà bên sủa. Sáng tôi đưa con ra bến xe rồi về cho mèo ăn. Chiều trời mưa, cả nhà ngồi bóc lạc.',
    ],
    [
      'a story without a person',
      'Đám cưới được định vào ngày mùng sáu, cỗ phải đủ tám món. Cả họ đến từ sáng sớm, người bưng bàn, người nhóm bếp. '.repeat(3),
    ],
    ['an essay full of figures', `${ESSAY}\n${rows(10, (i) => `Thôn ${i}: ${100 + i} hộ, ${i} hộ nghèo, tôi phụ trách ${i + 2} hộ.`)}`],
    ['an outline', rows(20, (i) => `- Nội dung ${i} của nghị quyết`)],
    [
      'an essay as answers',
      'Câu 1: Tôi thấy điều mới nhất là giao việc cho từng nhà.\nA. Việc đã làm\nB. Việc chưa làm\nC. Việc sẽ làm\n'.repeat(6),
    ],
    [
      'an essay without marks',
      tokensOf(ESSAY)
        .map(({ bareKey }) => bareKey)
        .join(' '),
    ],
  ])('is not told of %s', (_, text) => {
    expect(not(text)).toBeUndefined();
  });
});

it('too short is what has too little in all, its form included', () => {
  const form = readFileSync('fixtures/van-trach/sources/mau-bai-thu-hoach.txt', 'utf8');
  const text = `${form}\nTôi hứa làm theo nghị quyết.`;
  const kinds = Uint8Array.from(tokensOf(text), (_, i) => (i < tokensOf(form).length ? TEMPLATE : 0));
  const all = tokensOf(text).length;
  const shortAt = (minimumSyllables: number) => told('too-short', text, { kinds, limits: { minimumSyllables, maximumSyllables: null } });
  expect(shortAt(all + 1)!.said).toContain(`Bài có ${all} âm tiết, ít hơn mức ${all + 1}`);
  expect(shortAt(all)).toBeFalsy();
});

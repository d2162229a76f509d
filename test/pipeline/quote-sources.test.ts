import { describe, expect, it } from 'vitest';
import { nameQuotes, prepareQuoteSources } from '../../src/pipeline/quote-sources.js';

const RESOLUTION = `HUYỆN ỦY VÂN TRẠCH
Số 09-NQ/HU
NGHỊ QUYẾT
về bảo vệ môi trường và xây dựng nông thôn mới nâng cao
I. TÌNH HÌNH
Những năm qua cấp ủy các cấp đã quan tâm lãnh đạo công tác bảo vệ môi trường ở từng khu dân cư.
II. QUAN ĐIỂM, MỤC TIÊU
1. Quan điểm
1.2. Lấy phòng ngừa là chính, phân loại tại nguồn là khâu then chốt trong công tác thu gom.
2. Mục tiêu
- Đóng cửa, phục hồi mặt bằng toàn bộ bảy bãi rác tạm trên địa bàn huyện.
a) Mỗi thôn thành lập ít nhất một tổ tự quản do chi bộ trực tiếp lãnh đạo.`;
const GUIDE = `Tài liệu học tập dành cho chi bộ
Khi thảo luận cần nêu rõ việc đã làm và việc chưa làm được của từng tổ đảng.`;
const FORM = `Bản thân tôi nhận thức được trách nhiệm của người đảng viên trước tổ chức.`;

const sources = prepareQuoteSources(
  [
    { file: 'nghi-quyet.docx', text: RESOLUTION },
    { file: 'tai-lieu/huong-dan.pdf', text: GUIDE },
  ],
  [{ file: 'mau.docx', text: FORM }],
);

/** What is set apart in a text whose set-apart stretches stand between « and ». */
function named(marked: string): string[] {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  for (const part of marked.split(/[«»]/u).entries()) {
    if (part[0] % 2 === 1) spans.push({ start: text.length, end: text.length + part[1].length });
    text += part[1];
  }
  const found = nameQuotes(sources, { text, quotedSpans: spans });
  return found.quotes.map(({ start, end, source }) => {
    const { kind, document, section, paragraph } = found.sources[source!]!;
    return `${text.slice(start, end)} | ${[kind, document, section, paragraph].join(' · ')}`;
  });
}

describe('where a quote is from', () => {
  it('is the paragraph of the resolution, by its section and its place behind the title', () => {
    expect(named('Tôi nhớ câu «phân loại tại nguồn là khâu then chốt trong công tác thu gom» và làm theo.')).toEqual([
      'phân loại tại nguồn là khâu then chốt trong công tác thu gom | reference · Nghị quyết 09-NQ/HU · II.1.2 · 5',
    ]);
    expect(named('«Những năm qua cấp ủy các cấp đã quan tâm lãnh đạo công tác bảo vệ môi trường»')[0]).toContain('· I · 2');
    expect(named('«mỗi thôn thành lập ít nhất một tổ tự quản do chi bộ trực tiếp lãnh đạo»')[0]).toContain('· II.2.a · 8');
  });

  it('is told for each paragraph of a quote that runs over several, small edits and all', () => {
    expect(
      named(
        '«Lấy phòng ngừa là chính, phân loại từ nguồn là khâu then chốt. Đóng cửa, phục hồi mặt bằng toàn bộ 7 bãi rác tạm trên địa bàn»',
      ),
    ).toEqual([
      'Lấy phòng ngừa là chính, phân loại từ nguồn là khâu then chốt | reference · Nghị quyết 09-NQ/HU · II.1.2 · 5',
      'Đóng cửa, phục hồi mặt bằng toàn bộ 7 bãi rác tạm trên địa bàn | reference · Nghị quyết 09-NQ/HU · II.2 · 7',
    ]);
  });

  it('is a paragraph of the file where the document has neither title nor numbers', () => {
    expect(named('«cần nêu rõ việc đã làm và việc chưa làm được của từng tổ đảng»')).toEqual([
      'cần nêu rõ việc đã làm và việc chưa làm được của từng tổ đảng | reference · huong-dan ·  · 2',
    ]);
  });

  it('is the form, or what everybody knows, where no reference holds the words', () => {
    expect(named('«nhận thức được trách nhiệm của người đảng viên trước tổ chức»')[0]).toMatch(/\| form · mau/);
    expect(named('«Uống nước nhớ nguồn, ăn quả nhớ kẻ trồng cây»')[0]).toMatch(/\| known ·/);
  });

  it('covers what is set apart from end to end, also words that stand nowhere', () => {
    const text = '«xin nói thêm một câu không có ở đâu: Lấy phòng ngừa là chính, phân loại tại nguồn là khâu then chốt trong»';
    expect(named(text).map((one) => one.split(' | ')[0])).toEqual([text.slice(1, -1)]);
  });
});

import { describe, expect, it } from 'vitest';
import type { UnsignedEssay } from '../../../src/corpus/records/writers.js';
import { createWriterMatcher } from '../../../src/pipeline/writers/match-writers.js';
import { toldWriter } from '../../../src/pipeline/writers/told-writer.js';

const NAMES = [
  ['an', 'VT-002417', 'Nguyễn Văn An'],
  ['mai', 'VT-001183', 'Hoàng Thị Mai'],
  ['suong', 'VT-003052', 'Hoàng Thị Mai Sương'],
  ['tu-1', 'VT-000876', 'Lê Đức Tú'],
  ['tu-2', 'VT-000877', 'Lê Đức Tự'],
  ['binh-1', 'VT-004001', 'Trần Thị Bình'],
  ['binh-2', 'VT-004002', 'Trần Thị Bình'],
  ['khuc', 'VT-005000', 'Khúc Thị Lành'],
  ['hoa', '38.012345', 'Đặng Thị Hòa'],
] as const;
const PEOPLE = NAMES.map(([id, card, name]) => ({ id, card, name }));
const match = createWriterMatcher(PEOPLE);

/** "an name-file": sure. "? an tu-1": asked, in this order. */
function tell(essay: Partial<UnsignedEssay>): string {
  const { isSure, candidates } = match({ submission: 's', file: 'bài.docx', member: 'bài.docx#1', names: [], numbers: [], ...essay });
  if (isSure) return `${candidates[0]?.person} ${candidates[0]?.basis}`;
  return ['?', ...candidates.map(({ person }) => person)].join(' ');
}
const inFile = (file: string): string => tell({ file });
const inText = (text: string): string => tell(toldWriter('s', text));

describe('a writer is sure', () => {
  it.each([
    ['Bài thu hoạch VT-002417.docx', 'an card-file'],
    ['VT002417_bai thu hoach.pdf', 'an card-file'],
    ['nộp.zip/Chi bộ 3/vt 002417.docx', 'an card-file'],
    ['the 38 012345.docx', 'hoa card-file'],
    ['Nguyen Van An - bai thu hoach.docx', 'an name-file'],
    ['bai thu hoach cua dong chi NGUYỄN VĂN AN.docx', 'an name-file'],
    ['NguyenVanAn_thuhoach.docx'.replace('thuhoach', 'thu hoach'), 'an name-file'],
    ['Bài thu hoạch NQ09 - Khúc Thị Lành.docx'.normalize('NFD'), 'khuc name-file'],
    ['Bài thu hoạch Đặng Thị Hoà.docx', 'hoa name-file'],
    ['Hoàng Thị Mai Sương.docx', 'suong name-file'],
    ['Lê Đức Tự - thu hoạch.docx', 'tu-2 name-file'],
    ['nộp.zip/Nguyễn Văn An/bài thu hoạch.docx', 'an name-file'],
  ])('by the file %s', (file, told) => expect(inFile(file)).toBe(told));

  it('by what the text says of its writer', () => {
    expect(inText('BÀI THU HOẠCH\nHọ và tên: Khúc Thị Lành    Chức vụ: Điều dưỡng\nNội dung')).toBe('khuc name-text');
    expect(inText('Tôi tên là Nguyễn Văn An, sinh hoạt tại chi bộ 3.')).toBe('an name-text');
    expect(inText('Số thẻ đảng viên: VT-001183. Qua học tập')).toBe('mai card-text');
    expect(inText(`${'Nội dung học tập. '.repeat(300)}\nNgười viết thu hoạch\n(Ký, ghi rõ họ tên)\n\nĐặng Thị Hòa`)).toBe('hoa name-text');
  });

  it('by the list that came with the batch', () => {
    expect(tell({ member: 'VT-004002', file: 'Trần Thị Bình.docx' })).toBe('binh-2 listed');
  });
});

describe('a writer is asked for', () => {
  it.each([
    ['two people with one name', 'Trần Thị Bình - thu hoạch.docx', '? binh-1 binh-2'],
    ['two names that are one without marks', 'Le Duc Tu.docx', '? tu-1 tu-2'],
    ['a part of a longer name', 'Hoàng Thị Mai Hương - thu hoạch.docx', '? mai suong'],
    ['another order', 'An Nguyễn Văn thu hoạch.docx', '? an'],
    ['a mistyped name', 'Khúc Thị Lanhh.docx', '? khuc'],
    ['other marks', 'Nguyễn Vân Án.docx', '? an'],
    ['two whole names', 'Nguyễn Văn An - Khúc Thị Lành.docx', '? an khuc'],
    ['nobody of the roster', 'bài thu hoạch.docx', '?'],
    ['a card that is a part of a longer number', 'bài 9VT-0024170.docx', '?'],
  ])('for %s', (_, file, told) => expect(inFile(file)).toBe(told));

  it('when file and text name different people', () => {
    expect(tell({ file: 'Nguyễn Văn An.docx', names: ['Khúc Thị Lành'] })).toBe('? an khuc');
  });

  it('when the text names one and the file somebody who is not on the roster: it may be a copy', () => {
    expect(tell({ file: 'Lò Thị Xuyến.docx', names: ['Khúc Thị Lành'], numbers: ['VT-005000'] })).toBe('? khuc');
  });

  it('with three people at most', () => {
    const many = createWriterMatcher(['1', '2', '3', '4', '5'].map((id) => ({ id, card: `C-${id}`, name: 'Vũ Thị Hà' })));
    const essay = { submission: 's', file: 'Vũ Thị Hà.docx', member: '', names: [], numbers: [] };
    expect(many(essay).candidates).toHaveLength(3);
  });
});

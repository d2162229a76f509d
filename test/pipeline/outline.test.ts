import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, test } from 'vitest';
import { outlineFrom } from '../../src/pipeline/outline/outline-from-paragraphs.js';
import { readOutlineParagraphs } from '../../src/pipeline/outline/read-outline.js';

const plain = (...texts: string[]) => texts.map((text) => ({ text, level: null }));

describe('an outline from a document', () => {
  test('follows numbers where no heading has a style, and takes what stands below as a hint', () => {
    const { title, sections } = outlineFrom(
      plain(
        'ĐỀ CƯƠNG BÁO CÁO KẾT QUẢ QUÁN TRIỆT NGHỊ QUYẾT',
        'I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO',
        'Nêu các văn bản đã ban hành.',
        'Nêu phân công cấp ủy viên.',
        'II. KẾT QUẢ',
        '1. Số đảng viên tham gia học tập',
        'a) Học bổ sung',
        '2. Chương trình hành động',
        'III. KIẾN NGHỊ (nếu có)',
      ),
    );
    expect(title).toBe('BÁO CÁO KẾT QUẢ QUÁN TRIỆT NGHỊ QUYẾT');
    expect(
      sections.map(({ heading, level, kind, groups, hint, isRequired }) => [heading, level, kind, groups.join(), hint, isRequired]),
    ).toEqual([
      ['I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO', 1, 'text', '', 'Nêu các văn bản đã ban hành. Nêu phân công cấp ủy viên.', true],
      ['II. KẾT QUẢ', 1, 'figures', '', '', false],
      ['1. Số đảng viên tham gia học tập', 2, 'figures', '', '', false],
      ['a) Học bổ sung', 3, 'figures', 'attendance', '', false],
      ['2. Chương trình hành động', 2, 'figures', 'programmes', '', false],
      ['III. KIẾN NGHỊ (nếu có)', 1, 'text', '', '', false],
    ]);
  });

  test('takes the topmost style that is used as level 1, and no deeper one than 3', () => {
    const levels = [2, 4, 5, 7, 2].map((level) => ({ text: `Đề mục cấp ${level}`, level }));
    expect(outlineFrom(levels).sections.map(({ level }) => level)).toEqual([1, 2, 3, 3, 1]);
  });

  test('has no sections where there is no heading', () => {
    expect(outlineFrom(plain('Một đoạn văn.', 'Hai đoạn văn.')).sections).toEqual([]);
  });

  test('reads headings of Word by style and by outline level, their text whole and in composed letters', async () => {
    const children = [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        children: [new TextRun('I. Ưu '), new TextRun({ text: 'điểm'.normalize('NFD'), bold: true })],
      }),
      new Paragraph({ text: 'Mục tự đặt cấp', outlineLevel: 1 }),
      new Paragraph({ text: 'Đoạn văn thường' }),
    ];
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
    expect(await readOutlineParagraphs(bytes)).toEqual([
      { text: 'I. Ưu điểm', level: 1 },
      { text: 'Mục tự đặt cấp', level: 2 },
      { text: 'Đoạn văn thường', level: null },
    ]);
  });

  test('tells of a file that is no Word file', async () => {
    await expect(readOutlineParagraphs(Buffer.from('PK nhưng không phải'))).rejects.toMatchObject({ code: 'reference-unreadable' });
  });
});

import { describe, expect, it } from 'vitest';
import { readRoster } from '../../../src/pipeline/roster/read-roster.js';
import { readSheetRows } from '../../../src/pipeline/roster/read-sheet.js';
import { readCsvRows } from '../../../src/pipeline/roster/read-table.js';
import { rosterCsv, rosterTemplateCsv, rosterTemplateSheet } from '../../../src/report/roster-table.js';
import { zip } from '../../extract/make-files.js';

const csv = (...lines: string[]) => readRoster(readCsvRows(Buffer.from(lines.join('\n'))));
const problems = (...lines: string[]): string[] => csv(...lines).problems.map(({ row, column, problem }) => `${row} ${column}: ${problem}`);

describe('a roster', () => {
  it('is read by its heads, with marks or without, under a title, whatever order they stand in', () => {
    const { rows, ignored } = csv(
      'DANH SÁCH ĐẢNG VIÊN,,,,,',
      'STT;Ho va ten;SO THE;Chi bộ;Lý do miễn;Miễn viết thu hoạch;Nhom doi tuong'.replaceAll(';', ','),
      '1,Khúc Thị Lành,VT-01,Chi bộ 1,nghỉ hưu,x,Cán bộ; Giáo viên',
      '2,=1+1 Lê Văn An,VT-02,,,,',
    );
    expect(ignored).toEqual(['STT']);
    expect(rows).toMatchObject([
      { row: 3, card: 'VT-01', name: 'Khúc Thị Lành', cell: 'Chi bộ 1', exemption: { kind: 'retired', note: 'nghỉ hưu' } },
      { row: 4, card: 'VT-02', name: '=1+1 Lê Văn An', exemption: null },
    ]);
    expect(rows[0]).toMatchObject({ groups: ['Cán bộ', 'Giáo viên'], attended: undefined });
  });

  it('names every cell that is wrong by its row and column', () => {
    const told = problems(
      'số thẻ,họ tên,đứng đầu,miễn viết,lý do',
      ',A B,,,',
      'C1,Lê An,,,',
      'C1,Lê An,,,',
      'C1,Vũ Bình,,,',
      'C2,Hà My,có thể,,',
      'C3,Hà Anh,,x,',
      'C4,Hà Vy,,,ốm',
      '1.2E+11,Hà Ly,,,',
      `C5,${'Dài '.repeat(40)},,,`,
    );
    expect(told.map((line) => line.split(':')[0])).toEqual([
      '2 Số thẻ',
      '4 Số thẻ',
      '5 Số thẻ',
      '6 Người đứng đầu',
      '7 Lý do miễn',
      '8 Lý do miễn',
      '9 Số thẻ',
      '10 Họ và tên',
    ]);
    expect(told[1]).toContain('đã có ở dòng 3');
    expect(told[2]).toContain('ghi cho “Lê An”');
  });

  it('is none without its two heads, or without people', () => {
    expect(() => csv('tên,tuổi', 'An,30')).toThrow('Số thẻ');
    expect(() => csv('số thẻ,họ tên')).toThrow('không có người nào');
  });

  it('is read from a workbook as from CSV: the templates hold the same', async () => {
    const sheet = readRoster(await readSheetRows(await rosterTemplateSheet()));
    const table = readRoster(readCsvRows(Buffer.from(rosterTemplateCsv())));
    expect(sheet.problems).toEqual([]);
    expect(sheet.rows).toEqual(table.rows);
    expect(sheet.rows).toHaveLength(2);
  });

  it('comes back from what was downloaded, formulas as the text that they are', () => {
    const facts = {
      id: 'p',
      card: 'VT-01',
      name: '=HYPERLINK("x")',
      cell: '+84',
      post: '@an',
      place: '-',
      isHead: true,
      isKeyCadre: false,
      isProbationary: true,
      unit: 'goc',
      study: 'attended' as const,
    };
    const more = { exemption: null, exemptedBy: null, attended: true, groups: ['Cán bộ'], revision: 1, due: null, essay: null };
    const text = rosterCsv([{ ...facts, ...more }]);
    expect(text).toMatch(/"'=HYPERLINK|,'\+84,'@an,'-/);
    expect(readRoster(readCsvRows(Buffer.from(text))).rows).toMatchObject([
      { name: '=HYPERLINK("x")', cell: '+84', isHead: true, isProbationary: true, groups: ['Cán bộ'] },
    ]);
  });

  it('is refused as a workbook that is none, or that unpacks to more than a roster can be', async () => {
    const bomb = await zip([['xl/worksheets/sheet1.xml', Buffer.alloc(80 * 1024 * 1024)]]);
    for (const bytes of [bomb, Buffer.from('PK không phải tệp nén'), (await rosterTemplateSheet()).subarray(0, 2000)])
      await expect(readSheetRows(bytes)).rejects.toMatchObject({ code: 'roster-file' });
  });
});

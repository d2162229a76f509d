import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/model/errors.js';
import { matchRoster, parseRoster, type Roster } from '../../src/pipeline/roster-file.js';
import { lines } from './inputs.js';

const FILE = 'danh-sach.csv';
const HEADER = 'file,member,unit,post,place';
const ROWS = [HEADER, 'bai-1.docx,000123,Chi bộ thôn Đá Bạc,Bí thư,Xã Hòa Lĩnh', 'bai-2.docx,000124,Trạm y tế,Điều dưỡng,Xã Bình Khê'];

const parse = (...rows: string[]): Roster => parseRoster(Buffer.from(lines(...rows)), FILE);
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

/** Expects an error that names the roster and this line. */
function expectLine(line: number, rows: readonly string[]): string {
  let error: unknown;
  try {
    parse(...rows);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code: 'roster-file', message: expect.stringContaining(`${FILE}, dòng ${line}:`) });
  return (error as AppError).message;
}

describe('a roster', () => {
  const text = lines(...ROWS);
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 LE', utf16(text)],
    ['UTF-16 BE', utf16(text).swap16()],
    ['UTF-16 with tabs, as Excel saves "Unicode Text"', utf16(text.replaceAll(',', '\t'))],
    ['semicolons', Buffer.from(text.replaceAll(',', ';'))],
    ['semicolons after a byte order mark', Buffer.from(`\uFEFF${text.replaceAll(',', ';')}`)],
    ['tabs', Buffer.from(text.replaceAll(',', '\t'))],
    ['Windows line ends', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['no last line end', Buffer.from(text.trimEnd())],
    ['blank lines at the end', Buffer.from(`${text}\n\n`)],
    ['spaces about the cells', Buffer.from(text.replaceAll(',', ' , '))],
    ['capitals in the header', Buffer.from(text.replace(HEADER, HEADER.toUpperCase()))],
  ])('is read with %s', (_, bytes) => {
    expect([...parseRoster(bytes, FILE)]).toEqual([
      ['bai-1.docx', { member: '000123', unit: 'Chi bộ thôn Đá Bạc', post: 'Bí thư', place: 'Xã Hòa Lĩnh', line: 2 }],
      ['bai-2.docx', { member: '000124', unit: 'Trạm y tế', post: 'Điều dưỡng', place: 'Xã Bình Khê', line: 3 }],
    ]);
  });

  it('is read in Windows-1258, base letter and mark apart, into what the rest of the world writes', () => {
    // "Thôn Bảy" with a + hook as two bytes, as that code page has it.
    const bytes = Buffer.concat([Buffer.from(`${HEADER}\n`), Buffer.from('b\xe0i.docx,17,Th\xf4n Ba\xd2y,,\n', 'latin1')]);
    expect([...parseRoster(bytes, FILE)]).toEqual([['bài.docx', { member: '17', unit: 'Thôn Bảy', post: '', place: '', line: 2 }]]);
  });

  it('need not say more than file, member and unit', () => {
    const said = { member: '7', unit: 'Trạm y tế', post: '', place: '' };
    expect(parse('file,member,unit', 'bai-1.docx,7,Trạm y tế').get('bai-1.docx')).toEqual({ ...said, line: 2 });
    expect(parse('file,member,unit,post', 'bai-1.docx,7,Trạm y tế,Y sĩ').get('bai-1.docx')).toEqual({ ...said, post: 'Y sĩ', line: 2 });
  });

  it('may have quoted cells with separators, quotes and line ends', () => {
    const roster = parse(HEADER, '"bài 1, bản cuối.docx",7,"Tổ ""xung kích"",\nấp Ba",,', 'bai-2.docx,8,Trạm y tế,,');
    expect(roster.get('bài 1, bản cuối.docx')).toMatchObject({ member: '7', unit: 'Tổ "xung kích",\nấp Ba' });
    expect(roster.get('bai-2.docx')).toMatchObject({ member: '8' });
  });

  it('needs only file, member and unit, in any order, among other columns', () => {
    const roster = parse('stt;unit;ngày sinh;member;file', '1;Trạm y tế;01/02/1980;009;a.docx');
    expect([...roster]).toEqual([['a.docx', { member: '009', unit: 'Trạm y tế', post: '', place: '', line: 2 }]]);
  });

  it('keeps empty cells in their place between tabs', () => {
    const roster = parse('file\tpost\tmember\tunit', 'a.docx\t\t009\tTrạm y tế');
    expect(roster.get('a.docx')).toMatchObject({ member: '009', unit: 'Trạm y tế' });
  });

  it('keeps every card number as it is written, zeros in front too', () => {
    const card = fc.stringMatching(/^[0-9]{1,14}$/);
    fc.assert(
      fc.property(card, (number) => {
        expect(parse(HEADER, `a.docx,${number},Trạm y tế,,`).get('a.docx')?.member).toBe(number);
      }),
    );
  });

  it('may have no rows yet', () => {
    expect(parse(HEADER).size).toBe(0);
  });
});

describe('an error in a roster names its line', () => {
  it.each([
    ['file', 'tệp,member,unit,post,place'],
    ['member', 'file,thẻ,unit,post,place'],
    ['unit', 'file,member,đơn vị,post,place'],
  ])('for a header without %s', (column, header) => {
    expect(expectLine(1, [header, 'a.docx,1,Trạm y tế,,'])).toContain(`“${column}”`);
  });

  it('for no header, or one further down', () => {
    expectLine(1, []);
    expectLine(1, ['a.docx,1,Trạm y tế,,']);
    expectLine(1, ['DANH SÁCH NỘP BÀI,,,,', ',,,,', HEADER, 'a.docx,1,Trạm y tế,,']);
  });

  it.each([
    ['file', ',1,Trạm y tế,,'],
    ['member', 'b.docx,,Trạm y tế,,'],
    ['unit', 'b.docx,1,  ,,'],
  ])('for an empty cell under %s', (column, row) => {
    expect(expectLine(4, [HEADER, 'a.docx,7,Trạm y tế,,', '', row])).toContain(`“${column}”`);
  });

  it('for a file listed twice, with the line of the first', () => {
    const message = expectLine(4, [HEADER, 'a.docx,1,Trạm y tế,,', 'b.docx,2,Trạm y tế,,', 'a.docx,3,Thôn Ba,,']);
    expect(message).toContain('dòng 2');
  });

  it('for the same file name in composed and decomposed letters', () => {
    expectLine(3, [HEADER, 'bài.docx,1,Trạm y tế,,', `${'bài.docx'.normalize('NFD')},2,Trạm y tế,,`]);
  });

  it('for a row that ends too early', () => {
    expectLine(3, [HEADER, 'a.docx,1,Trạm y tế,,', 'b.docx,2']);
  });

  // A comma in an unquoted name shifts every cell: the next one would be taken for the member.
  it('for a row with more cells than the header', () => {
    expectLine(3, [HEADER, 'a.docx,1,Trạm y tế,,', 'bài, bản cuối.docx,2,Trạm y tế,,']);
  });

  it('for a quote that is never closed', () => {
    expectLine(3, [HEADER, 'a.docx,1,Trạm y tế,,', '"b.docx,2,Trạm y tế,,', 'c.docx,3,Trạm y tế,,']);
  });

  it('for a quote amid a cell', () => {
    expectLine(3, [HEADER, 'a.docx,1,Trạm y tế,,', 'b.docx,2,"Tổ" xung kích,,', 'c.docx,3,Trạm y tế,,']);
  });

  // Excel shows long numbers so and saves what it shows: 123456789012 and 123456789013 become the same member, whose
  // copying from each other would count as an earlier attempt.
  it('for a card number that a spreadsheet has rounded', () => {
    expectLine(2, [HEADER, 'a.docx,1.23E+11,Trạm y tế,,', 'b.docx,1.23E+11,Trạm y tế,,']);
  });

  // A mistyped card number makes two people one, and their copying from each other disappears.
  it('for one card number in two units', () => {
    expectLine(3, [HEADER, 'a.docx,000123,Trạm y tế,,', 'b.docx,000123,Thôn Ba,,']);
  });

  it('for a file that is no text', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('PK\x03\x04\0\0\0\0'), Buffer.from('file,member,unit\n', 'utf16le')]) {
      expect(() => parseRoster(bytes, FILE)).toThrow(expect.objectContaining({ code: 'roster-file' }));
    }
  });
});

describe('a file is found in the roster', () => {
  const roster = parse(HEADER, 'lo/c1/bai.docx,1,Thôn Một,,', 'lo/c2/bai.docx,2,Thôn Hai,,', 'rieng.docx,3,Thôn Ba,,');
  const membersOf = (...names: string[]): (string | undefined)[] => {
    const { entries } = matchRoster(roster, names);
    return names.map((name) => entries.get(name)?.member);
  };

  it('by its whole name', () => {
    expect(membersOf('lo/c1/bai.docx', 'lo/c2/bai.docx', 'rieng.docx')).toEqual(['1', '2', '3']);
  });

  it('by its last part', () => {
    expect(membersOf('lo/rieng.docx')).toEqual(['3']);
    expect(membersOf('lo.zip/c3/rieng.docx')).toEqual(['3']);
  });

  it('whatever form of Unicode the roster has', () => {
    const decomposed = parse(HEADER, `${'đảng viên.docx'.normalize('NFD')},1,Thôn Một,,`);
    expect(matchRoster(decomposed, ['lo/đảng viên.docx']).entries.get('lo/đảng viên.docx')).toMatchObject({ member: '1' });
  });

  it('never by a guess', () => {
    for (const name of ['bai.docx', 'lo/c3/bai.docx', 'rieng.pdf', 'RIENG.docx', 'rieng .docx', 'x-rieng.docx', '']) {
      expect(membersOf(name), name).toEqual([undefined]);
    }
  });

  it('not by a last part that several listed files share', () => {
    const shared = parse(HEADER, 'bai.docx,1,Thôn Một,,', 'lo/c2/bai.docx,2,Thôn Hai,,');
    expect(matchRoster(shared, ['lo/c2/bai.docx', 'lo/c3/bai.docx']).entries).toEqual(
      new Map([['lo/c2/bai.docx', { member: '2', unit: 'Thôn Hai', post: '', place: '', line: 3 }]]),
    );
  });

  // Two people's files of one name, listed once: to give both to that member would hide all copying between them.
  it('not by a last part that several files of the batch share', () => {
    const { entries, warnings } = matchRoster(roster, ['lo/a/rieng.docx', 'lo/b/rieng.docx']);
    expect(entries.size).toBe(0);
    expect(warnings.join('\n')).toMatch(/dòng 4.*“rieng\.docx”/);
  });
});

const warningsOf = (roster: Roster, names: readonly string[]): readonly string[] => matchRoster(roster, names).warnings;

describe('what does not fit between a roster and a batch is told', () => {
  const roster = parse(HEADER, 'Thu hoạch - Lục Văn Bền.docx,1,Thôn Một,,', 'b.docx,2,Thôn Hai,,');

  it('not at all when everything fits', () => {
    expect(warningsOf(roster, ['lo/Thu hoạch - Lục Văn Bền.docx', 'lo/b.docx'])).toEqual([]);
  });

  it('with the line and the nearest name', () => {
    const warnings = warningsOf(roster, ['lo/Thu hoach - Luc Van Ben.docx', 'lo/b.docx']);
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toMatch(/dòng 2.*“Thu hoạch - Lục Văn Bền\.docx”.*“lo\/Thu hoach - Luc Van Ben\.docx”/);
    expect(warnings[1]).toContain('“lo/Thu hoach - Luc Van Ben.docx”');
  });

  it('without a name when none is near', () => {
    const warnings = warningsOf(roster, ['lo/Thu hoạch - Lục Văn Bền.docx', 'lo/zzz.pdf']);
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toMatch(/dòng 3.*“b\.docx”/);
    expect(warnings[0]).not.toContain('zzz');
  });

  it('with names already found never offered', () => {
    const [warning] = warningsOf(parse(HEADER, 'bai-1.docx,1,Một,,', 'bai-2.docx,2,Hai,,'), ['bai-1.docx']);
    expect(warning).toMatch(/dòng 3.*“bai-2\.docx”/);
    expect(warning).not.toContain('“bai-1.docx”');
  });

  it('when a listed file is not there but another one of that name is listed with its folder', () => {
    const warnings = warningsOf(parse(HEADER, 'bai.docx,1,Một,,', 'lo/bai.docx,2,Hai,,'), ['lo/bai.docx']);
    expect(warnings.join('\n')).toMatch(/dòng 2.*“bai\.docx”/);
  });

  it('for every unlisted file and for no other one', () => {
    const name = fc.stringMatching(/^[a-c]{1,3}$/);
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 6 }), fc.uniqueArray(name, { maxLength: 6 }), (listed, given) => {
        const warnings = warningsOf(parse(HEADER, ...listed.map((one, i) => `${one},${i},Thôn Một,,`)), given).join('\n');
        for (const one of given) expect(warnings.includes(`Tệp “${one}”`), one).toBe(!listed.includes(one));
      }),
    );
  });
});

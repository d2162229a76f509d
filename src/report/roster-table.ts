import { stringify } from 'csv-stringify/sync';
import writeWorkbook from 'write-excel-file/node';
import { formatDate, formatDay } from '../model/format.js';
import { daysLate, type Exemption, type RosterPerson, type Standing, standingOf } from '../model/roster.js';
import { COLUMN_NAMES, ROSTER_COLUMNS } from '../pipeline/roster/columns.js';

const HEAD = ROSTER_COLUMNS.map((column) => COLUMN_NAMES[column]);
const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  'handed-in': 'Đã nộp',
  late: 'Nộp muộn',
  missing: 'Chưa nộp',
  exempt: 'Miễn viết',
  voluntary: 'Miễn viết, tự nguyện nộp',
};
const EXEMPTION_WORDS: Readonly<Record<Exemption['kind'], string>> = { retired: 'Đã nghỉ công tác', health: 'Sức khỏe', other: '' };

/** Marks a spreadsheet program needs to read a CSV file as UTF-8. */
const MARK = '\uFEFF';

/** People as CSV, which can be imported again; no cell is a formula to a spreadsheet program. */
export function rosterCsv(people: readonly RosterPerson[]): string {
  const rows = people.map((person) => {
    const { card, name, cell, post, place, isHead, isKeyCadre, isProbationary, exemption, attended, groups, due, essay } = person;
    const reason = exemption === null ? '' : exemption.note || EXEMPTION_WORDS[exemption.kind];
    const facts = [card, name, cell, post, place, tick(isHead), tick(isKeyCadre), tick(isProbationary), tick(exemption !== null), reason];
    const late = essay === null ? 0 : daysLate(due, essay.receivedAt);
    return [
      ...facts,
      attended === null ? '' : attended ? 'x' : 'chưa',
      groups.join('; '),
      STANDING_WORDS[standingOf(person)],
      due === null ? '' : formatDay(due),
      essay === null ? '' : formatDate(new Date(essay.receivedAt)),
      late === 0 ? '' : String(late),
    ];
  });
  return toCsv([[...HEAD, 'Bài nộp', 'Hạn nộp', 'Ngày nộp', 'Số ngày muộn'], ...rows]);
}

/** An empty roster to be filled in, with two invented people to show how. */
export function rosterTemplateCsv(): string {
  return toCsv([HEAD, ...EXAMPLES]);
}

/** The same as a workbook; all cells are text, so that card numbers keep their digits. */
export async function rosterTemplateSheet(): Promise<Buffer> {
  const head = HEAD.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const blank = HEAD.map(() => ({ value: '', type: String, format: '@' }));
  const rows = EXAMPLES.map((cells) => cells.map((value) => ({ value, type: String, format: '@' })));
  const columns = HEAD.map((name) => ({ width: Math.max(14, name.length + 4) }));
  return writeWorkbook([head, ...rows, ...Array.from({ length: 50 }, () => blank)], { columns, stickyRowsCount: 1 }).toBuffer();
}

const EXAMPLES = [
  ['VD-000001', 'Người Thứ Nhất (dòng mẫu, xóa đi)', 'Chi bộ 1', 'Bí thư chi bộ', 'Trường Tiểu học A', 'x', 'x', '', '', '', 'x', 'Cán bộ'],
  ['VD-000002', 'Người Thứ Hai (dòng mẫu, xóa đi)', 'Chi bộ 1', 'Đảng viên', 'Thôn B', '', '', '', 'x', 'đã nghỉ công tác', 'x', ''],
];

const tick = (is: boolean): string => (is ? 'x' : '');
const toCsv = (rows: readonly (readonly string[])[]): string =>
  MARK + stringify([...rows], { escape_formulas: true, record_delimiter: 'windows' });

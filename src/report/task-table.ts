import { stringify } from 'csv-stringify/sync';
import writeWorkbook from 'write-excel-file/node';
import { formatDay } from '../model/format.js';
import type { ProgrammeTask, TaskKind } from '../model/programme.js';

const HEAD = ['STT', 'Loại nhiệm vụ', 'Nhiệm vụ, giải pháp', 'Ai làm', 'Thời hạn', 'Kết quả, cách đo'] as const;
const WIDTHS = [6, 26, 60, 28, 14, 36] as const;
const KINDS: Readonly<Record<TaskKind, string>> = {
  general: 'Chung, thường xuyên',
  'this-year': 'Trong năm',
  roadmap: 'Theo lộ trình',
  'awaiting-guidance': 'Chờ hướng dẫn cấp trên',
};

/** Marks a spreadsheet program needs to read a CSV file as UTF-8. */
const MARK = '\uFEFF';

/** The tasks of a programme as CSV; no cell is a formula to a spreadsheet program. */
export function tasksCsv(tasks: readonly ProgrammeTask[]): string {
  return MARK + stringify([[...HEAD], ...rowsOf(tasks)], { escape_formulas: true, record_delimiter: 'windows' });
}

/** The same as a workbook; all cells are text. */
export function tasksSheet(tasks: readonly ProgrammeTask[]): Promise<Buffer> {
  const head = HEAD.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const rows = rowsOf(tasks).map((cells) => cells.map((value) => ({ value, type: String, format: '@', wrap: true })));
  return writeWorkbook([head, ...rows], { columns: WIDTHS.map((width) => ({ width })), stickyRowsCount: 1 }).toBuffer();
}

function rowsOf(tasks: readonly ProgrammeTask[]): string[][] {
  return tasks.map(({ kind, words, who, due, measure }, at) => [
    String(at + 1),
    KINDS[kind],
    words,
    who,
    due === null ? '' : formatDay(due),
    measure,
  ]);
}

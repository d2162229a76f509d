import type { SituationContent } from '../model/situation.js';
import { SITUATION_COLUMNS } from '../pipeline/situations/read-situations.js';
import { type TextTable, tableCsv } from './people-table.js';

const HEAD = [SITUATION_COLUMNS.job, SITUATION_COLUMNS.title, SITUATION_COLUMNS.prompt];

/** Situations as CSV, which can be imported again; no cell is a formula to a spreadsheet program. */
export function situationCsv(situations: readonly SituationContent[]): string {
  const table: TextTable = { head: HEAD, rows: situations.map(({ job, title, prompt }) => [job, title, prompt]) };
  return tableCsv(table);
}

/** A form for situations with an example. */
export const situationTemplateCsv = (): string =>
  situationCsv([
    {
      job: 'Công chức địa chính',
      title: 'Tình huống mẫu (xóa dòng này)',
      prompt:
        'Một hộ dân đề nghị xác nhận đất không có tranh chấp trong khi hàng xóm đang có đơn. Đồng chí xử lý thế nào, căn cứ vào nội dung nào của nghị quyết?',
    },
  ]);

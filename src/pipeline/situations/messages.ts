import { formatCount } from '../../model/format.js';

/** What is wrong with one cell of a table of situations: the end of "Dòng 12, cột “Đề bài”: …". */
export const SITUATION_PROBLEMS = {
  missing: 'để trống; ghi vào rồi nhập lại',
  tooLong: (most: number) => `dài quá ${formatCount(most)} ký tự; rút ngắn lại`,
  duplicate: (row: number) => `giống hệt dòng ${row}; bỏ một dòng`,
} as const;

/** Why a whole file cannot be such a table; complete sentences. */
export const SITUATION_FILE_PROBLEMS = {
  noHead:
    'Không thấy dòng tên cột có “Tình huống” và “Đề bài” trong 10 dòng đầu. Thư viện không đổi. Tải tệp mẫu, chép tình huống vào đúng cột rồi chọn lại tệp.',
  columnTwice: (column: string) => `Tệp có hai cột “${column}”. Thư viện không đổi. Bỏ một cột rồi chọn lại tệp.`,
  empty: 'Tệp không có tình huống nào dưới dòng tên cột. Thư viện không đổi. Kiểm tra lại tệp rồi chọn lại.',
  tooMany: (most: number) =>
    `Tệp có hơn ${formatCount(most)} dòng nên không nhập. Thư viện không đổi. Chia thành nhiều tệp rồi nhập lần lượt.`,
} as const;

import { formatCount } from '../../model/format.js';

/** What is wrong with one cell or row of a list of marks: the end of "Dòng 12, cột “Số thẻ”: …". */
export const MARK_PROBLEMS = {
  missing: 'để trống; ghi số thẻ rồi nhập lại',
  rounded: (value: string) => `số “${value}” đã bị bảng tính làm tròn; định dạng cột này là văn bản rồi nhập lại số thẻ`,
  unknownCard: (card: string) =>
    `số thẻ ${card} không có trong danh sách của đợt; kiểm tra lại số thẻ, hoặc thêm người vào danh sách trước`,
  otherName: (card: string, name: string) => `số thẻ ${card} trong danh sách ghi cho “${name}”; kiểm tra lại số thẻ hoặc họ tên`,
  duplicate: (card: string, row: number) => `số thẻ ${card} đã có ở dòng ${row}; bỏ một dòng`,
  unknownWord: (value: string, words: string) => `không rõ “${value}”; ghi ${words}`,
  tooLong: (most: number) => `dài quá ${formatCount(most)} ký tự; rút ngắn lại`,
} as const;

/** Why a whole file cannot be such a list; complete sentences. */
export const MARK_FILE_PROBLEMS = {
  noHead: (column: string) =>
    `Không thấy dòng tên cột có “Số thẻ” và “${column}” trong 10 dòng đầu. Chưa ghi gì. Tải tệp mẫu có sẵn người của danh sách, điền vào cột “${column}” rồi chọn lại tệp.`,
  columnTwice: (column: string) => `Tệp có hai cột “${column}”. Chưa ghi gì. Bỏ một cột rồi chọn lại tệp.`,
  empty: 'Tệp không có người nào dưới dòng tên cột. Chưa ghi gì. Kiểm tra lại tệp rồi chọn lại.',
  tooMany: (most: number) => `Tệp có hơn ${formatCount(most)} dòng nên không nhập. Chưa ghi gì. Chia thành nhiều tệp rồi nhập lần lượt.`,
} as const;

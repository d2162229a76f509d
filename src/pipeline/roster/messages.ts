import { formatCount } from '../../model/format.js';

/** What is wrong with one cell or row of a roster: the end of "Dòng 12, cột “Số thẻ”: …". */
export const ROSTER_PROBLEMS = {
  missing: 'để trống; ghi vào rồi nhập lại',
  tooLong: (most: number) => `dài quá ${formatCount(most)} ký tự; rút ngắn lại`,
  rounded: (value: string) => `số “${value}” đã bị bảng tính làm tròn; định dạng cột này là văn bản rồi nhập lại số thẻ`,
  duplicate: (card: string, row: number) => `số thẻ ${card} đã có ở dòng ${row}; bỏ một dòng`,
  otherName: (card: string, row: number, name: string) => `số thẻ ${card} ở dòng ${row} ghi cho “${name}”; kiểm tra lại số thẻ`,
  keptName: (card: string, name: string) => `số thẻ ${card} đang ghi cho “${name}” trong danh sách đã có; kiểm tra lại số thẻ hoặc họ tên`,
  unknownYesNo: (value: string) => `không rõ “${value}” là có hay không; ghi x hoặc để trống`,
  reasonMissing: 'miễn viết thì phải ghi lý do (nghỉ công tác, sức khỏe hoặc lý do khác)',
  reasonAlone: 'có lý do nhưng cột “Miễn viết” không đánh dấu; đánh dấu hoặc bỏ lý do',
  tooManyGroups: (most: number) => `ghi quá ${formatCount(most)} nhóm; bớt đi`,
} as const;

/** Why a whole file cannot be a roster; complete sentences. */
export const ROSTER_FILE_PROBLEMS = {
  noHead:
    'Không thấy dòng tên cột có “Số thẻ” và “Họ và tên” trong 10 dòng đầu. Danh sách đang dùng không đổi. Tải tệp mẫu, chép người vào đúng cột rồi chọn lại tệp.',
  columnTwice: (column: string) => `Tệp có hai cột “${column}”. Danh sách đang dùng không đổi. Bỏ một cột rồi chọn lại tệp.`,
  empty: 'Tệp không có người nào dưới dòng tên cột. Danh sách đang dùng không đổi. Kiểm tra lại tệp rồi chọn lại.',
  tooMany: (most: number) =>
    `Tệp có hơn ${formatCount(most)} dòng nên không nhập. Danh sách đang dùng không đổi. Chia thành nhiều tệp rồi nhập lần lượt.`,
  csv: (line: number) =>
    `Dòng ${line} của tệp CSV có dấu ngoặc kép hoặc dấu phân cách không đúng. Danh sách đang dùng không đổi. Sửa dòng này, hoặc lưu lại thành .xlsx rồi chọn lại tệp.`,
  sheet:
    'Không mở được bảng tính này: tệp hỏng, quá lớn khi giải nén, hoặc không phải .xlsx. Danh sách đang dùng không đổi. Mở tệp, lưu lại thành .xlsx hoặc .csv rồi chọn lại.',
} as const;

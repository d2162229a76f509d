/** Why an outline could not be read from a file. */
export const UNREADABLE_OUTLINE =
  'Không đọc được tệp này như một tệp Word (.docx). Đề cương đang có vẫn giữ nguyên. Mở tệp trên máy, lưu lại dạng .docx, rồi chọn lại tệp.';

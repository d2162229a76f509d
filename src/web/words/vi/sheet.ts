/** What is said of every table that is taken in, whatever stands in it. */
export const sheet = {
  dropNow: 'Thả tệp để kiểm tra',
  chooseAgain: 'Chọn tệp khác',
  checking: 'Đang kiểm tra “{{file}}”…',
  wrongFile: 'Chưa đọc được tệp này',
  problemsMore: 'Còn {{n}} chỗ nữa; sửa các chỗ trên trước.',
  problemsCaption: 'Các chỗ phải sửa, theo dòng của tệp',
  row: 'Dòng',
  column: 'Cột',
  problem: 'Cần sửa',
  ignored: 'Các cột không dùng đến: {{columns}}.',
  acting: 'Đang nhập…',
} as const;

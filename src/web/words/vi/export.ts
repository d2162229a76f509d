/** Files to take along. */
export const exports = {
  menu: '{{word}}',
  busy: 'Đang lập tệp…',
  saved: 'Đã lập tệp “{{name}}”. Việc xuất được ghi vào nhật ký.',
  results: 'Xuất',
  xlsx: 'Bảng Excel (XLSX)',
  csv: 'Bảng CSV',
  rows: '{{n}} dòng đang hiện, theo thứ tự trên bảng',
  report: 'Báo cáo HTML',
  reportHint: 'Cả đợt, mọi bài và mọi cặp, mở được khi không có mạng',
  lettersDocx: 'Thư Word (ZIP)',
  lettersHtml: 'Thư để in (HTML)',
  letters: '{{n}} thư gửi người viết, bài đã có kết luận',
  word: 'Tải tệp Word',
  case: {
    title: 'Xuất hồ sơ',
    pdf: 'PDF để in, ký',
    pdfHint: 'Từng đoạn trùng khớp, đề xuất và kết luận, đánh số trang',
    html: 'HTML để xem trên máy',
    htmlHint: 'Toàn văn song song, mở được khi không có mạng',
  },
} as const;

/** What the service's records say to their users. */
export const RECORD_MESSAGES = {
  rowDamaged: (table: string, row: string) =>
    `Kho dữ liệu bị hỏng ở bảng ${table}, dòng “${row}”, nên không đọc tiếp được. Các phần khác không bị thay đổi. Đồng chí hãy chạy “soatbai corpus verify” và khôi phục kho từ bản sao lưu gần nhất.`,

  alreadySetUp: 'Máy chủ này đã có tài khoản quản trị, nên không tạo thêm. Chưa có gì thay đổi. Đồng chí hãy đăng nhập bằng tài khoản đó.',

  unknownCampaign: 'Không tìm thấy đợt học tập này. Chưa có gì thay đổi. Đồng chí hãy mở lại danh sách các đợt.',
  campaignExists: (name: string) =>
    `Đã có đợt học tập mang tên “${name}”. Chưa có gì được lưu. Đồng chí hãy đặt tên khác, hoặc mở đợt đã có trong danh sách.`,
  nameStays: (name: string) =>
    `Tên của đợt học tập “${name}” không đổi được, vì các bài đã nộp mang tên ấy. Chưa có gì thay đổi. Đồng chí hãy giữ tên cũ, hoặc tạo một đợt mới.`,
  unknownDocument: (file: string) =>
    `Văn bản “${file}” không còn trong kho. Đợt học tập chưa được lưu. Đồng chí hãy gửi lại văn bản này rồi lưu lần nữa.`,
  noDraft: 'Đợt học tập này không có thay đổi nào đang chờ áp dụng. Chưa có gì thay đổi. Đồng chí hãy mở lại trang của đợt.',
  draftNotReady:
    'Máy còn đang tính lại kết quả theo thay đổi này. Kết quả đang dùng vẫn giữ nguyên. Đồng chí hãy đợi tính xong rồi áp dụng.',
  draftStale:
    'Từ lúc tính xong, đợt đã có thêm bài hoặc kết quả mới, nên thay đổi chưa được áp dụng. Kết quả đang dùng vẫn giữ nguyên; máy đang tính lại. Đồng chí hãy đợi rồi xem lại các khác biệt.',

  unknownBatch: 'Không tìm thấy lô bài này. Chưa có gì thay đổi. Đồng chí hãy mở lại trang của đợt học tập.',
  batchClosed: (number: number) =>
    `Lô ${number} đã chốt nên không nhận, bỏ hay sửa tệp được nữa. Những tệp đã nhận vẫn giữ nguyên. Đồng chí hãy tạo lô mới cho các tệp còn lại.`,
  batchEmpty: (number: number) =>
    `Lô ${number} chưa có tệp nào nên chưa chốt được. Lô vẫn đang nhận tệp. Đồng chí hãy gửi ít nhất một tệp.`,
  batchBusy: (number: number) =>
    `Máy đang đánh giá lô ${number} nên chưa rút được. Lô và kết quả vẫn giữ nguyên. Đồng chí hãy đợi máy xong rồi rút lại.`,
  unknownUpload: (number: number) =>
    `Lô này không có tệp số ${number}; có thể tệp đã được bỏ. Các tệp khác vẫn giữ nguyên. Đồng chí hãy tải lại trang.`,

  unknownJob: 'Việc này đã xong hoặc không còn nữa, nên không làm lại được. Chưa có gì thay đổi. Đồng chí hãy tải lại trang.',

  unknownEssay: (id: string) =>
    `Không tìm thấy kết quả của bài mang mã “${id}” trong đợt này; có thể bài đã được rút. Chưa có gì được lưu. Đồng chí hãy tải lại trang.`,
  conclusionOutdated:
    'Trong lúc đồng chí đang xem, bài này đã có kết luận khác. Kết luận của đồng chí chưa được lưu; kết luận kia vẫn giữ nguyên. Đồng chí hãy tải lại trang, xem kết luận mới rồi quyết định.',
  groupOutdated: (files: readonly string[]) =>
    `Trong lúc đồng chí đang xem, có bài của nhóm đã có kết luận khác: ${files.map((file) => `“${file}”`).join(', ')}. Chưa có kết luận nào của đồng chí được lưu; các kết luận kia vẫn giữ nguyên. Đồng chí hãy xem các kết luận mới rồi quyết định.`,
  correctionOutdated: (by: string) =>
    `Trong lúc đồng chí đang xem, đồng chí ${by} đã sửa kết quả soát của bài này. Thay đổi của đồng chí chưa được lưu; thay đổi kia vẫn giữ nguyên. Đồng chí hãy xem lại rồi quyết định.`,
  assignmentOutdated: (by: string) =>
    `Trong lúc đồng chí đang xem, đồng chí ${by} đã giao lại một trong các bài này. Chưa có bài nào được giao theo yêu cầu của đồng chí. Đồng chí hãy xem lại rồi giao.`,
  unknownPassage: 'Đoạn này không còn trong kết quả đối chiếu, hoặc đã được loại trừ. Chưa có gì thay đổi. Đồng chí hãy tải lại trang.',
  unknownExclusion: 'Đoạn này đã được tính lại từ trước. Chưa có gì thay đổi. Đồng chí hãy tải lại trang.',
  unknownTheme: 'Đợt học tập này không có nội dung đó. Chưa có gì thay đổi. Đồng chí hãy tải lại trang.',
  unknownReviewer: 'Người được giao không còn làm việc ở đơn vị này. Chưa có bài nào được giao. Đồng chí hãy tải lại trang rồi chọn lại.',
  notAcceptable: (file: string) =>
    `Bài “${file}” đã có kết luận, hoặc máy không đề xuất đạt, nên không kết luận chung được. Chưa có kết luận nào được lưu. Đồng chí hãy tải lại trang rồi chọn lại.`,
} as const;

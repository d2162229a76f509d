import type { TextRequestState } from '../../../model/text-request.js';

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

  unknownToken: 'Không tìm thấy khóa truy cập này. Chưa có gì thay đổi. Đồng chí hãy tải lại trang.',
  unknownTokenUnit: 'Không tìm thấy đơn vị này. Chưa có khóa nào được tạo. Đồng chí hãy tải lại trang rồi chọn lại.',
  tokenExists: (name: string) =>
    `Đã có khóa truy cập mang tên “${name}”. Chưa có gì được tạo. Đồng chí hãy đặt tên khác, hoặc thu hồi khóa cũ rồi tạo lại.`,

  unknownJob: 'Việc này đã xong hoặc không còn nữa, nên không làm lại được. Chưa có gì thay đổi. Đồng chí hãy tải lại trang.',

  unknownEssay: (id: string) =>
    `Không tìm thấy kết quả của bài mang mã “${id}” trong đợt này; có thể bài đã được rút. Chưa có gì được lưu. Đồng chí hãy tải lại trang.`,
  conclusionOutdated:
    'Trong lúc đồng chí đang xem, bài này đã có kết luận khác. Kết luận của đồng chí chưa được lưu; kết luận kia vẫn giữ nguyên. Đồng chí hãy tải lại trang, xem kết luận mới rồi quyết định.',
  notAcceptable: (file: string) =>
    `Bài “${file}” đã có kết luận, hoặc máy không đề xuất đạt, nên không kết luận chung được. Chưa có kết luận nào được lưu. Đồng chí hãy tải lại trang rồi chọn lại.`,

  unknownText: 'Không tìm thấy bài này; có thể bài đã được rút. Chưa có gì được gửi đi. Đồng chí hãy tải lại trang đối chiếu.',
  unknownRequest:
    'Không tìm thấy đề nghị này, hoặc toàn văn không còn xem được. Chưa có gì thay đổi. Đồng chí hãy mở lại danh sách đề nghị.',
  requestDecided: (state: TextRequestState, by: string) =>
    `Đề nghị này nay ở trạng thái “${STATES[state]}”${by === '' ? '' : `, do đồng chí ${by} ghi`}. Trả lời của đồng chí chưa được lưu; trả lời kia vẫn giữ nguyên. Đồng chí hãy tải lại danh sách rồi quyết định.`,
} as const;

const STATES = { waiting: 'chờ trả lời', approved: 'đồng ý', refused: 'không đồng ý', withdrawn: 'đã thu hồi' } as const;

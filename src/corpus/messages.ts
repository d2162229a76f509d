import { formatCount } from '../model/format.js';

/** How messages name an essay. */
export interface EssayName {
  readonly id: string;
  readonly file: string;
}

const named = ({ id, file }: EssayName) => `Bài “${file}” (mã ${id})`;
const again = ({ id }: EssayName) =>
  `Hãy khôi phục từ bản sao lưu; không có thì lấy bài ra (“soatbai corpus remove ${id}”, bài đã soát trên trang thì rút lô) rồi nộp lại tệp gốc.`;

/** What the corpus says to its users: failures of the whole folder first, then of single essays. */
export const CORPUS_MESSAGES = {
  noCorpus: (folder: string) =>
    `Thư mục “${folder}” chưa có kho bài nào. Hãy kiểm tra lại đường dẫn sau --data, hoặc giữ bài vào kho trước bằng “soatbai corpus add”.`,
  newer: (folder: string) =>
    `Kho bài “${folder}” do một phiên bản Soát Bài mới hơn tạo ra. Hãy cập nhật chương trình rồi chạy lại, hoặc khôi phục bản sao lưu cũ hơn vào một thư mục mới bằng “soatbai restore”; kho chưa bị thay đổi.`,
  damaged: (folder: string, detail: string) =>
    `Kho bài “${folder}” bị hỏng: ${detail}. Chương trình không tự tạo lại kho để khỏi mất bài; hãy chép cả thư mục ra nơi khác rồi khôi phục từ bản sao lưu bằng “soatbai restore”.`,
  essaysDamaged: (folder: string, essay: EssayName, count: number) =>
    `Kho bài “${folder}” có ${count} bài không còn đọc được dữ liệu, trước hết là “${essay.file}” (mã ${essay.id}), nên kết quả so sánh sẽ thiếu. Hãy chạy “soatbai corpus verify” để xem danh sách, lấy các bài đó ra bằng “soatbai corpus remove” rồi nộp lại.`,
  locked: (folder: string) => `Kho bài “${folder}” đang được một lệnh khác ghi vào. Kho không thay đổi. Hãy đợi lệnh đó xong rồi chạy lại.`,
  leased: (folder: string, holder: string) =>
    `Kho bài “${folder}” đang do ${holder} sử dụng. Kho không thay đổi. Hãy đợi việc đó xong rồi chạy lại.`,
  served: (folder: string, holder: string) =>
    `Kho bài “${folder}” đã có ${holder} phục vụ. Kho không thay đổi. Hãy dùng trang đang chạy, hoặc dừng nó rồi chạy lại.`,
  holder: (name: string, pid: number) => `${name} (tiến trình ${pid})`,
  unknownHolder: 'một lệnh khác',
  opening: 'lệnh đang mở kho',
  diskFull: (folder: string) =>
    `Ổ đĩa chứa kho bài “${folder}” đã hết chỗ; chưa có bài nào của lần này được lưu. Hãy giải phóng dung lượng rồi chạy lại.`,
  diskFails: (folder: string, code: string) =>
    `Ổ đĩa chứa kho bài “${folder}” báo lỗi khi đọc hoặc ghi (${code}). Những gì đã lưu trước đó vẫn giữ nguyên. Hãy kiểm tra ổ đĩa rồi chạy lại; nếu vẫn lỗi, hãy khôi phục từ bản sao lưu bằng “soatbai restore”.`,
  readOnly: (folder: string) =>
    `Không ghi được vào kho bài “${folder}”: thư mục chỉ cho đọc. Những gì đã lưu vẫn giữ nguyên. Hãy cấp quyền ghi cho thư mục hoặc ổ đĩa rồi làm lại.`,
  notUsable: (folder: string) =>
    `Không dùng được thư mục “${folder}” làm kho bài: không phải thư mục hoặc không có quyền đọc, ghi. Hãy chọn thư mục khác hoặc cấp quyền.`,
  backupTarget: (file: string) =>
    `Không ghi được bản sao lưu “${file}”. Kho bài không thay đổi. Hãy kiểm tra thư mục và quyền ghi, hoặc chọn tên tệp khác.`,
  backupFull: (file: string) =>
    `Ổ đĩa chứa “${file}” đã hết chỗ nên chưa có bản sao lưu; kho bài không thay đổi. Hãy giải phóng dung lượng hoặc chọn ổ khác rồi chạy lại.`,
  backupIncomplete: (folder: string, file: string) =>
    `Chưa sao lưu được: tệp gốc “${file}” của kho “${folder}” bị mất hoặc đã bị thay đổi. Hãy chạy “soatbai corpus verify” và làm theo hướng dẫn rồi sao lưu lại.`,
  backupMissing: (file: string) => `Không tìm thấy bản sao lưu “${file}”. Hãy kiểm tra lại đường dẫn.`,
  backupForeign: (file: string) =>
    `“${file}” không phải bản sao lưu của Soát Bài, hoặc chưa được chép đủ. Chưa khôi phục gì. Hãy chọn tệp do “soatbai backup” tạo ra.`,
  backupDamaged: (file: string, detail: string) =>
    `Bản sao lưu “${file}” bị hỏng (${detail}). Chưa khôi phục gì. Hãy dùng một bản sao lưu khác.`,
  erasureListDamaged: (file: string) =>
    `Danh sách dữ liệu đã xóa “${file}” không đọc được, nên chưa khôi phục gì: bản sao lưu có thể đưa trở lại dữ liệu đã xóa theo yêu cầu. Hãy chép lại danh sách này từ nơi khác rồi khôi phục lại.`,
  restoreNotEmpty: (folder: string) =>
    `Thư mục “${folder}” đã có dữ liệu nên không khôi phục đè lên; dữ liệu đó không thay đổi. Hãy chọn thư mục mới hoặc thư mục trống sau --data.`,
  partMissing: (name: string) => `thiếu ${name}`,
  partChanged: (name: string) => `${name} không đúng như lúc sao lưu`,
  partUnread: 'tệp ZIP không đọc được',

  unknownId: (id: string) => `Không có bài nào mang mã “${id}” trong kho. Hãy xem các mã bằng “soatbai corpus list”.`,

  inMemory: 'trong bộ nhớ',
  notDatabase: 'tệp corpus.sqlite không phải cơ sở dữ liệu của Soát Bài',
  checkFailed: 'cơ sở dữ liệu không qua được bước kiểm tra',
  fileTooLarge: (limit: number) =>
    `Tệp lớn hơn mức cho phép (${formatCount(limit / 2 ** 20)} MB) nên chưa được nhận. Các tệp khác vẫn giữ nguyên. Hãy tách nhỏ hoặc nén tệp rồi gửi lại.`,
  originalVanished: 'Tệp vừa nhận đã bị lượt xóa đang chạy lấy đi. Những gì đã lưu vẫn giữ nguyên. Hãy gửi lại tệp này.',
  tablesMissing: (tables: string) => `cơ sở dữ liệu thiếu bảng ${tables}`,
  databaseMissing: 'có thư mục files chứa bài gốc nhưng tệp corpus.sqlite không có hoặc trống',
  cannotRebuild: (essay: EssayName) => `không dựng lại được chỉ mục của bài “${essay.file}” (mã ${essay.id})`,

  integrity: (detail: string) => `Cơ sở dữ liệu của kho bị lỗi: ${detail}. Hãy khôi phục kho từ bản sao lưu.`,
  originalMissing: (essay: EssayName) => `${named(essay)}: mất tệp gốc. ${again(essay)}`,
  originalChanged: (essay: EssayName) => `${named(essay)}: tệp gốc đã bị thay đổi so với lúc nộp. ${again(essay)}`,
  documentMissing: (file: string) => `Văn bản “${file}” của đợt học tập: mất tệp gốc hoặc tệp đã bị thay đổi. Hãy tải văn bản này lên lại.`,
  uploadMissing: (file: string) => `Tệp “${file}” của một lô chưa xong: mất tệp gốc hoặc tệp đã bị thay đổi. Hãy rút lô đó rồi nộp lại.`,
  erasedLeft: (table: string) =>
    `Bảng ${table} còn dữ liệu của người đã xóa. Đồng chí hãy khôi phục kho từ bản sao lưu gần nhất: khi khôi phục, dữ liệu đã xóa được xóa lại.`,
  erasedCampaignLeft: (table: string) =>
    `Bảng ${table} còn dữ liệu của một đợt đã hết hạn lưu và đã xóa. Đồng chí hãy mở trang Tổ chức, phần Dữ liệu, xem mục đến hạn xóa rồi xóa lại.`,
  erasedEssayLeft: (id: string) =>
    `Bài mang mã “${id}” đã xóa nhưng vẫn còn trong kho. Đồng chí hãy khôi phục kho từ bản sao lưu gần nhất: khi khôi phục, bài đã xóa được xóa lại.`,
  logBroken: (sequence: number) =>
    `Sổ nhật ký: dòng ${sequence} không khớp với dòng trước nó, có thể đã bị sửa hoặc thiếu. Hãy giữ nguyên kho và so với bản sao lưu.`,
  figuresWrong: 'Số liệu đã đếm của một đơn vị không khớp với dữ kiện đang lưu. Hãy giữ nguyên kho và khôi phục từ bản sao lưu gần nhất.',
  countsWrong: 'Số bài theo từng đợt không khớp với kết quả đang lưu. Hãy giữ nguyên kho và khôi phục từ bản sao lưu gần nhất.',
  textMissing: (essay: EssayName) => `${named(essay)}: mất văn bản đã trích. ${again(essay)}`,
  blobMissing: (essay: EssayName) => `${named(essay)}: mất dữ liệu so khớp. ${again(essay)}`,
  blobDamaged: (essay: EssayName) => `${named(essay)}: dữ liệu so khớp bị hỏng. ${again(essay)}`,
  placesDamaged: (essay: EssayName) => `${named(essay)}: danh sách chữ ẩn, chú thích và phần lặp của trang bị hỏng. ${again(essay)}`,
  spansOutside: (essay: EssayName) => `${named(essay)}: vị trí các tiếng nằm ngoài văn bản đã trích. ${again(essay)}`,
  textDiffers: (essay: EssayName) => `${named(essay)}: dữ liệu so khớp không ứng với văn bản đã trích. ${again(essay)}`,
  tracesDiffer: (essay: EssayName) => `${named(essay)}: dấu vết của tệp không ứng với thông tin tệp đã lưu. ${again(essay)}`,
  indexDiffers: 'Chỉ mục đang dùng khác với dữ liệu đã lưu. Hãy khởi động lại chương trình để dựng lại chỉ mục.',
  orphan: (path: string) =>
    `Tệp “${path}” trong kho không thuộc bài nào (có thể do lần nộp trước bị ngắt). Hãy chạy lại lệnh nộp bài đó, hoặc xóa tệp nếu không cần.`,
} as const;

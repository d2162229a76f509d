/** How messages name an essay. */
export interface EssayName {
  readonly id: string;
  readonly file: string;
}

const named = ({ id, file }: EssayName) => `Bài “${file}” (mã ${id})`;
const again = ({ id }: EssayName) => `Hãy lấy bài ra bằng “soatbai corpus remove ${id}” rồi nộp lại tệp gốc.`;

/** What the corpus says to its users: failures of the whole folder first, then of single essays. */
export const CORPUS_MESSAGES = {
  noCorpus: (folder: string) =>
    `Thư mục “${folder}” chưa có kho bài nào. Hãy kiểm tra lại đường dẫn sau --data, hoặc giữ bài vào kho trước bằng “soatbai corpus add”.`,
  newer: (folder: string) =>
    `Kho bài “${folder}” do một phiên bản Soát Bài mới hơn tạo ra. Hãy cập nhật chương trình rồi chạy lại; kho chưa bị thay đổi.`,
  damaged: (folder: string, detail: string) =>
    `Kho bài “${folder}” bị hỏng: ${detail}. Chương trình không tự tạo lại kho để khỏi mất bài; hãy chép cả thư mục ra nơi khác rồi khôi phục từ bản sao lưu.`,
  essaysDamaged: (folder: string, essay: EssayName, count: number) =>
    `Kho bài “${folder}” có ${count} bài không còn đọc được dữ liệu, trước hết là “${essay.file}” (mã ${essay.id}), nên kết quả so sánh sẽ thiếu. Hãy chạy “soatbai corpus verify” để xem danh sách, lấy các bài đó ra bằng “soatbai corpus remove” rồi nộp lại.`,
  locked: (folder: string) => `Kho bài “${folder}” đang được một lệnh khác sử dụng. Kho không thay đổi. Hãy đợi lệnh đó xong rồi chạy lại.`,
  diskFull: (folder: string) =>
    `Ổ đĩa chứa kho bài “${folder}” đã hết chỗ; chưa có bài nào của lần này được lưu. Hãy giải phóng dung lượng rồi chạy lại.`,
  notUsable: (folder: string) =>
    `Không dùng được thư mục “${folder}” làm kho bài: không phải thư mục hoặc không có quyền đọc, ghi. Hãy chọn thư mục khác hoặc cấp quyền.`,
  unknownId: (id: string) => `Không có bài nào mang mã “${id}” trong kho. Hãy xem các mã bằng “soatbai corpus list”.`,

  inMemory: 'trong bộ nhớ',
  notDatabase: 'tệp corpus.sqlite không phải cơ sở dữ liệu của Soát Bài',
  checkFailed: 'cơ sở dữ liệu không qua được bước kiểm tra',
  tablesMissing: (tables: string) => `cơ sở dữ liệu thiếu bảng ${tables}`,
  databaseMissing: 'có thư mục files chứa bài gốc nhưng tệp corpus.sqlite không có hoặc trống',
  cannotRebuild: (essay: EssayName) => `không dựng lại được chỉ mục của bài “${essay.file}” (mã ${essay.id})`,

  integrity: (detail: string) => `Cơ sở dữ liệu của kho bị lỗi: ${detail}. Hãy khôi phục kho từ bản sao lưu.`,
  originalMissing: (essay: EssayName) => `${named(essay)}: mất tệp gốc. ${again(essay)}`,
  originalChanged: (essay: EssayName) => `${named(essay)}: tệp gốc đã bị thay đổi so với lúc nộp. ${again(essay)}`,
  textMissing: (essay: EssayName) => `${named(essay)}: mất văn bản đã trích. ${again(essay)}`,
  blobMissing: (essay: EssayName) => `${named(essay)}: mất dữ liệu so khớp. ${again(essay)}`,
  blobDamaged: (essay: EssayName) => `${named(essay)}: dữ liệu so khớp bị hỏng. ${again(essay)}`,
  spansOutside: (essay: EssayName) => `${named(essay)}: vị trí các tiếng nằm ngoài văn bản đã trích. ${again(essay)}`,
  textDiffers: (essay: EssayName) => `${named(essay)}: dữ liệu so khớp không ứng với văn bản đã trích. ${again(essay)}`,
  indexDiffers: 'Chỉ mục đang dùng khác với dữ liệu đã lưu. Hãy khởi động lại chương trình để dựng lại chỉ mục.',
  orphan: (path: string) =>
    `Tệp “${path}” trong kho không thuộc bài nào (có thể do lần nộp trước bị ngắt). Hãy chạy lại lệnh nộp bài đó, hoặc xóa tệp nếu không cần.`,
} as const;

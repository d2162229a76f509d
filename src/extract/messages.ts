import type { FileMessage } from '../model/extraction.js';

/** Longest file name shown whole in a message, UTF-16 units. */
const SHOWN_NAME = 80;

const SAVE_AS_DOCX = 'Mở tệp trên máy, chọn Lưu thành (Save As) dạng .docx rồi nộp lại.';

/** Every message about a file: `file` is the quoted name, `detail` a figure or list made by the functions below. */
const TEXTS = {
  empty: (file) => `Tệp ${file} rỗng, không có nội dung nào. Mở lại bài trên máy, kiểm tra rồi nộp lại.`,
  damaged: (file) => `Tệp ${file} bị hỏng hoặc chưa tải lên hết nên không mở được. Mở bài trên máy, lưu lại thành tệp mới rồi nộp lại.`,
  encrypted: (file) => `Tệp ${file} đặt mật khẩu nên không mở được. Mở tệp trên máy, bỏ mật khẩu, lưu lại rồi nộp lại tệp này.`,
  'rights-managed': (file) =>
    `Tệp ${file} được bảo vệ quyền truy cập (IRM) nên không mở được. Bỏ bảo vệ trong Word, lưu lại dạng .docx rồi nộp lại.`,
  'too-old': (file) => `Tệp ${file} có định dạng Word quá cũ (Word 95 trở về trước) nên chưa đọc được. ${SAVE_AS_DOCX}`,
  'too-large': (file, detail) =>
    `Tệp ${file} ${detail}, vượt giới hạn nên không nhận. Các tệp khác không bị ảnh hưởng. Bỏ bớt ảnh hoặc phần không thuộc bài, lưu lại dạng .docx rồi nộp lại.`,
  'too-many-pages': (file, detail) => `Tệp ${file} quá dài: ${detail}. Chỉ nộp phần bài viết, bỏ tài liệu kèm theo, rồi nộp lại.`,
  'too-deep': (file, detail) =>
    `Tệp ${file} có cấu trúc lồng nhau hơn ${detail} tầng, không phải bài soạn thông thường nên không nhận. Chép nội dung sang một tệp Word mới rồi nộp lại.`,
  doctype: (file) =>
    `Tệp ${file} chứa khai báo DOCTYPE mà Word không bao giờ ghi nên không nhận. Chép nội dung sang một tệp Word mới rồi nộp lại.`,
  'duplicate-parts': (file) =>
    `Tệp ${file} có hai phần trùng tên bên trong nên không nhận. Mở bằng Word, lưu lại thành tệp mới rồi nộp lại.`,
  'inconsistent-archive': (file) =>
    `Tệp ${file} ghi dung lượng bên trong không khớp nội dung nên không nhận. Mở bằng Word, lưu lại thành tệp mới rồi nộp lại.`,
  'two-documents': (file) =>
    `Tệp ${file} chứa hai văn bản khác nhau bên trong (Word và ODT), mỗi chương trình mở ra một bài, nên không nhận. Mở bằng Word, lưu lại thành tệp mới rồi nộp lại.`,
  executable: (file) => `Tệp ${file} là chương trình, không phải DOCX, PDF hay văn bản, nên không nhận. Nộp lại đúng tệp bài viết.`,
  script: (file) => `Tệp ${file} là mã lệnh, không phải DOCX, PDF hay văn bản, nên không nhận. Nộp lại đúng tệp bài viết.`,
  svg: (file) => `Tệp ${file} là hình vẽ SVG, không phải DOCX, PDF hay văn bản, nên không nhận. Nộp lại bài ở dạng .docx hoặc .pdf.`,
  'disguised-html': (file) => `Tệp ${file} là trang web, không phải DOCX hay PDF như tên tệp, nên không nhận. ${SAVE_AS_DOCX}`,
  'unsafe-name': (file) => `Tên tệp ${file} có ký tự không hợp lệ nên không nhận. Đổi lại tên tệp trên máy rồi nộp lại.`,
  'not-a-document': (file) =>
    `Tệp ${file} không phải DOCX, PDF hay văn bản nên không nhận. Kiểm tra lại tệp trên máy, nộp bài ở dạng .docx hoặc .pdf.`,
  'unsupported-word-xml': (file) => `Tệp ${file} ở dạng Word XML, chưa đọc được. ${SAVE_AS_DOCX}`,
  'unsupported-pages': (file) =>
    `Tệp ${file} ở dạng của Apple (Pages), chưa đọc được. Trong Pages chọn Xuất sang Word (.docx) rồi nộp lại.`,
  'unsupported-image': (file) =>
    `Ảnh ${file} ở dạng chưa hỗ trợ (như HEIC, BMP, ảnh động). Nộp bài soạn ở dạng .docx; nếu chỉ có ảnh, lưu ảnh thành .jpg hoặc .png rồi nộp lại.`,
  'unsupported-sheet': (file) => `Tệp ${file} là bảng tính, không phải bài viết, nên không nhận. Nộp bài ở dạng .docx hoặc .pdf.`,
  'unsupported-slides': (file) => `Tệp ${file} là tệp trình chiếu, không phải bài viết, nên không nhận. Nộp bài ở dạng .docx hoặc .pdf.`,
  'unsupported-archive': (file) =>
    `Tệp ${file} là tệp nén, không phải một bài viết, nên không nhận. Giải nén trên máy rồi nộp từng bài ở dạng .docx hoặc .pdf.`,
  'unknown-encoding': (file) => `Tệp văn bản ${file} dùng bảng mã không nhận ra nên chưa đọc được. ${SAVE_AS_DOCX}`,
  'legacy-encoding': (file) =>
    `Chữ trong tệp ${file} dùng bảng mã cũ (như TCVN3, VNI) hoặc sai bảng mã nên chưa đọc được. Chuyển bài sang Unicode (UniKey có mục chuyển mã), lưu lại rồi nộp lại.`,
  decoded: (file, detail) =>
    `Tệp ${file} có ${detail}. Phần này đã được chuyển sang Unicode để đối chiếu, không cần làm gì thêm; nếu thấy chữ sai, đối chiếu với tệp gốc.`,
  'no-text-layer': (file) =>
    `Tệp ${file} là ảnh chụp hoặc ảnh quét, không có chữ hoặc quá ít chữ để đọc. Nộp bản soạn trên máy ở dạng .docx; nếu không có, cấp ủy đọc trực tiếp bài này.`,
  'not-recognised': (file) =>
    `Tệp ${file} là ảnh chụp hoặc ảnh quét; đã thử nhận dạng chữ (OCR) nhưng không đọc được đủ chắc chắn (ảnh mờ, chữ viết tay hoặc không phải tiếng Việt). Nộp bản soạn trên máy ở dạng .docx hoặc chụp, quét lại rõ hơn; nếu không được, cấp ủy đọc trực tiếp bài này.`,
  recognised: (file, detail) =>
    `Chữ trong tệp ${file} nằm trong ảnh nên đã đọc bằng nhận dạng chữ (OCR): ${detail}. Không cần làm gì thêm; nếu thấy chữ sai, đối chiếu với tệp gốc.`,
  'doubtful-recognition': (file, detail) =>
    `Chữ trong tệp ${file} nằm trong ảnh, đã đọc bằng nhận dạng chữ (OCR) nhưng có chỗ chưa chắc đúng: ${detail}. Cần người mở tệp gốc đọc các chỗ này trước khi kết luận; nếu nộp lại, nộp bản soạn trên máy ở dạng .docx.`,
  gibberish: (file) =>
    `Chữ trong tệp ${file} không đọc ra được vì phông chữ thiếu bảng mã. Nộp bản soạn gốc ở dạng .docx; nếu không có, cấp ủy đọc trực tiếp bài này.`,
  'xfa-form': (file) =>
    `Tệp ${file} là biểu mẫu XFA, chỉ chương trình điền biểu mẫu mới hiện được nội dung, nên chưa đọc được. Mở tệp trên máy, in ra tệp PDF mới (Print to PDF) rồi nộp lại.`,
  'layer-differs': (file, detail) =>
    `Tệp ${file} có ${detail} là ảnh quét kèm lớp chữ không khớp với ảnh; bài được đọc theo ảnh, lớp chữ kia chỉ dùng để đối chiếu. Cần người mở tệp gốc, so chữ với ảnh trước khi kết luận.`,
  'misleading-font': (file, detail) =>
    `Phông chữ trong tệp ${file} ghi mã chữ khác với chữ nhìn thấy ở ${detail}; bài được đọc theo chữ nhìn thấy. Cần người mở tệp gốc xem trước khi kết luận; nếu nộp lại, nộp bản soạn gốc ở dạng .docx.`,
  'recognised-elsewhere': (file, detail) =>
    `Tệp ${file} có ${detail} là ảnh quét kèm chữ do máy nhận dạng sẵn; chữ đó đã được đọc nhưng có thể không đúng với ảnh. Cần người mở tệp gốc, so chữ với ảnh trước khi kết luận.`,
  'unread-style': (file) =>
    `Trang web ${file} có quy tắc trình bày (CSS) có thể ẩn hoặc thêm chữ theo cách chưa hiểu được; chữ trong tệp đã đọc nhưng có thể khác chữ hiện ra. Cần người mở tệp gốc, so với bài đã đọc trước khi kết luận; nếu nộp lại, nộp bản soạn ở dạng .docx.`,
  'partial-text': (file, detail) =>
    `Chưa đọc hết tệp ${file}: ${detail}. Phần còn lại đã đọc. Xem tệp gốc trước khi kết luận; nếu nộp lại, đưa mọi nội dung vào thân bài dưới dạng chữ rồi lưu thành tệp mới.`,
  'not-read-parts': (file, detail) =>
    `Trong tệp ${file}, các phần sau không được đối chiếu: ${detail}. Thân bài đã đọc. Khi xem xét cần mở tệp gốc để đọc thêm.`,
  'hidden-text': (file, detail) =>
    `Tệp ${file} có chữ mà người đọc không nhìn thấy: ${detail}. Phần chữ này vẫn nằm trong bài được đối chiếu. Cần người mở tệp gốc, cho hiện phần chữ đó và xem trước khi kết luận.`,
  'spaced-letters': (file) =>
    `Chữ trong tệp ${file} bị tách rời từng chữ cái (như “S a u k h i”) nên chưa đối chiếu được đúng. Cần người mở tệp gốc xem trước khi kết luận; nếu nộp lại, bỏ giãn cách chữ rồi lưu dạng .docx.`,
  'tracked-changes': (file) =>
    `Tệp ${file} còn sửa đổi chưa duyệt; đã đọc theo bản chấp nhận mọi sửa đổi. Khi nộp lại, duyệt hết sửa đổi trong Word trước khi lưu.`,
  macro: (file) => `Tệp ${file} có kèm macro; chỉ đọc phần chữ, macro không được chạy. Nếu nộp lại, lưu dạng .docx không có macro.`,
  'restricted-pdf': (file) => `Tệp ${file} bị hạn chế sao chép hoặc in; phần chữ vẫn đọc được. Không cần làm gì thêm.`,
  'name-mismatch': (file, detail) =>
    `Tên tệp ${file} không khớp với nội dung: đây là ${detail}. Đã xử lý theo nội dung; khi nộp lại nên đặt đúng đuôi tệp.`,
  'timed-out': (file, detail) =>
    `Đọc tệp ${file} quá ${detail} chưa xong nên đã dừng. Các tệp khác không bị ảnh hưởng. Chép nội dung sang một tệp Word mới rồi nộp lại.`,
  'out-of-memory': (file, detail) =>
    `Đọc tệp ${file} cần nhiều bộ nhớ hơn mức cho phép (${detail}) nên đã dừng. Các tệp khác không bị ảnh hưởng. Chép nội dung sang một tệp Word mới rồi nộp lại.`,
  crashed: (file) =>
    `Tệp ${file} làm bộ phận đọc dừng đột ngột, đã thử hai lần. Các tệp khác không bị ảnh hưởng. Chép nội dung sang một tệp Word mới rồi nộp lại.`,
} as const satisfies Record<string, (file: string, detail: string) => string>;

/** Codes of all messages that reading a file can give. */
export type MessageCode = keyof typeof TEXTS;

export function isMessageCode(code: string): code is MessageCode {
  return Object.hasOwn(TEXTS, code);
}

/** One message about the file; `detail` comes from message-details.ts, so that every word stands in these two files. */
export function fileMessage(code: MessageCode, fileName: string, detail = ''): FileMessage {
  const text: (file: string, detail: string) => string = TEXTS[code];
  return { code, text: text(`“${shownName(fileName)}”`, detail) };
}

/** Text of the failures that are nobody's file: the reading process does not start, or was closed. */
export const SANDBOX_TEXTS = {
  'not-started':
    'Bộ phận đọc tệp không khởi động được, chưa đọc tệp nào. Tệp đã nhận vẫn an toàn. Kiểm tra bộ nhớ còn trống và bản cài đặt rồi chạy lại.',
  closed: 'Bộ phận đọc tệp đã đóng trước khi đọc xong. Tệp đã nhận vẫn an toàn. Chạy lại lệnh để đọc tiếp.',
} as const;

/** The text with characters that could break a line or turn it round made visible. */
export function visibleText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u200B\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu, '\uFFFD');
}

/** The name made visible, with its middle cut when very long. */
function shownName(fileName: string): string {
  const visible = visibleText(fileName);
  if (visible.length <= SHOWN_NAME) return visible;
  const characters = [...visible];
  return `${characters.slice(0, SHOWN_NAME / 2).join('')}…${characters.slice(-SHOWN_NAME / 4).join('')}`;
}

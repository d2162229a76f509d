import type { AdvisoryCode, Ground, Proposal } from '../model/assessment.js';
import type { SubmissionState } from '../model/extraction.js';

/** The words of the interface for what the machine proposes. */
export const PROPOSAL_WORDS: Readonly<Record<Proposal, string>> = {
  accept: 'Đạt yêu cầu',
  review: 'Cần xem xét',
  rewrite: 'Viết lại',
};

const GROUND_WORDS: Readonly<Record<Ground, string>> = { copied: 'trùng khớp', content: 'nội dung' };

/** On what a proposal rests, in the words for the machine: "trùng khớp và nội dung"; empty without grounds. */
export const groundsOf = (grounds: readonly Ground[]): string => grounds.map((ground) => GROUND_WORDS[ground]).join(' và ');

/** What became of a file, for those that somebody must look at. */
export const STATE_WORDS: Readonly<Record<SubmissionState, string>> = {
  ok: 'đã đọc',
  suspicious: 'đã đọc, cần người xem lại tệp',
  'needs-ocr': 'ảnh, bản quét chưa đọc được chữ',
  unreadable: 'không mở được',
  refused: 'không nhận',
};

/** Why a file gave no text, by the code of its first message; its state says it where the code is not among these. */
export const UNREAD_WORDS: Readonly<Record<string, string>> = {
  empty: 'tệp rỗng',
  damaged: 'tệp hỏng hoặc chưa tải lên hết',
  encrypted: 'tệp đặt mật khẩu',
  'rights-managed': 'tệp bảo vệ quyền truy cập',
  'no-text-layer': 'chỉ có ảnh, chưa có chữ để so',
  'not-recognised': 'ảnh mờ hoặc chữ viết tay, chưa đọc được',
  gibberish: 'phông chữ thiếu bảng mã',
  'legacy-encoding': 'bảng mã cũ, chưa đọc được',
  'unknown-encoding': 'bảng mã không nhận ra',
  'too-large': 'vượt giới hạn, không nhận',
  'too-many-pages': 'quá nhiều trang',
  'timed-out': 'đọc quá lâu, đã dừng',
};

/** Heading of an advisory. */
export const ADVISORY_WORDS: Readonly<Record<AdvisoryCode, string>> = {
  'too-short': 'Bài quá ngắn',
  'too-long': 'Bài rất dài',
  'restates-resolution': 'Phần lớn là trích nghị quyết hoặc tài liệu học tập',
  'cited-sayings': 'Có trích dẫn ghi rõ tác giả',
  'replaced-characters': 'Có chữ cái thay thế',
  'invisible-characters': 'Có ký tự không hiện hình',
  'lost-spaces': 'Có chữ mất dấu cách',
  'spaced-letters': 'Có chữ giãn cách từng chữ cái',
  'decoded-text': 'Có đoạn đã chuyển bảng mã',
  'no-diacritics': 'Có câu viết không dấu',
  'missing-name': 'Chưa thấy họ tên',
  'missing-unit': 'Chưa thấy đơn vị',
  'missing-post': 'Chưa thấy chức vụ, nhiệm vụ',
  'missing-date': 'Chưa thấy ngày viết',
  generic: 'Nội dung chung chung, ít dữ kiện riêng',
  stuffing: 'Có chỗ chỉ liệt kê cụm từ',
  'not-an-essay': 'Có thể không phải bài thu hoạch',
  'other-resolution': 'Nói về văn bản khác với đợt học tập',
  'partial-text': 'Chưa đọc được hết bài',
  'hidden-text': 'Có chữ ẩn',
  'mixed-fonts': 'Có đoạn dài dùng phông chữ khác',
  'shared-revisions': 'Tệp chung dấu soạn thảo với tệp khác',
  'shared-metadata': 'Thông tin tệp giống tệp khác',
};

/** First line of a campaign file that the machine wrote. */
export const suggestedBy = 'Máy gợi ý từ nghị quyết. Đồng chí đọc lại; sửa, bỏ, thêm chủ đề và cụm từ trước khi dùng.';

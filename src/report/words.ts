import type { AdvisoryCode, MatchKind, Proposal } from '../model/assessment.js';
import type { SubmissionState } from '../model/extraction.js';

/** The words of the interface for what the machine proposes. */
export const PROPOSAL_WORDS: Readonly<Record<Proposal, string>> = {
  accept: 'Đạt yêu cầu',
  review: 'Cần xem xét',
  rewrite: 'Viết lại',
};

/** What kind of text an essay overlaps with. */
export const MATCH_KIND_WORDS: Readonly<Record<MatchKind, string>> = {
  submission: 'bài nộp khác',
  sample: 'bài mẫu ngoài',
  'self-reuse': 'bài cũ của chính mình',
  'earlier-attempt': 'lần nộp trước',
};

/** What became of a file, for those that somebody must look at. */
export const STATE_WORDS: Readonly<Record<SubmissionState, string>> = {
  ok: 'đã đọc',
  suspicious: 'đã đọc, cần người xem lại tệp',
  'needs-ocr': 'bản quét, chưa có chữ để so',
  unreadable: 'không mở được',
  refused: 'không nhận',
};

/** Heading of an advisory. */
export const ADVISORY_WORDS: Readonly<Record<AdvisoryCode, string>> = {
  'too-short': 'Bài quá ngắn',
  'restates-resolution': 'Chủ yếu chép lại nghị quyết',
  'replaced-characters': 'Có ký tự ẩn hoặc thay thế',
  'missing-name': 'Chưa thấy họ tên',
  'missing-unit': 'Chưa thấy đơn vị',
  'partial-text': 'Chưa đọc được hết bài',
};

import { formatCount, formatShare } from '../model/format.js';

export const missingTheme = (name: string): string => `Chưa thấy câu nào của chính người viết về “${name}”.`;
export const missingFacets = (names: readonly string[]): string => `Chưa nêu: ${names.join(', ')}.`;
export const thinTheme = (sentences: number): string => `Mới có ${formatCount(sentences)} câu liên quan, cần nói rõ hơn.`;

export const tooShort = (syllables: number, minimum: number): string =>
  `Bài có ${formatCount(syllables)} âm tiết, ít hơn mức ${formatCount(minimum)} của đợt học tập.`;
export const restatesResolution = (share: number): string =>
  `Phần lớn là trích nghị quyết hoặc tài liệu học tập: ${formatShare(share)} số âm tiết ngoài phần mẫu.`;
export const replacedCharacters = (lookalike: number, invisible: number): string =>
  `Bài có ${formatCount(lookalike)} chỗ dùng chữ cái của bảng chữ khác và ${formatCount(invisible)} chỗ có ký tự không hiện hình. Chữ vẫn được đối chiếu như chữ thường.`;
export const missingName = 'Không thấy họ và tên người viết ở đầu hoặc cuối bài.';
export const missingUnit = 'Không thấy đơn vị công tác hoặc chi bộ của người viết.';

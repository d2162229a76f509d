import type { Policy } from '../model/campaign.js';
import { formatCount, formatLimit, formatShare } from '../model/format.js';

/** "review" and "rewrite" as the limits are called in front of users. */
const LEVELS = { review: 'mức xem xét', rewrite: 'mức viết lại' } as const;
export type Level = keyof Pick<Policy, 'review' | 'rewrite'>;

/** Where words stand beside the body. */
const BESIDE = 'chú thích, nhận xét, đầu chân trang hoặc chữ ẩn';

export const copiedBest = (share: number, limit: number, level: Level, file: string): string =>
  `Trùng khớp với một bài ${formatShare(share)} (${LEVELS[level]}: từ ${formatLimit(limit)}): ${file}.`;
export const copiedUnion = (share: number, limit: number, level: Level): string =>
  `Trùng khớp với tất cả các bài cộng lại ${formatShare(share)} (${LEVELS[level]}: từ ${formatLimit(limit)}).`;
export const copiedPassage = (syllables: number, limit: number): string =>
  `Đoạn trùng dài nhất ${formatCount(syllables)} âm tiết (${LEVELS.review}: từ ${formatCount(limit)}).`;
export const copiedBeside = (syllables: number, limit: number, file: string): string =>
  `Ngoài thân bài, trong ${BESIDE}, có ${formatCount(syllables)} âm tiết trùng với ${file} (${LEVELS.review}: từ ${formatCount(limit)}).`;
export const besideThere = (file: string): string => `Ở ${file}, phần trùng nằm ngoài thân bài, trong ${BESIDE}: hãy xem bài đó trước.`;
export const unmetThemes = (unmet: number, required: number, limit: number): string =>
  `Còn ${formatCount(unmet)} trong ${formatCount(required)} nội dung bắt buộc chưa đạt (${LEVELS.review}: từ ${formatCount(limit)} nội dung).`;
export const unmetShare = (unmet: number, required: number, limit: number): string =>
  `Còn ${formatCount(unmet)} trong ${formatCount(required)} nội dung bắt buộc chưa đạt (${LEVELS.rewrite}: từ ${formatLimit(limit)} số nội dung).`;
export const unmetTheme = (name: string, missing: string): string => `${name}: ${missing || 'chưa đạt mức của đợt học tập.'}`;
export const notRead = 'Chưa đọc được nội dung, cần người xem tệp gốc.';
export const suspicious = 'Tệp có điểm cần người xem trước khi kết luận.';

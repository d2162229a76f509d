import type { Ground } from '../../model/assessment.js';
import { formatCount, formatDecimal, formatLimit, formatShare, NO_FIGURE } from '../../model/format.js';
import type { YesNoAgreement } from '../../pipeline/agreement/kappa.js';
import { type Interval, wilson } from '../../pipeline/agreement/resample.js';
import type { SettingName } from '../../pipeline/agreement/settings.js';
import { FEWEST, type Suggestion } from '../../pipeline/agreement/suggest.js';

export const GROUND_WORDS: Readonly<Record<Ground, string>> = { copied: 'trùng khớp', content: 'nội dung' };

/** What a limit of the campaign file says, and how its values are written. */
export const SETTING_WORDS: Readonly<Record<SettingName, { readonly text: string; readonly write: (value: number) => string }>> = {
  'review.best': { text: 'Xem xét: trùng khớp với một bài, từ', write: formatLimit },
  'review.union': { text: 'Xem xét: trùng khớp với mọi bài cộng lại, từ', write: formatLimit },
  'review.passage': { text: 'Xem xét: đoạn trùng dài nhất, từ (âm tiết)', write: formatCount },
  'review.unmetThemes': { text: 'Xem xét: số nội dung bắt buộc chưa đạt, từ', write: formatCount },
  'rewrite.best': { text: 'Viết lại: trùng khớp với một bài, từ', write: formatLimit },
  'rewrite.union': { text: 'Viết lại: trùng khớp với mọi bài cộng lại, từ', write: formatLimit },
  'rewrite.unmetShare': { text: 'Viết lại: phần nội dung bắt buộc chưa đạt, từ', write: formatLimit },
  minimumSyllables: { text: 'Xem xét: bài ngắn hơn (âm tiết)', write: formatCount },
};

export const OFF = 'tắt';
const decimal = (value: number): string => formatDecimal(value, 2).replace('-', '−');
const kappaOf = (kappa: number | null): string => `κ ${kappa === null ? `${NO_FIGURE} (0/0)` : decimal(kappa)}`;
const between = ({ low, high }: Interval, write: (value: number) => string): string =>
  low === high ? write(low) : `${write(low)} đến ${write(high)}`;

export const AGREEMENT_TITLE = 'Đề xuất của máy và kết luận của cấp ủy';
export const judgedCounts = (judged: number, open: number): string =>
  `${formatCount(judged)} bài đã có kết luận · ${formatCount(open)} bài chưa có`;
export const outdatedNote = (count: number): string =>
  `${formatCount(count)} bài được đề xuất theo mức khác với mức đang đặt; bảng dưới theo đề xuất lúc đó, phần “Theo từng mức” theo mức đang đặt.`;

export const CONCLUDED = { accepted: 'kết luận đạt', rewrite: 'kết luận viết lại' } as const;

export const overallLine = (agreed: number | null, kappa: number | null, interval: Interval | null): string =>
  `Nhất trí ${formatShare(agreed)} · ${kappaOf(kappa)} có trọng số${interval === null ? '' : ` (95%: ${between(interval, decimal)})`}`;
export const HALF = 'Đề xuất xem xét tính nửa phần nhất trí với cả hai kết luận.';
export const FORMULA =
  'κ = (po − pe) / (1 − pe) (Cohen 1960), có trọng số 1 − Σwo / Σwe (Cohen 1968): 1 là nhất trí hoàn toàn, 0 là như ngẫu nhiên; “–” khi chia 0 cho 0, vì cả hai bên chỉ dùng một mức. Khoảng 95%: Wilson, với κ và mức gợi ý: lấy mẫu lại 1.000 lần.';

/** "28/34 bài (82%; 95%: 66% đến 92%)". */
function agreedPart({ both, neither, count }: YesNoAgreement): string {
  const interval = wilson(both + neither, count);
  const share = interval === null ? '' : ` (${formatShare((both + neither) / count)}; 95%: ${between(interval, formatShare)})`;
  return `${formatCount(both + neither)}/${formatCount(count)} bài${share}`;
}

const outOf = (part: number, whole: number): string => (whole === 0 ? NO_FIGURE : `${formatCount(part)}/${formatCount(whole)}`);

/** Agreement on a yes or no, in one sentence of figures. */
export function yesNoLine(label: string, found: YesNoAgreement): string {
  const { both, machineOnly, committeeOnly, kappa } = found;
  return `${label}: nhất trí ${agreedPart(found)} · ${kappaOf(kappa)} · nêu đúng ${outOf(both, both + machineOnly)} · nêu đủ ${outOf(both, both + committeeOnly)}`;
}
export const FLAGGED = 'Máy nêu xem xét hoặc viết lại, so với kết luận viết lại';
export const DECIDED = 'Riêng các bài máy nêu hẳn đạt hoặc viết lại';
export const PRECISION =
  'Nêu đúng: trong số bài máy nêu, bao nhiêu bài cấp ủy cũng nêu. Nêu đủ: trong số bài cấp ủy nêu, bao nhiêu bài máy cũng nêu.';
export const BY_GROUND = 'Theo căn cứ';
export const BY_THEME = 'Theo nội dung (máy tính là đạt, so với cấp ủy)';
export const NO_THEMES = 'Tệp kết luận không có cột nào mang mã nội dung nên chưa so được từng nội dung.';
export const themeNotJudged = (names: readonly string[]): string => `Cấp ủy chưa xét: ${names.join('; ')}.`;
export const themeMinimum = (minimum: number): string => `đang đặt minimum ${decimal(minimum)}`;
export const bestMinimum = (minimum: number, agreed: number, count: number): string =>
  `nhất trí nhiều nhất ở minimum ${decimal(minimum)}: ${formatCount(agreed)}/${formatCount(count)} bài`;

export const BY_SETTING = 'Theo từng mức, các mức khác giữ nguyên';
export const SETTING_HEADS = ['mức', 'đạt', 'xem xét', 'viết lại', 'bỏ sót', 'xem thừa', 'khớp'] as const;
export const MARKS =
  '▸ đang đặt · ★ nhất trí nhiều nhất · bỏ sót: máy nêu đạt, kết luận viết lại · xem thừa: máy nêu, kết luận đạt · khớp: mức nhất trí';
export const settingNow = (value: string): string => `đang đặt ${value}`;

/** What is suggested of one value, and how sure that is. */
export function suggestionLine(
  { best, interval, sure, value, wanting }: Suggestion,
  current: number | null,
  write: (value: number) => string,
): string {
  if (wanting !== null) return wantingLine(wanting);
  if (best === current) return 'Mức đang đặt nhất trí nhiều nhất: giữ nguyên.';
  const range = interval === null ? '' : `, 95%: ${between(interval, write)}`;
  const figures = `hơn mức đang đặt trong ${formatShare(sure)} số lần lấy mẫu lại${range}`;
  return value === null
    ? `Chưa đủ chắc để đổi sang ${best === null ? OFF : write(best)} (${figures}).`
    : `Gợi ý ${write(value)} (${figures}).`;
}

export const SAME_EVERYWHERE = 'Mức nào cũng cho cùng kết quả trên các bài này.';

/** How many conclusions are missing before anything is suggested. */
export function wantingLine({ judgements, ofEach: [first, second] }: NonNullable<Suggestion['wanting']>): string {
  const parts = [
    judgements > 0 ? `${formatCount(judgements)} bài` : '',
    first > 0 ? `${formatCount(first)} bài đạt` : '',
    second > 0 ? `${formatCount(second)} bài không đạt` : '',
  ].filter((part) => part !== '');
  return `Chưa gợi ý: cần ít nhất ${FEWEST.judgements} bài, mỗi loại ${FEWEST.ofEach}; còn thiếu ${parts.join(', ')}.`;
}

export const NOTHING_JUDGED = 'Chưa có kết luận nào nên chưa so được.';
export const NOTHING_PUT_FORWARD = 'Chưa có mức nào đủ cơ sở để đổi.';
export const putForwardLine = (now: number | null, then: number | null, changed: number): string =>
  `Cùng đổi các mức gợi ý: nhất trí ${formatShare(now)} → ${formatShare(then)}, ${formatCount(changed)} bài đổi đề xuất. Chép phần dưới vào tệp đợt học tập nếu cấp ủy đồng ý:`;
export const LESS_TOGETHER = 'Lưu ý: các minimum mới khớp hơn với từng nội dung nhưng làm đề xuất chung nhất trí ít hơn.';
export const NOTHING_CHANGES = 'Không có gì tự đổi. Mức gợi ý tính trên chính các bài này; ít bài thì dễ khớp nhờ may rủi.';

import { formatCount, formatDay } from '../../model/format.js';
import type { ExemptionKind } from '../../model/roster.js';
import type { Study } from '../../model/study.js';
import type { YearEntry, YearTotals } from '../../model/year-record.js';

/** What the yearly extract says. */
export const YEAR_WORDS = {
  title: (year: number) => `Trích lục kết quả học tập nghị quyết năm ${year}`,
  note: 'Trích lục để chi bộ tham khảo, không phải xếp loại. Chỉ ghi việc đã làm và kết luận của cấp ủy.',
  counted: (moment: string) => `Số liệu tính đến ${moment}.`,
  campaigns: 'Các đợt học tập trong năm',
  cell: (name: string, people: number) => `${name}: ${formatCount(people)} đảng viên`,
  noCell: 'Chưa ghi chi bộ',
  nobody: 'Trong năm chưa có danh sách đảng viên của đợt nào.',
  keyCadre: 'cán bộ chủ chốt',
  heads: { place: 'TT', person: 'Họ và tên, chức vụ', entries: 'Từng đợt học tập', totals: 'Cộng trong năm' },
  sheet: 'Từng đợt',
  totalsSheet: 'Cộng trong năm',
} as const;

export const STUDY_WORDS: Readonly<Record<Study, string>> = {
  attended: 'đã học',
  'caught-up': 'đã học bù',
  'not-yet': 'chưa học',
  unknown: 'chưa ghi việc học',
};

const EXEMPTION_WORDS: Readonly<Record<ExemptionKind, string>> = {
  retired: 'đã nghỉ công tác',
  health: 'sức khỏe',
  other: 'lý do khác',
};

/** Why somebody need not write, by its code: what a committee noted beside it may be about somebody's health. */
export const exemptOf = ({ exemption }: Pick<YearEntry, 'exemption'>): string => (exemption === null ? '' : EXEMPTION_WORDS[exemption]);

/** What became of the essay. */
export function handedInOf({ exemption, handedIn, daysLate, due }: YearEntry): string {
  if (exemption !== null) return handedIn === null ? 'được miễn viết' : `được miễn viết, tự nguyện nộp ${formatDay(handedIn)}`;
  if (handedIn === null) return 'chưa nộp';
  if (daysLate > 0) return `nộp muộn ${formatCount(daysLate)} ngày (${formatDay(handedIn)})`;
  return due === null ? `đã nộp ${formatDay(handedIn)}` : `nộp đúng hạn (${formatDay(handedIn)})`;
}

/** What people concluded; empty where there is nothing to conclude on. */
export function verdictOf({ verdict, rewrites, handedIn }: YearEntry): string {
  if (verdict === 'accepted') return rewrites === 0 ? 'đạt yêu cầu' : `đạt yêu cầu sau ${formatCount(rewrites)} lần viết lại`;
  if (verdict === 'rewrite') return 'phải viết lại';
  return handedIn === null ? '' : 'chưa có kết luận';
}

/** An entry in one line. */
export function entryLine(entry: YearEntry): string {
  const exempt = entry.exemption === null ? '' : `lý do: ${exemptOf(entry)}`;
  return [STUDY_WORDS[entry.study], handedInOf(entry), exempt, verdictOf(entry)].filter((part) => part !== '').join('; ');
}

/** Every total beside its whole: counts alone, no share of them. */
export function totalLines(totals: YearTotals): string[] {
  const { campaigns, attended, caughtUp, required, submitted, onTime, late, accepted, rewrites, exempt } = totals;
  const of = (part: number, whole: number): string => `${formatCount(part)}/${formatCount(whole)}`;
  return [
    `học ${of(attended + caughtUp, campaigns)} đợt${caughtUp === 0 ? '' : `, trong đó học bù ${formatCount(caughtUp)}`}`,
    ...(required === 0 ? [] : [`nộp ${of(submitted, required)} bài: đúng hạn ${formatCount(onTime)}, muộn ${formatCount(late)}`]),
    ...(exempt === 0 ? [] : [`miễn viết ${formatCount(exempt)}`]),
    `đạt yêu cầu ${formatCount(accepted)}`,
    ...(rewrites === 0 ? [] : [`viết lại ${formatCount(rewrites)} lần`]),
  ];
}

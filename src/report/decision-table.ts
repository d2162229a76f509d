import type { DecisionKind } from '../api/log.js';
import type { Role } from '../model/access.js';
import { formatCount, formatDay, formatMoment } from '../model/format.js';
import type { LogEvent } from '../model/result-record.js';

/** What a line of the log names by ids, in words; empty where it is not known. */
export interface NamedDecision {
  readonly event: LogEvent;
  readonly unit: string;
  readonly campaign: string;
  /** Roles that whoever decided holds at the unit today: the log keeps names. */
  readonly roles: readonly Role[];
  /** The essay's file and who wrote it. */
  readonly file: string;
  readonly writer: string;
}

export const DECISION_HEAD: readonly string[] = [
  ...['Thời điểm', 'Người quyết định', 'Vai trò hiện nay', 'Đơn vị', 'Đợt học tập', 'Việc', 'Bài, lô, văn bản', 'Người viết'],
  ...['Quyết định', 'Căn cứ', 'Lý do, nội dung'],
];

const WORK: Readonly<Record<DecisionKind, string>> = {
  concluded: 'Kết luận một bài',
  'group-decided': 'Kết luận một nhóm bài gần giống nhau',
  'passage-excluded': 'Loại trừ một đoạn',
  'exclusion-undone': 'Bỏ loại trừ một đoạn',
  'theme-overridden': 'Sửa đánh giá một chủ đề',
  'second-look-answered': 'Trả lời đề nghị xem xét lại',
  'text-request-decided': 'Trả lời đề nghị xem toàn văn',
  'exemplary-marked': 'Nêu gương',
  'exemplary-undone': 'Rút nêu gương',
  'batch-signed': 'Ký lô bài',
  'report-sent': 'Ký, gửi báo cáo',
  'report-returned': 'Trả lại báo cáo',
  'report-accepted': 'Nhận báo cáo',
  'programme-opinion': 'Cho ý kiến về chương trình, kế hoạch',
  'programme-issued': 'Ban hành chương trình, kế hoạch',
};

const ROLES: Readonly<Record<Role, string>> = {
  administrator: 'Quản trị',
  committee: 'Cấp ủy',
  board: 'Ban tổ chức',
  secretary: 'Bí thư',
  reviewer: 'Người thẩm định',
  inspection: 'Kiểm tra',
};

/** What was decided, by the word that the log has for it. */
const DECIDED: Readonly<Record<string, string>> = {
  accepted: 'Đạt yêu cầu',
  rewrite: 'Phải viết lại',
  agreed: 'Thống nhất',
  revise: 'Đề nghị sửa',
  approved: 'Đồng ý',
  refused: 'Không đồng ý',
  withdrawn: 'Thu hồi',
};

const GROUNDS: Readonly<Record<string, string>> = { copied: 'sao chép', content: 'nội dung không đạt' };

/** One decision as a line of the table. */
export function decisionRow({ event, unit, campaign, roles, file, writer }: NamedDecision): readonly string[] {
  const { at, actor, kind, details } = event;
  return [
    formatMoment(new Date(at)),
    actor,
    roles.map((role) => ROLES[role]).join(', '),
    unit,
    campaign,
    WORK[kind as DecisionKind] ?? kind,
    file || subjectOf(details),
    writer,
    decidedOf(event),
    wordsOf(details.grounds)
      .map((ground) => GROUNDS[ground] ?? ground)
      .join(' và '),
    reasonOf(event),
  ];
}

type Details = LogEvent['details'];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const wordsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(text) : []);
const count = (value: unknown): string => formatCount(typeof value === 'number' ? value : 0);

/** What a line is about where it is no essay, or one that is no longer kept. */
function subjectOf({ name, number, signer, group, essays, other }: Details): string {
  if (text(signer) !== '' && text(name) === '') return `Lô ${count(number)}`;
  if (group !== undefined) return `Nhóm ${count(essays)} bài`;
  return text(name) || text(other);
}

function decidedOf({ kind, details }: LogEvent): string {
  const { verdict, decision, met, post, signer, issued, on } = details;
  if (kind === 'theme-overridden') return met === null ? 'Bỏ đánh giá riêng' : met === true ? 'Đạt' : 'Chưa đạt';
  if (kind === 'programme-issued') return `Số ${text(issued)}, ngày ${formatDay(text(on))}`;
  const word = text(verdict) || text(decision);
  return DECIDED[word] ?? (word || [text(post), text(signer)].filter(Boolean).join(' '));
}

function reasonOf({ kind, details }: LogEvent): string {
  const { reason, answer, words, theme, essays, accepted, rewrite, open } = details;
  if (kind === 'batch-signed')
    return `${count(essays)} bài: đạt yêu cầu ${count(accepted)}, phải viết lại ${count(rewrite)}, chưa kết luận ${count(open)}`;
  const said = text(reason) || text(answer) || text(words);
  return kind === 'theme-overridden' ? [text(theme), said].filter(Boolean).join(': ') : said;
}

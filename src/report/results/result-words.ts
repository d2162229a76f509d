import type { Ground } from '../../model/assessment.js';
import type { Verdict } from '../../model/result-record.js';
import { PROPOSAL_WORDS } from '../words.js';

const verdicts: Readonly<Record<Verdict, string>> = { accepted: 'Đạt yêu cầu', rewrite: 'Phải viết lại' };
const grounds: Readonly<Record<Ground, string>> = { copied: 'trùng khớp', content: 'nội dung' };
const concluded: Readonly<Record<Ground, string>> = { copied: 'sao chép', content: 'nội dung không đạt' };

/** What spreadsheets and cases say of results. */
export const RESULT_WORDS = {
  proposals: PROPOSAL_WORDS,
  verdicts,
  grounds,
  concluded,
  sheet: 'Kết quả',
  columns: {
    number: 'Thứ tự nhận',
    file: 'Tệp',
    person: 'Người viết',
    member: 'Số thẻ / mã người viết',
    unit: 'Đơn vị',
    post: 'Chức vụ',
    batch: 'Lô',
    state: 'Tình trạng tệp',
    syllables: 'Âm tiết',
    best: 'Trùng khớp cao nhất với một bài (% phần tự viết)',
    union: 'Trùng khớp chung với mọi bài (% phần tự viết)',
    longestRun: 'Đoạn trùng dài nhất (âm tiết)',
    quoted: 'Trích nghị quyết, tài liệu (% bài)',
    group: 'Nhóm bài gần giống nhau',
    met: 'Chủ đề bắt buộc đã đạt',
    required: 'Chủ đề bắt buộc',
    heldTo: 'Chủ đề riêng của nhóm',
    proposal: 'Đề xuất của máy',
    proposalGrounds: 'Căn cứ của đề xuất',
    proposalReason: 'Lý do chính của đề xuất',
    conclusion: 'Kết luận của cấp ủy',
    conclusionGrounds: 'Căn cứ của kết luận',
    conclusionReason: 'Lý do của kết luận',
    by: 'Người kết luận',
    at: 'Ngày kết luận',
  },
} as const;

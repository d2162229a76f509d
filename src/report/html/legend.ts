import type { PageContext } from './context.js';
import { type Html, html } from './html.js';
import { proposalChip, themeSquares } from './parts.js';

/** What the outlines, bars, bands and marks of the page mean. */
export function legend({ batch }: PageContext): Html {
  const bar = (name: string): Html =>
    html`<svg class="key" width="28" height="14" aria-hidden="true"><rect class="bar__${name}" width="28" height="14"/></svg>`;
  const [theme] = batch.campaign.themes;
  const marks = theme && (['met', 'part', 'none', 'unknown'] as const).map((state) => ({ theme, state, score: null, initials: '' }));
  return html`<section class="panel" aria-labelledby="chu-giai"><div class="panel__head"><h2 id="chu-giai">Chú giải</h2></div><div class="panel__body"><dl class="legend">
<dt>Đề xuất</dt><dd>${proposalChip('rewrite')} ${proposalChip('review')} ${proposalChip('accept')} <span>Viền đứt là đề xuất của hệ thống. Kết luận là việc của cấp ủy.</span></dd>
<dt>Thanh ba phần</dt><dd><span>${bar('overlap')} trùng khớp với một bài</span><span>${bar('others')} thêm từ các bài khác</span><span>${bar('quote')} trích nghị quyết, tài liệu, mẫu (đã loại trừ)</span><span>${bar('own')} tự viết</span><span>${bar('none')} chưa tính được</span><span>Con số đậm là phần tự viết trùng với một bài; hai vạch là mức xem xét và mức viết lại.</span></dd>
<dt>Đoạn trùng khớp</dt><dd><span><mark class="passage" data-band="1">giống dưới 70%</mark></span><span><mark class="passage" data-band="2">70–90%</mark></span><span><mark class="passage" data-band="3">trên 90%</mark></span><span><mark class="passage" data-band="3">chữ <ins>khác nhau</ins> giữa hai bài</mark></span><span><span class="quoted">trích nghị quyết</span></span><span><span class="odd">U+200B</span> ký tự không hiện hình trong bài</span></dd>
${marks !== undefined && html`<dt>Chủ đề</dt><dd>${marks.map((mark) => html`<span>${themeSquares([mark])} ${STATE_EXPLAINED[mark.state]}</span>`)}<span>Chỉ chấm trên phần tự viết. Hệ thống không đánh giá quan điểm.</span></dd>`}
<dt>Thứ tự nhận</dt><dd><span>Trùng khớp là quan hệ hai chiều. Thứ tự nhận không cho biết ai viết trước.</span></dd></dl></div></section>`;
}

const STATE_EXPLAINED = {
  met: 'đạt mức',
  part: 'có minh chứng, chưa đủ mức',
  none: 'chưa thấy',
  unknown: 'chưa đọc được bài',
} as const;

import type { Assessment } from '../../model/assessment.js';
import type { Policy } from '../../model/campaign.js';
import { formatCount, formatFigure, formatLimit, formatShare } from '../../model/format.js';
import { writerOf } from '../file-names.js';
import { mainReason } from '../need.js';
import { showPlainly } from '../odd-characters.js';
import { markThemes, themeInitials } from '../theme-marks.js';
import { essayAnchor, groupOf, type PageContext } from './context.js';
import { type Html, html } from './html.js';
import { overlapBar, overlapFigure, proposalChip, themeSquares } from './parts.js';
import { figureText, outsideName } from './text.js';

/** All essays in one table, what needs a person first. */
export function essayTable(context: PageContext): Html {
  const { campaign } = context.batch;
  const initials = themeInitials(campaign.themes);
  const full = campaign.themes.map(({ name }, index) => `${initials[index] ?? ''}: ${name}`).join(', ');
  return html`<section class="panel" aria-labelledby="bang"><div class="panel__head"><h2 id="bang">Bảng các bài</h2><p class="small muted">${formatCount(context.ordered.length)} bài, xếp theo việc cần người xem trước</p></div>
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="bang"><table class="table table--cards"><caption class="vh">Các bài, xếp theo việc cần người xem trước</caption><thead><tr><th scope="col">Đề xuất</th><th scope="col">Tệp, người viết</th><th scope="col" class="wide">Trùng khớp với một bài<span class="sub">${limitWords(campaign.policy)}</span></th><th scope="col" class="num">Trích<span class="sub">và mẫu</span></th><th scope="col" class="num">Đoạn dài nhất<span class="sub">âm tiết</span></th><th scope="col"><abbr title="${showPlainly(full)}">Chủ đề</abbr></th><th scope="col">Lý do chính</th></tr></thead>
<tbody>${context.ordered.map((assessment) => row(context, assessment))}</tbody></table></div></section>`;
}

function row(context: PageContext, assessment: Assessment): Html {
  const { submission, copied } = assessment;
  const { campaign } = context.batch;
  const marks = markThemes(campaign.themes, assessment);
  return html`<tr class="is-${assessment.proposal}"><td data-label="Đề xuất">${proposalChip(assessment.proposal)}</td>
<th scope="row" class="full name"><a class="who" href="#${essayAnchor(context, submission.id)}">${outsideName(context.shortName(submission.file))}</a><span class="sub">${whoAndGroup(context, assessment)}</span></th>
<td class="full" data-label="Trùng khớp với một bài"><span class="partcell">${overlapFigure(assessment)}<span>${overlapBar(assessment, campaign.policy)}${unionNote(assessment)}</span></span></td>
<td class="num" data-label="Trích và mẫu">${formatShare(assessment.quoted)}</td><td class="num" data-label="Đoạn dài nhất, âm tiết">${formatFigure(copied.longestRun)}</td>
<td data-label="Chủ đề">${marks.length > 0 ? themeSquares(marks) : '–'}</td><td class="full why" data-label="Lý do chính">${reasonCell(assessment)}</td></tr>
`;
}

function whoAndGroup(context: PageContext, assessment: Assessment): Html {
  const writer = writerOf(assessment.submission);
  const group = groupOf(context, assessment);
  const link = group !== null && html`<a class="tag" href="#${group.anchor}">Nhóm ${group.number}</a>`;
  return html`${writer !== '' && outsideName(writer)} ${link}`;
}

/** How much more there is with all sources together, where that is another figure. */
function unionNote({ copied }: Assessment): Html | null {
  const { best, union } = copied;
  if (best === null || union === null || formatShare(best) === formatShare(union)) return null;
  return html`<span class="sub">tất cả các bài: ${formatShare(union)}</span>`;
}

function reasonCell(assessment: Assessment): Html {
  const first = mainReason(assessment);
  const others = assessment.reasons.length - 1;
  if (first === '') return html`<span class="muted">Không chỉ số nào chạm mức xem xét</span>`;
  const more = others > 0 && html` <span class="muted nowrap">+${others} lý do</span>`;
  return html`${figureText(first)}${more}`;
}

/** The limits that the ticks of the bars stand for. */
function limitWords({ review, rewrite }: Policy): string {
  const limits = [review.best, rewrite.best].filter((limit) => limit !== null).map(formatLimit);
  return limits.length === 0 ? 'không đặt mức' : `vạch: mức ${limits.join(' và ')}`;
}

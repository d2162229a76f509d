import type { Assessment, Proposal } from '../../model/assessment.js';
import { formatCount, formatMoment, formatPart } from '../../model/format.js';
import { fileState, isUnread, needsPerson } from '../need.js';
import { PROPOSAL_WORDS } from '../words.js';
import { essayAnchor, type PageContext } from './context.js';
import { type Html, html } from './html.js';
import { icon } from './icons.js';
import { proposalChip } from './parts.js';
import { outsideName } from './text.js';

const ORDER: readonly Proposal[] = ['rewrite', 'review', 'accept'];

/** The masthead: the mark, the campaign, the parts of the page. */
export function masthead(context: PageContext): Html {
  const groups = context.batch.groups.length > 0 && html`<a href="#nhom">Nhóm gần giống</a>`;
  const skipped = context.batch.skipped.length > 0 && html`<a href="#bo-qua">Bỏ qua</a>`;
  return html`<header class="mast"><a class="mast__mark" href="#noi-dung"><svg aria-hidden="true"><use href="#i-mark"/></svg>Soát Bài</a><span class="mast__where">${outsideName(context.batch.campaign.name)}</span><nav aria-label="Các phần của báo cáo"><a href="#bang">Bảng các bài</a>${groups}<a href="#tung-bai">Từng bài</a>${skipped}<a href="#chu-giai">Chú giải</a></nav></header>`;
}

/** Name of the campaign, how much was read, and when. */
export function pageHead(context: PageContext): Html {
  const { assessments, campaign, skipped } = context.batch;
  const read = assessments.filter((assessment) => !isUnread(assessment)).length;
  const left = skipped.length > 0 && html` Bỏ qua ${formatCount(skipped.length)} tệp không phải bài.`;
  return html`<div class="head"><div><p class="crumb">Báo cáo soát bài, lập lúc ${formatMoment(context.generatedAt)}</p><h1>${outsideName(campaign.name)}</h1><p>Đã đọc ${formatPart(read, assessments.length, 'bài')}.${left} Hệ thống chỉ đề xuất; cấp ủy kết luận.</p></div></div>`;
}

/** Proposals, groups and files that need a person, side by side. */
export function summary(context: PageContext): Html {
  return html`<section class="panel strip" aria-label="Tóm tắt lô bài nộp">${proposalSplit(context)}${groupList(context)}${fileList(context)}</section>`;
}

function proposalSplit({ batch }: PageContext): Html {
  const { assessments } = batch;
  const counts = ORDER.map((proposal) => ({ proposal, count: assessments.filter((one) => one.proposal === proposal).length }));
  const label = counts.map(({ proposal, count }) => `${PROPOSAL_WORDS[proposal]} ${formatCount(count)} bài`).join(', ');
  const key = counts.map(({ proposal, count }) => html`<li>${proposalChip(proposal)} <b>${formatCount(count)}</b></li>`);
  return html`<div><h2>Đề xuất của hệ thống trên ${formatCount(assessments.length)} bài</h2><svg class="splitbar" width="100%" height="16" role="img" aria-label="${label}">${splitParts(counts, assessments.length)}</svg><ul class="splitkey">${key}</ul></div>`;
}

function splitParts(counts: readonly { proposal: Proposal; count: number }[], all: number): Html[] {
  let from = 0;
  return counts
    .filter(({ count }) => count > 0)
    .map(({ proposal, count }) => {
      const [start, width] = [(from / all) * 100, (count / all) * 100];
      from += count;
      // A little less than its share, so that two dashed outlines never touch.
      return html`<rect class="split split--${proposal}" x="${(start + 0.2).toFixed(2)}%" y="1" width="${Math.max(0.4, width - 0.4).toFixed(2)}%" height="14" rx="2"/>`;
    });
}

function groupList({ batch, groupNumbers }: PageContext): Html {
  const { groups } = batch;
  const members = groups.reduce((sum, group) => sum + group.members.length, 0);
  const items = groups.map((group) => {
    const number = groupNumbers.get(group.id) ?? 0;
    return html`<li><a href="#nhom-${number}">Nhóm ${number}: ${formatCount(group.members.length)} bài</a></li>`;
  });
  const body = groups.length === 0 ? html`<p class="small muted">Không có nhóm nào.</p>` : html`<ul class="inline small">${items}</ul>`;
  return html`<div><h2>Nhóm bài gần giống nhau</h2><p class="figure">${formatCount(groups.length)} <small>nhóm, ${formatCount(members)} bài</small></p>${body}</div>`;
}

function fileList(context: PageContext): Html {
  const files = context.ordered.filter(needsPerson);
  const items = files.slice(0, 6).map((one) => fileItem(context, one));
  const more = files.length > 6 && html`<li class="muted">và ${formatCount(files.length - 6)} tệp nữa, xem trong bảng</li>`;
  const body =
    files.length === 0
      ? html`<p class="small muted">Không có tệp nào cần người xem.</p>`
      : html`<ul class="plain small">${items}${more}</ul>`;
  return html`<div><h2>Tệp cần người xem</h2><p class="figure">${formatCount(files.length)} <small>trong ${formatCount(context.batch.assessments.length)} tệp</small></p>${body}</div>`;
}

function fileItem(context: PageContext, assessment: Assessment): Html {
  const { submission } = assessment;
  return html`<li>${icon(submission.state === 'needs-ocr' ? 'scan' : 'file')} <a href="#${essayAnchor(context, submission.id)}">${outsideName(context.shortName(submission.file))}</a>: ${fileState(assessment)}</li>`;
}

import type { Assessment, Match } from '../../model/assessment.js';
import type { Group } from '../../model/detection.js';
import { formatCount, formatFigure, formatShare, NO_FIGURE } from '../../model/format.js';
import { writerOf } from '../file-names.js';
import { MATCH_KIND_WORDS } from '../words.js';
import { essayAnchor, type PageContext } from './context.js';
import { centralMember, pairFigure, type SharedBlock, sharedBlocks } from './group-figures.js';
import { type Html, html } from './html.js';
import { percent, proposalChip } from './parts.js';
import { bandOf } from './passages.js';
import { essayText, oneLine, outsideName } from './text.js';

/** Members of the largest group whose every pair is shown; above it, each member beside the central one. */
const LARGEST_MATRIX = 12;

/** The groups of near-duplicates, before the single essays; null when there is none. */
export function groupSections(context: PageContext): Html | null {
  const { groups } = context.batch;
  if (groups.length === 0) return null;
  return html`<section class="part" aria-labelledby="nhom"><h2 id="nhom">Nhóm bài gần giống nhau</h2><p class="muted small">Các bài xếp theo thứ tự nhận. Thứ tự nhận không cho biết ai viết trước: bài nhận sớm cũng có thể lấy từ nguồn chung.</p>${groups.map((group) => groupSection(context, group))}</section>`;
}

function groupSection(context: PageContext, group: Group): Html {
  const number = context.groupNumbers.get(group.id) ?? 0;
  const members = group.members.flatMap((id) => context.byId.get(id) ?? []);
  const central = centralMember(context, group);
  const blocks = sharedBlocks(context, group, central);
  const units = new Set(members.map(({ submission }) => submission.unit));
  return html`<section class="panel group" id="nhom-${number}" aria-labelledby="nhom-${number}-ten"><div class="panel__head"><h3 id="nhom-${number}-ten">Nhóm ${number}: ${formatCount(group.members.length)} bài gần giống nhau${units.size > 1 && members.every(hasRoster) && `, ở ${formatCount(units.size)} đơn vị`}</h3><p class="small">Giống bài đại diện, trung bình <b>${formatShare(group.cohesion)}</b></p></div>
<div class="panel__body">${memberTable(context, members, central, blocks)}<p class="small muted groupnote">Bài đại diện là bài giống các bài còn lại nhiều nhất; không có nghĩa là bài gốc.</p><div class="groupbox">${blockList(context, blocks, central, members.length)}${members.length <= LARGEST_MATRIX && matrix(context, members)}</div></div></section>`;
}

function hasRoster({ submission }: Assessment): boolean {
  return writerOf(submission) !== '';
}

function memberTable(context: PageContext, members: readonly Assessment[], central: string, blocks: readonly SharedBlock[]): Html {
  const letter = letterOf(members.findIndex(({ submission }) => submission.id === central));
  const rows = members.map((member, index) => memberRow(context, member, { index, central, blocks }));
  return html`<div class="table-wrap" tabindex="0" role="group" aria-label="Các bài của nhóm theo thứ tự nhận"><table class="table table--cards"><caption class="vh">Các bài của nhóm theo thứ tự nhận, với các đoạn chung</caption><thead><tr><th scope="col">Bài</th><th scope="col">Tệp, người viết</th><th scope="col" class="wide">Đoạn chung, theo chỗ đứng trong bài</th><th scope="col" class="num">Có trong bài ${letter}</th><th scope="col" class="num">Dài nhất<span class="sub">âm tiết</span></th><th scope="col">Đề xuất</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

interface MemberPlace {
  readonly index: number;
  readonly central: string;
  readonly blocks: readonly SharedBlock[];
}

function memberRow(context: PageContext, member: Assessment, { index, central, blocks }: MemberPlace): Html {
  const { id, file } = member.submission;
  const figure = id === central ? html`<span class="muted">bài đại diện</span>` : formatShare(pairFigure(context, id, central));
  return html`<tr><td class="letter" data-label="Bài">${letterOf(index)}</td><th scope="row" class="full name"><a class="who" href="#${essayAnchor(context, id)}">${outsideName(context.shortName(file))}</a><span class="sub">${outsideName(writerOf(member.submission))}</span></th><td class="full" data-label="Đoạn chung">${lane(context, id, blocks)}</td><td class="num" data-label="Có trong bài đại diện">${figure}</td><td class="num" data-label="Dài nhất, âm tiết">${formatFigure(member.copied.longestRun)}</td><td data-label="Đề xuất">${proposalChip(member.proposal)}</td></tr>`;
}

function lane(context: PageContext, id: string, blocks: readonly SharedBlock[]): Html {
  const length = context.batch.documents.get(id)?.text.length ?? 0;
  if (length === 0) return html`${NO_FIGURE}`;
  const parts = blocks.flatMap(({ number, places }) => {
    const place = places.get(id);
    if (place === undefined) return [];
    const middle = (place.start + place.end) / 2 / length;
    return html`<rect class="blk blk--${number}" x="${percent(place.start / length)}" width="${percent((place.end - place.start) / length)}" height="22" rx="2"/><text class="blk__no" x="${percent(middle)}" y="16">${number}</text>`;
  });
  const names = blocks.filter(({ places }) => places.has(id)).map(({ number }) => `đoạn ${number}`);
  return html`<svg class="lane" width="100%" height="22" role="img" aria-label="${names.length > 0 ? `Có ${names.join(', ')}` : 'Không có đoạn chung nào'}"><rect class="bar__own" width="100%" height="22" rx="2"/>${parts}</svg>`;
}

function blockList(context: PageContext, blocks: readonly SharedBlock[], central: string, members: number): Html {
  const text = context.batch.documents.get(central)?.text ?? '';
  const items = blocks.map(
    ({ number, span, syllables, places }) =>
      html`<li><b class="blkno blkno--${number}">${number}</b><div><q>${essayText(oneLine(text.slice(span.start, span.end), 120))}</q><small>có trong ${formatCount(places.size)}/${formatCount(members)} bài · ${formatCount(syllables)} âm tiết</small></div></li>`,
  );
  const shared =
    items.length === 0
      ? html`<p class="small muted">Các bài giống nhau ở nhiều đoạn ngắn, không có đoạn dài nào chung cho đa số.</p>`
      : html`<ol class="blocks">${items}</ol>`;
  return html`<div><h4>Các bài có chung những gì</h4>${shared}${outsideSources(context, central, members)}</div>`;
}

/** Texts from outside the batch that members of the group overlap with as well. */
function outsideSources(context: PageContext, central: string, members: number): Html | null {
  const group = context.byId.get(central)?.group ?? null;
  const found = new Map<string, { match: Match; count: number }>();
  for (const { group: theirs, matches } of context.batch.assessments) {
    if (theirs === null || theirs !== group) continue;
    for (const match of matches.filter(({ id }) => !context.byId.has(id))) {
      found.set(match.id, { match, count: (found.get(match.id)?.count ?? 0) + 1 });
    }
  }
  const common = [...found.values()].filter(({ count }) => count > 1).sort((a, b) => b.count - a.count);
  if (common.length === 0) return null;
  const items = common
    .slice(0, 5)
    .map(
      ({ match, count }) =>
        html`<li>${outsideName(match.file)} <span class="tag">${MATCH_KIND_WORDS[match.kind]}</span>: ${formatCount(count)}/${formatCount(members)} bài</li>`,
    );
  return html`<p class="small lead">Cùng trùng khớp với</p><ul class="plain small">${items}</ul>`;
}

function matrix(context: PageContext, members: readonly Assessment[]): Html {
  const head = members.map((_, index) => html`<th scope="col">${letterOf(index)}</th>`);
  const rows = members.map(({ submission }, row) => {
    const cells = members.map((other, column) =>
      row === column
        ? html`<td class="self"><span class="vh">cùng một bài</span></td>`
        : matrixCell(pairFigure(context, submission.id, other.submission.id)),
    );
    return html`<tr><th scope="row">${letterOf(row)}</th>${cells}</tr>`;
  });
  return html`<div><h4>Từng cặp bài</h4><p class="small muted">Phần tự viết của bài ở hàng có trong bài ở cột, %</p><div class="table-wrap" tabindex="0" role="group" aria-label="Bảng từng cặp bài"><table class="matrix"><thead><tr><td></td>${head}</tr></thead><tbody>${rows}</tbody></table></div></div>`;
}

function matrixCell(figure: number | null): Html {
  if (figure === null) return html`<td class="nofigure">${NO_FIGURE}</td>`;
  const band = figure < 0.5 ? 0 : bandOf(figure);
  return html`<td data-band="${band}">${formatShare(figure).replace('%', '')}</td>`;
}

/** A to Z, then by number. */
function letterOf(index: number): string {
  return index >= 0 && index < 26 ? String.fromCharCode(65 + index) : formatCount(index + 1);
}

import type { Assessment } from '../../model/assessment.js';
import type { ShownDocument } from '../../model/batch.js';
import { formatCount, formatShare } from '../../model/format.js';
import { MATCH_KIND_WORDS } from '../words.js';
import { essayAnchor, type PageContext } from './context.js';
import { type Html, html } from './html.js';
import { bandOf, passagePair } from './passages.js';
import { type PlannedMatch, syllablesOf } from './plan-matches.js';
import { essayText, oneLine, outsideName } from './text.js';

/** All texts that the essay overlaps with, strongest first, their passages side by side. */
export function matchSections(context: PageContext, assessment: Assessment): Html | null {
  const plan = context.plans.get(assessment.submission.id) ?? [];
  if (plan.length === 0) return null;
  return html`<div class="matches"><h4>Đối chiếu với ${formatCount(plan.length)} bài trùng khớp</h4>${plan.map((planned) => matchSection(context, assessment, planned))}</div>`;
}

function matchSection(context: PageContext, assessment: Assessment, planned: PlannedMatch): Html {
  const { match, number, anchor } = planned;
  const name = context.shortName(match.file);
  const title = context.byId.has(match.id)
    ? html`<a href="#${essayAnchor(context, match.id)}">${outsideName(name)}</a>`
    : outsideName(name);
  return html`<div class="match" id="${anchor}" role="group" aria-labelledby="${nameAnchor(planned)}"><div class="match__head"><p class="match__name" id="${nameAnchor(planned)}"><span class="vh">Đối chiếu </span><b>${number}.</b> ${title} <span class="tag">${MATCH_KIND_WORDS[match.kind]}</span>${originOf(context, match.id)}</p><p class="small">${matchFigures(planned)}</p></div>${passagesOf(context, assessment, planned)}</div>`;
}

/** An essay of an earlier batch says so, with its campaign and unit: its name alone tells a reviewer little. */
function originOf(context: PageContext, id: string): Html | null {
  const origin = context.batch.documents.get(id)?.origin;
  if (!origin) return null;
  const parts = [origin.campaign ?? 'kho bài, không thuộc đợt nào', origin.unit].filter((part) => part !== '');
  return html` <span class="small muted">đã giữ từ trước: ${outsideName(parts.join(' · '))}</span>`;
}

/** Anchor of the other text's name, which the passages are labelled by as well. */
function nameAnchor({ anchor }: PlannedMatch): string {
  return `${anchor}-ten`;
}

function matchFigures({ match }: PlannedMatch): Html {
  const count = `${formatCount(match.passages.length)} đoạn, ${formatCount(syllablesOf(match))} âm tiết`;
  const apart = match.kind === 'earlier-attempt' && ' · không tính vào tỷ lệ trùng khớp';
  return html`Trùng <b>${formatShare(match.similarityOfThis)}</b> của bài này, ${formatShare(match.similarityOfThat)} của bài kia · ${count}${apart}`;
}

function passagesOf(context: PageContext, assessment: Assessment, planned: PlannedMatch): Html {
  const { match, display, passages } = planned;
  const first = context.batch.documents.get(assessment.submission.id);
  const second = context.batch.documents.get(match.id);
  if (passages.length === 0) return html`<p class="small muted">Chỉ trùng ở những đoạn ngắn, không đủ dài để đặt cạnh nhau.</p>`;
  if (first === undefined || second === undefined)
    return html`<p class="small muted">Không có nội dung của bài đối chiếu để đặt cạnh nhau.</p>`;
  if (display === 'elsewhere') return pointers(planned);
  if (display === 'list') return passageList(planned, first, second);
  const texts = { first, second, secondName: context.shortName(match.file), nameAnchor: nameAnchor(planned) };
  return html`${passages.map((passage) => passagePair(passage, texts))}`;
}

/** The same two essays stand side by side further up; the passages are not repeated. */
function pointers({ passages }: PlannedMatch): Html {
  const links = passages.map(
    ({ number, anchor, passage }) =>
      html`<li data-band="${bandOf(passage.identical)}"><a class="sw" href="#${anchor}">${number}</a> ${formatShare(passage.identical)}</li>`,
  );
  return html`<div class="pointers small"><span>Các đoạn đã đặt cạnh nhau ở phần của bài kia:</span><ul class="inline">${links}</ul></div>`;
}

/** Too much to set side by side: where each passage begins, in both texts. */
function passageList({ passages }: PlannedMatch, first: ShownDocument, second: ShownDocument): Html {
  const opening = ({ text }: ShownDocument, { start, end }: { start: number; end: number }): Html =>
    essayText(oneLine(text.slice(start, Math.min(end, start + 400)), 100));
  const rows = passages.map(
    ({ passage, number, anchor }) =>
      html`<li id="${anchor}" data-band="${bandOf(passage.identical)}"><b class="sw">${number}</b><div><p>Giống ${formatShare(passage.identical)}, ${formatCount(passage.syllables)} âm tiết</p><q>${opening(first, passage.first)}</q><q>${opening(second, passage.second)}</q></div></li>`,
  );
  return html`<ol class="openings small">${rows}</ol>`;
}

import type { Assessment, Reason } from '../../model/assessment.js';
import type { Policy } from '../../model/campaign.js';
import { formatCount, formatFigure, formatLimit, formatPart, formatShare } from '../../model/format.js';
import type { Span } from '../../model/span.js';
import { folderOf, writerOf } from '../file-names.js';
import { fileState, isUnread, needsPerson } from '../need.js';
import { markThemes } from '../theme-marks.js';
import { ADVISORY_WORDS, PROPOSAL_WORDS } from '../words.js';
import { essayAnchor, groupOf, type PageContext } from './context.js';
import { fullText } from './full-text.js';
import { type Html, html } from './html.js';
import { icon, PROPOSAL_ICONS } from './icons.js';
import { matchSections } from './matches.js';
import { overlapBar, overlapFigure, proposalChip } from './parts.js';
import { essayText, figureText, oneLine, outsideName } from './text.js';
import { themeBlocks } from './theme-blocks.js';

/** One essay: the proposal with its reasons, what to know about the file, the themes, the passages, the text. */
export function essaySection(context: PageContext, assessment: Assessment): Html {
  const anchor = essayAnchor(context, assessment.submission.id);
  const marks = markThemes(context.batch.campaign.themes, assessment);
  const themes = !isUnread(assessment) && marks.length > 0 && themeBlocks(context, assessment, marks);
  return html`<article class="panel case" id="${anchor}" aria-labelledby="${anchor}-ten">${caseHead(context, assessment)}<div class="panel__body"><div class="case__top"><div class="stack">${proposalBox(context, assessment)}${messages(assessment)}${advisories(context, assessment)}</div>${themes}</div>${matchSections(context, assessment)}${fullText(context, assessment)}</div></article>
`;
}

function caseHead(context: PageContext, assessment: Assessment): Html {
  const { submission, syllables } = assessment;
  const anchor = essayAnchor(context, submission.id);
  const group = groupOf(context, assessment);
  const writer = [writerOf(submission), folderOf(submission.file)].filter((part) => part !== '').join(' · ');
  const state = needsPerson(assessment) && html` · ${fileState(assessment)}`;
  return html`<div class="panel__head"><div class="grow"><h3 id="${anchor}-ten">${outsideName(context.shortName(submission.file))}</h3><p class="small muted">${writer !== '' && html`${outsideName(writer)} · `}nhận thứ ${formatCount(context.numbers.get(submission.id) ?? 0)} · ${formatFigure(syllables)} âm tiết${state}${group !== null && html` · <a href="#${group.anchor}">Nhóm ${group.number}</a>`}</p></div><div class="row">${proposalChip(assessment.proposal)}<a class="small noprint" href="#bang">Về bảng</a></div></div>`;
}

function proposalBox(context: PageContext, assessment: Assessment): Html {
  const { proposal, reasons } = assessment;
  const { policy } = context.batch.campaign;
  const items = reasons.map((reason) => html`<li>${figureText(reason.text)}${reasonLink(context, assessment, reason)}</li>`);
  const list = items.length > 0 ? items : html`<li>${noReason(assessment, policy)}</li>`;
  return html`<div class="proposal proposal--${proposal}"><h4>${icon(PROPOSAL_ICONS[proposal])}Đề xuất: ${PROPOSAL_WORDS[proposal].toLowerCase()}</h4><ul>${list}</ul><div class="partcell">${overlapFigure(assessment)}${overlapBar(assessment, policy)}</div><p class="small muted">${partWords(assessment)}</p></div>`;
}

/** Even an essay without any reason shows the figure that was weighed, and its limit. */
function noReason({ copied }: Assessment, { review }: Policy): Html {
  const limit = review.best === null ? '' : ` (mức xem xét: từ ${formatLimit(review.best)})`;
  return figureText(`Không chỉ số nào chạm mức xem xét; trùng với một bài ${formatShare(copied.best)}${limit}.`);
}

function partWords({ copied, quoted, syllables }: Assessment): string {
  if (copied.best === null) return 'Chưa tính được tỷ lệ trùng khớp.';
  const quote =
    syllables === null || quoted === null ? formatShare(quoted) : `${formatPart(Math.round(quoted * syllables), syllables, 'âm tiết')}`;
  return `Phần tự viết trùng với một bài ${formatShare(copied.best)}, với tất cả các bài ${formatShare(copied.union)}; đoạn dài nhất ${formatFigure(copied.longestRun)} âm tiết. Trích dẫn và phần mẫu: ${quote}.`;
}

function reasonLink(context: PageContext, assessment: Assessment, reason: Reason): Html | null {
  const { id } = assessment.submission;
  const number = context.numbers.get(id) ?? 0;
  if (reason.theme !== undefined) {
    const index = context.batch.campaign.themes.findIndex((theme) => theme.id === reason.theme);
    return index < 0 || isUnread(assessment) ? null : html` <a href="#c${number}-${index + 1}">Xem chủ đề</a>`;
  }
  const plan = context.plans.get(id) ?? [];
  const planned =
    plan.find(({ match }) => match.id === reason.match) ??
    (reason.span === undefined
      ? undefined
      : plan.find(({ passages }) => passages.some(({ passage }) => covers(passage.first, reason.span))));
  if (planned === undefined) return null;
  const passage = planned.passages.find((one) => covers(one.passage.first, reason.span));
  return html` <a href="#${passage?.anchor ?? planned.anchor}">${passage === undefined ? 'Xem đối chiếu' : `Xem đoạn ${planned.number}.${passage.number}`}</a>`;
}

function covers(passage: { start: number; end: number }, span: { start: number; end: number } | undefined): boolean {
  return span !== undefined && span.start < passage.end && span.end > passage.start;
}

function messages(assessment: Assessment): Html[] {
  const kind = isUnread(assessment) ? 'bad' : needsPerson(assessment) ? 'warn' : 'info';
  const drawing = icon(kind === 'info' ? 'file' : 'warn');
  return assessment.messages.map(({ text }) => html`<div class="note note--${kind}">${drawing}<div>${outsideName(text)}</div></div>`);
}

function advisories(context: PageContext, assessment: Assessment): Html[] {
  const text = context.batch.documents.get(assessment.submission.id)?.text ?? '';
  return assessment.advisories.map(
    ({ code, text: note, spans }) =>
      html`<div class="note note--warn">${icon('eye')}<div><b>${ADVISORY_WORDS[code]}</b><p>${outsideName(note)}</p>${places(text, spans)}</div></div>`,
  );
}

/** Places of one advisory that are shown, and the UTF-16 units of text around each, since many are single characters. */
const MOST_PLACES = 3;
const AROUND = 24;

function places(text: string, spans: readonly Span[]): Html | null {
  if (spans.length === 0 || text === '') return null;
  const stretches = joinPlaces(spans, text.length);
  const shown = stretches
    .slice(0, MOST_PLACES)
    .map(({ start, end }) => html`<q>${start > 0 && '…'}${essayText(oneLine(text.slice(start, end), 240))}</q>`);
  const left = stretches.length - MOST_PLACES;
  return html`<p class="places">${shown}${left > 0 && html`<span class="small">và ${formatCount(left)} chỗ nữa</span>`}</p>`;
}

/** Places with the text around them; those that would overlap are one. */
function joinPlaces(spans: readonly Span[], length: number): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const [start, end] = [Math.max(0, span.start - AROUND), Math.min(length, span.end + AROUND)];
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(end, last.end) };
    else joined.push({ start, end });
  }
  return joined;
}

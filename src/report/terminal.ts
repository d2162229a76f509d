import type { Assessment, Proposal } from '../model/assessment.js';
import type { BatchAssessment } from '../model/batch.js';
import { formatCount, formatPart, formatShare } from '../model/format.js';
import { nameShortener } from './file-names.js';
import { isUnread, needsPerson, sortByNeed } from './need.js';
import { showPlainly } from './odd-characters.js';
import { clip, fitName, widthOf, wrap } from './terminal/lines.js';
import { painter } from './terminal/paint.js';
import { proposalWord, type Terminal, tableLines } from './terminal/table.js';
import { STATE_WORDS } from './words.js';

const NARROWEST = 60;
/** Wider lines are no longer read along. */
const WIDEST = 160;
/** Accepted essays that still get a row of their own; more would bury those that need a person. */
const MOST_ACCEPTED = 20;
const INDENT = '  ';

/** A summary for the terminal: counts, groups, the essays that need a person first, and the files that need one. */
export function toTerminal(batch: BatchAssessment, options: { readonly columns: number; readonly colour: boolean }): string {
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(options.columns) || NARROWEST));
  const terminal: Terminal = { width, paint: painter(options.colour) };
  const ordered = sortByNeed(batch.assessments);
  const parts = [
    headLines(batch, terminal),
    groupLines(batch, terminal),
    essayLines(batch, ordered, terminal),
    fileLines(batch, ordered, terminal),
    closingLines(batch, terminal),
  ];
  const lines = parts.filter((part) => part.length > 0).flatMap((part) => ['', ...part]);
  return `${lines.join('\n')}\n`;
}

function headLines({ campaign, assessments, groups }: BatchAssessment, { width, paint }: Terminal): string[] {
  const read = assessments.filter((assessment) => !isUnread(assessment)).length;
  const title = wrap(showPlainly(campaign.name), width - INDENT.length - 11);
  const files = assessments.filter(needsPerson).length;
  const counts = `Đã đọc ${formatPart(read, assessments.length, 'bài')} · ${formatCount(groups.length)} nhóm gần giống nhau · ${formatCount(files)} tệp cần người xem`;
  const proposals = (['rewrite', 'review', 'accept'] as const).map(
    (proposal) => `${proposalWord(proposal, paint)} ${paint('strong', formatCount(countOf(assessments, proposal)))}`,
  );
  return [
    ...title.map((line, index) => `${INDENT}${index === 0 ? `${paint('title', 'Soát Bài')} · ` : ' '.repeat(11)}${paint('title', line)}`),
    ...wrap(counts, width - INDENT.length).map((line) => INDENT + line),
    `${INDENT}${proposals.join(INDENT + INDENT)}`,
    INDENT + paint('quiet', '─'.repeat(width - INDENT.length)),
  ];
}

function groupLines(batch: BatchAssessment, { width, paint }: Terminal): string[] {
  if (batch.groups.length === 0) return [];
  const files = new Map(batch.assessments.map(({ submission }) => [submission.id, submission.file]));
  const shortName = nameShortener(batch);
  const lines = batch.groups.flatMap(({ members, cohesion }, index) => {
    const head = `Nhóm ${index + 1}`;
    const figures = `${formatCount(members.length)} bài, giống nhau ${formatShare(cohesion)}`;
    const names = members.map((id) => fitName(showPlainly(shortName(files.get(id) ?? id)), 32));
    return [
      `${INDENT}${paint('strong', head)}  ${figures}`,
      ...listNames(names, width - 2 * INDENT.length).map((line) => INDENT + INDENT + paint('quiet', line)),
    ];
  });
  return [`${INDENT}${paint('title', 'Nhóm bài gần giống nhau')} ${paint('quiet', '(theo thứ tự nhận)')}`, ...lines];
}

/** Names in at most two lines; the last says how many are left. */
function listNames(names: readonly string[], width: number): string[] {
  for (let shown = names.length; shown > 0; shown -= 1) {
    const more = shown < names.length ? ` và ${formatCount(names.length - shown)} bài nữa` : '';
    const lines = wrapItems(names.slice(0, shown), more, width);
    if (lines.length <= 2) return lines;
  }
  return [];
}

/** A name is kept whole: it may hold spaces, but a line ends only after a comma. */
function wrapItems(names: readonly string[], more: string, width: number): string[] {
  const items = names.map((name, index) => (index < names.length - 1 ? `${name},` : name + more));
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${item}`) <= width) lines[lines.length - 1] = `${last} ${item}`;
    else lines.push(clip(item, width));
  }
  return lines;
}

function essayLines(batch: BatchAssessment, ordered: readonly Assessment[], terminal: Terminal): string[] {
  if (ordered.length === 0) return [];
  const accepted = ordered.filter(({ proposal }) => proposal === 'accept');
  const shown = ordered.length - Math.max(0, accepted.length - MOST_ACCEPTED);
  const lines = tableLines(batch, ordered.slice(0, shown), terminal);
  const left = ordered.length - shown;
  return left > 0 ? [...lines, `${INDENT}${terminal.paint('quiet', `… và ${formatCount(left)} bài đạt yêu cầu nữa`)}`] : lines;
}

/** Files that a person must look at, each with what to do. */
function fileLines(batch: BatchAssessment, ordered: readonly Assessment[], { width, paint }: Terminal): string[] {
  const files = ordered.filter(needsPerson);
  if (files.length === 0) return [];
  const shortName = nameShortener(batch);
  const lines = files.flatMap(({ submission, messages }) => {
    const name = fitName(showPlainly(shortName(submission.file)), width - 4);
    const texts = messages.length > 0 ? messages.map(({ text }) => showPlainly(text)) : [`${STATE_WORDS[submission.state]}.`];
    return [
      `${INDENT}${paint('warning', '!')} ${paint('strong', name)}`,
      ...texts.flatMap((text) => wrap(text, width - 4)).map((line) => `${INDENT}${INDENT}${line}`),
    ];
  });
  return [`${INDENT}${paint('title', `Tệp cần người xem: ${formatCount(files.length)}`)}`, ...lines];
}

function closingLines(batch: BatchAssessment, { width, paint }: Terminal): string[] {
  const { assessments, skipped } = batch;
  const shortName = nameShortener(batch);
  const accepted = formatPart(countOf(assessments, 'accept'), assessments.length, 'bài');
  const skips = skipped.flatMap(({ file, reason }) =>
    wrap(`${showPlainly(shortName(file))}: ${showPlainly(reason)}`, width - 4).map((line) => INDENT + INDENT + paint('quiet', line)),
  );
  return [
    INDENT + paint('quiet', '─'.repeat(width - INDENT.length)),
    `${INDENT}${proposalWord('accept', paint)}: ${accepted}`,
    `${INDENT}Bỏ qua: ${formatCount(skipped.length)} tệp`,
    ...skips,
    INDENT + paint('quiet', 'Hệ thống chỉ đề xuất; cấp ủy kết luận.'),
  ];
}

function countOf(assessments: readonly Assessment[], proposal: Proposal): number {
  return assessments.filter((assessment) => assessment.proposal === proposal).length;
}

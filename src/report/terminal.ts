import { showPlainly } from '../api/odd-characters.js';
import type { Assessment, Proposal } from '../model/assessment.js';
import type { BatchAssessment } from '../model/batch.js';
import type { Calibration } from '../model/detection.js';
import { formatBelow, formatCount, formatPart, formatShare } from '../model/format.js';
import type { Submission } from '../model/submission.js';
import { nameShortener, writerOf } from './file-names.js';
import { fileNotes, fileState, isUnread, needsPerson, sortByNeed } from './need.js';
import { clip, fitName, widthOf, wrap } from './terminal/lines.js';
import { type Paint, painter } from './terminal/paint.js';
import { proposalWord, type Terminal, tableLines } from './terminal/table.js';

const NARROWEST = 60;
/** Wider lines are no longer read along. */
const WIDEST = 160;
/** Accepted essays that still get a row of their own; more would bury those that need a person. */
const MOST_ACCEPTED = 20;
/** Cells of a file name among the members of a group, and of what may follow it there, ", và 1.000 bài nữa". */
const LONGEST_NAME = 56;
const MORE_CELLS = 18;
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

function headLines({ campaign, assessments, groups, calibration }: BatchAssessment, { width, paint }: Terminal): string[] {
  const read = assessments.filter((assessment) => !isUnread(assessment)).length;
  const title = wrap(showPlainly(campaign.name), width - INDENT.length - 11);
  const files = assessments.filter(needsPerson).length;
  const counts = `Đã đọc ${formatPart(read, assessments.length, 'bài')} · ${formatCount(groups.length)} nhóm gần giống nhau · ${formatCount(files)} tệp cần người xem`;
  return [
    ...title.map((line, index) => `${INDENT}${index === 0 ? `${paint('title', 'Soát Bài')} · ` : ' '.repeat(11)}${paint('title', line)}`),
    ...wrap(counts, width - INDENT.length).map((line) => INDENT + line),
    ...proposalLines(assessments, { width, paint }),
    ...(calibration === null ? [] : wrap(usualOverlap(calibration), width - INDENT.length).map((line) => INDENT + paint('quiet', line))),
    INDENT + paint('quiet', '─'.repeat(width - INDENT.length)),
  ];
}

const usualOverlap = ({ pairs, p95, p99 }: Calibration): string =>
  `Bình thường: 95% cặp bài không liên quan trùng nhau dưới ${formatBelow(p95)}, 99% dưới ${formatBelow(p99)} (đo trên ${formatCount(pairs)} cặp)`;

/** How many essays have which proposal, on one line where it fits. */
function proposalLines(assessments: readonly Assessment[], { width, paint }: Terminal): string[] {
  const head = `${INDENT}Đề xuất: `;
  const counts = (['rewrite', 'review', 'accept'] as const).map((proposal) => ({ proposal, count: countOf(assessments, proposal) }));
  const written = (by: Paint): string[] =>
    counts.map(({ proposal, count }) => `${proposalWord(proposal, by)} ${by('strong', formatCount(count))}`);
  const gap = [INDENT + INDENT, INDENT].find((one) => widthOf(head + written(painter(false)).join(one)) <= width);
  if (gap !== undefined) return [head + written(paint).join(gap)];
  return written(paint).map((line, index) => (index === 0 ? head : ' '.repeat(widthOf(head))) + line);
}

function groupLines(batch: BatchAssessment, { width, paint }: Terminal): string[] {
  if (batch.groups.length === 0) return [];
  const submissions = new Map(batch.assessments.map(({ submission }) => [submission.id, submission]));
  const shortName = nameShortener(batch);
  const room = width - 2 * INDENT.length;
  const lines = batch.groups.flatMap(({ members, cohesion }, index) => {
    const head = `Nhóm ${index + 1}`;
    const figures = `${formatCount(members.length)} bài, giống nhau ${formatShare(cohesion)}`;
    const nameOf = (id: string): string => {
      const submission = submissions.get(id);
      return submission === undefined ? id : memberName(submission, shortName(submission.file), room - MORE_CELLS);
    };
    return [
      `${INDENT}${paint('strong', head)}  ${figures}`,
      ...listMembers(members, nameOf, room).map((line) => INDENT + INDENT + paint('quiet', line)),
    ];
  });
  return [`${INDENT}${paint('title', 'Nhóm bài gần giống nhau')} ${paint('quiet', '(theo thứ tự nhận)')}`, ...lines];
}

/** The file with its whole end, since that tells essays apart as often as its beginning, and who wrote it where that is known and fits. */
function memberName(submission: Submission, file: string, room: number): string {
  const name = fitName(showPlainly(file), Math.min(room, LONGEST_NAME));
  const writer = showPlainly(writerOf(submission));
  const fits = [writer, writer.split(' · ')[0] ?? ''].find((who) => widthOf(`${name} (${who})`) <= room);
  return writer === '' || fits === undefined ? name : `${name} (${fits})`;
}

/** Members in at most two lines; the last says how many are left. However large a group, only those that may be shown are looked at. */
function listMembers(members: readonly string[], nameOf: (id: string) => string, width: number): string[] {
  const names: string[] = [];
  let lines: string[] = [];
  for (const id of members) {
    names.push(nameOf(id));
    if (wrapItems(names, '', width).length > 2) break;
    const left = members.length - names.length;
    const longer = wrapItems(names, left > 0 ? ` và ${formatCount(left)} bài nữa` : '', width);
    if (longer.length <= 2) lines = longer;
  }
  return lines;
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
  return left > 0 ? [...lines, `${INDENT}${terminal.paint('quiet', `… và ${formatCount(left)} bài nữa, đề xuất: đạt yêu cầu`)}`] : lines;
}

/** Files that a person must look at, each with what to do. */
function fileLines(batch: BatchAssessment, ordered: readonly Assessment[], { width, paint }: Terminal): string[] {
  const files = ordered.filter(needsPerson);
  if (files.length === 0) return [];
  const shortName = nameShortener(batch);
  const lines = files.flatMap((assessment) => {
    const name = fitName(showPlainly(shortName(assessment.submission.file)), width - 4);
    const notes = fileNotes(assessment);
    const texts = notes.length > 0 ? notes.map(showPlainly) : [`${fileState(assessment)}.`];
    return [
      `${INDENT}${paint('warning', '!')} ${paint('strong', name)}`,
      ...texts.flatMap((text) => wrap(text, width - 4)).map((line) => `${INDENT}${INDENT}${line}`),
    ];
  });
  return [`${INDENT}${paint('title', `Tệp cần người xem: ${formatCount(files.length)}`)}`, ...lines];
}

function closingLines(batch: BatchAssessment, { width, paint }: Terminal): string[] {
  const { skipped } = batch;
  const shortName = nameShortener(batch);
  const skips = skipped.flatMap(({ file, reason }) =>
    wrap(`${showPlainly(shortName(file))}: ${showPlainly(reason)}`, width - 4).map((line) => INDENT + INDENT + paint('quiet', line)),
  );
  return [
    INDENT + paint('quiet', '─'.repeat(width - INDENT.length)),
    `${INDENT}Bỏ qua: ${formatCount(skipped.length)} tệp`,
    ...skips,
    INDENT + paint('quiet', 'Hệ thống chỉ đề xuất; cấp ủy kết luận.'),
  ];
}

function countOf(assessments: readonly Assessment[], proposal: Proposal): number {
  return assessments.filter((assessment) => assessment.proposal === proposal).length;
}

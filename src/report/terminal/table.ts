import { showPlainly } from '../../api/odd-characters.js';
import type { Assessment, Proposal } from '../../model/assessment.js';
import type { BatchAssessment } from '../../model/batch.js';
import { formatCount, formatFigure, formatShare, NO_FIGURE } from '../../model/format.js';
import { nameShortener } from '../file-names.js';
import { mainReason } from '../need.js';
import { countMet, markThemes } from '../theme-marks.js';
import { groundsOf, PROPOSAL_WORDS } from '../words.js';
import { clip, fitName, pad, widthOf, wrap } from './lines.js';
import type { Paint } from './paint.js';

/** Where and how lines are written. */
export interface Terminal {
  /** Cells of a line, at least 60. */
  readonly width: number;
  readonly paint: Paint;
}

const INDENT = '  ';
/** From this width on a bar is drawn and the reason may stand in the row; from the second on it stands below; under that an essay takes three lines. */
const WIDE = 108;
const MIDDLE = 84;
const PROPOSAL_CELLS = 13;
const BAR_CELLS = 10;
/** Cells that a name and a reason need beside each other: enough for most names, and for a figure with its limit. */
const NAME_CELLS = 44;
const REASON_CELLS = 52;
const SIGNS: Readonly<Record<Proposal, string>> = { rewrite: '↻', review: '◐', accept: '✓' };

/** One essay as the table shows it, safe for a terminal. */
interface Row {
  readonly assessment: Assessment;
  readonly name: string;
  readonly reason: string;
  readonly themes: string;
  /** Names of the themes that it leaves unmet, where that is the reason; empty otherwise. */
  readonly unmet: string;
}

/** One row an essay, in the order given; the reason beside or below it. */
export function tableLines(batch: BatchAssessment, assessments: readonly Assessment[], terminal: Terminal): string[] {
  const shortName = nameShortener(batch);
  const rows = assessments.map((assessment) => ({
    assessment,
    name: showPlainly(shortName(assessment.submission.file)),
    reason: reasonOf(assessment),
    themes: themeCell(assessment, batch.campaign.themes),
    unmet: showPlainly(unmetThemes(assessment, batch.campaign.themes)),
  }));
  if (terminal.width >= MIDDLE) return columnLines(rows, terminal);
  const head = `${pad('Đề xuất', PROPOSAL_CELLS)}${INDENT}Tệp, các chỉ số, lý do đầu`;
  return [INDENT + terminal.paint('quiet', head), ...rows.flatMap((row) => stackedLines(row, terminal))];
}

/** The weightiest reason, which says by itself on what ground it stands; where the proposal rests on both, that comes first. */
function reasonOf(assessment: Assessment): string {
  const both = assessment.grounds.length > 1 ? `${groundsOf(assessment.grounds)}: ` : '';
  return both + showPlainly(mainReason(assessment));
}

/** The word of a proposal with its sign, in its colour. */
export function proposalWord(proposal: Proposal, paint: Paint): string {
  return paint(proposal, `${SIGNS[proposal]} ${PROPOSAL_WORDS[proposal].toLowerCase()}`);
}

/** Narrow: the file, its figures, its reason, below each other. */
function stackedLines({ assessment, name, reason, themes, unmet }: Row, { width, paint }: Terminal): string[] {
  const { copied, proposal, quoted } = assessment;
  const figures = `trùng ${formatShare(copied.best)} · dài nhất ${formatFigure(copied.longestRun)} · trích ${formatShare(quoted)} · chủ đề ${themes}`;
  const head = space(proposalWord(proposal, paint), widthOf(proposalWord(proposal, plainly)), { size: PROPOSAL_CELLS, align: 'left' });
  const below = (text: string): string => INDENT + INDENT + clip(text, width - 2 * INDENT.length);
  const lines = [`${INDENT}${head}${INDENT}${nameCell(assessment, fitName(name, width - 17), paint)}`, below(figures)];
  return [...(reason === '' ? lines : [...lines, paint('quiet', below(reason))]), ...unmetLines(unmet, { width, paint })];
}

interface Column {
  readonly head: string;
  readonly size: number;
  readonly align: 'left' | 'right';
  readonly cell: (row: Row, paint: Paint) => string;
}

function columnLines(rows: readonly Row[], { width, paint }: Terminal): string[] {
  const columns = width >= WIDE ? [...COLUMNS.slice(0, 2), BAR, ...COLUMNS.slice(2)] : COLUMNS;
  const left = width - columns.reduce((sum, { size }) => sum + size + INDENT.length, INDENT.length);
  const sizes = width >= WIDE ? shareWidth(rows, left) : { name: left, reason: 0 };
  const heads = columns.map(({ head, size, align }) => pad(head, size, align));
  const head = [...heads, pad('Tệp', sizes.name), ...(sizes.reason > 0 ? ['Lý do đầu'] : [])].join(INDENT).trimEnd();
  return [INDENT + paint('quiet', head), ...rows.flatMap((row) => rowLines(row, columns, { sizes, terminal: { width, paint } }))];
}

function rowLines(
  row: Row,
  columns: readonly Column[],
  { sizes, terminal: { width, paint } }: { sizes: { name: number; reason: number }; terminal: Terminal },
): string[] {
  const cells = columns.map((column) => space(column.cell(row, paint), widthOf(column.cell(row, plainly)), column));
  const name = fitName(row.name, sizes.name);
  const beside =
    sizes.reason > 0 && row.reason !== ''
      ? ' '.repeat(sizes.name - widthOf(name)) + INDENT + paint('quiet', clip(row.reason, sizes.reason))
      : '';
  const line = `${INDENT}${cells.join(INDENT)}${INDENT}${nameCell(row.assessment, name, paint)}${beside}`;
  const unmet = unmetLines(row.unmet, { width, paint });
  if (sizes.reason > 0 || row.reason === '') return [line, ...unmet];
  return [line, INDENT + INDENT + paint('quiet', clip(row.reason, width - 2 * INDENT.length)), ...unmet];
}

/** Below the reason and never cut: the count alone does not say what to look for. */
function unmetLines(unmet: string, { width, paint }: Terminal): string[] {
  return unmet === '' ? [] : wrap(unmet, width - 2 * INDENT.length).map((line) => INDENT + INDENT + paint('quiet', line));
}

/** What is left of a line, for names and the reasons beside them; the reasons go below where that would cut either short. */
function shareWidth(rows: readonly Row[], left: number): { name: number; reason: number } {
  const longest = (texts: readonly string[]): number => Math.max(4, ...texts.map(widthOf));
  const name = Math.min(NAME_CELLS, longest(rows.map((row) => row.name)));
  const reason = left - INDENT.length - name;
  return reason < Math.min(REASON_CELLS, longest(rows.map((row) => row.reason))) ? { name: left, reason: 0 } : { name, reason };
}

const COLUMNS: readonly Column[] = [
  { head: 'Đề xuất', size: PROPOSAL_CELLS, align: 'left', cell: ({ assessment }, paint) => proposalWord(assessment.proposal, paint) },
  {
    head: 'Trùng',
    size: 5,
    align: 'right',
    cell: ({ assessment }, paint) => paint(assessment.proposal === 'accept' ? 'rest' : 'strong', formatShare(assessment.copied.best)),
  },
  { head: 'Dài nhất', size: 8, align: 'right', cell: ({ assessment }) => formatFigure(assessment.copied.longestRun) },
  { head: 'Trích+mẫu', size: 9, align: 'right', cell: ({ assessment }) => formatShare(assessment.quoted) },
  { head: 'Chủ đề', size: 6, align: 'right', cell: ({ themes }) => themes },
];

const BAR: Column = { head: '', size: BAR_CELLS, align: 'left', cell: ({ assessment }, paint) => barCell(assessment.copied.best, paint) };

function nameCell({ proposal }: Assessment, name: string, paint: Paint): string {
  return proposal === 'accept' ? name : paint('strong', name);
}

function themeCell(assessment: Assessment, themes: BatchAssessment['campaign']['themes']): string {
  const count = countMet(markThemes(themes, assessment));
  return count === null ? NO_FIGURE : `${formatCount(count.met)}/${formatCount(count.all)}`;
}

function unmetThemes(assessment: Assessment, themes: BatchAssessment['campaign']['themes']): string {
  const code = assessment.reasons[0]?.code;
  if (code !== 'unmet-themes' && code !== 'unmet-share') return '';
  const unmet = markThemes(themes, assessment).filter(({ theme, state }) => theme.required && state !== 'met');
  return unmet.length === 0 ? '' : `Chưa đạt: ${unmet.map(({ theme }) => theme.name).join('; ')}.`;
}

/** A small bar of tenths; dots where nothing could be computed, so that it is never taken for nothing found. */
function barCell(best: number | null, paint: Paint): string {
  if (best === null) return paint('quiet', '·'.repeat(BAR_CELLS));
  const full = best === 0 ? 0 : Math.max(1, Math.round(best * BAR_CELLS));
  return paint('overlap', '━'.repeat(full)) + paint('quiet', '─'.repeat(BAR_CELLS - full));
}

/** Fills a painted cell up: escape codes take no width, so that of its plain text is given. */
function space(painted: string, width: number, { size, align }: { size: number; align: 'left' | 'right' }): string {
  const blank = ' '.repeat(Math.max(0, size - width));
  return align === 'right' ? blank + painted : painted + blank;
}

function plainly(_tone: unknown, text: string): string {
  return text;
}

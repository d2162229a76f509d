import { GROUP_WORDS, STANDING_WORDS } from '../../api/figure-words.js';
import { formatMoment } from '../../model/format.js';
import type { ReportContent, SectionLevel } from '../../model/unit-report.js';
import { plainText } from '../letter/plain-text.js';
import { type ControlSum, controlSums, type FigureRow, figureRows } from './figure-table.js';
import { REPORT_WORDS } from './report-words.js';

/** Figures of one group as a document shows them. */
export interface DocumentTable {
  readonly title: string;
  readonly rows: readonly FigureRow[];
  readonly sums: readonly ControlSum[];
}

/** Names of units under a heading. */
export interface NamedUnits {
  readonly title: string;
  readonly names: readonly string[];
}

export interface DocumentSection {
  readonly id: string;
  readonly heading: string;
  readonly level: SectionLevel;
  readonly tables: readonly DocumentTable[];
  readonly named: readonly NamedUnits[];
  /** What people typed; null in a section of figures. */
  readonly paragraphs: readonly string[] | null;
}

/** A report in the form of a Party document, part by part: what every file of it is made from. */
export interface UnitDocument {
  /** Above a draft; empty for what was sent. */
  readonly banner: string;
  readonly campaign: string;
  readonly upperIssuer: string;
  readonly issuer: string;
  readonly party: string;
  readonly number: string;
  readonly placeAndDay: string;
  readonly title: string;
  readonly sections: readonly DocumentSection[];
  readonly counted: string;
  readonly signerPost: string;
  readonly signerName: string;
  readonly isSigned: boolean;
  readonly recipients: readonly string[];
}

const DOTS = '…………';

/** Sets out what a report says as a document. A draft says that it is one, and shows dots for what is not written yet. */
export function toUnitDocument(content: ReportContent, isDraft: boolean): UnitDocument {
  const { parts, outline, texts, campaign } = content;
  const sections = outline.sections.map(({ id, heading, level, kind, groups }): DocumentSection => {
    const head = { id, heading: plainText(heading), level };
    if (kind === 'text') return { ...head, tables: [], named: [], paragraphs: paragraphsOf(texts[id] ?? '') };
    return { ...head, ...figuresOf(content, groups), paragraphs: null };
  });
  return {
    banner: isDraft ? REPORT_WORDS.draft : '',
    campaign: plainText(campaign),
    upperIssuer: plainText(parts.upperIssuer),
    issuer: plainText(parts.issuer),
    party: 'ĐẢNG CỘNG SẢN VIỆT NAM',
    number: `Số ${plainText(parts.number) || '…… -BC/……'}`,
    placeAndDay: placeAndDay(plainText(parts.place), parts.day),
    title: plainText(parts.title),
    sections,
    counted: REPORT_WORDS.counted(formatMoment(new Date(content.countedAt))),
    signerPost: plainText(parts.signerPost),
    signerName: plainText(parts.signerName),
    isSigned: !isDraft,
    recipients: parts.recipients
      .split('\n')
      .map(plainText)
      .filter((line) => line !== ''),
  };
}

function figuresOf(
  { figures }: ReportContent,
  groups: ReportContent['outline']['sections'][number]['groups'],
): Pick<DocumentSection, 'tables' | 'named'> {
  const { all, keyCadres, standing } = figures;
  const tables = groups.map((group) => ({
    title: GROUP_WORDS[group],
    rows: figureRows(group, all, keyCadres),
    sums: controlSums(group, all),
  }));
  const kinds = groups.includes('units') ? (['finished', 'late', 'silent'] as const) : [];
  const named = kinds.map((kind) => ({ title: STANDING_WORDS[kind], names: standing[kind].map(plainText) }));
  return { tables, named };
}

/** Lines of a text that people typed; what is pasted in may be one very long line. */
function paragraphsOf(text: string): string[] {
  return text
    .split(/\r\n?|\n/)
    .flatMap((line) => line.match(/[\s\S]{1,3900}(?=\s|$)|[\s\S]{1,3900}/g) ?? [])
    .map(plainText)
    .filter((line) => line !== '');
}

/** "Hòa An, ngày 05 tháng 12 năm 2026"; dots for what is not known. */
function placeAndDay(place: string, day: string): string {
  const [year = '……', month = '……', date = '……'] = /^\d{4}-\d{2}-\d{2}$/.test(day) ? day.split('-') : [];
  return `${place || DOTS}, ngày ${date} tháng ${month} năm ${year}`;
}

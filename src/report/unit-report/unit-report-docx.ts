import { AlignmentType, HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType } from 'docx';
import { bannerOf, centred, line, officialDocx, prose, sideBySide } from '../letter/docx-parts.js';
import { REPORT_WORDS } from './report-words.js';
import type { DocumentSection, DocumentTable, NamedUnits, UnitDocument } from './unit-document.js';

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
/** Half points: figures stand in 12 pt. */
const FIGURE_SIZE = 24;
/** Percent of the width of each column. */
const WIDTHS = [42, 34, 24] as const;

/** A report as a Word file in the form of Party documents. */
export function unitReportDocx(document: UnitDocument): Promise<Uint8Array> {
  return officialDocx(document.title, [...headOf(document), ...document.sections.flatMap(sectionOf), ...footOf(document)]);
}

function headOf({ banner, upperIssuer, issuer, number, party, placeAndDay, title }: UnitDocument): (Paragraph | Table)[] {
  const upper = upperIssuer === '' ? [] : [centred(upperIssuer.toUpperCase())];
  const left = [...upper, centred(issuer.toUpperCase(), { bold: true }), centred('*'), centred(number)];
  const right = [centred(party, { bold: true, size: 30, underline: {} }), centred(placeAndDay, { italics: true })];
  return [
    ...(banner === '' ? [] : [bannerOf(banner)]),
    sideBySide(left, right),
    line(''),
    centred(title.toUpperCase(), { bold: true, size: 30 }),
    centred('-----'),
  ];
}

function sectionOf({ heading, level, tables, named, paragraphs }: DocumentSection): (Paragraph | Table)[] {
  const head = new Paragraph({
    heading: HEADINGS[level],
    keepNext: true,
    spacing: { before: 200, after: 100 },
    // The look of a heading is Word's own otherwise: blue, of another font.
    children: [new TextRun({ text: heading, bold: level < 3, italics: level === 3, size: 28, color: '000000', font: 'Times New Roman' })],
  });
  const written = paragraphs === null ? [] : paragraphs.length === 0 ? [prose(REPORT_WORDS.unwritten)] : paragraphs.map(prose);
  return [head, ...tables.flatMap((table) => tableOf(table, tables.length > 1)), ...named.map(namedOf), ...written];
}

function tableOf({ title, rows, sums }: DocumentTable, isNamed: boolean): (Paragraph | Table)[] {
  const head = [REPORT_WORDS.figure, `${REPORT_WORDS.count}, ${REPORT_WORDS.share.toLocaleLowerCase('vi')}`, REPORT_WORDS.cadres];
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text, at) => cell(text, at, { isHead: true, depth: 0 })) }),
      ...rows.map(({ label, depth, all, keyCadres }) => {
        const texts = [label, all.told, keyCadres.told];
        return new TableRow({
          cantSplit: true,
          children: texts.map((text, at) => cell(text, at, { isHead: false, depth: at === 0 ? depth : 0 })),
        });
      }),
    ],
  });
  const told = sums.map(({ told: sum, holds }) =>
    line(`${REPORT_WORDS.control} ${sum}${holds ? '' : `, ${REPORT_WORDS.differs}`}`, { italics: true, size: 22 }),
  );
  return [
    ...(isNamed ? [line(title, { italics: true }, { keepNext: true, spacing: { before: 120, after: 60 } })] : []),
    table,
    ...told,
    line(''),
  ];
}

function cell(text: string, at: number, { isHead, depth }: { readonly isHead: boolean; readonly depth: 0 | 1 }): TableCell {
  const alignment = at === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT;
  const indent = depth === 1 ? { indent: { left: 240 } } : {};
  const size = at === 0 ? 24 : FIGURE_SIZE;
  return new TableCell({
    width: { size: WIDTHS[at] ?? 20, type: WidthType.PERCENTAGE },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 80, right: 80, top: 30, bottom: 30 },
    children: [line(text, { bold: isHead, size }, { alignment, spacing: { after: 0 }, ...indent })],
  });
}

const namedOf = ({ title, names }: NamedUnits): Paragraph =>
  prose(`${title} (${names.length}): ${names.length === 0 ? REPORT_WORDS.nobody : names.join('; ')}.`);

function footOf({ recipients, signerPost, signerName, isSigned, counted }: UnitDocument): (Paragraph | Table)[] {
  const left = [line('Nơi nhận:', { bold: true, italics: true, size: 24 }), ...recipients.map((one) => line(`- ${one}`, { size: 24 }))];
  const room = isSigned
    ? [line(''), centred(`(${REPORT_WORDS.signed})`, { italics: true }), line('')]
    : Array.from({ length: 4 }, () => line(''));
  const right = [centred(signerPost.toUpperCase(), { bold: true }), ...room, centred(signerName || REPORT_WORDS.unwritten, { bold: true })];
  return [line(counted, { italics: true, size: 24 }), line(''), sideBySide(left, right)];
}

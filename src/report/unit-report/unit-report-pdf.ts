import { LAYOUTS, type Part } from '../case/case-look.js';
import { makePdf } from '../pdf.js';
import { REPORT_WORDS } from './report-words.js';
import type { DocumentSection, DocumentTable, NamedUnits, UnitDocument } from './unit-document.js';

/** Points: margins of Party documents, 20 mm above and below, 30 mm at the left, 15 mm at the right. */
const MARGINS = [85, 57, 43, 57] as const;

/** A report as PDF in the form of Party documents, A4, its fonts in it. */
export function unitReportPdf(document: UnitDocument): Promise<Uint8Array> {
  return makePdf({
    pageSize: 'A4',
    pageMargins: MARGINS,
    info: { title: document.title, creator: 'Soát Bài', producer: 'Soát Bài' },
    defaultStyle: { font: 'Serif', fontSize: 11.5, lineHeight: 1.2 },
    styles: { figure: { fontSize: 9.5 }, head: { fontSize: 9.5, bold: true }, note: { fontSize: 9, italics: true } },
    footer: (page: number, pages: number) => ({ text: `${page}/${pages}`, alignment: 'center', fontSize: 8.5, margin: [0, 16, 0, 0] }),
    content: [...headOf(document), ...document.sections.flatMap(sectionOf), ...footOf(document)],
  });
}

function headOf({ banner, upperIssuer, issuer, number, party, placeAndDay, title }: UnitDocument): Part[] {
  const upper = upperIssuer === '' ? [] : [upperIssuer.toUpperCase()];
  const left = [...upper, { text: issuer.toUpperCase(), bold: true }, '*', number];
  const right = [
    { text: party, bold: true, decoration: 'underline' },
    { text: placeAndDay, italics: true, margin: [0, 6, 0, 0] },
  ];
  const draft = { table: { widths: ['*'], body: [[{ text: banner, bold: true, alignment: 'center' }]] }, layout: LAYOUTS.dashed };
  return [
    ...(banner === '' ? [] : [{ ...draft, margin: [0, 0, 0, 12] }]),
    {
      columns: [
        { width: '48%', stack: left, alignment: 'center' },
        { width: '52%', stack: right, alignment: 'center' },
      ],
      columnGap: 8,
      fontSize: 10.5,
    },
    { text: title.toUpperCase(), bold: true, fontSize: 13, alignment: 'center', margin: [0, 18, 0, 0] },
    { text: '-----', alignment: 'center', margin: [0, 0, 0, 6] },
  ];
}

function sectionOf({ heading, level, tables, named, paragraphs }: DocumentSection): Part[] {
  const head = { text: heading, bold: level < 3, italics: level === 3, margin: [0, 10, 0, 4], headlineLevel: level };
  const texts = paragraphs === null ? [] : paragraphs.length === 0 ? [REPORT_WORDS.unwritten] : paragraphs;
  return [head, ...tables.flatMap((table) => tableOf(table, tables.length > 1)), ...named.map(namedOf), ...texts.map(prose)];
}

const prose = (text: string): Part => ({ text, alignment: 'justify', leadingIndent: 28, margin: [0, 0, 0, 5] });

function tableOf({ title, rows, sums }: DocumentTable, isNamed: boolean): Part[] {
  const head = [
    { text: REPORT_WORDS.figure, style: 'head' },
    { text: `${REPORT_WORDS.count}, ${REPORT_WORDS.share.toLocaleLowerCase('vi')}`, style: 'head', alignment: 'right' },
    { text: REPORT_WORDS.cadres, style: 'head', alignment: 'right' },
  ];
  const body = rows.map(({ label, depth, all, keyCadres }) => [
    { text: label, style: 'figure', margin: [depth * 10, 0, 0, 0] },
    { text: all.told, style: 'figure', alignment: 'right' },
    { text: keyCadres.told, style: 'figure', alignment: 'right' },
  ]);
  const told = sums.map(({ told: sum, holds }) => ({
    text: `${REPORT_WORDS.control} ${sum}${holds ? '' : `, ${REPORT_WORDS.differs}`}`,
    style: 'note',
    margin: [0, 3, 0, 0],
  }));
  return [
    ...(isNamed ? [{ text: title, italics: true, margin: [0, 6, 0, 3] }] : []),
    {
      table: { widths: ['*', 140, 120], headerRows: 1, dontBreakRows: true, body: [head, ...body] },
      layout: LAYOUTS.lined,
      margin: [0, 2, 0, 2],
    },
    ...told,
  ];
}

const namedOf = ({ title, names }: NamedUnits): Part =>
  prose(`${title} (${names.length}): ${names.length === 0 ? REPORT_WORDS.nobody : names.join('; ')}.`);

function footOf({ recipients, signerPost, signerName, isSigned, counted }: UnitDocument): Part[] {
  const left = [{ text: 'Nơi nhận:', bold: true, italics: true }, ...recipients.map((one) => `- ${one}`)];
  const right = [
    { text: signerPost.toUpperCase(), bold: true },
    { text: isSigned ? `(${REPORT_WORDS.signed})` : ' ', italics: true, margin: [0, 24, 0, 24] },
    { text: signerName || REPORT_WORDS.unwritten, bold: true },
  ];
  return [
    { text: counted, style: 'note', margin: [0, 8, 0, 12] },
    {
      unbreakable: true,
      columns: [
        { width: '50%', stack: left, fontSize: 10 },
        { width: '50%', stack: right, alignment: 'center' },
      ],
    },
  ];
}

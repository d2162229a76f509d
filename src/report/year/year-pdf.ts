import { LAYOUTS, type Part } from '../case/case-look.js';
import { makePdf } from '../pdf.js';
import type { YearDocument, YearPerson } from './year-document.js';
import { entryLines, personLines } from './year-docx.js';
import { totalLines, YEAR_WORDS } from './year-words.js';

/** Points: margins of Party documents. */
const MARGINS = [85, 57, 43, 57] as const;

/** The yearly extract as PDF in the form of Party documents, A4, its fonts in it. */
export function yearPdf(document: YearDocument): Promise<Uint8Array> {
  const { title, note, counted, campaigns, cells } = document;
  return makePdf({
    pageSize: 'A4',
    pageMargins: MARGINS,
    info: { title, creator: 'Soát Bài', producer: 'Soát Bài' },
    defaultStyle: { font: 'Serif', fontSize: 11, lineHeight: 1.2 },
    styles: { cell: { fontSize: 9 }, head: { fontSize: 9, bold: true }, note: { fontSize: 9.5, italics: true } },
    footer: (page: number, pages: number) => ({ text: `${page}/${pages}`, alignment: 'center', fontSize: 8.5, margin: [0, 16, 0, 0] }),
    content: [
      ...headOf(document),
      { text: note, style: 'note', margin: [0, 0, 0, 8] },
      { text: `${YEAR_WORDS.campaigns} (${campaigns.length}):`, bold: true },
      ...campaigns.map((name, at) => ({ text: `${at + 1}. ${name}`, margin: [14, 0, 0, 0] })),
      ...(cells.length === 0 ? [YEAR_WORDS.nobody] : cells.flatMap(({ name, people }) => cellOf(name, people))),
      { text: counted, style: 'note', margin: [0, 10, 0, 12] },
      footOf(document),
    ],
  });
}

function headOf({ upperIssuer, issuer, number, party, placeAndDay, title }: YearDocument): Part[] {
  const left = [...(upperIssuer === '' ? [] : [upperIssuer.toUpperCase()]), { text: issuer.toUpperCase(), bold: true }, '*', number];
  const right = [
    { text: party, bold: true, decoration: 'underline' },
    { text: placeAndDay, italics: true, margin: [0, 6, 0, 0] },
  ];
  return [
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

function cellOf(name: string, people: readonly YearPerson[]): Part[] {
  const { heads } = YEAR_WORDS;
  const top = [heads.place, heads.person, heads.entries, heads.totals].map((text) => ({ text, style: 'head' }));
  const rows = people.map((person, at) => [
    { text: String(at + 1), style: 'cell' },
    { stack: personLines(person).map((text, place) => ({ text, bold: place === 0 })), style: 'cell' },
    { stack: entryLines(person), style: 'cell' },
    { stack: totalLines(person.totals), style: 'cell' },
  ]);
  return [
    { text: YEAR_WORDS.cell(name, people.length), bold: true, margin: [0, 12, 0, 4], headlineLevel: 1 },
    { table: { widths: [22, 110, '*', 105], headerRows: 1, dontBreakRows: true, body: [top, ...rows] }, layout: LAYOUTS.lined },
  ];
}

function footOf({ recipients, signerPost, signerName }: YearDocument): Part {
  const left = [{ text: 'Nơi nhận:', bold: true, italics: true }, ...recipients.map((one) => `- ${one}`)];
  const right = [
    { text: signerPost.toUpperCase(), bold: true },
    { text: ' ', margin: [0, 24, 0, 24] },
    { text: signerName || '…………', bold: true },
  ];
  return {
    unbreakable: true,
    columns: [
      { width: '50%', stack: left, fontSize: 10 },
      { width: '50%', stack: right, alignment: 'center' },
    ],
  };
}

import { HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { centred, line, officialDocx, prose, sideBySide } from '../letter/docx-parts.js';
import type { YearDocument, YearPerson } from './year-document.js';
import { entryLine, totalLines, YEAR_WORDS } from './year-words.js';

/** Percent of the width of each column. */
const WIDTHS = [7, 27, 42, 24] as const;
/** Half points: tables stand in 11 pt. */
const SIZE = 22;

/** The yearly extract as a Word file in the form of Party documents: a table a cell, then the place to sign. */
export function yearDocx(document: YearDocument): Promise<Uint8Array> {
  const { note, counted, campaigns, cells } = document;
  return officialDocx(document.title, [
    ...headOf(document),
    line(note, { italics: true }, { spacing: { before: 120, after: 120 } }),
    line(`${YEAR_WORDS.campaigns} (${campaigns.length}):`, { bold: true }),
    ...campaigns.map((name, at) => prose(`${at + 1}. ${name}`)),
    ...(cells.length === 0 ? [prose(YEAR_WORDS.nobody)] : cells.flatMap(({ name, people }) => cellOf(name, people))),
    line(counted, { italics: true, size: 24 }, { spacing: { before: 200, after: 200 } }),
    footOf(document),
  ]);
}

function headOf({ upperIssuer, issuer, number, party, placeAndDay, title }: YearDocument): (Paragraph | Table)[] {
  const upper = upperIssuer === '' ? [] : [centred(upperIssuer.toUpperCase())];
  const left = [...upper, centred(issuer.toUpperCase(), { bold: true }), centred('*'), centred(number)];
  const right = [centred(party, { bold: true, size: 30, underline: {} }), centred(placeAndDay, { italics: true })];
  return [sideBySide(left, right), line(''), centred(title.toUpperCase(), { bold: true, size: 30 }), centred('-----')];
}

function cellOf(name: string, people: readonly YearPerson[]): (Paragraph | Table)[] {
  const { heads } = YEAR_WORDS;
  const titles = [heads.place, heads.person, heads.entries, heads.totals];
  const head = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: { before: 240, after: 100 },
    // The look of a heading is Word's own otherwise: blue, of another font.
    children: [new TextRun({ text: YEAR_WORDS.cell(name, people.length), bold: true, size: 28, color: '000000', font: 'Times New Roman' })],
  });
  const rows = people.map((person, at) => row([[String(at + 1)], personLines(person), entryLines(person), totalLines(person.totals)]));
  const top = row(
    titles.map((title) => [title]),
    true,
  );
  return [head, new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [top, ...rows] })];
}

/** Who it is, in lines. */
export const personLines = ({ name, card, post, isKeyCadre }: YearPerson): string[] =>
  [name, post, isKeyCadre ? YEAR_WORDS.keyCadre : '', card].filter((text) => text !== '');

/** What they did, a line a campaign. */
export const entryLines = ({ entries }: YearPerson): string[] => entries.map((entry) => `${entry.name}: ${entryLine(entry)}`);

function row(cells: readonly (readonly string[])[], isHead = false): TableRow {
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    children: cells.map(
      (lines, at) =>
        new TableCell({
          width: { size: WIDTHS[at] ?? 20, type: WidthType.PERCENTAGE },
          margins: { left: 80, right: 80, top: 30, bottom: 30 },
          children: lines.map((text, place) =>
            line(text, { bold: isHead || (at === 1 && place === 0), size: SIZE }, { spacing: { after: 20 } }),
          ),
        }),
    ),
  });
}

function footOf({ recipients, signerPost, signerName }: YearDocument): Table {
  const left = [line('Nơi nhận:', { bold: true, italics: true, size: 24 }), ...recipients.map((one) => line(`- ${one}`, { size: 24 }))];
  const room = Array.from({ length: 4 }, () => line(''));
  const right = [centred(signerPost.toUpperCase(), { bold: true }), ...room, centred(signerName || '…………', { bold: true })];
  return sideBySide(left, right);
}

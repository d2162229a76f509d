import {
  AlignmentType,
  BorderStyle,
  Document,
  type IParagraphOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Letter, LetterItem, LetterSection } from './letter.js';
import { OFFICIAL_WORDS } from './official-words.js';
import { plainText } from './plain-text.js';

/** A letter and what its official head and foot say. */
export interface OfficialLetter {
  readonly letter: Letter;
  /** Whose letter it is. */
  readonly unit: string;
  /** ISO 8601: when the committee concluded; null for a draft. */
  readonly concludedAt: string | null;
}

const FONT = 'Times New Roman';
/** Half points: 14 pt, as Party documents are set. */
const SIZE = 28;
const MILLIMETRE = 56.7;
const PAGE = { top: 20, bottom: 20, left: 30, right: 15 } as const;
const INDENT = Math.round(10 * MILLIMETRE);
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER };

/** A letter as a Word file in the form of Party documents: head left and right, number, place and day, signature. Its words are those of the text letter. */
export async function letterDocx(official: OfficialLetter): Promise<Uint8Array> {
  const { letter } = official;
  const document = new Document({
    title: letter.title,
    creator: 'Soát Bài',
    styles: { default: { document: { run: { font: FONT, size: SIZE, language: { value: 'vi-VN' } } } } },
    numbering: { config: [{ reference: 'steps', levels: [{ level: 0, format: 'decimal', text: '%1.', alignment: AlignmentType.LEFT }] }] },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: margins() } },
        children: [...headOf(official), ...bodyOf(letter), ...footOf(official)],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function margins(): Record<keyof typeof PAGE, number> {
  const twips = (side: keyof typeof PAGE): number => Math.round(PAGE[side] * MILLIMETRE);
  return { top: twips('top'), bottom: twips('bottom'), left: twips('left'), right: twips('right') };
}

type Look = {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
  readonly underline?: Record<string, never>;
  readonly color?: string;
};

const line = (text: string, look: Look = {}, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ spacing: { after: 60 }, ...options, children: [new TextRun({ text, ...look })] });

const centred = (text: string, look: Look = {}): Paragraph => line(text, look, { alignment: AlignmentType.CENTER });

const prose = (text: string): Paragraph =>
  line(text, {}, { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: INDENT }, spacing: { after: 120, line: 288 } });

function headOf({ letter, unit, concludedAt }: OfficialLetter): (Paragraph | Table)[] {
  const words = OFFICIAL_WORDS;
  const left = [centred(plainText(unit).toUpperCase(), { bold: true }), centred('*'), centred(words.number)];
  const right = [centred(words.party, { bold: true, size: 30, underline: {} }), centred(words.placeAndDay(concludedAt), { italics: true })];
  const banner = letter.banner === '' ? [] : [bannerOf(letter.banner)];
  return [...banner, sideBySide(left, right), line(''), centred(letter.title.toUpperCase(), { bold: true, size: 30 }), centred('-----')];
}

function bannerOf(text: string): Paragraph {
  const side = { style: BorderStyle.DASHED, size: 12, space: 4, color: '5A3E91' };
  return line(
    text,
    { bold: true, color: '5A3E91' },
    { border: { top: side, bottom: side, left: side, right: side }, spacing: { after: 240 } },
  );
}

function sideBySide(left: readonly Paragraph[], right: readonly Paragraph[]): Table {
  const cell = (children: readonly Paragraph[]): TableCell =>
    new TableCell({ children: [...children], borders: NO_BORDERS, width: { size: 50, type: WidthType.PERCENTAGE } });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    rows: [new TableRow({ children: [cell(left), cell(right)], cantSplit: true })],
  });
}

function bodyOf({ facts, greeting, opening, reason, sections, closing }: Letter): Paragraph[] {
  return [
    ...facts.map(({ name, value }) => line(`${name}: ${value}`)),
    line(greeting, { bold: true }, { spacing: { before: 240, after: 120 } }),
    ...opening.map(prose),
    ...reason.map((text, index) => quoted(`${index === 0 ? '“' : ''}${text}${index === reason.length - 1 ? '”' : ''}`)),
    ...sections.flatMap(sectionOf),
    ...closing.map(prose),
  ];
}

const quoted = (text: string): Paragraph => line(text, { italics: true }, { indent: { left: INDENT }, spacing: { after: 120 } });

function sectionOf({ title, paragraphs, items, isNumbered }: LetterSection): Paragraph[] {
  const head = line(title, { bold: true }, { keepNext: true, spacing: { before: 200, after: 100 } });
  return [head, ...paragraphs.map(prose), ...items.flatMap((item, index) => itemOf(item, isNumbered ? `${index + 1}. ` : '- '))];
}

function itemOf({ head, text, quotes }: LetterItem, mark: string): Paragraph[] {
  const first = [head, text].filter((part) => part !== '').join(': ');
  const told = `${mark}${first}${text === '' && quotes.length > 0 ? ':' : ''}`;
  return [prose(told), ...quotes.map((quote) => quoted(`“${quote}”`))];
}

function footOf({ letter: { signature } }: OfficialLetter): (Paragraph | Table)[] {
  const words = OFFICIAL_WORDS;
  const left = [
    line(words.recipients, { bold: true, italics: true, size: 24 }),
    ...words.copies.map((copy) => line(`- ${copy}`, { size: 24 })),
  ];
  if (signature === null) return [line(''), sideBySide(left, [line('')])];
  const right = [
    centred(signature.day, { italics: true }),
    centred(signature.by, { bold: true }),
    centred(signature.hint, { italics: true, size: 24 }),
  ];
  return [line(''), sideBySide(left, [...right, ...Array.from({ length: 4 }, () => line(''))])];
}

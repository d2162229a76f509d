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

const FONT = 'Times New Roman';
/** Half points: 14 pt, as Party documents are set. */
const SIZE = 28;
const MILLIMETRE = 56.7;
const PAGE = { top: 20, bottom: 20, left: 30, right: 15 } as const;
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER };

/** Twips that the first line of a paragraph is set in. */
export const INDENT = Math.round(10 * MILLIMETRE);

/** How a run of text looks; sizes in half points. */
export type Look = {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
  readonly underline?: Record<string, never>;
  readonly color?: string;
};

/** A Word file of A4 pages with the margins and letters of Party documents. */
export async function officialDocx(title: string, children: readonly (Paragraph | Table)[]): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'Soát Bài',
    styles: { default: { document: { run: { font: FONT, size: SIZE, language: { value: 'vi-VN' } } } } },
    numbering: { config: [{ reference: 'steps', levels: [{ level: 0, format: 'decimal', text: '%1.', alignment: AlignmentType.LEFT }] }] },
    sections: [{ properties: { page: { size: { width: 11_906, height: 16_838 }, margin: margins() } }, children: [...children] }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function margins(): Record<keyof typeof PAGE, number> {
  const twips = (side: keyof typeof PAGE): number => Math.round(PAGE[side] * MILLIMETRE);
  return { top: twips('top'), bottom: twips('bottom'), left: twips('left'), right: twips('right') };
}

/** One paragraph. */
export const line = (text: string, look: Look = {}, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ spacing: { after: 60 }, ...options, children: [new TextRun({ text, ...look })] });

/** One in the middle. */
export const centred = (text: string, look: Look = {}): Paragraph => line(text, look, { alignment: AlignmentType.CENTER });

/** One of running text. */
export const prose = (text: string): Paragraph =>
  line(text, {}, { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: INDENT }, spacing: { after: 120, line: 288 } });

/** What says above everything that this is a draft. */
export function bannerOf(text: string): Paragraph {
  const side = { style: BorderStyle.DASHED, size: 12, space: 4, color: '5A3E91' };
  return line(
    text,
    { bold: true, color: '5A3E91' },
    { border: { top: side, bottom: side, left: side, right: side }, spacing: { after: 240 } },
  );
}

/** Two columns without lines: head and foot of a document. */
export function sideBySide(left: readonly Paragraph[], right: readonly Paragraph[]): Table {
  const cell = (children: readonly Paragraph[]): TableCell =>
    new TableCell({ children: [...children], borders: NO_BORDERS, width: { size: 50, type: WidthType.PERCENTAGE } });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    rows: [new TableRow({ children: [cell(left), cell(right)], cantSplit: true })],
  });
}

import { Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { openArchive, unpackOne } from '../../src/extract/archive.js';
import { extract } from '../../src/extract/extract.js';
import { SMALL_LETTERS } from '../../src/extract/legacy/charsets.js';
import { type Converter, convert, isInstalled } from './convert.js';
import { tokensOf } from './findings.js';
import { docx, LIMITS, SENTENCE } from './make-files.js';

const LETTERS = SMALL_LETTERS.replaceAll(' ', '');
/** A paragraph in which each of the 134 letters that ASCII lacks stands in a word. */
const ALL_LETTERS = [...LETTERS, ...LETTERS.toUpperCase()].map((letter) => `t${letter}n`).join(' ');
const PARAGRAPHS = ['Bài thu hoạch', ALL_LETTERS, ...Array.from({ length: 12 }, (_, index) => `Ý thứ ${index + 1}: ${SENTENCE}`)];
const CELLS = ['Việc đã làm', 'Kết quả', 'Thăm hộ nghèo', 'Hai mươi hộ'];
const TEXT = [...PARAGRAPHS, ...CELLS, 'Hết bài.'].join('\n\n');

async function essay(): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const rows = [CELLS.slice(0, 2), CELLS.slice(2)].map((cells) => new TableRow({ children: cells.map(cell) }));
  // Runs that part words and sentences, as editing leaves them.
  const children = [...SENTENCE].map((letter, index) => new TextRun({ text: letter, bold: index % 3 === 0 }));
  const [title = '', ...others] = PARAGRAPHS;
  const last = new Paragraph({ children: [new TextRun('Ý thứ 12: '), ...children] });
  return docx([new Paragraph({ text: title }), ...others.slice(0, -1), last, new Table({ rows }) as unknown as Paragraph, 'Hết bài.']);
}

const SAVED: readonly (readonly [Converter, string])[] = [
  ['soffice', 'rtf'],
  ['pandoc', 'rtf'],
  ['abiword', 'rtf'],
  ['soffice', 'odt'],
  ['soffice', 'fodt'],
  ['pandoc', 'odt'],
  ['abiword', 'odt'],
  ['soffice', 'html'],
  ['pandoc', 'html'],
  ['abiword', 'html'],
];

/**
 * The essay as the program saves it. AbiWord 3.0 leaves a flag of its ODT writer unset: about one file in six opens paragraphs as `text:p`
 * and closes them as `text:h`, which no program opens again. Such a file is written anew.
 */
async function wellFormed(program: Converter, file: Buffer, format: string): Promise<Buffer> {
  for (let tries = 0; tries < 20; tries++) {
    const saved = await convert(program, file, 'docx', format);
    if (program !== 'abiword' || format !== 'odt') return saved;
    const content = (await unpackOne(await openArchive(saved, LIMITS), 'content.xml', LIMITS)).toString();
    if (content.split('<text:h').length === content.split('</text:h').length) return saved;
  }
  throw new Error('twenty files in a row were not well-formed');
}

describe('one essay is one text, whoever saved it in which format', () => {
  it('as DOCX', async () => {
    expect(tokensOf((await extract(await essay(), 'bai.docx', LIMITS)).text)).toEqual(tokensOf(TEXT));
  });

  for (const [program, format] of SAVED) {
    it.skipIf(!isInstalled(program))(`as ${format.toUpperCase()} by ${program}, where that is installed`, async () => {
      const extraction = await extract(await wellFormed(program, await essay(), format), `bai.${format}`, LIMITS);
      expect(extraction).toMatchObject({ state: 'ok', format: format === 'fodt' ? 'odt' : format, messages: [], hidden: [], asides: [] });
      expect(tokensOf(extraction.text)).toEqual(tokensOf(TEXT));
    });
  }
});

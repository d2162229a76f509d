import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AlignmentType, Document, FootnoteReferenceRun, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import WordExtractor from 'word-extractor';
import { extract } from '../../src/extract/extract.js';
import { LIMITS, SENTENCE } from './make-files.js';
import { inLatin1 } from './old-encodings.js';

const SOFFICE = 'soffice';
const hasLibreOffice = spawnSync(SOFFICE, ['--version']).status === 0;
const HIDDEN = 'Đoạn này được đặt ẩn để không ai nhìn thấy khi in.';
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** An essay with all that a DOC of a committee has, as a DOCX. */
async function essay(): Promise<Buffer> {
  const cell = (text: string, fill?: string): TableCell =>
    new TableCell({
      children: [new Paragraph({ children: [new TextRun(fill === undefined ? text : { text, color: 'FFFFFF' })] })],
      ...(fill === undefined ? {} : { shading: { fill } }),
    });
  const children = [
    new Paragraph({ text: 'BÀI THU HOẠCH', alignment: AlignmentType.CENTER }),
    new Paragraph({ children: [new TextRun(SENTENCE), new FootnoteReferenceRun(1), new TextRun({ text: ` ${HIDDEN}`, vanish: true })] }),
    new Paragraph({ children: [new TextRun({ text: inLatin1('Đảng viên phải gương mẫu đi trước', 'tcvn3'), font: '.VnTime' })] }),
    new Paragraph({ children: [new TextRun({ text: inLatin1('Nghị quyết của Đảng ủy', 'tcvn3'), font: '.VnTimeH' })] }),
    new Table({
      rows: [
        new TableRow({ children: [cell('Nội dung công việc cần làm trong năm nay', '1F3864'), cell('Người làm', '1F3864')] }),
        new TableRow({ children: [cell('Học tập'), cell('Tổ đảng')] }),
      ],
    }),
    new Paragraph({ children: [new TextRun({ text: 'Chữ trắng không ai nhìn thấy trên trang giấy này đâu.', color: 'FFFFFF' })] }),
  ];
  const headers = { default: new Header({ children: [new Paragraph('Đảng bộ xã Bến Cau')] }) };
  const footnotes = { 1: { children: [new Paragraph('Chú thích về nghị quyết')] } };
  return Packer.toBuffer(new Document({ creator: 'Lường Thị Khuyên', footnotes, sections: [{ headers, children }] }));
}

function asDoc(docx: Buffer): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'soatbai-doc-'));
  try {
    const source = join(folder, 'bai.docx');
    writeFileSync(source, docx);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    spawnSync(SOFFICE, [profile, '--headless', '--convert-to', 'doc:MS Word 97', '--outdir', folder, source]);
    return readFileSync(join(folder, 'bai.doc'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// LibreOffice is no part of the product: where it is missing, the files of make-doc.ts must do.
describe.skipIf(!hasLibreOffice)('a DOC that LibreOffice saved', () => {
  it('has its text, notes, heads, hidden runs and old fonts told, and the words of another reader', async () => {
    const bytes = asDoc(await essay());
    const extraction = await extract(bytes, 'bai.doc', LIMITS);
    const { text } = extraction;
    const slices = (spans: readonly { start: number; end: number }[]): string[] =>
      spans.map(({ start, end }) => text.slice(start, end).trim());
    expect(extraction).toMatchObject({ state: 'suspicious', format: 'doc', encoding: 'mixed' });
    expect(text.split('\n').filter((line) => line.trim() !== '')).toEqual([
      'BÀI THU HOẠCH',
      `${SENTENCE} ${HIDDEN}`,
      'Đảng viên phải gương mẫu đi trước',
      'NGHỊ QUYẾT CỦA ĐẢNG ỦY',
      'Nội dung công việc cần làm trong năm nay',
      'Người làm',
      'Học tập',
      'Tổ đảng',
      'Chữ trắng không ai nhìn thấy trên trang giấy này đâu.',
      expect.stringContaining('Chú thích về nghị quyết'),
      'Đảng bộ xã Bến Cau',
    ]);
    expect(extraction.hidden.map(({ kind }) => kind)).toEqual(['vanish', 'white']);
    expect(slices(extraction.hidden)).toEqual([HIDDEN, 'Chữ trắng không ai nhìn thấy trên trang giấy này đâu.']);
    expect(slices(extraction.asides).join(' ')).toMatch(/^Chú thích về nghị quyết\s+Đảng bộ xã Bến Cau$/);
    expect(slices(extraction.decoded)).toEqual(['Đảng viên phải gương mẫu đi trước', 'NGHỊ QUYẾT CỦA ĐẢNG ỦY']);
    expect(extraction.metadata).toMatchObject({ creator: 'Lường Thị Khuyên' });
    expect(extraction.metadata.fonts).toContain('.VnTime');

    // It knows no fonts, so that words of the old encodings stay in theirs.
    const other = words((await new WordExtractor().extract(bytes)).getBody()).filter((word) => !/[¡-¿]/.test(word));
    const own = new Set(words(text));
    expect(other.filter((word) => /[\u1E00-\u1EFFăđơư]/.test(word) && !own.has(word))).toEqual([]);
  });
});

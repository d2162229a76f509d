import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlignmentType, Document, Packer, Paragraph } from 'docx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { LIMITS, pdf, rawPdf, SENTENCE, stream } from './make-files.js';

const read = (bytes: Uint8Array) => extract(bytes, 'bai.pdf', LIMITS);
const words = (text: string) =>
  text
    .normalize('NFC')
    .replace(/-\n+/g, '-')
    .split(/\s+/)
    .filter((word) => word !== '');
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>';
const ofPage = (content: string, page = '', font = FONT, more: readonly string[] = []) =>
  rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] ${page} /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>`,
    stream(content),
    font,
    ...more,
  ]);
const essays = readdirSync('fixtures/van-trach/sources/essays')
  .slice(0, 6)
  .map((name) =>
    readFileSync(`fixtures/van-trach/sources/essays/${name}`, 'utf8')
      .normalize('NFC')
      .split(/\n+/)
      .filter((line) => line.trim() !== ''),
  );
const long = essays.flat().filter((line) => line.length > 200);

describe('the order of a PDF', () => {
  it('is that of the places of its letters, however these are shown', async () => {
    const line = fc.array(fc.stringMatching(/^[a-z]{1,7}$/), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), fc.integer(), async (lines, seed) => {
        const glyphs = lines.flatMap((one, row) =>
          [...one.join(' ')].map((letter, column) => `BT /F 10 Tf ${50 + 6 * column} ${700 - 14 * row} Td (${letter}) Tj ET`),
        );
        const shuffled = glyphs.map((glyph, i) => ({ glyph, key: Math.sin(seed + i * 7919) })).sort((one, other) => one.key - other.key);
        const { text } = await read(
          ofPage(`BT /F 10 Tf 50 30 Td (1. Bai thu hoach) Tj ET ${shuffled.map(({ glyph }) => glyph).join(' ')}`),
        );
        expect(words(text)).toEqual([...lines.flat(), '1.', 'Bai', 'thu', 'hoach']);
      }),
      { numRuns: 30 },
    );
  });

  it('follows two columns below a heading over both', async () => {
    const [heading, left, right] = ['BÀI THU HOẠCH CỦA TÔI', long.slice(0, 2), long.slice(2, 4)];
    const column = (texts: readonly string[]) => texts.map((text) => ({ text, alignment: 'justify', margin: [0, 0, 0, 6] }));
    const content = [
      { text: heading, fontSize: 16 },
      { columns: [column(left), column(right)], columnGap: 18 },
    ];
    const { text } = await read(await pdf(content, { defaultStyle: { font: 'DejaVu', fontSize: 9 } }));
    expect(words(text)).toEqual(words([heading, ...left, ...right].join(' ')));
    expect(text.split('\n\n')).toHaveLength(5);
  });

  it('goes through the cells of a table row by row, and reads a form by its lines', async () => {
    const cells = long.slice(0, 9);
    const body = [cells.slice(0, 3), cells.slice(3, 6), cells.slice(6, 9)];
    const table = await pdf([{ table: { widths: ['*', '*', '*'], body } }], { defaultStyle: { font: 'DejaVu', fontSize: 6 } });
    expect(words((await read(table)).text)).toEqual(words(cells.join(' ')));
    const form = ['Ho va ten:', 'Nguyen Van An', 'Sinh ngay:', 'muoi thang ba', 'Chuc vu:', 'Bi thu chi bo'];
    const content = form.map((text, i) => `BT /F 10 Tf ${i % 2 === 0 ? 50 : 250} ${700 - 14 * (i >> 1)} Td (${text}) Tj ET`).join(' ');
    expect(words((await read(ofPage(content))).text)).toEqual(words(form.join(' ')));
  });

  it('is the same on a page turned by a quarter, and text that runs upwards comes last', async () => {
    const turned = 'BT 0 1 -1 0 100 50 Tm /F 10 Tf (Dong thu nhat) Tj ET BT 0 1 -1 0 114 50 Tm /F 10 Tf (dong thu hai) Tj ET';
    expect(words((await read(ofPage(turned, '/Rotate 90'))).text).join(' ')).toBe('Dong thu nhat dong thu hai');
    const margin = 'BT 0 1 -1 0 20 400 Tm /F 10 Tf (Ben le) Tj ET BT /F 10 Tf 50 700 Td (Dong chinh cua bai) Tj ET';
    expect(words((await read(ofPage(margin))).text).join(' ')).toBe('Dong chinh cua bai Ben le');
  });

  it('has a paragraph go on where a line is full, and end where the next word had room', async () => {
    const { text } = await read(
      await pdf([`${SENTENCE} Thế thôi.`, SENTENCE.toUpperCase(), 'Một dòng ngắn.', { text: SENTENCE, leadingIndent: 20 }]),
    );
    expect(text.split('\n\n').map((paragraph) => paragraph.replace(/\n/g, ' '))).toEqual([
      `${SENTENCE} Thế thôi.`,
      SENTENCE.toUpperCase(),
      'Một dòng ngắn.',
      SENTENCE,
    ]);
  });
});

describe('letters of a PDF', () => {
  it('take the marks laid over them, in the order of Vietnamese', async () => {
    const table =
      'begincmap 1 begincodespacerange <00> <FF> endcodespacerange 4 beginbfchar <41> <0302> <42> <0323> <43> <031B> <44> <0301> endbfchar 1 beginbfrange <61> <7a> <0061> endbfrange endcmap';
    const font = FONT.replace('>>', '/FirstChar 65 /Widths [0 0 0 0] /ToUnicode 6 0 R >>');
    // "một sức": the tone before the shape once, and once as a run of its own after the letters.
    const content = 'BT /F 10 Tf 50 700 Td (moBAt) Tj ET BT /F 10 Tf 100 700 Td (suc) Tj ET BT /F 10 Tf 111 700 Td (DC) Tj ET';
    const { text } = await read(ofPage(content, '', font, [stream(table)]));
    expect(text.normalize('NFC')).toBe('một sức');
  });

  it('in TCVN3 keep the byte that other readers take for a soft hyphen', async () => {
    const font = '<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+.VnTime /Encoding /WinAnsiEncoding >>';
    const line =
      'Chóng t«i lµ nh÷ng ng\xad\xeai ®\xad\xeec häc tËp nghÞ quyÕt cña §¶ng, lu«n lu«n rÌn luyÖn ®¹o ®øc, thùc hiÖn ®óng ph\xad\xacng h\xad\xedng';
    const { text, encoding, metadata } = await read(ofPage(`BT /F 10 Tf 50 700 Td (${line}) Tj ET`, '', font));
    expect(encoding).toBe('tcvn3');
    expect(text).toContain('những người được học tập nghị quyết của Đảng');
    expect(metadata.fonts).toEqual(['.VnTime']);
  });

  it('in fields and notes of a form are read too, comments beside the text', async () => {
    const look = stream(
      'BT /F 10 Tf 2 2 Td (Noi dung dien vao o) Tj ET',
      '/Subtype /Form /BBox [0 0 300 20] /Resources << /Font << /F 5 0 R >> >>',
    );
    const annotations =
      '/Annots [<< /Type /Annot /Subtype /FreeText /Rect [50 500 350 520] /Contents (x) /AP << /N 6 0 R >> >> << /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Loi nhan xet ben le) >>]';
    const { text, asides } = await read(ofPage('BT /F 10 Tf 50 700 Td (Than bai) Tj ET', annotations, FONT, [look]));
    expect(words(text).join(' ')).toBe('Than bai Noi dung dien vao o Loi nhan xet ben le');
    expect(asides.map(({ start, end }) => text.slice(start, end))).toEqual(['Loi nhan xet ben le']);
  });
});

/** Fonts of the system without Vietnamese letters: each of these is shown in a run of its own, in another font. */
const FALLBACK = 'C059';
const isInstalled = (command: string, ...args: string[]): boolean => {
  try {
    return execFileSync(command, args, { stdio: ['ignore', 'pipe', 'ignore'] }).length > 0;
  } catch {
    return false;
  }
};
const hasOffice = isInstalled('soffice', '--version');
const hasBrowser = isInstalled('chromium', '--version');

describe('a PDF whose font lacks Vietnamese letters', () => {
  const inFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), 'soatbai-pdf-'));
    try {
      await work(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  it.skipIf(!hasOffice)('reads word for word from LibreOffice (skipped without it)', { timeout: 120_000 }, () =>
    inFolder(async (folder) => {
      const children = essays[0]!.map((text) => new Paragraph({ text, alignment: AlignmentType.BOTH }));
      const styles = { default: { document: { run: { font: FALLBACK, size: 26 } } } };
      writeFileSync(join(folder, 'bai.docx'), await Packer.toBuffer(new Document({ styles, sections: [{ children }] })));
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'bai.docx')], {
        stdio: 'ignore',
      });
      expect(words((await read(readFileSync(join(folder, 'bai.pdf')))).text)).toEqual(words(essays[0]!.join(' ')));
    }),
  );

  it.skipIf(!hasBrowser)('reads word for word as Chromium prints it in two columns (skipped without it)', { timeout: 120_000 }, () =>
    inFolder(async (folder) => {
      const style = `body{font:12pt '${FALLBACK}'} div{column-count:2;text-align:justify}`;
      const [heading, ...body] = essays[1]!;
      const html = `<meta charset=utf-8><style>${style}</style><h2>${heading}</h2><div>${body.map((text) => `<p>${text}`).join('')}</div>`;
      writeFileSync(join(folder, 'bai.html'), html);
      const target = join(folder, 'bai.pdf');
      const options = [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-pdf-header-footer',
        `--user-data-dir=${join(folder, 'profile')}`,
      ];
      execFileSync('chromium', [...options, `--print-to-pdf=${target}`, join(folder, 'bai.html')], { stdio: 'ignore' });
      expect(existsSync(target)).toBe(true);
      expect(words((await read(readFileSync(target))).text)).toEqual(words(essays[1]!.join(' ')));
    }),
  );
});

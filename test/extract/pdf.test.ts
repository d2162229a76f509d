import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { codes } from './findings.js';
import { image, LIMITS, newPage, pdf, rawPdf, SENTENCE, stream, withLimits } from './make-files.js';

const read = (bytes: Uint8Array, limits = LIMITS) => extract(bytes, 'bai.pdf', limits);

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const pagesWith = (content: string, count = '1'): string[] => [
  '<< /Type /Catalog /Pages 2 0 R >>',
  `<< /Type /Pages /Kids [3 0 R] /Count ${count} >>`,
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
  stream(content),
  FONT,
];

describe('the text of a PDF', () => {
  it('comes page by page without markers, with its metadata', async () => {
    const extraction = await read(await pdf([SENTENCE, newPage('Trang hai')], { info: { author: 'Nguyễn Văn An' } }));
    expect(extraction).toMatchObject({ state: 'ok', format: 'pdf', encoding: 'unicode', messages: [] });
    expect(extraction.text.replace(/(?<!\n)\n(?!\n)/g, ' ')).toBe(`${SENTENCE}\n\nTrang hai`);
    expect(extraction.metadata).toMatchObject({
      creator: 'Nguyễn Văn An',
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      application: 'pdfmake',
      identifiers: [expect.stringMatching(/^[0-9a-f]{32}$/)],
      fonts: ['DejaVuSans'],
    });
  });

  it('keeps compatibility characters as the font maps them', async () => {
    expect((await read(await pdf(['\uFB01x \u2160 ½']))).text).toContain('\uFB01x \u2160 ½');
  });

  it('is read behind junk and beside an owner password, which is noted', async () => {
    const junk = Buffer.concat([Buffer.from('\0junk\n'), await pdf([SENTENCE])]);
    expect(await read(junk)).toMatchObject({ state: 'ok', format: 'pdf' });
    const owned = await read(await pdf([SENTENCE], { ownerPassword: 'x', permissions: { copying: false } }));
    expect(owned.state).toBe('ok');
    expect(codes(owned)).toEqual(['restricted-pdf']);
  });

  it('is not there in a scan, also with page numbers on it', async () => {
    for (const [content, code] of [
      [[image(), { text: '', pageBreak: 'before' }, image()], 'no-text-layer'],
      [[image(), { text: 'Trang 1' }], 'not-recognised'],
      [[], 'no-text-layer'],
    ] as const) {
      const extraction = await read(await pdf([...content]));
      expect(extraction).toMatchObject({ state: 'needs-ocr', format: 'pdf', text: '', messages: [{ code }] });
    }
  });

  it('that is missing on some pages is flagged, with their numbers', async () => {
    const picture = { ...(image() as object), pageBreak: 'before' };
    const extraction = await read(await pdf([SENTENCE.repeat(3), picture, newPage(SENTENCE.repeat(3)), picture]));
    expect(extraction.state).toBe('ok');
    expect(codes(extraction)).toEqual(['partial-text']);
    expect(extraction.messages[0]?.text).toContain('trang 2, 4 (2/4 trang)');
  });

  it('that is missing is told from page numbers on scanned pages', async () => {
    const scan = (page: number) => [{ ...(image() as object), pageBreak: 'before' }, { text: `Trang ${page}` }];
    const extraction = await read(await pdf([SENTENCE.repeat(3), ...scan(2), ...scan(3), newPage(SENTENCE.repeat(3))]));
    expect(extraction.state).toBe('ok');
    expect(codes(extraction)).toEqual(['partial-text']);
    expect(extraction.messages[0]?.text).toContain('trang 2, 3 (2/4 trang)');
  });

  it('is whole where pages are blank or short and the file has no images', async () => {
    for (const last of [' ', 'Người viết\nNguyễn Văn An']) {
      expect(await read(await pdf([SENTENCE.repeat(3), newPage(last)]))).toMatchObject({ state: 'ok', messages: [] });
    }
  });

  it('is whole but for a note where one scanned page ends it, as a signature does', async () => {
    const signature = () => ({ ...(image() as object), pageBreak: 'before' });
    const extraction = await read(await pdf([SENTENCE.repeat(3), newPage(SENTENCE.repeat(3)), signature()]));
    expect(extraction.state).toBe('ok');
    expect(codes(extraction)).toEqual(['not-read-parts']);
    expect(extraction.messages[0]?.text).toContain('trang 3 (1/3 trang)');
    expect(codes(await read(await pdf([SENTENCE.repeat(3), signature(), signature()])))).toEqual(['partial-text']);
  });

  it('blank pages do not thin out pages that are images', async () => {
    const picture = { ...(image() as object), pageBreak: 'before' };
    const extraction = await read(await pdf([SENTENCE.repeat(3), picture, newPage(' '), newPage(' '), newPage(SENTENCE.repeat(3))]));
    expect(codes(extraction)).toEqual(['partial-text']);
  });

  it('with letters set wide apart reads as words', async () => {
    const spaced = await read(
      await pdf([
        { text: 'BÀI THU HOẠCH', characterSpacing: 4 },
        { text: SENTENCE, characterSpacing: 3 },
      ]),
    );
    expect(spaced).toMatchObject({ state: 'ok', messages: [] });
    expect(spaced.text.replace(/\s+/g, ' ')).toBe(`BÀI THU HOẠCH ${SENTENCE}`);
  });

  it('that no table maps to letters needs OCR', async () => {
    const toUnicode = '/CIDInit /ProcSet findresource begin begincmap 1 beginbfrange <00> <FF> <E000> endbfrange endcmap end';
    const objects = pagesWith(`BT /F 12 Tf 20 700 Td (${'khong doc duoc '.repeat(6)}) Tj ET`);
    objects[4] = FONT.replace('>>', '/ToUnicode 6 0 R >>');
    const extraction = await read(rawPdf([...objects, stream(toUnicode)]));
    expect(extraction).toMatchObject({ state: 'needs-ocr', text: '', messages: [{ code: 'gibberish' }] });
  });
});

describe('a hostile or broken PDF', () => {
  it('cut off before its first object is damaged, and no text of a few words', async () => {
    expect(await read(Buffer.from('%PDF-1.7\n%abcd'))).toMatchObject({
      state: 'unreadable',
      format: 'pdf',
      messages: [{ code: 'damaged' }],
    });
    expect(await extract(Buffer.from('%PDF-1.7 là dòng đầu của tệp PDF.'), 'bai.txt', LIMITS)).toMatchObject({
      state: 'ok',
      format: 'txt',
    });
  });

  it.each([0.1, 0.5, 0.9])('cut at %d of its length is damaged', async (share) => {
    const whole = await pdf([SENTENCE]);
    expect(await read(whole.subarray(0, whole.length * share))).toMatchObject({
      state: 'unreadable',
      format: 'pdf',
      messages: [{ code: 'damaged' }],
    });
  });

  it('that could be repaired although its end is missing is flagged', async () => {
    const objects = pagesWith('BT /F 12 Tf 20 700 Td (Nhung dong dau con doc duoc) Tj ET');
    const whole = rawPdf(objects);
    expect(codes(await read(whole))).toEqual([]);
    const cut = await read(whole.subarray(0, whole.length - 8));
    expect(cut).toMatchObject({ state: 'ok', text: 'Nhung dong dau con doc duoc' });
    expect(codes(cut)).toEqual(['partial-text']);
  });

  it.each([
    ['whose root is missing', ['<< /Type /Nothing >>']],
    ['whose pages are no tree', ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids 7 /Count 1 >>']],
    ['whose pages go in a circle', ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']],
  ])('%s is damaged', async (_, objects) => {
    expect(await read(rawPdf(objects))).toMatchObject({ state: 'unreadable', format: 'pdf', messages: [{ code: 'damaged' }] });
  });

  it('with a password is unreadable', async () => {
    const locked = await pdf([SENTENCE], { userPassword: 'x' });
    expect(await read(locked)).toMatchObject({ state: 'unreadable', messages: [{ code: 'encrypted' }] });
  });

  it('with too many pages or letters is stopped, with the number', async () => {
    const bytes = await pdf(['một', newPage('hai'), newPage('ba')]);
    const pages = await read(bytes, withLimits({ pages: 2 }));
    expect(pages).toMatchObject({ state: 'unreadable', text: '', messages: [{ code: 'too-many-pages' }] });
    expect(pages.messages[0]?.text).toMatch(/quá dài: 3 trang, giới hạn 2 trang/);
    expect(await read(bytes, withLimits({ pages: 3 }))).toMatchObject({ state: 'ok' });
    const letters = await read(bytes, withLimits({ textLength: 7 }));
    expect(letters).toMatchObject({ state: 'refused', messages: [{ code: 'too-large', text: expect.stringContaining('7 ký tự') }] });
  });

  it('that claims a milliard pages and has one is told by a real count or stopped', async () => {
    const extraction = await read(rawPdf(pagesWith('BT /F 12 Tf 20 700 Td (Mot trang thoi) Tj ET', '1000000000')));
    expect(['ok', 'unreadable']).toContain(extraction.state);
  });
});

import { deflateRawSync } from 'node:zlib';
import {
  Math as Equation,
  Footer,
  FootnoteReferenceRun,
  Header,
  ImageRun,
  InsertedTextRun,
  MathRun,
  Paragraph,
  SimpleField,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import officeCrypto from 'officecrypto-tool';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { documentXml, docx, docxParts, LIMITS, p, png, rawDocx, run, SENTENCE, withLimits, zip } from './make-files.js';

const read = (bytes: Uint8Array, limits = LIMITS) => extract(bytes, 'bai.docx', limits);
const codes = (extraction: Awaited<ReturnType<typeof read>>) => extraction.messages.map((message) => message.code);
const textOf = (extraction: Awaited<ReturnType<typeof read>>, code: string) =>
  extraction.messages.find((message) => message.code === code)?.text;

describe('the text of a DOCX', () => {
  it('comes whole, with its metadata and fonts', async () => {
    const styles = { default: { document: { run: { font: 'Times New Roman' } } } };
    const bold = new Paragraph({ children: [new TextRun({ text: 'Hai', font: '.VnTime', bold: true })] });
    const extraction = await read(await docx([SENTENCE, bold], { creator: 'Nguyễn Văn An & con', lastModifiedBy: 'Bình', styles }));
    expect(extraction).toMatchObject({ state: 'ok', format: 'docx', text: `${SENTENCE}\n\nHai\n\n`, encoding: 'unicode', messages: [] });
    expect(extraction.metadata).toMatchObject({
      creator: 'Nguyễn Văn An & con',
      lastModifiedBy: 'Bình',
      created: expect.stringMatching(/^\d{4}-/),
    });
    expect(extraction.metadata.fonts).toEqual(expect.arrayContaining(['Times New Roman', '.VnTime']));
  });

  it('keeps its characters, line breaks, tabs and table cells apart', async () => {
    const odd = `Ho\u0300a\u200B b\u00ADi ${SENTENCE.normalize('NFD')}`;
    const body = `<w:p>${run(odd)}<w:r><w:br/></w:r>${run('dòng')}<w:r><w:tab/></w:r>${run('sau')}</w:p><w:p><w:r><w:t><![CDATA[a < b]]></w:t></w:r></w:p>`;
    expect((await read(await rawDocx(body))).text).toBe(`${odd}\ndòng\tsau\n\na < b\n\n`);
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const table = new Table({ rows: [new TableRow({ children: [cell('một'), cell('hai')] })] });
    expect((await read(await docx([table as unknown as Paragraph]))).text).toMatch(/một\s+hai/);
  });

  it('is read from a part that only the relationships name', async () => {
    const parts = docxParts('');
    const rels = String(parts['_rels/.rels']).replace('word/document.xml', '/word/document2.xml');
    const bytes = await zip({
      ...parts,
      '_rels/.rels': rels,
      'word/document.xml': documentXml(p('giả')),
      'word/document2.xml': documentXml(p('thật')),
    });
    expect((await read(bytes)).text).toBe('thật\n\n');
  });

  it('of punctuation or nothing is still read: it is only too short', async () => {
    expect(await read(await rawDocx(p('...')))).toMatchObject({ state: 'ok', text: '...\n\n' });
    expect(await read(await rawDocx(p('')))).toMatchObject({ state: 'ok' });
  });

  it('that stands in pictures needs OCR', async () => {
    const picture = new ImageRun({ type: 'png', data: png(), transformation: { width: 99, height: 99 } });
    const extraction = await read(await docx([new Paragraph({ children: [picture] })]));
    expect(extraction).toMatchObject({ state: 'needs-ocr', format: 'docx', text: '', encoding: null });
    expect(codes(extraction)).toEqual(['no-text-layer']);
  });
});

describe('what mammoth leaves out of a DOCX is named', () => {
  it('notes, comments, heads and feet', async () => {
    const paragraph = new Paragraph({ children: [new TextRun(SENTENCE), new FootnoteReferenceRun(1)] });
    const extra = {
      footnotes: { 1: { children: [new Paragraph('Nguồn ở đây')] } },
      comments: { children: [{ id: 0, author: 'B', date: new Date(0), children: [new Paragraph('Nhận xét')] }] },
      headers: { default: new Header({ children: [new Paragraph('Đảng bộ xã')] }) },
      footers: { default: new Footer({ children: [new Paragraph('Chân')] }) },
    };
    const extraction = await read(await docx([paragraph], extra));
    expect(extraction.state).toBe('ok');
    expect(codes(extraction)).toEqual(['not-read-parts']);
    for (const part of ['chú thích cuối trang', 'nhận xét', 'đầu trang']) expect(textOf(extraction, 'not-read-parts')).toContain(part);
    expect(textOf(extraction, 'not-read-parts')).not.toContain('cuối bài');
  });

  it('an equation, as partial text only where it is long', async () => {
    const equation = (text: string) =>
      new Paragraph({ children: [new TextRun(SENTENCE), new Equation({ children: [new MathRun(text)] })] });
    expect(codes(await read(await docx([equation('a = b')])))).toEqual(['not-read-parts']);
    expect(codes(await read(await docx([equation(SENTENCE.repeat(2))])))).toEqual(['partial-text', 'not-read-parts']);
  });

  it.each([
    [
      'a text box without fallback',
      `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p('ẩn')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent>`,
      'hộp văn bản',
    ],
    [
      'a text box outside alternatives',
      `<w:drawing><wps:txbx><w:txbxContent>${p('ẩn')}</w:txbxContent></wps:txbx></w:drawing>`,
      'hộp văn bản',
    ],
  ])('%s', async (_, inner, part) => {
    const extraction = await read(await rawDocx(`${p(SENTENCE)}<w:p><w:r>${inner}</w:r></w:p>`));
    expect(extraction).toMatchObject({ state: 'ok', text: expect.not.stringContaining('ẩn') });
    expect(textOf(extraction, 'partial-text')).toContain(part);
  });

  it('but not a text box with a fallback, which is read', async () => {
    const fallback = `<w:pict><v:shape><v:textbox><w:txbxContent>${p('hiện')}</w:txbxContent></v:textbox></v:shape></w:pict>`;
    const choice = `<w:drawing><wps:txbx><w:txbxContent>${p('hiện')}</w:txbxContent></wps:txbx></w:drawing>`;
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const extraction = await read(await rawDocx(p(SENTENCE) + body));
    expect(extraction.text.match(/hiện/g)).toHaveLength(1);
    expect(extraction.messages).toEqual([]);
  });

  it('an embedded document, and as unreadable where it is all there is', async () => {
    expect(textOf(await read(await rawDocx(`${p(SENTENCE)}<w:altChunk r:id="r9"/>`)), 'partial-text')).toContain('altChunk');
    const alone = await read(await rawDocx('<w:altChunk r:id="r9"/>'));
    expect(alone).toMatchObject({ state: 'unreadable', text: '' });
    expect(codes(alone)).toEqual(['partial-text']);
  });

  it('a simple field, SmartArt and unknown elements', async () => {
    const field = new Paragraph({ children: [new TextRun(SENTENCE), new SimpleField('QUOTE x', 'lời trích')] });
    expect(textOf(await read(await docx([field])), 'partial-text')).toContain('trường');
    const art = { 'word/diagrams/data1.xml': '<a:x xmlns:a="u"><a:t>Sơ đồ</a:t></a:x>' };
    expect(textOf(await read(await rawDocx(p(SENTENCE), art)), 'partial-text')).toContain('sơ đồ');
    expect(codes(await read(await rawDocx(`<w:p><w:bdo w:val="rtl">${run('ngược')}</w:bdo></w:p>${p(SENTENCE)}`)))).toContain(
      'partial-text',
    );
  });

  it('tracked changes, read as accepted, and macros', async () => {
    const change = new Paragraph({
      children: [new TextRun(SENTENCE), new InsertedTextRun({ text: ' thêm', id: 1, author: 'B', date: '2026-01-01T00:00:00Z' })],
    });
    const extraction = await read(await docx([change]));
    expect(extraction.text).toContain(' thêm');
    expect(codes(extraction)).toEqual(['tracked-changes']);
    const removed = await read(await rawDocx(`<w:p>${run('còn')}<w:del w:id="1"><w:r><w:delText>mất</w:delText></w:r></w:del></w:p>`));
    expect(removed).toMatchObject({ text: 'còn\n\n', messages: [{ code: 'tracked-changes' }] });
    expect(codes(await read(await rawDocx(p(SENTENCE), { 'word/vbaProject.bin': 'x' })))).toEqual(['macro']);
  });
});

describe('a hostile or broken DOCX', () => {
  it.each([0.2, 0.5, 0.9, 0.99])('cut at %d of its length is damaged', async (share) => {
    const whole = await docx([SENTENCE.repeat(50)]);
    expect(await read(whole.subarray(0, whole.length * share))).toMatchObject({
      state: 'unreadable',
      format: 'docx',
      messages: [{ code: 'damaged' }],
    });
  });

  it.each([
    ['broken XML', { 'word/document.xml': documentXml(p('a')).slice(0, -20) }],
    ['a tag without end', { 'word/document.xml': '<w:document><w:t x="' }],
    ['no main part', { 'word/document.xml': 'x', '_rels/.rels': '<' }],
    ['bytes that are no UTF-8', { 'word/document.xml': Buffer.from(documentXml(p('h\u00F2a')), 'latin1') }],
  ])('with %s is damaged', async (_, extra) => {
    expect(await read(await rawDocx('', extra))).toMatchObject({ state: 'unreadable', format: 'docx', messages: [{ code: 'damaged' }] });
  });

  it('whose bytes do not match their checksum is damaged', async () => {
    const { bytes, name } = await patchable();
    bytes.writeUInt32LE(1, centralHeader(bytes, name) + 16);
    expect(await read(bytes)).toMatchObject({ state: 'unreadable', messages: [{ code: 'damaged' }] });
  });

  it('with a password is unreadable', async () => {
    const locked = officeCrypto.encrypt(await docx([SENTENCE]), { password: 'x' });
    expect(await read(locked)).toMatchObject({ state: 'unreadable', format: 'docx', messages: [{ code: 'encrypted' }] });
  });

  it('with a DOCTYPE in any part is refused', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "b">]>';
    for (const part of ['word/document.xml', 'docProps/core.xml', 'word/_rels/document.xml.rels']) {
      const extraction = await read(await rawDocx(p('a'), { [part]: `${doctype}<x>&a;</x>` }));
      expect(extraction).toMatchObject({ state: 'refused', text: '', messages: [{ code: 'doctype' }] });
    }
    const utf16 = Buffer.from(`\uFEFF${doctype}<x/>`, 'utf16le');
    expect(await read(await rawDocx(p('a'), { 'word/styles.xml': utf16 }))).toMatchObject({ messages: [{ code: 'doctype' }] });
  });

  it('with two parts of one name is refused', async () => {
    const twice = [...Object.entries(docxParts(p('a'))), ['WORD/document.xml', documentXml(p('b'))] as [string, string]];
    expect(await read(await zip(twice))).toMatchObject({ state: 'refused', messages: [{ code: 'duplicate-parts' }] });
  });

  it('that unpacks beyond the limit is refused before it is unpacked', async () => {
    const bomb = await rawDocx(p('a'.repeat(70 * 1024 * 1024)));
    expect(bomb.length).toBeLessThan(100_000);
    const before = process.memoryUsage().rss;
    const extraction = await read(bomb);
    expect(extraction).toMatchObject({ state: 'refused', messages: [{ code: 'too-large', text: expect.stringContaining('60 MB') }] });
    expect(process.memoryUsage().rss - before).toBeLessThan(40 * 1024 * 1024);
  });

  it('packed beyond the ratio is refused, a small part apart', async () => {
    const dense = await rawDocx(p('a'.repeat(2_000_000)));
    expect(await read(dense)).toMatchObject({
      state: 'refused',
      messages: [{ code: 'too-large', text: expect.stringContaining('100 lần') }],
    });
    expect(await read(dense, withLimits({ ratio: 5000, textLength: 3_000_000 }))).toMatchObject({ state: 'ok' });
    expect(await read(await rawDocx(p('a'.repeat(900_000))))).toMatchObject({ state: 'ok' });
  });

  it('whose directory lies about a size is refused', async () => {
    const { bytes, name } = await patchable();
    bytes.writeUInt32LE(100, centralHeader(bytes, name) + 24);
    expect(await read(bytes)).toMatchObject({ state: 'refused', messages: [{ code: 'inconsistent-archive' }] });
  });

  it('with too many parts, elements, levels or letters is refused, with the number', async () => {
    const bytes = await rawDocx(p(SENTENCE), { 'word/a.xml': '<a/>', 'word/b.xml': '<a/>' });
    const refusal = async (file: Buffer, limits = LIMITS) => {
      const extraction = await read(file, limits);
      expect(extraction).toMatchObject({ state: 'refused', text: '' });
      return `${extraction.messages[0]?.code} ${extraction.messages[0]?.text}`;
    };
    expect(await refusal(bytes, withLimits({ entries: 4 }))).toMatch(/^too-large .* 4 phần/);
    expect(await refusal(bytes, withLimits({ textLength: 50 }))).toMatch(/^too-large .* 50 ký tự/);
    expect(await refusal(bytes, withLimits({ unpackedBytes: 1024 }))).toMatch(/^too-large .* 1 KB/);
    const nested = '<w:sdt><w:sdtContent>'.repeat(5000) + p('a') + '</w:sdtContent></w:sdt>'.repeat(5000);
    expect(await refusal(await rawDocx(nested))).toMatch(/^too-deep .* 200 tầng/);
    expect(await refusal(await rawDocx('<w:r/>'.repeat(150_001)), withLimits({ ratio: 1e6 }))).toMatch(/^too-large .*150\.000 phần tử/);
  });
});

/** A DOCX whose document part is long enough to tell a lie about. */
async function patchable(): Promise<{ bytes: Buffer; name: string }> {
  expect(deflateRawSync(documentXml(p(SENTENCE))).length).toBeGreaterThan(100);
  return { bytes: await rawDocx(p(SENTENCE)), name: 'word/document.xml' };
}

/** Offset of a part's header in the central directory (APPNOTE 4.3.12). */
function centralHeader(bytes: Buffer, name: string): number {
  return bytes.lastIndexOf(name) - 46;
}

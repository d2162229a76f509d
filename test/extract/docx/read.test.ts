import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { ImageRun, Paragraph, SimpleField, Table, TableCell, TableRow, TextRun } from 'docx';
import officeCrypto from 'officecrypto-tool';
import { describe, expect, it } from 'vitest';
import { openArchive, unpack } from '../../../src/extract/archive.js';
import { extract } from '../../../src/extract/extract.js';
import { codes } from '../findings.js';
import { documentXml, docx, docxParts, LIMITS, p, png, rawDocx, run, SENTENCE, withLimits, zip } from '../make-files.js';
import { docxWith, part } from './make-docx.js';

const MIB = 1024 * 1024;
const read = (bytes: Uint8Array, limits = LIMITS) => extract(bytes, 'bai.docx', limits);

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

  it('that stands in pictures needs OCR, also with a caption or page numbers on them', async () => {
    const picture = () => {
      const image = new ImageRun({ type: 'png', data: png(), transformation: { width: 99, height: 99 } });
      return new Paragraph({ children: [image] });
    };
    for (const content of [
      [picture()],
      [picture(), 'Bài thu hoạch của Nguyễn Văn An'],
      [picture(), 'Trang 1', picture(), SENTENCE.slice(0, 90)],
    ]) {
      const extraction = await read(await docx(content));
      expect(extraction).toMatchObject({ state: 'needs-ocr', format: 'docx', text: '', encoding: null });
      expect(codes(extraction)).toEqual(['no-text-layer']);
    }
    expect(await read(await docx([SENTENCE, picture()]))).toMatchObject({ state: 'ok', messages: [] });
  });

  it('counts a picture once that stands in it for new and for old readers', async () => {
    const alternatives = '<mc:Choice Requires="wps"><a:blip/></mc:Choice><mc:Fallback><w:pict><v:imagedata/></w:pict></mc:Fallback>';
    const body = `<w:p><w:r><mc:AlternateContent>${alternatives}</mc:AlternateContent></w:r></w:p>`;
    expect(await read(await rawDocx(p(SENTENCE.slice(0, 90)) + body))).toMatchObject({ state: 'ok' });
    expect(await read(await rawDocx(p(SENTENCE.slice(0, 40)) + body))).toMatchObject({ state: 'needs-ocr' });
  });

  it('keeps spaces between runs where the file has them, and makes none', async () => {
    const body = `<w:p>${run('ẩn')}<w:r><w:t xml:space="preserve"> </w:t></w:r>${run('hiện')}${run('ra')}</w:p>`;
    expect((await read(await rawDocx(body))).text).toBe('ẩn hiệnra\n\n');
  });

  it('holds simple fields, runs with a direction of their own, and breaks of any kind', async () => {
    const field = new Paragraph({ children: [new TextRun('Trích: '), new SimpleField('QUOTE x', 'lời trích')] });
    const simple = await read(await docx([SENTENCE, field]));
    expect(simple.text).toContain('Trích: lời trích');
    expect(simple.messages).toEqual([]);
    const turned = `<w:p><w:bdo w:val="ltr">${run('một')}</w:bdo><w:dir w:val="ltr">${run(' hai')}</w:dir></w:p>`;
    const breaks = `<w:p><w:r><w:t>trên</w:t><w:cr/><w:t>dưới</w:t><w:ptab w:alignment="right" w:relativeTo="margin" w:leader="none"/><w:t>phải</w:t></w:r></w:p>`;
    const extraction = await read(await rawDocx(turned + breaks));
    expect(extraction).toMatchObject({ state: 'ok', text: 'một hai\n\ntrên\ndưới\tphải\n\n', messages: [] });
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

  it.each([
    ['an entity that nobody defined', documentXml(p('a&x;'))],
    ['a processing instruction without end', documentXml(p('a')).replace('<w:body>', '<?x <w:body>')],
    ['a comment without end', documentXml(p('a')).replace('<w:body>', '<!-- <w:body>')],
    ['a reference to no character', documentXml(p('&#xD800;'))],
    ['the same attribute twice', documentXml(p('a')).replace('<w:p>', '<w:p w:x="" w:x="">')],
    [
      '100,000 attributes',
      documentXml(p('a')).replace('<w:p>', `<w:p ${Array.from({ length: 100_000 }, (_, n) => `a${n}=""`).join(' ')}>`),
    ],
    [
      '100,000 namespaces',
      documentXml(p('a')).replace('<w:p>', `<w:p ${Array.from({ length: 100_000 }, (_, n) => `xmlns:a${n}="u${n}"`).join(' ')}>`),
    ],
    ['an encoding that it is not in', documentXml(p('a')).replace('UTF-8', 'windows-1258')],
    ['half a character at the end', Buffer.concat([Buffer.from(documentXml(p('a'))), Buffer.from([0xe1])])],
  ])('with %s is damaged, at once', async (_, xml) => {
    const start = performance.now();
    const extraction = await read(await rawDocx('', { 'word/document.xml': xml }), withLimits({ ratio: 1e6 }));
    expect(extraction).toMatchObject({ state: 'unreadable', text: '', messages: [{ code: 'damaged' }] });
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it.each([
    ['UTF-16, little end first', Buffer.from(`\uFEFF${documentXml(p(SENTENCE)).replace('UTF-8', 'UTF-16')}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${documentXml(p(SENTENCE)).replace('UTF-8', 'utf-16')}`, 'utf16le').swap16()],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${documentXml(p(SENTENCE))}`)],
  ])('in %s is read', async (_, xml) => {
    expect(await read(await rawDocx('', { 'word/document.xml': xml }))).toMatchObject({ state: 'ok', text: `${SENTENCE}\n\n` });
  });

  it('never opens another file, whatever its relationships say', async () => {
    const external = (type: string) =>
      `<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="file:///etc/passwd" TargetMode="External"/>`;
    for (const type of ['aFChunk', 'footnotes', 'header', 'diagramData']) {
      const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${external(type)}</Relationships>`;
      const body = `${p(SENTENCE)}<w:altChunk r:id="rId1"/><w:sectPr><w:headerReference r:id="rId1"/></w:sectPr>`;
      const extraction = await read(await rawDocx(body, { 'word/_rels/document.xml.rels': rels }));
      expect(extraction).toMatchObject({ state: 'ok', text: `${SENTENCE}\n\n` });
    }
  });

  it('with styles that are based on each other is read', async () => {
    const styles =
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>';
    const body = `<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>${run(SENTENCE)}</w:p>`;
    expect(await read(await rawDocx(body, { 'word/styles.xml': styles }))).toMatchObject({ state: 'ok', text: `${SENTENCE}\n\n` });
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

  it('with a DOCTYPE or odd bytes in a part that is not read is read', async () => {
    const odd = {
      'customXml/item1.xml': '<!DOCTYPE x><x/>',
      'customXml/item2.xml': Buffer.from([0x3c, 0xe0, 0x3e]),
      'word/webSettings.xml': '<!DOCTYPE x>',
    };
    expect(await read(await rawDocx(p(SENTENCE), odd))).toMatchObject({ state: 'ok', text: `${SENTENCE}\n\n`, messages: [] });
  });

  it('with pictures beyond the limit of unpacked bytes is read, since they never are', async () => {
    const picture = Buffer.concat([png(), Buffer.alloc(2 * 1024 * 1024)]);
    const bytes = await rawDocx(p(SENTENCE), { 'word/media/image1.png': picture, 'word/media/image2.png': picture });
    expect(await read(bytes, withLimits({ unpackedBytes: 1024 * 1024 }))).toMatchObject({ state: 'ok', messages: [] });
  });

  it('whose main part stands in another folder is read with the same care', async () => {
    const parts = docxParts('', { 'word/x.xml': '<x/>' });
    delete parts['word/document.xml'];
    const rels = String(parts['_rels/.rels']).replace('word/document.xml', 'khac/bai.xml');
    const file = (main: string) => zip({ ...parts, '_rels/.rels': rels, 'khac/bai.xml': main });
    expect(await read(await file(documentXml(p('thật'))))).toMatchObject({ state: 'ok', text: 'thật\n\n' });
    expect(await read(await file(`<!DOCTYPE x>${documentXml(p('thật'))}`))).toMatchObject({ state: 'refused' });
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
    for (const declared of [0, 100]) {
      bytes.writeUInt32LE(declared, centralHeader(bytes, name) + 24);
      expect(await read(bytes)).toMatchObject({ state: 'refused', messages: [{ code: 'inconsistent-archive' }] });
    }
  });

  it('that gives more than it declares is refused without the rest being unpacked', async () => {
    const limits = withLimits({ ratio: 1000 });
    const bytes = await rawDocx(randomBytes(8192).toString('hex').repeat(2600));
    const header = centralHeader(bytes, 'word/document.xml');
    expect(bytes.readUInt32LE(header + 24)).toBeGreaterThan(40 * MIB);
    const whole = performance.now();
    expect((await unpack(await openArchive(bytes, limits), (name) => name === 'word/document.xml', limits)).size).toBe(1);
    const refused = performance.now();
    bytes.writeUInt32LE(0, header + 24);
    expect(await read(bytes, limits)).toMatchObject({ state: 'refused', messages: [{ code: 'inconsistent-archive' }] });
    expect(performance.now() - refused).toBeLessThan((refused - whole) / 2);
  });

  it('counts all that it unpacks, in its notes and in embedded files too', async () => {
    const long = (length: number): string => p(SENTENCE.repeat(length / Buffer.byteLength(SENTENCE)));
    const note = part('footnotes', `<w:footnote w:id="1">${long(60_000)}</w:footnote>`);
    const body = `${p(SENTENCE)}<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`;
    const withNotes = await docxWith(body + long(60_000), [['footnotes', 'footnotes.xml', note]]);
    expect(await read(withNotes, withLimits({ unpackedBytes: 130_000 }))).toMatchObject({ state: 'ok' });
    expect(await read(withNotes, withLimits({ unpackedBytes: 100_000 }))).toMatchObject({
      state: 'refused',
      messages: [{ code: 'too-large' }],
    });
    const inner = await rawDocx(long(60_000));
    const embedding = await docxWith(`${p(SENTENCE)}<w:altChunk r:id="rId1"/>${long(60_000)}`, [['aFChunk', 'chunk.docx', inner]]);
    expect(codes(await read(embedding, withLimits({ unpackedBytes: 60_000 + 60_000 + inner.length + 10_000 })))).toEqual([]);
    // The document itself has room, what is embedded has not.
    expect(codes(await read(embedding, withLimits({ unpackedBytes: 60_000 + inner.length + 30_000 })))).toEqual(['partial-text']);
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
    expect(await refusal(bytes, withLimits({ unpackedBytes: 512 }))).toMatch(/^too-large .* 512 byte/);
    const nested = '<w:sdt><w:sdtContent>'.repeat(5000) + p('a') + '</w:sdtContent></w:sdt>'.repeat(5000);
    expect(await refusal(await rawDocx(nested))).toMatch(/^too-deep .* 200 tầng/);
    const many = await rawDocx('<w:r/>'.repeat(10_001));
    expect(await refusal(many, withLimits({ elements: 10_000 }))).toMatch(/^too-large .*10\.000 phần tử/);
    expect(await refusal(bytes, withLimits({ xmlBytes: 800 }))).toMatch(/^too-large .*800 byte/);
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

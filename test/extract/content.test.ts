import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { docx, LIMITS, ole, pdf, png, SENTENCE, utf8, wordHeader, zip } from './make-files.js';

const read = (bytes: Uint8Array, fileName: string) => extract(bytes, fileName, LIMITS);
const binary = (...bytes: number[]): Buffer => Buffer.concat([Buffer.from(bytes), Buffer.alloc(600, 1), Buffer.alloc(100)]);

const HEIC = Buffer.concat([Buffer.from('0000001866747970686569630000000068656963', 'hex'), Buffer.alloc(80)]);
const HTML = utf8(`<!-- x -->\n<!DOCTYPE html><html><body>${SENTENCE}</body></html>`);

describe('a file is told by its content', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'a.docx', 'unreadable', 'unknown', 'empty'],
    ['a program named .docx', binary(0x4d, 0x5a, 0x90, 0x00), 'a.docx', 'refused', 'unknown', 'executable'],
    ['a Linux program', binary(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1), 'a.pdf', 'refused', 'unknown', 'executable'],
    ['anything named .exe', utf8(SENTENCE), 'a.pdf.exe', 'refused', 'unknown', 'executable'],
    ['a NUL in the name', utf8(SENTENCE), 'a.docx%00.pdf', 'refused', 'unknown', 'unsafe-name'],
    ['a script named .docx', utf8('var a = 1;\nfunction f() { return a; }\nf();\n'), 'a.docx', 'refused', 'unknown', 'script'],
    ['a one-line script named .docx', utf8('alert(1)'), 'a.docx', 'refused', 'unknown', 'script'],
    ['a script by its name', utf8(SENTENCE), 'a.js', 'refused', 'unknown', 'script'],
    ['an SVG named .docx', utf8('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.docx', 'refused', 'unknown', 'svg'],
    ['an HTML named .docx', HTML, 'a.docx', 'refused', 'html', 'disguised-html'],
    ['unknown bytes', binary(9, 8, 7), 'a.docx', 'refused', 'unknown', 'not-a-document'],
    ['a Word XML', utf8('<?xml version="1.0"?><w:wordDocument xmlns:w="x"/>'), 'a.xml', 'unreadable', 'unknown', 'unsupported-word-xml'],
    ['other XML', utf8('<?xml version="1.0"?><data/>'), 'a.docx', 'refused', 'unknown', 'not-a-document'],
    ['a PNG', png(), 'a.png', 'needs-ocr', 'image', 'no-text-layer'],
    ['a HEIC', HEIC, 'a.heic', 'unreadable', 'image', 'unsupported-image'],
    ['a RAR', binary(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x00), 'a.rar', 'refused', 'unknown', 'unsupported-archive'],
    ['a 7z', binary(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), 'a.7z', 'refused', 'unknown', 'unsupported-archive'],
    ['a gzip', gzipSync(utf8(SENTENCE)), 'a.gz', 'refused', 'unknown', 'unsupported-archive'],
    ['a DOC without its tables', ole(['WordDocument'], wordHeader(0xa5ec)), 'a.doc', 'unreadable', 'doc', 'damaged'],
    ['a DOC with a password', ole(['WordDocument'], wordHeader(0xa5ec, 0x0100)), 'a.doc', 'unreadable', 'doc', 'encrypted'],
    ['a DOC of Word 95', ole(['WordDocument'], wordHeader(0xa5dc)), 'a.doc', 'unreadable', 'doc', 'too-old'],
    ['a DOC of Word 2', binary(0xdb, 0xa5, 0x2d, 0x00), 'a.doc', 'unreadable', 'doc', 'too-old'],
    ['a DOC with IRM', ole(['WordDocument', '\tDRMContent']), 'a.doc', 'unreadable', 'doc', 'rights-managed'],
    ['a truncated DOC', ole(['WordDocument']).subarray(0, 800), 'a.doc', 'unreadable', 'doc', 'damaged'],
    ['an XLS', ole(['Workbook']), 'a.xls', 'refused', 'unknown', 'unsupported-sheet'],
    ['a PPT', ole(['PowerPoint Document']), 'a.ppt', 'refused', 'unknown', 'unsupported-slides'],
    ['another OLE file', ole(['Anything']), 'a.doc', 'refused', 'unknown', 'not-a-document'],
  ])('%s', async (_, bytes, fileName, state, format, code) => {
    const extraction = await read(bytes, fileName);
    expect(extraction).toMatchObject({ state, format, text: '', encoding: null });
    expect(extraction.messages[0]?.code).toBe(code);
    expect(extraction.messages[0]?.text).toContain(`“${fileName.replace('\0', '\uFFFD')}”`);
  });

  it.each([
    ['an ODT', { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }, 'unreadable', 'damaged'],
    ['a spreadsheet', { '[Content_Types].xml': '<x/>', 'xl/workbook.xml': '<x/>' }, 'refused', 'unsupported-sheet'],
    ['slides', { '[Content_Types].xml': '<x/>', 'ppt/presentation.xml': '<x/>' }, 'refused', 'unsupported-slides'],
    ['Pages', { 'Index/Document.iwa': 'x' }, 'unreadable', 'unsupported-pages'],
    ['a plain ZIP', { 'a.txt': 'x' }, 'refused', 'unsupported-archive'],
  ])('%s', async (_, parts, state, code) => {
    const extraction = await read(await zip(parts as Record<string, string>), 'a.docx');
    expect(extraction.state).toBe(state);
    expect(extraction.messages[0]?.code).toBe(code);
  });

  it('whatever its name says, and the mismatch is noted', async () => {
    const word = await docx([SENTENCE]);
    const asPdf = await read(word, 'a.pdf');
    expect(asPdf).toMatchObject({ state: 'ok', format: 'docx', messages: [{ code: 'name-mismatch' }] });
    expect(asPdf.messages[0]?.text).toContain('.docx');
    expect(await read(await pdf([SENTENCE]), 'a.docx')).toMatchObject({
      state: 'ok',
      format: 'pdf',
      messages: [{ code: 'name-mismatch' }],
    });
    expect(await read(utf8(SENTENCE), 'a.docx')).toMatchObject({ state: 'ok', format: 'txt', messages: [{ code: 'name-mismatch' }] });
    expect(await read(utf8('{\\rtf1 a}'), 'a.doc')).toMatchObject({ state: 'ok', format: 'rtf', messages: [{ code: 'name-mismatch' }] });
    expect(await read(HTML, 'a.doc')).toMatchObject({
      state: 'ok',
      format: 'html',
      text: `${SENTENCE}\n\n`,
      messages: [{ code: 'name-mismatch' }],
    });
    for (const name of ['a.html', 'a.htm', 'a'])
      expect(await read(HTML, name)).toMatchObject({ state: 'ok', format: 'html', messages: [] });
    for (const name of ['a', 'a.DOCX', 'a.docm', 'bài. thu hoạch', 'a.bak']) expect((await read(word, name)).messages).toEqual([]);
  });

  it('and the message claims nothing about what is kept, since not every command keeps', async () => {
    for (const bytes of [ole(['WordDocument'], wordHeader(0xa5ec)), ole(['EncryptedPackage']), HEIC, png()]) {
      const [message] = (await read(bytes, 'a')).messages;
      expect(message?.text).not.toContain('vẫn được giữ');
      expect(message?.text).toMatch(/nộp|lưu/i);
    }
  });

  it('shows a hostile name without its tricks', async () => {
    const { messages } = await read(Buffer.alloc(0), `a\r\nX: \u202Efdp.${'n'.repeat(300)}.docx`);
    expect(messages[0]?.text).not.toMatch(/[\r\n\u202E]/);
    expect(messages[0]?.text.length).toBeLessThan(200);
    expect(messages[0]?.text).toContain('.docx');
  });
});

import { Header, ImageRun, Paragraph } from 'docx';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/extract/extract.js';
import type { Extraction } from '../../../src/model/extraction.js';
import { docxWith } from '../docx/make-docx.js';
import { asideTexts, codes } from '../findings.js';
import { docx, png as greyPng, LIMITS, SENTENCE, withLimits, zip } from '../make-files.js';
import { drawPage, ESSAY, jpeg, OTHER, png, scaled, wordsOf } from './draw.js';

const HEADING = 'Bài thu hoạch của Nguyễn Văn An';

/** A paragraph with a picture that was pasted into it. */
const pasted = (data: Buffer): Paragraph =>
  new Paragraph({
    children: [new ImageRun({ type: data[0] === 0x89 ? 'png' : 'jpg', data, transformation: { width: 400, height: 600 } })],
  });

const placesOf = ({ text, recognised }: Extraction): string[][] => recognised.map(({ start, end }) => wordsOf(text.slice(start, end)));

describe('an essay that was photographed page by page and pasted into a document', () => {
  it('is read from its pictures, in their order, behind what is typed', async () => {
    const begun: number[] = [];
    const head = new Header({ children: [new Paragraph('Đầu trang của bài')] });
    const bytes = await docx([HEADING, pasted(jpeg(drawPage(ESSAY))), pasted(png(drawPage(OTHER)))], { headers: { default: head } });
    const read = await extract(bytes, 'bai.docx', LIMITS, () => begun.push(1));
    expect(read).toMatchObject({ state: 'ok', format: 'docx' });
    expect(read.text.startsWith(HEADING)).toBe(true);
    expect(read.recognised.map(({ page }) => page)).toEqual([1, 2]);
    expect(placesOf(read)).toEqual([wordsOf(ESSAY.join(' ')), wordsOf(OTHER.join(' '))]);
    expect(asideTexts(read)).toEqual(['Đầu trang của bài']);
    expect(codes(read)).toEqual(['recognised']);
    expect(read.messages[0]?.text).toMatch(/ảnh 1, độ tin cậy 9\d%; ảnh 2, độ tin cậy 9\d%/);
    expect(begun).toEqual([1, 1]);
  });

  it('is read from an ODT as well, a picture that is shown twice once', async () => {
    const frame = (name: string): string =>
      `<text:p><draw:frame><draw:image xlink:href="Pictures/${name}.svm"/><draw:image xlink:href="Pictures/${name}.png"/></draw:frame></text:p>`;
    const namespaces = ['office', 'text'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(' ');
    const bytes = await zip({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': `<office:document-content ${namespaces} xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text>${frame('b')}${frame('a')}${frame('b')}</office:text></office:body></office:document-content>`,
      'Pictures/a.png': png(drawPage(ESSAY)),
      'Pictures/b.png': png(drawPage(OTHER)),
    });
    const read = await extract(bytes, 'bai.odt', LIMITS);
    expect(read).toMatchObject({ state: 'ok', format: 'odt', messages: [{ code: 'recognised' }] });
    expect(placesOf(read)).toEqual([wordsOf(OTHER.join(' ')), wordsOf(ESSAY.join(' '))]);
  });

  it('is for a person to look at where a picture is hard to read; one that cannot be read is named', async () => {
    const broken = jpeg(drawPage(OTHER)).subarray(0, 200);
    const pictures = [png(scaled(drawPage(ESSAY), 0.57)), png(drawPage(OTHER)), broken, greyPng()];
    const read = await extract(await docx(pictures.map(pasted)), 'bai.docx', LIMITS);
    expect(read.state).toBe('suspicious');
    expect(codes(read)).toEqual(['doubtful-recognition', 'partial-text', 'recognised']);
    expect(read.messages[0]?.text).toMatch(/: ảnh 1, độ tin cậy [78]\d%\./);
    expect(read.messages[1]?.text).toContain('ảnh 3, 4');
    expect(placesOf(read)[1]).toEqual(wordsOf(OTHER.join(' ')));
  });

  it('has no text where nothing is written on its pictures, or too small', async () => {
    const blank = await extract(await docx([HEADING, pasted(png(drawPage([])))]), 'bai.docx', LIMITS);
    expect(blank).toMatchObject({ state: 'needs-ocr', text: '', recognised: [], messages: [{ code: 'no-text-layer' }] });
    const small = await extract(await docx([pasted(png(scaled(drawPage(ESSAY), 0.25)))]), 'bai.docx', LIMITS);
    expect(small).toMatchObject({ state: 'needs-ocr', text: '', messages: [{ code: 'not-recognised' }] });
  });

  it('is read as far as the limit of pages, and told what lies beyond', async () => {
    const bytes = await docx([pasted(png(drawPage(ESSAY))), pasted(png(drawPage(OTHER)))]);
    const read = await extract(bytes, 'bai.docx', withLimits({ pages: 1 }));
    expect(codes(read)).toEqual(['partial-text', 'recognised']);
    expect(wordsOf(read.text)).toEqual(wordsOf(ESSAY.join(' ')));
  });
});

describe('a picture in an essay that is typed', () => {
  it('is not read, whatever stands on it', async () => {
    let begun = 0;
    const read = await extract(await docx([SENTENCE, pasted(png(drawPage(OTHER)))]), 'bai.docx', LIMITS, () => begun++);
    expect(read).toMatchObject({ state: 'ok', text: `${SENTENCE}\n\n\n\n`, recognised: [], messages: [] });
    expect(begun).toBe(0);
  });

  it('shows the essay where what is typed beside it is not seen', async () => {
    const hidden = `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>${SENTENCE}</w:t></w:r></w:p>`;
    const picture = '<w:p><w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r></w:p>';
    const bytes = await docxWith(hidden + picture, [['image', 'media/a.png', png(drawPage(OTHER))]]);
    const read = await extract(bytes, 'bai.docx', LIMITS);
    expect(read.state).toBe('suspicious');
    expect(codes(read)).toEqual(['recognised', 'hidden-text']);
    expect(placesOf(read)).toEqual([wordsOf(OTHER.join(' '))]);
  });
});

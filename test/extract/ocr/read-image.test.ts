import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/extract/extract.js';
import { png as greyPng, LIMITS, withLimits } from '../make-files.js';
import { drawPage, ESSAY, jpeg, OTHER, png, scaled, sideBySide, tiff, turned, withOrientation, wordsOf } from './draw.js';

const WORDS = wordsOf(ESSAY.join(' '));

describe('a picture of an essay', () => {
  it('is read word for word, in its paragraphs, and says how sure that is', async () => {
    const pages: number[] = [];
    const read = await extract(jpeg(drawPage(ESSAY)), 'bai.jpg', LIMITS, () => pages.push(1));
    expect(read).toMatchObject({ state: 'ok', format: 'image', messages: [{ code: 'recognised' }] });
    expect(wordsOf(read.text)).toEqual(WORDS);
    expect(read.text.trim().split('\n\n')).toHaveLength(2);
    expect(read.recognised).toMatchObject([{ start: 0, end: read.text.length, page: 1 }]);
    expect(read.recognised[0]?.confidence).toBeGreaterThan(0.9);
    expect(read.recognised[0]?.confidence).toBeLessThanOrEqual(1);
    expect(read.messages[0]?.text).toMatch(/“bai\.jpg”.*nhận dạng chữ \(OCR\): trang 1, độ tin cậy 9\d%/);
    expect(pages).toEqual([1]);
  });

  it.each([
    ['PNG', 'a.png', () => png(drawPage(ESSAY))],
    ['WebP', 'a.webp', () => drawPage(ESSAY).toBuffer('image/webp')],
    ['TIFF', 'a.tif', () => tiff([drawPage(ESSAY)])],
    ['a JPEG whose head says it was turned', 'a.jpg', () => withOrientation(jpeg(turned(drawPage(ESSAY), 270)), 6)],
    ['a JPEG on its side whose head says nothing', 'a.jpg', () => jpeg(turned(drawPage(ESSAY), 90))],
    ['one turned the other way', 'a.png', () => png(turned(drawPage(ESSAY), 270))],
    ['one upside down', 'a.png', () => png(turned(drawPage(ESSAY), 180))],
    ['one askew', 'a.png', () => png(drawPage(ESSAY, { askew: 10 }))],
    ['a large photograph', 'a.jpg', () => jpeg(drawPage(ESSAY, { resolution: 450 }))],
    ['a small one', 'a.png', () => png(drawPage(ESSAY, { resolution: 96 }))],
    ['a pale one', 'a.png', () => png(drawPage(ESSAY, { ink: '#999' }))],
  ])('as %s is read', async (_kind, name, make) => {
    const read = await extract(make(), name, LIMITS);
    const words = wordsOf(read.text);
    expect(read.state).toBe('ok');
    expect(words.filter((word) => WORDS.includes(word)).length / WORDS.length).toBeGreaterThan(0.98);
    expect(Math.abs(words.length - WORDS.length)).toBeLessThanOrEqual(2);
  });

  it('with two pages side by side is read one after the other, also when it lies on its side', async () => {
    const sheet = sideBySide(drawPage(ESSAY), drawPage(OTHER));
    for (const file of [png(sheet), png(turned(sheet, 90))]) {
      const read = await extract(file, 'hai-trang.png', LIMITS);
      expect(wordsOf(read.text)).toEqual([...WORDS, ...wordsOf(OTHER.join(' '))]);
    }
  });

  it('of several pages has them in their order, each with its place', async () => {
    const read = await extract(tiff([drawPage(ESSAY), drawPage(OTHER)]), 'a.tif', LIMITS);
    expect(wordsOf(read.text)).toEqual([...WORDS, ...wordsOf(OTHER.join(' '))]);
    expect(read.recognised.map(({ page }) => page)).toEqual([1, 2]);
    const [, second] = read.recognised;
    expect(wordsOf(read.text.slice(second?.start, second?.end))).toEqual(wordsOf(OTHER.join(' ')));
  });
});

describe('a picture that cannot be trusted', () => {
  it('is for a person to look at when its letters are too small, and says which page', async () => {
    const read = await extract(tiff([drawPage(ESSAY), scaled(drawPage(ESSAY), 0.57)]), 'a.tif', LIMITS);
    expect(read.state).toBe('suspicious');
    expect(read.messages.map(({ code }) => code)).toEqual(['doubtful-recognition', 'recognised']);
    expect(read.messages[0]?.text).toMatch(/trang 2, độ tin cậy [78]\d%/);
    expect(read.messages[0]?.text).not.toContain('trang 1');
  });

  it('has no text when they are smaller still, so that nobody counts it as an essay without a copy', async () => {
    const read = await extract(png(scaled(drawPage(ESSAY), 0.25)), 'mo.png', LIMITS);
    expect(read).toMatchObject({ state: 'needs-ocr', text: '', recognised: [], messages: [{ code: 'not-recognised' }] });
  });

  it('has none either when nothing is written on it', async () => {
    const read = await extract(png(drawPage([])), 'trang.png', LIMITS);
    expect(read).toMatchObject({ state: 'needs-ocr', text: '', messages: [{ code: 'no-text-layer' }] });
  });

  it('has none when its words are not Vietnamese, however sure the recogniser is', async () => {
    const english =
      'Whenever the surveyors returned, their quarterly findings were summarised, cross-checked and forwarded without further remarks.';
    const read = await extract(png(drawPage([english, english])), 'anh.png', LIMITS);
    expect(read).toMatchObject({ state: 'needs-ocr', text: '', messages: [{ code: 'not-recognised' }] });
  });

  it('names the pages of a TIFF that were not read beside those that were', async () => {
    const read = await extract(tiff([drawPage(ESSAY), drawPage([])]), 'a.tif', LIMITS);
    expect(read.messages.map(({ code }) => code)).toEqual(['partial-text', 'recognised']);
    expect(read.messages[0]?.text).toContain('trang 2 là ảnh');
    expect(wordsOf(read.text)).toEqual(WORDS);
  });
});

describe('a picture that is refused', () => {
  /** The PNG with another size in its head. */
  const claiming = (width: number, height: number): Buffer => {
    const file = greyPng();
    file.writeUInt32BE(width, 16);
    file.writeUInt32BE(height, 20);
    return file;
  };

  it('is one of too many pixels, by its head, before any page is begun', async () => {
    let begun = 0;
    const read = await extract(claiming(30_000, 30_000), 'lon.png', LIMITS, () => begun++);
    expect(read).toMatchObject({ state: 'refused', messages: [{ code: 'too-large' }] });
    expect(read.messages[0]?.text).toContain('30.000 × 30.000 điểm ảnh');
    expect(begun).toBe(0);
  });

  it('is a TIFF of too many pages', async () => {
    const read = await extract(tiff([drawPage([]), drawPage([]), drawPage([])]), 'a.tif', withLimits({ pages: 2 }));
    expect(read.messages).toMatchObject([{ code: 'too-many-pages' }]);
  });

  it.each([
    ['cut off', 'a.png', () => png(drawPage(ESSAY)).subarray(0, 300)],
    ['with a broken head', 'a.jpg', () => Buffer.concat([jpeg(drawPage(ESSAY)).subarray(0, 150), Buffer.alloc(500)])],
    ['a TIFF of directories that go round', 'a.tif', () => Buffer.from('49492a00080000000000080000000800', 'hex')],
  ])('is named damaged: %s', async (_what, name, make) => {
    expect(await extract(make(), name, LIMITS)).toMatchObject({ state: 'unreadable', text: '', messages: [{ code: 'damaged' }] });
  });

  it.each([
    ['a moving GIF', () => Buffer.concat([Buffer.from('GIF89a\x0a\0\x0a\0\0\0\0!\xff\x0bNETSCAPE2.0', 'latin1'), Buffer.alloc(30)])],
    ['a BMP', () => Buffer.concat([Buffer.from('BM', 'latin1'), Buffer.from('000000000000003600000028000000', 'hex'), Buffer.alloc(60)])],
  ])('is named with the way out: %s', async (_what, make) => {
    const read = await extract(make(), 'anh', LIMITS);
    expect(read).toMatchObject({ state: 'unreadable', messages: [{ code: 'unsupported-image' }] });
    expect(read.messages[0]?.text).toContain('.jpg hoặc .png');
  });
});

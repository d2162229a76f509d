import type { Canvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { recogniseImages } from '../../../src/extract/ocr/recognise.js';
import { recognisePdfPages } from '../../../src/extract/ocr/recognise-pdf.js';
import type { Source } from '../../../src/extract/read-text.js';
import { png as greyPng, LIMITS, newPage, pdf, SENTENCE, withLimits } from '../make-files.js';
import { drawPage, ESSAY, jpeg, OTHER, png, turned, wordsOf } from './draw.js';

const source = (bytes: Uint8Array, begun: number[] = []): Source => ({
  bytes,
  fileName: 'bai.pdf',
  limits: LIMITS,
  onPage: () => begun.push(begun.length + 1),
});

/** A page that is nothing but a picture, as a scanner makes it. */
const scan = (picture: Canvas): unknown => ({ image: `data:image/jpeg;base64,${jpeg(picture).toString('base64')}`, width: 500 });

describe('pages of a PDF', () => {
  it('are read from a scan, also of a sheet that lay on its side', async () => {
    const begun: number[] = [];
    const file = await pdf([scan(drawPage(ESSAY)), { stack: [scan(turned(drawPage(OTHER), 90))], pageBreak: 'before' }]);
    const pages = await recognisePdfPages(source(file, begun), [1, 2]);
    expect(pages.map(({ page, quality }) => [page, quality])).toEqual([
      [1, 'good'],
      [2, 'good'],
    ]);
    expect(pages.map(({ text }) => wordsOf(text))).toEqual([wordsOf(ESSAY.join(' ')), wordsOf(OTHER.join(' '))]);
    expect(begun).toEqual([1, 2]);
  });

  it('are read one by one where only some of them are pictures', async () => {
    const file = await pdf([SENTENCE, newPage(SENTENCE), { stack: [scan(drawPage(OTHER))], pageBreak: 'before' }]);
    const begun: number[] = [];
    const pages = await recognisePdfPages(source(file, begun), [3]);
    expect(pages.map(({ page }) => page)).toEqual([3]);
    expect(wordsOf(pages[0]?.text ?? '')).toEqual(wordsOf(OTHER.join(' ')));
    expect(begun).toEqual([1]);
  });

  it('of an odd size cost no more than others', async () => {
    const file = await pdf([SENTENCE], { pageSize: { width: 300, height: 14_000 } });
    const [page] = await recognisePdfPages(source(file), [1]);
    expect(page?.page).toBe(1);
  });
});

describe('pictures in a document', () => {
  it('are read in their order; those that are not are poor', async () => {
    const tooLarge = greyPng();
    tooLarge.writeUInt32BE(30_000, 16);
    tooLarge.writeUInt32BE(30_000, 20);
    const images = [png(drawPage(ESSAY)), tooLarge, Buffer.from('no picture'), jpeg(drawPage(OTHER)), greyPng(), png(drawPage(OTHER))];
    const begun: number[] = [];
    const files = images.map((image) => async () => image);
    const pages = await recogniseImages(files, { ...source(Buffer.alloc(0), begun), limits: withLimits({ pages: 5 }) });
    expect(pages.map(({ page, quality }) => [page, quality])).toEqual([
      [1, 'good'],
      [2, 'poor'],
      [3, 'poor'],
      [4, 'good'],
      [5, 'poor'],
      [6, 'poor'],
    ]);
    expect(wordsOf(pages[0]?.text ?? '')).toEqual(wordsOf(ESSAY.join(' ')));
    expect(wordsOf(pages[3]?.text ?? '')).toEqual(wordsOf(OTHER.join(' ')));
    expect(pages[4]?.text).toBe('');
    expect(begun).toEqual([1, 2, 3]);
  });
});

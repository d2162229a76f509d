import { describe, expect, it } from 'vitest';
import { imagePdfBytes } from '../../../scripts/fixtures/documents.mjs';
import { recogniseImages } from '../../../src/extract/ocr/recognise.js';
import { recognisePdfPages } from '../../../src/extract/ocr/recognise-pdf.js';
import type { Source } from '../../../src/extract/read-text.js';
import { png as greyPng, LIMITS, newPage, pdf, SENTENCE, withLimits } from '../make-files.js';
import { drawPage, ESSAY, jpeg, OTHER, png, wordsOf } from './draw.js';

const source = (bytes: Uint8Array, begun: number[] = []): Source => ({
  bytes,
  fileName: 'bai.pdf',
  limits: LIMITS,
  onPage: () => begun.push(begun.length + 1),
});

describe('pages of a PDF', () => {
  it('are read from a scan', async () => {
    const begun: number[] = [];
    const [page] = await recognisePdfPages(source(await imagePdfBytes(ESSAY.join('\n'), 'a'), begun), [1]);
    expect(page).toMatchObject({ page: 1, quality: 'good' });
    expect(wordsOf(page?.text ?? '')).toEqual(wordsOf(ESSAY.join(' ')));
    expect(begun).toEqual([1]);
  });

  it('are read one by one where only some of them are pictures', async () => {
    const scan = { image: `data:image/jpeg;base64,${jpeg(drawPage(OTHER)).toString('base64')}`, width: 500, pageBreak: 'before' };
    const file = await pdf([SENTENCE, newPage(SENTENCE), scan]);
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
  it('are read in their order, and those that are not say so', async () => {
    const tooLarge = greyPng();
    tooLarge.writeUInt32BE(30_000, 16);
    tooLarge.writeUInt32BE(30_000, 20);
    const images = [png(drawPage(ESSAY)), tooLarge, Buffer.from('no picture'), jpeg(drawPage(OTHER)), greyPng(), png(drawPage(OTHER))];
    const begun: number[] = [];
    const pages = await recogniseImages(images, { ...source(Buffer.alloc(0), begun), limits: withLimits({ pages: 5 }) });
    expect(pages.map((page) => page?.quality ?? null)).toEqual(['good', null, null, 'good', 'poor', null]);
    expect(wordsOf(pages[0]?.text ?? '')).toEqual(wordsOf(ESSAY.join(' ')));
    expect(wordsOf(pages[3]?.text ?? '')).toEqual(wordsOf(OTHER.join(' ')));
    expect(pages[3]?.page).toBe(4);
    expect(pages[4]?.text).toBe('');
    expect(begun).toEqual([1, 2, 3]);
  });
});

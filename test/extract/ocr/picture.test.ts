import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { cut, double, type Picture, shrink, turn, withoutGrain } from '../../../src/extract/ocr/picture.js';
import { decodePng } from '../../../src/extract/ocr/png.js';
import { pagesOf } from '../../../src/extract/ocr/sheet.js';

const picture = (...rows: number[][]): Picture => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  pixels: Uint8Array.from(rows.flat()),
});

describe('a picture', () => {
  const two = picture([1, 2, 3], [4, 5, 6]);

  it('is turned by quarters, clockwise', () => {
    expect(turn(two, 1)).toEqual(picture([4, 1], [5, 2], [6, 3]));
    expect(turn(two, 2)).toEqual(picture([6, 5, 4], [3, 2, 1]));
    expect(turn(two, 3)).toEqual(picture([3, 6], [2, 5], [1, 4]));
    expect(turn(turn(two, 3), 1)).toEqual(two);
  });

  it('is made smaller by the mean of what falls together, and larger by the means between', () => {
    expect(shrink(picture([0, 2, 9], [4, 6, 9], [9, 9, 9]), 2)).toEqual(picture([3]));
    expect(double(picture([0, 100]))).toEqual(picture([0, 50, 100, 100], [0, 50, 100, 100]));
  });

  it('is cut', () => {
    expect(cut(two, { left: 1, top: 1, width: 2, height: 1 })).toEqual(picture([5, 6]));
  });

  it('loses its grain, and keeps its lines where it has none', () => {
    const rows = Array.from({ length: 60 }, (_, y) =>
      Array.from({ length: 57 }, (_, x) => (y % 20 < 4 ? 0 : x % 7 === 3 && y % 5 === 2 ? 10 : 250)),
    );
    const grainy = picture(...rows);
    expect(withoutGrain(grainy).pixels.filter((pixel) => pixel === 10)).toHaveLength(0);
    const clean = picture(...rows.map((row) => row.map((pixel) => (pixel === 10 ? 250 : pixel))));
    expect(withoutGrain(clean)).toBe(clean);
  });

  it('of two pages is told from one by the gap in the middle', () => {
    const sheet = (isInk: (x: number) => boolean, width = 300) =>
      picture(...Array.from({ length: 200 }, (_, y) => Array.from({ length: width }, (_, x) => (y % 10 < 5 && isInk(x) ? 0 : 255))));
    const gap = sheet((x) => x > 10 && x < 290 && Math.abs(x - 155) > 8);
    expect(pagesOf(gap).map(({ width }) => width)).toEqual([156, 144]);
    expect(pagesOf(sheet((x) => x > 10 && x < 290))).toHaveLength(1);
    expect(pagesOf(sheet((x) => Math.abs(x - 100) > 8, 200))).toHaveLength(1);
  });
});

describe('a PNG', () => {
  it('becomes the same shades of grey, whatever filters its rows have', () => {
    const canvas = createCanvas(40, 30);
    const context = canvas.getContext('2d');
    const gradient = context.createLinearGradient(0, 0, 40, 30);
    gradient.addColorStop(0, '#000');
    gradient.addColorStop(1, '#fff');
    context.fillStyle = gradient;
    context.fillRect(0, 0, 40, 30);
    const { data } = context.getImageData(0, 0, 40, 30);
    const decoded = decodePng(canvas.toBuffer('image/png'));
    expect([decoded.width, decoded.height]).toEqual([40, 30]);
    for (const [index, pixel] of decoded.pixels.entries()) expect(Math.abs(pixel - data[index * 4]!)).toBeLessThanOrEqual(1);
  });

  it('has white paper where it has nothing', () => {
    expect(decodePng(createCanvas(3, 2).toBuffer('image/png')).pixels).toEqual(new Uint8Array(6).fill(255));
  });
});

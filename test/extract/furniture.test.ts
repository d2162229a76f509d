import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { findFurniture } from '../../src/extract/furniture.js';
import { normalise } from '../../src/normalise/normalise.js';
import { LIMITS, newPage, pdf, utf8 } from './make-files.js';

const folder = 'fixtures/van-trach/sources/essays';
const essays = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
/** Long enough for several pages of lines as a PDF has them. */
const prose = essays.slice(0, 3).join(' ').replace(/\s+/g, ' ');
const lines = prose.match(/.{40,72}(?= )/gu)!.map((line) => line.trim());

async function furnitureOf(text: string): Promise<string[]> {
  const { furniture } = await extract(utf8(text), 'bai.txt', LIMITS);
  return furniture.map(({ start, end }) => text.slice(start, end));
}

/** The lines with what `between` gives after every `size` of them; `page` counts from 1. */
const inPages = (size: number, between: (page: number) => string): string =>
  lines.map((line, i) => (i % size === size - 1 ? `${line}\n${between((i + 1) / size)}` : line)).join('\n');

/** Different words without digits. */
const namesOf = (count: number): string[] =>
  Array.from({ length: count }, (_, i) =>
    [...i.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join(''),
  );

describe('furniture of a text without page borders', () => {
  it.each([
    ['numbers', 25, (page: number) => `${page}`],
    ['numbers between dashes', 22, (page: number) => `- ${page} -`],
    ['numbers of so many', 25, (page: number) => `Trang ${page}/20`],
  ])('is found: %s', async (_, size, between) => {
    const text = inPages(size, between);
    const pages = Math.floor(lines.length / size);
    expect(pages).toBeGreaterThan(3);
    expect(await furnitureOf(text)).toEqual(Array.from({ length: pages }, (_, i) => between(i + 1)));
  });

  it('is found: a running head beside the number, and one alone that parts sentences', async () => {
    const beside = await furnitureOf(inPages(25, (page) => `Trang ${page}/9\nBài thu hoạch học tập Nghị quyết`));
    expect(new Set(beside.filter((line) => !line.startsWith('Trang')))).toEqual(new Set(['Bài thu hoạch học tập Nghị quyết']));
    const alone = await furnitureOf(inPages(23, () => 'Đảng bộ xã Vân Trạch'));
    expect(new Set(alone)).toEqual(new Set(['Đảng bộ xã Vân Trạch']));
  });

  it('is masked: the tokens and sentences are those of the text without it', async () => {
    const text = inPages(25, (page) => `\nTrang ${page}/9\n\nBài thu hoạch học tập Nghị quyết\n`);
    const { furniture } = await extract(utf8(text), 'bai.txt', LIMITS);
    const [masked, clean] = [normalise(text, furniture), normalise(lines.join('\n'))];
    expect(masked.tokens.map(({ key }) => key)).toEqual(clean.tokens.map(({ key }) => key));
    expect(masked.sentences.map(({ endToken }) => endToken)).toEqual(clean.sentences.map(({ endToken }) => endToken));
  });

  it.each([
    ['an address', (page: number) => (page > 0 ? 'Kính thưa các đồng chí!' : '')],
    ['a heading of sections', () => 'Nhiệm vụ:'],
    ['a heading without a colon after a full stop', () => '.\nLiên hệ bản thân\n1. Việc đã làm'],
    ['numbers of a list', (page: number) => `${page}.`],
    ['numbered questions', (page: number) => `Câu ${page}`],
    ['a date', () => 'Ngày 12 tháng 8 năm 2026.'],
  ])('is not: %s', async (_, between) => {
    expect(await furnitureOf(inPages(25, between))).toEqual([]);
  });

  it('is not: numbers and words in the cells of a table', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i + 1}\nHộ ông Lò Văn ${i}\nđạt\n120`).join('\n');
    expect(await furnitureOf(`${prose}\n${rows}\n${prose}`)).toEqual([]);
  });

  // A square would take minutes in these, and as many gaps at once overflow the stack.
  it.each([
    ['the same line over and over', 'a\n'.repeat(199_999)],
    ['a long list of names, three times', `${namesOf(40_000).join('\n')}\n`.repeat(3)],
    ['pages of one line', 'a\n\f'.repeat(160_000)],
  ])('is not: %s', (_, text) => {
    expect(findFurniture(text, [])).toEqual([]);
  });

  it('is found: a head of many lines that part sentences', async () => {
    const head = ['Đảng bộ xã Vân Trạch', 'Chi bộ Đồng Tâm', 'Tổ đảng số bảy'];
    const found = await furnitureOf(inPages(23, () => head.join('\n')));
    expect(new Set(found)).toEqual(new Set(head));
  });

  it('is not: anything in the essays of the sample campaign', async () => {
    for (const text of essays) expect(await furnitureOf(text)).toEqual([]);
  });
});

describe('furniture of pages', () => {
  const pages = [lines.slice(0, 20), lines.slice(20, 40), lines.slice(40, 60)].map((page) => page.join('\n'));

  it('is found at the edges between form feeds, and what repeats inside a page stays', async () => {
    const text = pages.map((page, i) => `ĐẢNG BỘ XÃ VÂN TRẠCH\nKỳ 2 - ${i + 4}\n${page}\nĐạt\n${page.slice(0, 80)}`).join('\n\f');
    const found = await furnitureOf(text);
    expect(found).toEqual([4, 5, 6].flatMap((page) => ['ĐẢNG BỘ XÃ VÂN TRẠCH', `Kỳ 2 - ${page}`]));
  });

  it('is found in a PDF with head and foot', async () => {
    const bytes = await pdf([pages[0]!, newPage(pages[1]!), newPage(pages[2]!)], {
      header: 'Bài thu hoạch của chi bộ Đồng Tâm',
      footer: (page: number, count: number) => `${page} / ${count}`,
    });
    const { text, furniture } = await extract(bytes, 'bai.pdf', LIMITS);
    expect(furniture.map(({ start, end }) => text.slice(start, end)).sort()).toEqual([
      '1 / 3',
      '2 / 3',
      '3 / 3',
      ...Array.from({ length: 3 }, () => 'Bài thu hoạch của chi bộ Đồng Tâm'),
    ]);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { excludedSpans } from '../../src/exclude/exclude.js';
import { QUOTED, TEMPLATE } from '../../src/model/tokens.js';
import { markedSequence } from '../support/sequences.js';

const resolution = readFileSync('fixtures/van-trach/sources/nghi-quyet.txt', 'utf8');
const form = readFileSync('fixtures/van-trach/sources/mau-bai-thu-hoach.txt', 'utf8');
const sentence = 'Phòng ngừa là chính, phân loại tại nguồn là khâu then chốt của mọi việc thu gom rác thải ở xã';
const own = 'Sáng thứ bảy tuần trước mẹ tôi gánh hai thúng khoai ra chợ huyện bán lấy tiền mua phân cho vụ sau';

const excluded = (text: string, references: readonly string[], templates: readonly string[] = []): string[] =>
  excludedSpans(markedSequence(text, references, templates)).map(({ start, end }) => text.slice(start, end));

describe('quotes', () => {
  it('are set apart, and only they', () => {
    expect(excluded(`${own}. ${sentence}. ${own}.`, [sentence])).toEqual([sentence]);
  });

  it('are set apart also with a few words changed, dropped or added, without marks, in capitals', () => {
    const edited = sentence.replace('khâu', 'việc').replace('của mọi ', '').replace('rác thải', 'mọi rác thải');
    expect(excluded(`${own}. ${edited}. ${own}.`, [sentence])).toEqual([edited]);
    const bare = sentence.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
    expect(excluded(`${own}. ${bare}. ${own}.`, [sentence])).toEqual([bare]);
  });

  it('need eight syllables: shorter turns of phrase are anybody’s own', () => {
    const words = sentence.replaceAll(',', '').split(' ');
    expect(excluded(`${own} ${words.slice(0, 7).join(' ')} ${own}`, [sentence])).toEqual([]);
    expect(excluded(`${own} ${words.slice(0, 8).join(' ')} ${own}`, [sentence])).toHaveLength(1);
  });

  it('do not swallow a sentence of one’s own between two of them', () => {
    expect(excluded(`${sentence}. ${own}. ${sentence}.`, [sentence])).toEqual([sentence, sentence]);
  });

  it('cover nearly all of the resolution itself', () => {
    const { kinds } = markedSequence(resolution, [resolution]);
    expect(kinds.filter((kind) => kind === QUOTED).length / kinds.length).toBeGreaterThan(0.99);
  });
});

describe('form text', () => {
  it('is found with what was filled in, in an essay of the campaign', () => {
    const essay = readFileSync('fixtures/van-trach/sources/essays/01-giao-vien.txt', 'utf8');
    const marked = markedSequence(essay, [], [form]);
    const text = excludedSpans(marked)
      .map(({ start, end }) => essay.slice(start, end))
      .join(' … ');
    for (const line of ['HUYỆN ỦY VÂN TRẠCH', 'BÀI THU HOẠCH', 'Câu 1', 'Câu 2', 'Câu 3']) expect(text).toContain(line);
    expect(marked.kinds.filter((kind) => kind === TEMPLATE).length / marked.kinds.length).toBeLessThan(0.45);
  });
});

it('marks nothing without references', () => {
  expect(excluded(`${own}. ${sentence}.`, [])).toEqual([]);
});

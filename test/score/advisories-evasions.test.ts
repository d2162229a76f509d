import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../scripts/random.mjs';
import { QUOTED } from '../../src/model/tokens.js';
import { normalise } from '../../src/normalise/normalise.js';
import type { AdvisoryInput } from '../../src/score/advisories.js';
import { advise } from './advise.js';

const essay = readFileSync('fixtures/van-trach/sources/essays/01-giao-vien.txt', 'utf8').normalize('NFC');
function told(text: string, changed: Partial<AdvisoryInput> = {}) {
  return advise(text, changed).map(({ code, text: said, spans }) => ({
    code,
    said,
    shown: spans.map(({ start, end }) => text.slice(start, end)),
  }));
}

const random = createRandom(5);
const inWords = (share: number, inserted: string) =>
  essay.replace(/(\p{L})(?=\p{L})/gu, (letter) => (random() < share ? letter + inserted : letter));
const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

describe('ways of writing that were undone', () => {
  it.each([
    ['replaced-characters', essay.replace(/[ao]/g, (letter) => (letter === 'a' ? 'а' : 'о')), /^[ао]+$/],
    ['replaced-characters', essay.replaceAll('n', 'ｎ'), /^ｎ+$/],
    ['invisible-characters', inWords(0.05, '\u200b'), /^\u200b$/],
    ['lost-spaces', essay.replace(/(?<=\p{L}) (?=\p{L})/gu, (space) => (random() < 0.1 ? '' : space)), /^\p{L}{3,}$/u],
    ['spaced-letters', essay.replace(/\p{L}+/gu, (word) => (random() < 0.1 ? [...word].join(' ') : word)), /^\p{L}( \p{L})+$/u],
    ['no-diacritics', withoutMarks(essay), /^\P{M}{20,}$/u],
  ])('are told with their number and places: %s', (code, text, place) => {
    const found = told(text);
    expect(found.map((one) => one.code)).toEqual([code]);
    const { said, shown } = found[0]!;
    expect(said).toMatch(/^Có [\d.]+ (chỗ|chữ|câu) /);
    for (const one of shown) expect(one).toMatch(place);
    if (shown.length < 50) expect(said).toContain(`Có ${shown.length} `);
  });

  it('are told of decoded passages wherever there is one', () => {
    expect(told(essay, { decoded: [{ start: 10, end: 60 }] })).toEqual([
      { code: 'decoded-text', said: expect.stringContaining('Có 1 đoạn'), shown: [essay.slice(10, 60)] },
    ]);
  });

  it('are told apart when there are several', () => {
    const text = `${inWords(0.05, '\u00ad')}\n${withoutMarks(essay)}`;
    expect(told(text).map(({ code }) => code)).toEqual(['invisible-characters', 'no-diacritics']);
  });

  it('are not told of what software leaves in honest essays', () => {
    const left = essay
      .replace('cái', 'c\u00adái')
      .replaceAll('. ', '.\u00a0')
      .replaceAll('\n', '\u200b\n\ufeff')
      .replace('gia đình', 'giađình')
      .replace('trách nhiệm', 'tráchnhiệm');
    for (const text of [essay, left, essay.normalize('NFD'), essay.toUpperCase()]) expect(told(text)).toEqual([]);
    expect(told(`B À I  T H U  H O Ạ C H\n${essay}`)).toEqual([]);
  });
});

it('an essay that is nearly all quotes is told so, with the figure and what it is judged on', () => {
  const { tokens } = normalise(essay);
  const kinds = Uint8Array.from(tokens, (_, i) => (i < tokens.length - 20 ? QUOTED : 0));
  const [found] = told(essay, { kinds });
  expect(found!.code).toBe('restates-resolution');
  expect(found!.said).toContain(`${Math.floor((100 * (tokens.length - 20)) / tokens.length)}%`);
  expect(found!.said).toContain('phần còn lại, 20 âm tiết');
});

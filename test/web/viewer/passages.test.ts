import { describe, expect, it } from 'vitest';
import { advisoryLayers, cutEssay, passageLayers, quoteLayers, themeLayers } from '../../../src/web/viewer/essay-layers.js';
import { cutByLayers } from '../../../src/web/viewer/layers.js';
import { paragraphsOf } from '../../../src/web/viewer/paragraphs.js';
import { bandOf, findPair, type MatchView, numberPassages, sortMatches } from '../../../src/web/viewer/passages.js';

const passage = (from: number, to: number, identical = 1): MatchView['passages'][number] => ({
  this: { start: from, end: from + 10 },
  that: { start: to, end: to + 12 },
  syllables: 3,
  identical,
  weight: 3,
});

const match = (id: string, share: number, passages: MatchView['passages'] = [], kind: MatchView['kind'] = 'submission'): MatchView => ({
  id,
  file: `${id}.docx`,
  kind,
  similarityOfThis: share,
  similarityOfThat: share / 2,
  passages,
});

const SOURCE = { kind: 'reference', document: 'Nghị quyết 09-NQ/HU', section: 'II.3', paragraph: 9, text: '' } as const;
const quoted = (start: number, end: number) => ({ quotes: [{ start, end, source: 0 }], sources: [SOURCE] });

describe('bands', () => {
  it.each([
    [0.49, 0],
    [0.5, 1],
    [0.699, 1],
    [0.7, 2],
    [0.9, 2],
    [0.901, 3],
    [1, 3],
  ])('put %d into %d', (identical, band) => expect(bandOf(identical)).toBe(band));
});

describe('layers', () => {
  it('give each piece the first one that covers it', () => {
    const layers = [
      { start: 2, end: 6, label: 'a' },
      { start: 4, end: 9, label: 'b' },
    ];
    expect(cutByLayers({ start: 0, end: 8 }, layers)).toEqual([
      { start: 0, end: 2, label: null },
      { start: 2, end: 6, label: 'a' },
      { start: 6, end: 8, label: 'b' },
    ]);
  });

  it('number each passage of an essay once, the strongest match on top', () => {
    const matches = [match('b', 0.2, [passage(0, 0), passage(40, 0)]), match('a', 0.6, [passage(5, 0, 0.6)])];
    const pieces = cutEssay(60, [...passageLayers(numberPassages(matches)), ...quoteLayers(quoted(30, 45))]);
    const told = pieces.map(({ start, end, label, opens }) => {
      const name = label?.kind === 'passage' ? `${label.numbered.matchNumber}.${label.numbered.passage.number}` : label?.kind;
      return `${start}-${end} ${name ?? ''}${opens ? '!' : ''}`;
    });
    expect(told).toEqual(['0-5 2.1!', '5-15 1.1!', '15-30 ', '30-40 quoted!', '40-50 2.2!', '50-60 ']);
  });

  it('mark a sentence once that speaks for two themes, with the words of each', () => {
    const sentence = { start: 3, end: 9 };
    const said = (words: readonly (readonly [number, number])[]) => ({
      ...sentence,
      text: '',
      words: words.map(([start, end]) => ({ start, end })),
    });
    const other = { start: 0, end: 2, text: '', words: [] };
    const [layer, ...rest] = themeLayers(
      [
        { evidence: [said([[3, 5]])], discounted: [] },
        { evidence: [other, said([[7, 9]])], discounted: [] },
      ],
      { quotes: [], sources: [] },
    );
    expect(layer?.label).toEqual({
      kind: 'evidence',
      marks: [
        { theme: 0, place: 0 },
        { theme: 1, place: 1 },
      ],
      words: [
        { start: 3, end: 5, label: 0 },
        { start: 7, end: 9, label: 1 },
      ],
      off: [],
    });
    expect(rest).toHaveLength(1);
  });

  it('give every stretch that earned nothing a place to lead to, also inside a sentence or another stretch', () => {
    const evidence = [{ start: 0, end: 10, text: '', words: [] }];
    const stretch = (start: number, end: number, because: 'quoted' | 'copied') => ({ start, end, text: '', because });
    const layers = themeLayers(
      [
        { evidence, discounted: [stretch(20, 40, 'quoted')] },
        { evidence: [], discounted: [stretch(25, 30, 'copied'), stretch(35, 50, 'quoted'), stretch(0, 10, 'copied')] },
      ],
      quoted(18, 50),
    );
    const sources = layers.flatMap(({ label }) => (label.kind === 'discounted' ? label.source?.section : []));
    expect(sources).toEqual(['II.3', 'II.3']);
    const pieces = cutEssay(60, [...layers, ...quoteLayers(quoted(18, 50))]);
    const told = pieces.map(({ start, end, label, opens }) => {
      const off = label?.kind === 'evidence' ? label.off : label?.kind === 'discounted' ? label.marks : [];
      return `${start}-${end} ${label?.kind ?? ''} ${opens ? off.map(({ theme, place, because }) => `${theme}.${place} ${because}`) : ''}`.trim();
    });
    expect(told).toEqual([
      '0-10 evidence 1.2 copied',
      '10-18',
      '18-20 quoted',
      '20-40 discounted 0.0 quoted,1.0 copied',
      '40-50 discounted 1.1 quoted',
      '50-60',
    ]);
  });

  it('mark neighbouring odd characters together', () => {
    const spans = [1, 2, 3, 8].map((start) => ({ start, end: start + 1 }));
    expect(advisoryLayers([{ spans }]).map(({ start, end }) => [start, end])).toEqual([
      [1, 4],
      [8, 9],
    ]);
  });
});

describe('a pair', () => {
  const known = match('b', 0.8, [passage(30, 0), passage(5, 50)]);

  it('is told from the left text, its passages numbered in the order of that text', () => {
    const pair = findPair('a', 'b', { left: [known] });
    expect(pair).toMatchObject({ shareOfFirst: 0.8, shareOfSecond: 0.4 });
    expect(pair?.passages.map(({ number, first, second }) => [number, first.start, second.start])).toEqual([
      [1, 5, 50],
      [2, 30, 0],
    ]);
  });

  it('is turned around where only the right text names the left one', () => {
    const pair = findPair('b', 'a', { left: [], right: [known] });
    expect(pair).toMatchObject({ shareOfFirst: 0.4, shareOfSecond: 0.8 });
    expect(pair?.passages.map(({ number, first, second }) => [number, first.start, second.start])).toEqual([
      [1, 0, 30],
      [2, 50, 5],
    ]);
  });

  it('is nothing where neither names the other', () => {
    expect(findPair('a', 'c', { left: [known], right: [] })).toBeNull();
  });
});

describe('matches', () => {
  it('stand strongest first, earlier attempts last', () => {
    const sorted = sortMatches([match('x', 0.1), match('y', 0.9, [], 'earlier-attempt'), match('z', 0.5)]);
    expect(sorted.map(({ id }) => id)).toEqual(['z', 'x', 'y']);
  });
});

describe('paragraphs', () => {
  const shown = (text: string): string[] => paragraphsOf(text).map(({ start, end }) => text.slice(start, end));

  it('are parted by empty lines', () => {
    expect(shown('Một\n\nHai\n \nBa')).toEqual(['Một', 'Hai', 'Ba']);
  });

  it('are lines of their own where no layout has broken them', () => {
    const [one, two] = ['Tôi '.repeat(60), 'Chúng ta '.repeat(40)];
    expect(shown(`BÀI THU HOẠCH\n${one}\n${two}`)).toEqual(['BÀI THU HOẠCH', one, two]);
  });

  it('are put together again where the lines of a page end', () => {
    const line = 'x'.repeat(70);
    const text = `TIÊU ĐỀ\n${line}\n${line}\nhết đoạn.\n${line}\nhết.`;
    expect(shown(text)).toEqual(['TIÊU ĐỀ', `${line}\n${line}\nhết đoạn.`, `${line}\nhết.`]);
  });

  it('lose no letter', () => {
    const text = 'a\n\n\nb c\n d \n\n';
    expect(shown(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });
});

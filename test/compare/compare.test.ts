import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignPair, mirror } from '../../src/compare/align-pair.js';
import { comparePair } from '../../src/compare/compare-pair.js';
import { jaccard } from '../../src/compare/jaccard.js';
import { tokenRarity, tokenWeight } from '../../src/compare/rarity.js';
import { carryOver, copiedFigures, countOwn, plainWeights, rareWeights } from '../../src/compare/shares.js';
import { DETECTION_SETTINGS } from '../../src/model/settings.js';
import type { MarkedSequence } from '../../src/model/tokens.js';
import { markedSequence, ownSequence } from '../support/sequences.js';
import { essayText, madeUpText } from '../support/vietnamese.js';

const settings = DETECTION_SETTINGS.compare;
const { rarity: raritySettings } = DETECTION_SETTINGS;

function compare(first: MarkedSequence, second: MarkedSequence) {
  const runs = alignPair(first, second, settings);
  const weights = plainWeights(first.ids.length, runs);
  return comparePair(
    { first, second, runs, weights, otherWeights: carryOver(runs, weights, second.ids.length) },
    { ...settings, minimumOwn: 0 },
  );
}

describe('a pair', () => {
  it('is aligned the same from both sides, and its shares lie in 0..1', () => {
    fc.assert(
      fc.property(essayText, essayText, (one, other) => {
        const [first, second] = [ownSequence(one), ownSequence(other)];
        expect(alignPair(second, first, settings)).toEqual(alignPair(first, second, settings).map(mirror));
        const [figures, swapped] = [compare(first, second), compare(second, first)];
        expect(swapped.similarityOfFirst).toBe(figures.similarityOfSecond);
        for (const share of [figures.similarityOfFirst, figures.similarityOfSecond]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        for (const passage of figures.passages) {
          expect(passage.identical).toBeGreaterThan(0);
          expect(passage.identical).toBeLessThanOrEqual(1);
          expect(passage.weight).toBeLessThanOrEqual(passage.syllables);
        }
      }),
    );
  });

  it('of equal texts is equal altogether, in one passage', () => {
    const text = madeUpText(1, 300);
    const { similarityOfFirst, similarityOfSecond, passages } = compare(ownSequence(text), ownSequence(text));
    expect([similarityOfFirst, similarityOfSecond]).toEqual([1, 1]);
    expect(passages).toHaveLength(1);
    expect(passages[0]).toMatchObject({ syllables: 300, identical: 1, first: { start: 0 }, second: { start: 0 } });
  });

  it('of a half-copied essay shows the half, at its place', () => {
    const source = madeUpText(1, 200);
    const half = source.split(' ').slice(50, 150).join(' ');
    const essay = `${madeUpText(2, 100)} ${half}`;
    const { similarityOfFirst, similarityOfSecond, passages } = compare(ownSequence(essay), ownSequence(source));
    expect(similarityOfFirst).toBeCloseTo(0.5, 1);
    expect(similarityOfSecond).toBeCloseTo(0.5, 1);
    expect(passages).toHaveLength(1);
    expect(essay.slice(passages[0]!.first.start, passages[0]!.first.end)).toBe(half.replace(/\.$/, ''));
  });

  it('takes its shares over own words, and shows nothing that both quote', () => {
    const quote = madeUpText(3, 100);
    const [one, other] = [madeUpText(1, 100), madeUpText(2, 100)].map((own) => markedSequence(`${own} ${quote}`, [quote])) as [
      MarkedSequence,
      MarkedSequence,
    ];
    expect(countOwn(one)).toBe(100);
    expect(compare(one, other)).toEqual({ similarityOfFirst: 0, similarityOfSecond: 0, passages: [] });
  });

  it('shows what a quote cut off from a passage, not a formula that stands elsewhere', () => {
    const source = madeUpText(1, 60);
    const words = source.split(' ');
    const quote = madeUpText(3, 40);
    const formula = madeUpText(9, 10);
    // Thirty words, a quote, twelve words more; far from them a formula that the source has too.
    const essay = `${words.slice(0, 30).join(' ')} ${quote} ${words.slice(30, 42).join(' ')} ${madeUpText(2, 300)} ${formula} ${madeUpText(4, 20)}`;
    const first = markedSequence(essay, [quote]);
    const second = ownSequence(`${source} ${madeUpText(5, 300)} ${formula}`);
    expect(compare(first, second).passages.map(({ syllables }) => syllables)).toEqual([30, 12]);
  });

  it('with a text that has no own word has no share for it', () => {
    const quote = madeUpText(3, 100);
    expect(compare(markedSequence(quote, [quote]), ownSequence(quote))).toEqual({
      similarityOfFirst: null,
      similarityOfSecond: 0,
      passages: [],
    });
  });
});

describe('rarity', () => {
  const wording = (frequencies: readonly number[], units: number, stock: readonly number[] = []) => ({
    fingerprints: {
      hashes: Uint32Array.from(frequencies, (_, i) => i + 1),
      positions: Uint32Array.from(frequencies, (_, i) => i * 10),
    },
    kgram: 5,
    frequencies: Uint32Array.from(frequencies),
    units,
    stock: new Set(stock),
  });
  const at = (frequency: number, units: number): number => tokenRarity(1, wording([frequency], units), raritySettings)[0]!;

  it('is full for the wording of a single other unit, however small the corpus', () => {
    expect([at(0, 0), at(1, 1), at(1, 5), at(1, 1_000)]).toEqual([1, 1, 1, 1]);
  });

  it('falls as more units have the wording, to nothing when all have it', () => {
    const falling = [10, 50, 200, 1_000].map((frequency) => at(frequency, 999));
    expect(falling).toEqual([...falling].sort((a, b) => b - a));
    expect(falling[0]).toBe(1);
    expect(falling.at(-1)).toBe(0);
  });

  it('of a token is that of the nearest fingerprint', () => {
    const rarity = tokenRarity(30, wording([1, 500, 1], 500), raritySettings);
    expect(rarity[0]).toBe(1);
    expect(rarity[12]).toBeLessThan(0.01);
    expect(rarity[29]).toBe(1);
  });

  it('is small for a well-known phrase that a small corpus cannot know', () => {
    expect(tokenRarity(1, wording([0], 0, [1]), raritySettings)[0]).toBeCloseTo(raritySettings.stock);
  });

  it('gives way to length: what half a campaign took from outside counts in full', () => {
    expect(tokenWeight(0.1, 20, raritySettings)).toBeCloseTo(0.1);
    expect(tokenWeight(0.1, 160, raritySettings)).toBe(1);
    expect(tokenWeight(1, 8, raritySettings)).toBe(1);
  });
});

describe('copied figures', () => {
  const passage = (syllables: number, weight: number) => ({
    first: { start: 0, end: 1 },
    second: { start: 0, end: 1 },
    syllables,
    identical: 1,
    weight,
  });
  const weights = (length: number, [from, to]: readonly [number, number]) => new Float32Array(length).fill(1, from, to);

  it('take the heaviest source for best and all of them, each word once, for union; a long run of formulas is no run', () => {
    const figures = copiedFigures(
      400,
      [
        { weights: weights(400, [0, 100]), passages: [passage(60, 55), passage(120, 20)] },
        { weights: weights(400, [50, 200]), passages: [passage(100, 90)] },
      ],
      settings,
    );
    expect(figures).toEqual({ best: 150 / 400, union: 200 / 400, longestRun: 100 });
  });

  it('are taken over at least 150 own words, so that a few lines are no large share', () => {
    expect(copiedFigures(30, [{ weights: weights(30, [0, 30]), passages: [passage(30, 30)] }], settings).best).toBeCloseTo(30 / 150);
  });

  it('are unknown, not zero, for an essay without own words', () => {
    expect(copiedFigures(0, [], settings)).toEqual({ best: null, union: null, longestRun: null });
  });

  it('do not count turns of phrase of a few syllables', () => {
    const shared = madeUpText(5, 7);
    const [first, second] = [
      `${madeUpText(1, 100)} ${shared} ${madeUpText(2, 100)}`,
      `${madeUpText(3, 100)} ${shared} ${madeUpText(4, 100)}`,
    ].map(ownSequence) as [MarkedSequence, MarkedSequence];
    const runs = alignPair(first, second, settings);
    expect(runs.length).toBeGreaterThan(0);
    const counted = rareWeights(runs, [new Float32Array(first.ids.length).fill(1), null], DETECTION_SETTINGS);
    expect(counted.every((weight) => weight === 0)).toBe(true);
  });
});

it('jaccard is the share of common shingles, unknown for two texts without any', () => {
  expect(jaccard(new Set([1, 2, 3]), new Set([2, 3, 4]))).toBe(0.5);
  expect(jaccard(new Set(), new Set([1]))).toBe(0);
  expect(jaccard(new Set(), new Set())).toBeNull();
});

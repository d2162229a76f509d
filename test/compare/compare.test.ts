import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignPair, mirror } from '../../src/compare/align-pair.js';
import { comparePair } from '../../src/compare/compare-pair.js';
import { jaccard } from '../../src/compare/jaccard.js';
import { tokenRarity, tokenWeight } from '../../src/compare/rarity.js';
import { carryOver, copiedFigures, plainWeights, rareWeights } from '../../src/compare/shares.js';
import { DETECTION_SETTINGS } from '../../src/model/settings.js';
import { type MarkedSequence, OWN } from '../../src/model/tokens.js';
import { markedSequence, ownSequence } from '../support/sequences.js';
import { essayText, madeUpText } from '../support/vietnamese.js';

const settings = DETECTION_SETTINGS.compare;
const { rarity: raritySettings } = DETECTION_SETTINGS;

function compare(first: MarkedSequence, second: MarkedSequence) {
  const runs = alignPair(first, second, settings);
  const own = plainWeights(runs, [first, second]);
  const weights = [own, carryOver(runs, own, second.ids.length)] as const;
  return comparePair(
    { first: { ...first, rarity: null }, second: { ...second, rarity: null }, runs, matched: weights, counted: weights },
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
        const sides = swapped.passages.map(({ first: one, second: other, weight }) => [other.start, other.end, one.start, one.end, weight]);
        expect(sides.sort()).toEqual(
          figures.passages.map((one) => [one.first.start, one.first.end, one.second.start, one.second.end, one.weight]).sort(),
        );
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
    expect(one.kinds.filter((kind) => kind === OWN)).toHaveLength(100);
    expect(compare(one, other)).toEqual({ similarityOfFirst: 0, similarityOfSecond: 0, passages: [], pieces: [], longestRun: 0, runs: [] });
  });

  it('shows what a quote cut off from a passage, and nothing of a pair that has only such pieces in common', () => {
    const words = madeUpText(1, 60).split(' ');
    const quote = madeUpText(3, 40);
    // Thirty words, a quote, twelve words more.
    const essay = `${words.slice(0, 30).join(' ')} ${quote} ${words.slice(30, 42).join(' ')} ${madeUpText(2, 300)}`;
    const first = markedSequence(essay, [quote]);
    const lengths = (other: string): number[] => compare(first, ownSequence(other)).passages.map(({ syllables }) => syllables);
    expect(lengths(`${words.join(' ')} ${madeUpText(5, 300)}`)).toEqual([30, 12]);
    expect(lengths(`${words.slice(30, 42).join(' ')} ${madeUpText(5, 300)}`)).toEqual([]);
  });

  it('goes on over the resolution’s terms in the midst of it, which weigh nothing', () => {
    const term = madeUpText(7, 12);
    const [head, tail] = [madeUpText(1, 16), madeUpText(2, 16)];
    const [first, second] = [3, 4].map((seed) => markedSequence(`${madeUpText(seed, 80)} ${head} ${term} ${tail}`, [term])) as [
      MarkedSequence,
      MarkedSequence,
    ];
    const { passages, similarityOfFirst } = compare(first, second);
    expect(passages).toMatchObject([{ syllables: 44, identical: 1, weight: 32 }]);
    expect(similarityOfFirst).toBeCloseTo(32 / 112);
  });

  it('is shown for one verbatim sentence, not for one in which both use the same terms', () => {
    const words = madeUpText(1, 24).split(' ');
    const edited = words.map((word, i) => (i % 6 === 5 ? 'khac' : word));
    const [sentence, terms] = [words, edited].map((one) => ownSequence(`${madeUpText(2, 100)} ${one.join(' ')} ${madeUpText(3, 100)}`));
    const other = ownSequence(`${madeUpText(4, 100)} ${words.join(' ')} ${madeUpText(5, 100)}`);
    expect(compare(sentence!, other).passages).toHaveLength(1);
    expect(compare(terms!, other).passages).toEqual([]);
  });

  it('shows a passage up to the foot of a page and from below the next head, and counts it as one run', () => {
    const words = madeUpText(1, 80).split(' ');
    const text = `${words.slice(0, 40).join(' ')}\nTrang 3/7\nBài thu hoạch học tập\n${words.slice(40).join(' ')}`;
    const head = text.indexOf('Trang');
    const body = text.indexOf(words[40]!, head + 30);
    const all = ownSequence(text);
    const own = [...all.starts.keys()].filter((i) => all.starts[i]! < head || all.starts[i]! >= body);
    const pick = (array: Uint32Array) => Uint32Array.from(own, (i) => array[i]!);
    const paged = { ids: pick(all.ids), starts: pick(all.starts), ends: pick(all.ends), kinds: new Uint8Array(own.length) };
    const { passages, longestRun } = compare(paged, ownSequence(words.join(' ')));
    expect(passages.map(({ first }) => [first.start, first.end])).toEqual([
      [0, head - 1],
      [body, text.length].map((place, i) => (i === 1 ? place - (text.endsWith('.') ? 1 : 0) : place)),
    ]);
    expect(longestRun).toBe(80);
  });

  it('shows a passage also where wide blanks stand after every few words', () => {
    const words = madeUpText(1, 80).split(' ');
    const spread = words.map((word, i) => word + (i % 7 === 6 ? ' '.repeat(30) : ' ')).join('');
    const [first, second] = [ownSequence(spread), ownSequence(words.join(' '))];
    expect(compare(first, second).passages).toHaveLength(1);
    expect(compare(second, first)).toMatchObject({ longestRun: 80, passages: [{ syllables: 80 }] });
  });

  it('shows a passage once, however often the other text says the same', () => {
    const passage = madeUpText(1, 40);
    const once = ownSequence(`${madeUpText(2, 50)} ${passage} ${madeUpText(3, 50)}`);
    const thrice = ownSequence([4, 5, 6].map((seed) => `${madeUpText(seed, 50)} ${passage}`).join(' '));
    expect(compare(once, thrice).passages).toHaveLength(1);
    expect(compare(thrice, once).passages).toHaveLength(1);
    expect(compare(thrice, once).similarityOfFirst).toBeCloseTo(120 / 270, 2);
  });

  it('loses nothing of a copy in which every fourth word was replaced', () => {
    const words = madeUpText(1, 300).split(' ');
    const copy = words
      .map((word, i) =>
        i % 3 === 1
          ? madeUpText(1_000 + i, 1)
              .toLowerCase()
              .replace('.', '')
          : word,
      )
      .join(' ');
    const shown = compare(ownSequence(copy), ownSequence(words.join(' '))).passages.reduce((sum, { syllables }) => sum + syllables, 0);
    expect(shown).toBeGreaterThan(270);
  });

  it('with a text that has no own word has no share for it', () => {
    const quote = madeUpText(3, 100);
    expect(compare(markedSequence(quote, [quote]), ownSequence(quote))).toEqual({
      similarityOfFirst: null,
      similarityOfSecond: 0,
      passages: [],
      pieces: [],
      longestRun: 0,
      runs: [],
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

  it('does not change when one unit more hands in, but each time that their number has doubled', () => {
    expect(at(10, 120)).toBe(at(10, 199));
    expect(at(10, 199)).toBeLessThan(at(10, 200));
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
  const weights = (length: number, [from, to]: readonly [number, number]) => new Float32Array(length).fill(1, from, to);

  const essay = (length: number, rarity: Float32Array | null = null) => ({ kinds: new Uint8Array(length), rarity });

  it('take the heaviest source for best and all of them, each word once, for union', () => {
    const figures = copiedFigures(
      essay(400),
      [
        { weights: weights(400, [0, 100]), longestRun: 60 },
        { weights: weights(400, [50, 200]), longestRun: 100 },
      ],
      settings,
    );
    expect(figures).toEqual({ best: 150 / 400, union: 200 / 400, longestRun: 100 });
  });

  it('are taken over at least 150 own words, so that a few lines are no large share', () => {
    expect(copiedFigures(essay(30), [{ weights: weights(30, [0, 30]), longestRun: 30 }], settings).best).toBeCloseTo(30 / 150);
  });

  it('count common wording little on both sides of the fraction', () => {
    const rarity = new Float32Array(1_000).fill(1).fill(0, 600);
    const sources = [{ weights: weights(1_000, [0, 300]), longestRun: 300 }];
    expect(copiedFigures(essay(1_000, rarity), sources, settings).best).toBeCloseTo(0.5);
    // A long run counts however common it is; the fraction stays one.
    const all = [{ weights: weights(1_000, [0, 1_000]), longestRun: 1_000 }];
    expect(copiedFigures(essay(1_000, rarity), all, settings).best).toBe(1);
  });

  it('are unknown, not zero, for an essay without own words', () => {
    expect(copiedFigures(essay(0), [], settings)).toEqual({ best: null, union: null, longestRun: null });
  });

  it('do not count turns of phrase of a few syllables', () => {
    const shared = madeUpText(5, 7);
    const [first, second] = [
      `${madeUpText(1, 100)} ${shared} ${madeUpText(2, 100)}`,
      `${madeUpText(3, 100)} ${shared} ${madeUpText(4, 100)}`,
    ].map(ownSequence) as [MarkedSequence, MarkedSequence];
    const runs = alignPair(first, second, settings);
    expect(runs.length).toBeGreaterThan(0);
    const counted = rareWeights(
      runs,
      [
        { ...first, rarity: null },
        { ...second, rarity: null },
      ],
      DETECTION_SETTINGS,
    );
    expect(counted.every((weight) => weight === 0)).toBe(true);
  });
});

it('jaccard is the share of common shingles, unknown for two texts without any', () => {
  expect(jaccard(new Set([1, 2, 3]), new Set([2, 3, 4]))).toBe(0.5);
  expect(jaccard(new Set(), new Set([1]))).toBe(0);
  expect(jaccard(new Set(), new Set())).toBeNull();
});

import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../scripts/random.mjs';
import { type Figures, figuresOf, type Results } from '../../scripts/themes/figures.mjs';
import { type AssessedSet, assessSets, loadProduct, type Product, resultsOf } from '../../scripts/themes/product.mjs';
import { checkSame, measureSet, productJudge, scoreSet } from '../../scripts/themes/rescore.mjs';
import { fitRidge } from '../../scripts/themes/ridge.mjs';
import { type Labels, ownSets } from '../../scripts/themes/sets.mjs';

/** What the scores are asked of on every set. */
const ASKED: Readonly<Partial<Figures>> = { auc: 0.95, order: 0.9, f1: 0.88, evidence: 0.9, stuffing: 0.95 };

describe('labelled essays', () => {
  const folders = ownSets();
  let product: Product;
  let sets: readonly AssessedSet[] = [];
  beforeAll(async () => {
    product = await loadProduct();
    sets = await assessSets(product, folders);
  });
  const assessed = (folder: string): AssessedSet => sets[folders.indexOf(folder)]!;

  it.each(folders)('of %s have scores, evidence and met themes as people labelled them', (folder) => {
    const { overall } = figuresOf(assessed(folder).set.labels, resultsOf(assessed(folder)));
    const short = Object.keys(ASKED).filter((name) => !(overall[name as keyof Figures] >= ASKED[name as keyof Figures]!));
    expect(short, JSON.stringify(overall)).toEqual([]);
  });

  it.each(folders)('of %s are scored by what is measured of weights just as by the product', (folder) => {
    const measured = measureSet(product, assessed(folder));
    expect(() => checkSame(scoreSet(product, measured, productJudge(product)), resultsOf(assessed(folder)))).not.toThrow();
  });

  it.each(folders)('of %s show a theme with a few sentences, not with half of the essay', (folder) => {
    const { overall } = figuresOf(assessed(folder).set.labels, resultsOf(assessed(folder)));
    expect(overall.breadth).toBeLessThan(0.25);
  });
});

describe('the figures', () => {
  const text = 'Tôi nhận dạy chữ cho năm em trước ngày 30 tháng 9. Trời hôm ấy mưa to. Cả xóm ra đồng từ sớm.';
  const label = (one: 0 | 1 | 2, more: Partial<Labels> = {}): Labels => ({
    kinds: [],
    themes: { a: { label: one, evidence: one === 2 ? ['Tôi nhận dạy chữ cho năm em trước ngày 30 tháng 9.'] : [] } },
    ...more,
  });
  const overall = (labels: Record<string, Labels>, scores: Record<string, number>, evidence: readonly string[] = []): Figures => {
    const found = Object.entries(scores).map(([name, score]) => {
      const themes = new Map([['a', { score, met: score >= 0.5, evidence }]]);
      return [name, { text, themes }] as const;
    });
    const results: Results = new Map(found);
    return figuresOf(new Map(Object.entries(labels)), results).overall;
  };

  it('count pairs in the right order, ties half, and none of a 1 with a stuffed 0', () => {
    const labels = { x: label(2), y: label(1), z: label(0), w: label(0, { stuffed: ['a'] }) };
    const { auc, order } = overall(labels, { x: 0.6, y: 0.2, z: 0.6, w: 0.4 });
    expect(auc).toBeCloseTo(0.75);
    // 2 over 1; 2 over both 0, one of them a tie; the 1 below the 0 that is not stuffed.
    expect(order).toBeCloseTo(2.5 / 4);
  });

  it('take F1 of met against label 2, and leave out what people would argue about', () => {
    const labels = { x: label(2), y: label(2), z: label(1), w: label(0, { ambiguous: ['a'] }) };
    expect(overall(labels, { x: 0.9, y: 0.1, z: 0.7, w: 0.9 }).f1).toBeCloseTo(0.5);
  });

  it('take an essay for resisting when no stuffed theme of it is met, argued about or not', () => {
    const stuffed = { stuffed: ['a'], ambiguous: ['a'] };
    expect(overall({ x: label(0, stuffed), y: label(0, stuffed) }, { x: 0.7, y: 0.3 }).stuffing).toBeCloseTo(0.5);
  });

  it('take four words of a labelled sentence for evidence, three or the whole essay for none', () => {
    const hit = (shown: string): number => overall({ x: label(2) }, { x: 1 }, [shown]).evidence;
    expect(hit('dạy chữ cho năm')).toBe(1);
    expect(hit('DẠY CHỮ, cho năm'.normalize('NFD'))).toBe(1);
    expect(hit('tháng 9. Trời hôm ấy mưa')).toBe(0);
    expect(hit(text)).toBe(0);
  });
});

describe('learning', () => {
  const random = createRandom(5);
  /** As often as weights 2 and -1 beside a bias of -1.5 make it; the third value plays no part. */
  const observations = Array.from({ length: 3_000 }, () => {
    const values = [Number(random() < 0.4), 4 * random() - 2, random()];
    const likely = 1 / (1 + Math.exp(1.5 - 2 * values[0]! + values[1]!));
    return { values, target: random() < likely ? (1 as const) : (0 as const), weight: 1, offset: 0 };
  });

  it('finds the weights that a made-up set was drawn with', () => {
    const { bias, weights } = fitRidge(observations, 0.01);
    expect(bias).toBeCloseTo(-1.5, 0);
    expect(Math.abs(weights[0]! - 2)).toBeLessThan(0.25);
    expect(Math.abs(weights[1]! + 1)).toBeLessThan(0.15);
    expect(Math.abs(weights[2]!)).toBeLessThan(0.3);
  });

  it('learns the others beside a weight that is given', () => {
    const given = observations.map(({ values, ...rest }) => ({ ...rest, values: [values[0]!], offset: -values[1]! }));
    const { weights } = fitRidge(given, 0.01);
    expect(weights).toHaveLength(1);
    expect(Math.abs(weights[0]! - 2)).toBeLessThan(0.25);
  });

  it('is held back by the ridge, and takes what counts nothing for nothing', () => {
    expect(Math.abs(fitRidge(observations, 5_000).weights[0]!)).toBeLessThan(0.5);
    const wrong = observations.map(({ values }) => ({ values, target: 1 as const, weight: 0, offset: 0 }));
    expect(fitRidge([...observations, ...wrong], 0.01).weights[0]).toBeCloseTo(fitRidge(observations, 0.01).weights[0]!, 1);
  });
});

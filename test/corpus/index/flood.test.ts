import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../scripts/random.mjs';
import type { CandidateAnswer } from '../../../src/corpus/corpus.js';
import { DETECTION_SETTINGS } from '../../../src/model/settings.js';
import { addTo, ask, indexWith, type TokenEssay, tokenEssay, tokens } from './index-essays.js';

const { perUnit, ranked } = DETECTION_SETTINGS.candidates;
/** Each stands in four essays, so that all who share one find a place among the ranked ones. */
const STOCK = Array.from({ length: 60 }, (_, at) => tokens(900 + at, 14));

/** Members of twenty units: own words, a stock phrase or two, and one in six copied from another one. */
function honest(): TokenEssay[] {
  return Array.from({ length: 120 }, (_, at) => {
    const copied = at % 6 === 0 ? tokens(at + 1, 150).slice(20, 80) : [];
    const ids = [...tokens(at, 150), ...copied, ...STOCK[at % 60]!, ...tokens(at + 5_000, 40), ...STOCK[(at * 7 + 1) % 60]!];
    return tokenEssay(`m${at}`, `unit ${at % 20}`, ids);
  });
}

/** Five hundred of one unit: all with the stock phrases of the others, most nearly the same. */
function flood(): TokenEssay[] {
  const random = createRandom(3);
  const base = tokens(7_000, 300);
  return Array.from({ length: 500 }, (_, at) => {
    const words = at % 5 === 0 ? tokens(8_000 + at, 300) : base.map((id) => (random() < 0.05 ? Math.floor(random() * 2 ** 31) : id));
    return tokenEssay(`f${at}`, 'flood', [...words, ...STOCK[at % 60]!, ...tokens(9_000 + at, 30), ...STOCK[(at + 3) % 60]!]);
  });
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = createRandom(seed);
  return items
    .map((item) => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

describe('500 essays of one unit', () => {
  const others = honest();
  const before = others.map((essay) => ask(indexWith(others), essay));
  const flooded = indexWith([...others, ...flood()]);
  const after = others.map((essay) => ask(flooded, essay));
  const idsOf = ({ candidates }: CandidateAnswer) => candidates.map(({ submissionId }) => submissionId);

  it('take no candidate from anybody else, and no more places than a unit may have', () => {
    for (const [at, answer] of after.entries()) {
      const own = idsOf(answer).filter((id) => !id.startsWith('f'));
      expect(own).toEqual(idsOf(before[at]!));
      // Beyond those, one here and there that alone has a fingerprint.
      expect(idsOf(answer).length - own.length).toBeLessThanOrEqual(perUnit + 2);
    }
    // They do have the wording of the others: otherwise this would show nothing.
    expect(after.some((answer) => idsOf(answer).some((id) => id.startsWith('f')))).toBe(true);
  });

  it('leave most places to others also where those who share are many', () => {
    const phrase = tokens(1, 14);
    const sharing = (id: string, unit: string, seed: number) => tokenEssay(id, unit, [...tokens(seed, 40), ...phrase]);
    const many = Array.from({ length: 30 }, (_, at) => sharing(`m${at}`, `unit ${at}`, 100 + at));
    const flooding = Array.from({ length: 500 }, (_, at) => sharing(`f${at}`, 'flood', 200 + at));
    const query = sharing('x', 'unit x', 99);
    const places = idsOf(ask(indexWith([...flooding, ...many]), query));
    expect(places.length).toBe(ranked);
    expect(places.filter((id) => id.startsWith('f')).length).toBeLessThanOrEqual(perUnit);
    const without = idsOf(ask(indexWith(many), query));
    expect(without).toEqual(expect.arrayContaining(places.filter((id) => !id.startsWith('f'))));
  });

  it('count as one unit more, wherever they share wording, and nowhere else', () => {
    for (const [at, { frequencies, units }] of after.entries()) {
      expect(units).toBe(before[at]!.units + 1);
      for (const [i, frequency] of frequencies.entries()) {
        const more = frequency - before[at]!.frequencies[i]!;
        expect(more === 0 || more === 1).toBe(true);
      }
    }
    expect(after.some(({ frequencies }, at) => frequencies.some((frequency, i) => frequency > before[at]!.frequencies[i]!))).toBe(true);
  });

  it.each([1, 2, 3])('give equal answers in any order, whoever asks in between (order %d)', (seed) => {
    const all = [...others, ...flood()];
    const other = indexWith([]);
    for (const [at, essay] of shuffled(all, seed).entries()) {
      addTo(other, essay);
      if (at % 97 === 0) ask(other, essay);
    }
    for (const essay of all.filter((_, at) => at % 7 === 0)) expect(ask(other, essay)).toEqual(ask(flooded, essay));
  });
});

describe('wording that more units have than are kept', () => {
  const sample = tokens(1, 200);
  const essays = Array.from({ length: 1_500 }, (_, at) =>
    tokenEssay(`e${at}`, `unit ${at % 700}`, [...sample.slice(at % 40, 150 + (at % 40)), ...tokens(10 + at, 20)]),
  );

  it.each([1, 2])('is counted and answered alike in any order (order %d)', (seed) => {
    const [one, other] = [indexWith(essays), indexWith(shuffled(essays, seed))];
    for (const essay of [...essays.filter((_, at) => at % 150 === 0), tokenEssay('x', 'y', sample)])
      expect(ask(other, essay)).toEqual(ask(one, essay));
  });

  it('is estimated near the truth', () => {
    const strangers = Array.from({ length: 300 }, (_, at) => tokenEssay(`s${at}`, `stranger ${at}`, tokens(2_000 + at, 30)));
    // Only a part of the query, so that the others are no relatives of it.
    const query = tokenEssay('x', 'y', [...sample.slice(60, 110), ...tokens(5_000, 200)]);
    const { frequencies, units } = ask(indexWith([...essays, ...strangers]), query);
    expect(units).toBe(1_000);
    const common = [...frequencies].filter((count) => count > 0);
    expect(common.length).toBeGreaterThan(4);
    for (const count of common) expect(Math.abs(count - 700)).toBeLessThan(200);
  });
});

describe('an index that grew bit by bit', () => {
  it('equals one that was filled at once, and differs from one with another essay', () => {
    const essays = [...honest(), ...flood()];
    const grown = indexWith([]);
    for (const [at, essay] of essays.entries()) {
      addTo(grown, essay);
      if (at % 50 === 0) ask(grown, essay);
    }
    expect(grown.equals(indexWith(essays))).toBe(true);
    const last = essays.at(-1)!;
    expect(grown.equals(indexWith([...essays.slice(0, -1), tokenEssay(last.id, last.unit, [...last.ids, ...tokens(1, 12)])]))).toBe(false);
  });
});

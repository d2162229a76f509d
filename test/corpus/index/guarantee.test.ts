import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../scripts/random.mjs';
import { winnow } from '../../../src/fingerprint/winnow.js';
import { OWN, QUOTED } from '../../../src/model/tokens.js';
import { ask, FINGERPRINT, indexWith, type TokenEssay, tokenEssay, tokens } from './index-essays.js';

const RUN = FINGERPRINT.kgram + FINGERPRINT.window - 1;
const SEEDS = [1, 2, 3, 4];
/** How many essays besides the query hold a run. */
const HOLDERS = [1, 5, 60, 300, 3_000];

/** Of a small vocabulary, so that many k-grams are common; `run` is own text from `at` on, around it some is quoted. */
function around(run: readonly number[], random: () => number): { readonly ids: number[]; readonly kinds: Uint8Array } {
  const word = () => 1 + Math.floor(random() ** 2 * 400);
  const [before, after] = [20 + Math.floor(random() * 30), 20 + Math.floor(random() * 30)];
  const ids = [...Array.from({ length: before }, word), ...run, ...Array.from({ length: after }, word)];
  const kinds = Uint8Array.from(ids, () => (random() < 0.08 ? QUOTED : OWN)).fill(OWN, before, before + run.length);
  return { ids, kinds };
}

function hasRun({ ids, kinds }: TokenEssay, run: readonly number[]): boolean {
  return ids.some((_, start) => run.every((id, at) => ids[start + at] === id && kinds[start + at] === OWN));
}

describe.each(SEEDS)(`a run of ${RUN} own syllables that stands in two essays (seed %d)`, (seed) => {
  const random = createRandom(seed);
  const runs = HOLDERS.map((_, at) => tokens(100 * seed + at, RUN));
  const units = 1 + Math.floor(random() * 500);
  const holders = HOLDERS.flatMap((count, at) =>
    Array.from({ length: count }, (_, i) => {
      const { ids, kinds } = around(runs[at]!, random);
      return tokenEssay(`${at} ${i}`, `unit ${Math.floor(random() * units)}`, ids, kinds);
    }),
  );
  const byId = new Map(holders.map((essay) => [essay.id, essay]));
  const index = indexWith(holders);

  it.each(HOLDERS.map((count, at) => [count, at] as const))('brings a candidate that has it when %d others have it', (_, at) => {
    const { ids, kinds } = around(runs[at]!, random);
    const { candidates } = ask(index, tokenEssay('query', 'unit 0', ids, kinds));
    expect(candidates.some(({ submissionId }) => hasRun(byId.get(submissionId)!, runs[at]!))).toBe(true);
  });

  it('brings one for each when an essay has all of them, and for every fingerprint that anybody else has', () => {
    const parts = [...runs, ...runs.map((run) => run.toReversed())].map((run) => around(run, random));
    const query = tokenEssay(
      'query',
      'unit 0',
      parts.flatMap(({ ids }) => ids),
      Uint8Array.from(parts.flatMap(({ kinds }) => [...kinds])),
    );
    const { candidates } = ask(index, query);
    for (const run of runs) expect(candidates.some(({ submissionId }) => hasRun(byId.get(submissionId)!, run))).toBe(true);
    const brought = new Set(candidates.flatMap(({ submissionId: id }) => [...winnow(byId.get(id)!.ids, null, FINGERPRINT).hashes]));
    const anywhere = new Set(holders.flatMap(({ ids }) => [...winnow(ids, null, FINGERPRINT).hashes]));
    const asked = new Set(winnow(query.ids, query.kinds, FINGERPRINT).hashes);
    expect([...asked].filter((hash) => anywhere.has(hash) && !brought.has(hash))).toEqual([]);
    // What it costs: no more essays than fingerprints.
    expect(candidates.length).toBeLessThanOrEqual(asked.size);
  });

  it('is found by a kept essay among the others as well', () => {
    for (const [at, count] of HOLDERS.entries()) {
      if (count === 1) continue;
      const { candidates } = ask(index, byId.get(`${at} 0`)!);
      expect(candidates.some(({ submissionId: id }) => hasRun(byId.get(id)!, runs[at]!))).toBe(true);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CandidateAnswer, NewEssay } from '../../src/corpus/corpus.js';
import { submissionId } from '../../src/corpus/submission-id.js';
import { hashString } from '../../src/model/hash.js';
import { type CandidateSettings, DETECTION_SETTINGS } from '../../src/model/settings.js';
import type { Bench } from './bench.js';
import { essayOf, hashesOf, queryFor, syllables, unreadableEssay } from './essays.js';

const SETTINGS = DETECTION_SETTINGS.candidates;

/** Which essays `candidates` gives. */
export function describeFinding(bench: Bench): void {
  describe('finding', () => {
    const ask = async (essay: NewEssay): Promise<CandidateAnswer> => (await bench.corpus.candidates([queryFor(essay)]))[0]!;
    const found = async (essay: NewEssay) => (await ask(essay)).candidates.map(({ submissionId: id }) => id);

    it('finds a copy, first and with the figures of a copy, but neither the essay itself nor strangers', async () => {
      const words = syllables(1, 300);
      const [original, copy, part, stranger] = [
        essayOf('a', words),
        essayOf('b', words),
        essayOf('c', [...syllables(3, 200), ...words.slice(100, 175)]),
        essayOf('d', syllables(4, 300)),
      ] as const;
      await bench.corpus.append([part, stranger, original, copy]);
      const { candidates } = await ask(original);
      expect(candidates.map(({ submissionId: id }) => id)).toEqual([submissionId(copy), submissionId(part)]);
      expect(candidates[0]).toMatchObject({ shared: hashesOf(original).size, estimatedJaccard: 1 });
      expect(candidates[1]!.shared).toBeGreaterThan(5);
      expect(candidates[1]!.estimatedJaccard).toBeLessThan(0.4);
      expect(await found(stranger)).toEqual([]);
    });

    it('answers each of several queries, also for an essay that is not kept', async () => {
      const kept = [essayOf('a', syllables(1, 100)), essayOf('b', syllables(2, 100))] as const;
      await bench.corpus.append(kept);
      const answers = await bench.corpus.candidates([essayOf('x', syllables(2, 100)), essayOf('y', syllables(1, 100))].map(queryFor));
      expect(answers.map(({ candidates }) => candidates.map(({ submissionId: id }) => id))).toEqual([
        [submissionId(kept[1])],
        [submissionId(kept[0])],
      ]);
    });

    it('counts a fingerprint that stands twice in a text once', async () => {
      const words = syllables(1, 60);
      const twice = essayOf('a', [...words, ...words, ...words]);
      const copy = essayOf('b', [...words, ...words, ...words]);
      await bench.corpus.append([twice, copy]);
      const { candidates, frequencies } = await ask(twice);
      expect(candidates[0]!.shared).toBe(hashesOf(twice).size);
      expect(frequencies.length).toBe(twice.content!.index.fingerprints.hashes.length);
    });

    it('holds nothing against texts too short for a shingle', async () => {
      const short = [essayOf('a', ['một', 'hai']), essayOf('b', ['ba', 'bốn']), essayOf('c', [])];
      await bench.corpus.append([...short, essayOf('d', syllables(1, 100))]);
      for (const essay of short) expect(await ask(essay)).toMatchObject({ candidates: [], frequencies: new Uint32Array(0) });
    });

    it('never offers unreadable essays', async () => {
      await bench.corpus.append([unreadableEssay('a'), essayOf('b', syllables(1, 100))]);
      expect(await ask(essayOf('c', syllables(1, 100)))).toMatchObject({ candidates: [expect.anything()], units: 1 });
    });

    it('finds an essay by what it quoted, when a query has it as own text', async () => {
      const words = syllables(1, 100);
      const quoting = essayOf('a', words, { kinds: new Uint8Array(100).fill(1) });
      await bench.corpus.append([quoting]);
      expect(await found(essayOf('b', words))).toEqual([submissionId(quoting)]);
    });

    it('takes equal copies by a hash of their ids, not by their receipt', async () => {
      const words = syllables(1, 100);
      const copies = Array.from({ length: 20 }, (_, at) => essayOf(`m${at}`, words));
      await bench.corpus.append(copies);
      const byHash = copies.map(submissionId).sort((a, b) => hashString(a) - hashString(b));
      expect(await found(essayOf('x', words))).toEqual(byHash.slice(0, SETTINGS.ranked));
    });

    it('leaves places for others, however many one unit has handed in', async () => {
      const words = syllables(1, 300);
      const flood = Array.from({ length: 50 }, (_, at) => essayOf(`flood ${at}`, words, { unit: 'F' }));
      const others = Array.from({ length: 5 }, (_, at) => essayOf(`m${at}`, [...words.slice(0, 60), ...syllables(2 + at, 100)]));
      await bench.corpus.append([...flood, ...others]);
      const { candidates } = await ask(essayOf('x', words));
      const floodIds = new Set(flood.map(submissionId));
      expect(candidates.filter(({ submissionId: id }) => floodIds.has(id))).toHaveLength(SETTINGS.perUnit);
      expect(candidates.map(({ submissionId: id }) => id)).toEqual(expect.arrayContaining(others.map(submissionId)));
      // Its own members are all compared with each other.
      const own = await ask(essayOf('x', words, { unit: 'F' }));
      expect(own.candidates.length).toBeGreaterThanOrEqual(SETTINGS.perUnit);
    });

    it('takes essays that share little, for the passages that only they hold', async () => {
      const parts = Array.from({ length: 30 }, (_, at) => syllables(at + 1, 40));
      const small = parts.slice(12).map((part, at) => essayOf(`small ${at}`, [...syllables(100 + at, 60), ...part.slice(0, 20)]));
      const large = parts.slice(0, 12).map((part, at) => essayOf(`large ${at}`, [...syllables(200 + at, 60), ...part]));
      await bench.corpus.append([...large, ...small]);
      const query = essayOf('query', parts.flat());
      expect(new Set(await found(query))).toEqual(new Set([...large, ...small].map(submissionId)));
    });
  });
}

/** How common `candidates` takes a wording to be. */
export function describeFrequencies(bench: Bench): void {
  describe('frequencies', () => {
    const stock = syllables(99, 24);
    const own = syllables(1, 300);
    const query = essayOf('query', [...own, ...stock], { unit: 'Q' });
    const holding = (member: string, unit: string) => essayOf(member, [...syllables(Number(member), 200), ...stock], { unit });
    const frequencies = async () => {
      const [{ frequencies: counts, units }] = (await bench.corpus.candidates([queryFor(query)])) as [CandidateAnswer];
      const stockHashes = hashesOf(essayOf('stock', stock));
      const { hashes } = query.content!.index.fingerprints;
      const inside = [...hashes].flatMap((hash, at) => (stockHashes.has(hash) ? [counts[at]!] : []));
      const outside = [...hashes].flatMap((hash, at) => (stockHashes.has(hash) ? [] : [counts[at]!]));
      return { inside: new Set(inside), outside: new Set(outside), units };
    };

    it('counts units, each once, and never the own one', async () => {
      await bench.corpus.append([query, holding('10', 'A'), holding('11', 'A'), holding('12', 'B'), holding('13', 'Q')]);
      await bench.corpus.append([essayOf('14', syllables(14, 100), { unit: 'C' })]);
      expect(await frequencies()).toEqual({ inside: new Set([2]), outside: expect.anything(), units: 3 });
    });

    it('counts cells of one name in two units of the service as two, and the own cell’s name elsewhere as another', async () => {
      const name = 'Chi bộ 1';
      const of = (tenant: string, member: string) => ({ ...holding(member, name), tenant });
      await bench.corpus.append([query, of('xa-tan-lap', '10'), of('xa-van-trach', '11'), of('xa-van-trach', '12'), holding('13', name)]);
      expect(await frequencies()).toEqual({ inside: new Set([3]), outside: expect.anything(), units: 3 });
      const asked = { ...queryFor({ ...query, unit: name, tenant: 'xa-tan-lap' }) };
      expect((await bench.corpus.candidates([asked]))[0]!.units).toBe(3);
    });

    it('leaves relatives out, so that a text copied by many stays a rare text', async () => {
      const copies = Array.from({ length: 30 }, (_, at) => essayOf(`copy ${at}`, [...own.slice(0, 250), ...stock], { unit: `U${at}` }));
      await bench.corpus.append([...copies, holding('10', 'A')]);
      expect(await frequencies()).toEqual({ inside: new Set([1]), outside: new Set([0]), units: 31 });
    });

    it('estimates the count from the units that are kept once there are more', async () => {
      await bench.corpus.close();
      await bench.move({ ...SETTINGS, representedUnits: 64 });
      const holders = Array.from({ length: 300 }, (_, at) => holding(`${at + 10}`, `U${at}`));
      const strangers = Array.from({ length: 300 }, (_, at) => essayOf(`s${at}`, syllables(1_000 + at, 40), { unit: `S${at}` }));
      await bench.corpus.append([...holders, ...strangers]);
      const { inside, units } = await frequencies();
      expect(units).toBe(600);
      for (const count of inside) expect(Math.abs(count - 300)).toBeLessThan(90);
    });

    it('counts exactly below that, and no unit more than once for what it handed in', async () => {
      const essays = Array.from({ length: 40 }, (_, at) => holding(`${at + 10}`, `U${at}`));
      const flood = Array.from({ length: 100 }, (_, at) => holding(`${at + 100}`, 'F'));
      await bench.corpus.append(essays);
      expect((await frequencies()).inside).toEqual(new Set([40]));
      await bench.corpus.append(flood);
      expect((await frequencies()).inside).toEqual(new Set([41]));
    });
  });
}

/** That answers depend on the set of kept essays only. */
export function describeOrder(bench: Bench): void {
  describe('whatever the order', () => {
    const small: CandidateSettings = { ranked: 3, perUnit: 2, representedUnits: 2, relatedShare: 0.25 };
    const shared = syllables(50, 60);
    const essays = Array.from({ length: 14 }, (_, at) =>
      essayOf(`m${at}`, [...syllables(at % 5, 60 + 5 * at), ...shared.slice(2 * at, 2 * at + 30)], { unit: `U${at % 4}` }),
    );
    const queries = [...essays, essayOf('x', [...syllables(2, 100), ...shared])].map(queryFor);

    it('gives equal answers', async () => {
      const expected = await bench.filled(essays, small);
      const answers = await expected.candidates(queries);
      await expected.close();
      const orders = fc.shuffledSubarray(essays, { minLength: essays.length });
      await fc.assert(
        fc.asyncProperty(orders, fc.integer({ min: 1, max: 13 }), async (order, cut) => {
          const other = await bench.filled(order.slice(0, cut), small);
          await other.append(order.slice(cut));
          expect(await other.candidates(queries)).toEqual(answers);
          await other.close();
        }),
        { numRuns: 15, seed: 7 },
      );
    });

    it('keeps a holder of every fingerprint, however many others hold it', async () => {
      const other = await bench.filled(essays, small);
      const byId = new Map(essays.map((essay) => [submissionId(essay), hashesOf(essay)]));
      for (const [at, { candidates }] of (await other.candidates(queries)).entries()) {
        const { submissionId: self, index } = queries[at]!;
        for (const hash of index.fingerprints.hashes) {
          const holders = [...byId].filter(([id, hashes]) => id !== self && hashes.has(hash)).map(([id]) => id);
          const held = candidates.some(({ submissionId: id }) => holders.includes(id));
          expect(held, `fingerprint ${hash} of ${self}`).toBe(holders.length > 0);
        }
      }
      await other.close();
    });

    it('answers after a removal as if the essay had never been there', async () => {
      const other = await bench.filled(essays, small);
      const without = await bench.filled(essays.slice(5), small);
      await other.remove(essays.slice(0, 5).map(submissionId));
      expect(await other.candidates(queries)).toEqual(await without.candidates(queries));
      expect(await other.verify()).toEqual([]);
      await other.close();
      await without.close();
    });
  });
}

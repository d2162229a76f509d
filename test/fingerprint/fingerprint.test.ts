import fc from 'fast-check';
import { Minhash } from 'minhash';
import { describe, expect, it } from 'vitest';
import { SignatureTable } from '../../src/corpus/index/signature-table.js';
import { kgramChecks, kgramHashes } from '../../src/fingerprint/hash.js';
import { indexForKeeping } from '../../src/fingerprint/index-essay.js';
import { createPermutations, minhash } from '../../src/fingerprint/minhash.js';
import { shingleHashes } from '../../src/fingerprint/shingles.js';
import { winnow } from '../../src/fingerprint/winnow.js';
import type { Signature } from '../../src/model/detection.js';
import { hashString, mix32 } from '../../src/model/hash.js';
import { DETECTION_SETTINGS, FINGERPRINT_VERSION } from '../../src/model/settings.js';
import { OWN, QUOTED } from '../../src/model/tokens.js';
import { ownSequence } from '../support/sequences.js';
import { madeUpText } from '../support/vietnamese.js';

const settings = DETECTION_SETTINGS.fingerprint;
const guaranteed = settings.kgram + settings.window - 1;
const permutations = createPermutations(settings.numPerm);
const GOLDEN = {
  model: [1364076727, 3182137743, 62104247],
  grams: [4200601551, 814993629, 682022354, 2582631646],
  hashes: [259650358, 330204307],
  positions: [6, 13],
  checks: [6, 9],
  signature: [3839674631, 744450209, 602431274, 2404031050, 1446440856, 1672858614, 3615803920, 3279266838],
};
const idsOf = (length: number) => fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 0, maxLength: length });

const jaccardOf = (first: ReadonlySet<number>, second: ReadonlySet<number>): number =>
  [...first].filter((hash) => second.has(hash)).length / new Set([...first, ...second]).size;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const rootMeanSquare = (values: readonly number[]): number => Math.sqrt(mean(values.map((value) => value * value)));

/** As the corpus does. */
function estimate(first: Signature, second: Signature): number {
  const table = new SignatureTable(settings);
  table.add(first);
  return table.estimate(0, second);
}

describe('winnowing', () => {
  it(`gives two texts that share ${guaranteed} tokens a fingerprint in common, wherever they stand and whatever surrounds them`, () => {
    const run = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: guaranteed, maxLength: guaranteed + 5 });
    fc.assert(
      fc.property(idsOf(60), run, idsOf(60), idsOf(60), idsOf(60), (before, shared, after, otherBefore, otherAfter) => {
        // The query is winnowed over its own text, here the shared run between two quotes; the kept essay over all of it.
        const query = Uint32Array.from([...before, ...shared, ...after]);
        const kinds = new Uint8Array(query.length).fill(QUOTED).fill(OWN, before.length, before.length + shared.length);
        const kept = winnow(Uint32Array.from([...otherBefore, ...shared, ...otherAfter]), null, settings);
        const held = new Set(kept.hashes);
        expect([...winnow(query, kinds, settings).hashes].some((hash) => held.has(hash))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps about two of nine k-grams, each with its place', () => {
    const { ids } = ownSequence(madeUpText(1, 2_000));
    const { hashes, positions } = winnow(ids, null, settings);
    expect(hashes.length / ids.length).toBeGreaterThan(0.15);
    expect(hashes.length / ids.length).toBeLessThan(0.3);
    for (const [i, position] of positions.entries()) {
      expect(kgramHashes(ids, position, position + settings.kgram, settings.kgram)[0]).toBe(hashes[i]);
    }
  });

  it('reads nothing across a quote', () => {
    const ids = Uint32Array.from({ length: 12 }, (_, i) => i + 1);
    const kinds = new Uint8Array(12);
    kinds[4] = QUOTED;
    kinds[9] = QUOTED;
    expect(winnow(ids, kinds, settings).positions.every((position) => position !== 0 && position > 4)).toBe(true);
  });
});

describe('checks', () => {
  it('depend on the k tokens alone, and tell apart 15 of 16 k-grams with the same hash', () => {
    const ids = Uint32Array.from({ length: 4_000 }, (_, at) => mix32(at + 1));
    const checks = kgramChecks(
      ids,
      Uint32Array.from({ length: 3_996 }, (_, at) => at),
      settings.kgram,
    );
    for (let check = 0; check < 16; check++) {
      const share = checks.filter((one) => one === check).length / checks.length;
      expect(Math.abs(share - 1 / 16)).toBeLessThan(0.015);
    }
    expect(kgramChecks(ids.subarray(100), Uint32Array.of(7), settings.kgram)[0]).toBe(checks[107]);
    // In another order the same tokens are another k-gram.
    expect(
      kgramChecks(
        ids.toReversed(),
        Uint32Array.from({ length: 64 }, (_, at) => at),
        5,
      ),
    ).not.toEqual(checks.slice(-64).reverse());
  });
});

describe('rolling hashes', () => {
  it('depend on the k tokens alone', () => {
    fc.assert(
      fc.property(idsOf(40), idsOf(40), (before, ids) => {
        const alone = kgramHashes(Uint32Array.from(ids), 0, ids.length, 5);
        const inside = kgramHashes(Uint32Array.from([...before, ...ids]), before.length, before.length + ids.length, 5);
        expect(inside).toEqual(alone);
      }),
    );
  });
});

describe('signatures', () => {
  /** Two texts of which the second takes `share` of the first. */
  const pair = (share: number, seed: number) => {
    const words = madeUpText(seed, 1_000).split(' ');
    const other = madeUpText(seed + 1_000, 1_000).split(' ');
    const cut = Math.round(share * words.length);
    return [ownSequence(words.join(' ')), ownSequence([...words.slice(0, cut), ...other.slice(cut)].join(' '))] as const;
  };

  it.each([0, 0.3, 0.67, 0.9, 1])(
    'estimate the Jaccard similarity of texts that share %d of their words better than the reference package does, in half the room',
    (share) => {
      const errors: number[] = [];
      const reference: number[] = [];
      for (let seed = 0; seed < 60; seed++) {
        const sets = pair(share, seed).map(({ ids }) => shingleHashes(ids, null, settings.shingle)) as [Set<number>, Set<number>];
        const [first, second] = pair(share, seed).map(({ ids }) => minhash(ids, null, permutations, settings)) as [Signature, Signature];
        expect(first.byteLength).toBeLessThanOrEqual(512);
        const truth = jaccardOf(...sets);
        errors.push(estimate(first, second) - truth);
        if (seed >= 4) continue;
        const [one, other] = sets.map((set) => {
          const signer = new Minhash({ numPerm: 128 });
          for (const hash of set) signer.update(String(hash));
          return signer;
        });
        reference.push(one!.jaccard(other!) - truth);
      }
      // 1,024 values of two bits: 1.9 % at most, far below the 4.4 % of 128 values.
      expect(rootMeanSquare(errors)).toBeLessThan(0.024);
      expect(Math.abs(mean(errors))).toBeLessThan(0.012);
      for (const error of reference) expect(Math.abs(error)).toBeLessThan(0.2);
    },
  );

  it('estimate it of short texts, which have fewer shingles than a signature has values', () => {
    const errors = Array.from({ length: 200 }, (_, seed) => {
      const [one, other] = pair(0, seed).map(({ ids }) => [...ids.subarray(0, 90)]) as [number[], number[]];
      const both = Uint32Array.from([...one.slice(0, 60), ...other.slice(60)]);
      const sets = [one, both].map((ids) => shingleHashes(Uint32Array.from(ids), null, settings.shingle)) as [Set<number>, Set<number>];
      const [first, second] = [one, both].map((ids) => minhash(Uint32Array.from(ids), null, permutations, settings)) as [
        Signature,
        Signature,
      ];
      return estimate(first, second) - jaccardOf(...sets);
    });
    expect(rootMeanSquare(errors)).toBeLessThan(0.03);
    expect(Math.abs(mean(errors))).toBeLessThan(0.006);
  });

  it('are of own text alone, whatever is quoted around and between it', () => {
    const { ids } = ownSequence(madeUpText(1, 100));
    const quote = ownSequence(madeUpText(2, 60)).ids;
    const quoting = Uint32Array.from([...quote, ...ids.subarray(0, 50), ...quote, ...ids.subarray(50)]);
    const kinds = new Uint8Array(quoting.length).fill(QUOTED).fill(OWN, 60, 110).fill(OWN, 170);
    const halves = [ids.subarray(0, 50), ids.subarray(50)].map((half) => shingleHashes(half, null, settings.shingle));
    const truth = jaccardOf(new Set([...halves[0]!, ...halves[1]!]), shingleHashes(ids, null, settings.shingle));
    const [one, other] = [minhash(quoting, kinds, permutations, settings), minhash(ids, null, permutations, settings)];
    expect(Math.abs(estimate(one, other) - truth)).toBeLessThan(0.05);
  });

  it('have no words for a text without a shingle, so that empty essays are not each other’s copies', () => {
    const signature = minhash(Uint32Array.from([1, 2]), null, permutations, settings);
    expect(signature).toHaveLength(0);
    expect(estimate(signature, signature)).toBe(0);
  });

  it('refuse sizes that no signature can have', () => {
    for (const numPerm of [0, 24, 100, 131_072]) expect(() => createPermutations(numPerm)).toThrow(RangeError);
    expect(() => minhash(new Uint32Array(9), null, createPermutations(64), settings)).toThrow(RangeError);
    expect(() => minhash(new Uint32Array(9), null, permutations, { ...settings, bitsPerValue: 3 })).toThrow(RangeError);
  });
});

describe('what is stored', () => {
  // Literal values: whoever has to change them raises FINGERPRINT_VERSION, or essays are compared with hashes of another kind.
  it('is the same on every machine and in every version', () => {
    const ids = Uint32Array.from({ length: 24 }, (_, at) => mix32(at + 1));
    const index = indexForKeeping({ ids, starts: ids, ends: ids, kinds: new Uint8Array(24) }, permutations, settings);
    expect(FINGERPRINT_VERSION).toBe(3);
    expect([mix32(1), hashString('hoa'), hashString('đảng')]).toEqual(GOLDEN.model);
    expect([...kgramHashes(ids, 0, 8, settings.kgram)]).toEqual(GOLDEN.grams);
    expect([...index.fingerprints.hashes]).toEqual(GOLDEN.hashes);
    expect([...index.fingerprints.positions]).toEqual(GOLDEN.positions);
    expect([...index.checks]).toEqual(GOLDEN.checks);
    expect([...index.signature.subarray(0, 4), ...index.signature.subarray(60)]).toEqual(GOLDEN.signature);
  });
});

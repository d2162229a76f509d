import fc from 'fast-check';
import { Minhash } from 'minhash';
import { describe, expect, it } from 'vitest';
import { kgramHashes } from '../../src/fingerprint/hash.js';
import { bandKeys, createPermutations, minhash } from '../../src/fingerprint/minhash.js';
import { shingleHashes } from '../../src/fingerprint/shingles.js';
import { winnow } from '../../src/fingerprint/winnow.js';
import { EMPTY_MINIMUM } from '../../src/model/detection.js';
import { DETECTION_SETTINGS } from '../../src/model/settings.js';
import { OWN, QUOTED } from '../../src/model/tokens.js';
import { ownSequence } from '../support/sequences.js';
import { madeUpText } from '../support/vietnamese.js';

const settings = DETECTION_SETTINGS.fingerprint;
const guaranteed = settings.kgram + settings.window - 1;
const permutations = createPermutations(settings.numPerm);
const idsOf = (length: number) => fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 0, maxLength: length });

const jaccardOf = (first: ReadonlySet<number>, second: ReadonlySet<number>): number =>
  [...first].filter((hash) => second.has(hash)).length / new Set([...first, ...second]).size;
const estimate = (first: ArrayLike<number>, second: ArrayLike<number>): number =>
  Array.from(first).filter((value, i) => value === second[i]).length / first.length;

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

describe('MinHash', () => {
  /** Two texts of which the second takes `share` of the first. */
  const pair = (share: number, seed: number) => {
    const words = madeUpText(seed, 1_000).split(' ');
    const other = madeUpText(seed + 1_000, 1_000).split(' ');
    const cut = Math.round(share * words.length);
    return [ownSequence(words.join(' ')), ownSequence([...words.slice(0, cut), ...other.slice(cut)].join(' '))] as const;
  };

  it.each([0.2, 0.5, 0.8, 1])(
    'estimates the Jaccard similarity of texts that share %d of their words, as the reference package does',
    (share) => {
      const errors: number[] = [];
      const reference: number[] = [];
      for (let seed = 0; seed < 12; seed++) {
        const sets = pair(share, seed).map(({ ids }) => shingleHashes(ids, null, settings.shingle)) as [Set<number>, Set<number>];
        const [first, second] = pair(share, seed).map(({ ids }) => minhash(ids, null, permutations, settings));
        const truth = jaccardOf(...sets);
        errors.push(Math.abs(estimate(first!, second!) - truth));
        if (seed < 2) {
          const [one, other] = sets.map((set) => {
            const signer = new Minhash({ numPerm: settings.numPerm });
            for (const hash of set) signer.update(String(hash));
            return signer;
          });
          reference.push(Math.abs(one!.jaccard(other!) - truth));
        }
      }
      const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
      // The standard error of 128 values is 0.044 at most.
      expect(mean(errors)).toBeLessThan(0.06);
      expect(Math.abs(mean(errors) - mean(reference))).toBeLessThan(0.08);
    },
  );

  it('gives near-duplicates a band in common and strangers none', () => {
    const bands = (share: number, seed: number) =>
      pair(share, seed).map(({ ids }) => bandKeys(minhash(ids, null, permutations, settings), settings));
    let found = 0;
    for (let seed = 0; seed < 20; seed++) {
      const [first, second] = bands(0.9, seed);
      if ([...first!].some((key, i) => key === second![i])) found++;
      const [one, other] = bands(0, seed);
      expect([...one!].some((key) => new Set(other).has(key))).toBe(false);
    }
    expect(found).toBe(20);
  });

  it('has no bands for a text without a shingle, so that empty essays are not each other’s copies', () => {
    const signature = minhash(Uint32Array.from([1, 2]), null, permutations, settings);
    expect(signature.every((value) => value === EMPTY_MINIMUM)).toBe(true);
    expect(bandKeys(signature, settings)).toHaveLength(0);
  });

  it('refuses more bands than there are values', () => {
    expect(() => bandKeys(new Uint32Array(8), { ...settings, bands: 4, rows: 4 })).toThrow(RangeError);
    expect(() => createPermutations(0)).toThrow(RangeError);
  });
});

import type { Fingerprints } from '../model/detection.js';
import type { RaritySettings } from '../model/settings.js';

/** How often the wording of one essay stands elsewhere. */
export interface WordingFrequency {
  readonly fingerprints: Fingerprints;
  /** Tokens of one fingerprint. */
  readonly kgram: number;
  /** For each fingerprint, the other units that hold it in essays which are no relatives of this one. */
  readonly frequencies: Uint32Array;
  /** Units that were counted over. */
  readonly units: number;
  /** Fingerprints of well-known phrases, for a corpus too small to know them; empty otherwise. */
  readonly stock: ReadonlySet<number>;
}

/**
 * How rare the wording at each of `length` tokens is: 1 for wording seen in few units, falling with the logarithm of
 * the share of units to 0 for wording that all have. A token takes the rarity of the nearest fingerprint. The first
 * other holder does not count: a source that only one unit has must not make its own copy cheaper.
 */
export function tokenRarity(length: number, wording: WordingFrequency, settings: RaritySettings): Float32Array {
  const rarity = new Float32Array(length).fill(1);
  const { positions } = wording.fingerprints;
  /** Tokens between a token and the middle of the k-gram that starts at `position`. */
  const distance = (position: number, token: number): number => Math.abs(position + (wording.kgram - 1) / 2 - token);
  let nearest = 0;
  for (let token = 0; token < length && positions.length > 0; token++) {
    while (nearest + 1 < positions.length && distance(positions[nearest + 1]!, token) <= distance(positions[nearest]!, token)) nearest++;
    rarity[token] = fingerprintRarity(nearest, wording, settings);
  }
  return rarity;
}

function fingerprintRarity(i: number, { fingerprints, frequencies, units, stock }: WordingFrequency, settings: RaritySettings): number {
  if (stock.has(fingerprints.hashes[i]!)) return settings.stock;
  const share = Math.max(0, frequencies[i]! - 1) / countedOver(units, settings);
  const [full, nothing] = settings.common;
  return share <= full ? 1 : Math.max(0, Math.log(share / nothing) / Math.log(full / nothing));
}

/**
 * Units that a share is taken over: the largest of minimumUnits, twice as many, four times … that the corpus has. One more
 * unit, whatever it hands in, then changes nobody's figures, except each time that their number has doubled.
 */
function countedOver(units: number, { minimumUnits }: RaritySettings): number {
  return minimumUnits * 2 ** Math.max(0, Math.floor(Math.log2(units / minimumUnits)));
}

/**
 * Weight of a token of an aligned run of `matches` tokens. A long run counts in full however many have it: a text that
 * half a campaign took from outside is common wording by count, and exactly what is to be found.
 */
export function tokenWeight(rarity: number, matches: number, { longRun: [from, full] }: RaritySettings): number {
  return Math.max(rarity, Math.min(1, Math.max(0, (matches - from) / (full - from))));
}

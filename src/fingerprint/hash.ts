import { mix32 } from '../model/hash.js';

const BASE = 0x01000193;
/** Another base, so that two k-grams with the same hash seldom have the same check. */
const CHECK_BASE = 0x85ebca6b;

/**
 * Hashes of all runs of `size` ids inside one stretch [start, end), in order; empty when the stretch is shorter.
 * A rolling polynomial modulo 2^32 (Karp & Rabin 1987), mixed, since winnowing and MinHash take minima.
 */
export function kgramHashes(ids: Uint32Array, start: number, end: number, size: number): Uint32Array {
  const count = end - start - size + 1;
  if (count <= 0) return new Uint32Array(0);
  const hashes = new Uint32Array(count);
  let leading = 1;
  for (let i = 1; i < size; i++) leading = Math.imul(leading, BASE);
  let rolling = 0;
  for (let i = start; i < start + size; i++) rolling = (Math.imul(rolling, BASE) + ids[i]!) | 0;
  hashes[0] = mix32(rolling);
  for (let i = 1; i < count; i++) {
    rolling = (rolling - Math.imul(ids[start + i - 1]!, leading)) | 0;
    rolling = (Math.imul(rolling, BASE) + ids[start + i + size - 1]!) | 0;
    hashes[i] = mix32(rolling);
  }
  return hashes;
}

/** Four bits, 0..15, of another hash of the `size` ids from each position on. */
export function kgramChecks(ids: Uint32Array, positions: Uint32Array, size: number): Uint8Array {
  const checks = new Uint8Array(positions.length);
  for (let i = 0; i < positions.length; i++) {
    const start = positions[i]!;
    let check = 0;
    for (let at = start; at < start + size; at++) check = Math.imul(check ^ ids[at]!, CHECK_BASE) ^ (check >>> 13);
    checks[i] = mix32(check) >>> 28;
  }
  return checks;
}

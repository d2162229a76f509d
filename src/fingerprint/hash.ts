import { mix32 } from '../model/hash.js';

const BASE = 0x01000193;

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

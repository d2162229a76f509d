import type { EssayIndex } from '../../model/detection.js';

/** The fingerprints of one essay as a set: hash and check of each, every pair once, ascending. */
export interface IndexKeys {
  readonly hashes: Uint32Array;
  readonly checks: Uint8Array;
}

/** RangeError when there is not one check for each fingerprint. */
export function keysOf(index: EssayIndex): IndexKeys {
  const numbers = keyNumbers(index).sort();
  let end = 0;
  for (let at = 0; at < numbers.length; at++) if (at === 0 || numbers[at] !== numbers[at - 1]) numbers[end++] = numbers[at]!;
  const keys = { hashes: new Uint32Array(end), checks: new Uint8Array(end) };
  for (let at = 0; at < end; at++) {
    keys.hashes[at] = Math.floor(numbers[at]! / 16);
    keys.checks[at] = numbers[at]! % 16;
  }
  return keys;
}

/** For each fingerprint of an essay, its place among the essay's keys. */
export function placesOf(index: EssayIndex, { hashes, checks }: IndexKeys): Uint32Array {
  const numbers = numbersOf(hashes, checks);
  return Uint32Array.from(keyNumbers(index), (number) => {
    let low = 0;
    let high = numbers.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (numbers[middle]! < number) low = middle + 1;
      else high = middle;
    }
    return low;
  });
}

/** A key as one number of 36 bits. */
export function keyNumber(hash: number, check: number): number {
  return hash * 16 + check;
}

function keyNumbers({ fingerprints: { hashes }, checks }: EssayIndex): Float64Array {
  if (checks.length !== hashes.length) throw new RangeError(`${checks.length} checks for ${hashes.length} fingerprints`);
  return numbersOf(hashes, checks);
}

function numbersOf(hashes: Uint32Array, checks: Uint8Array): Float64Array {
  const numbers = new Float64Array(hashes.length);
  for (let at = 0; at < numbers.length; at++) numbers[at] = keyNumber(hashes[at]!, checks[at]!);
  return numbers;
}

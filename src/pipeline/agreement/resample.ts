/** Normal quantile of 95 % intervals. */
const Z = 1.959964;
const RESAMPLES = 1_000;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** 95 % interval of a share from `part` of `whole`, 0..1 (Wilson 1927): holds for few and for extreme counts too. null without any. */
export function wilson(part: number, whole: number): Interval | null {
  if (whole === 0) return null;
  const share = part / whole;
  const centre = share + Z ** 2 / (2 * whole);
  const half = Z * Math.sqrt((share * (1 - share)) / whole + Z ** 2 / (4 * whole ** 2));
  const scale = 1 + Z ** 2 / whole;
  return { low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) };
}

/**
 * Draws as many of `size` things as there are, with replacement, a thousand times (Efron 1979), and tells `look` how often each was drawn;
 * the array is used again. The draws depend on `size` alone, so that the same labels give the same figures.
 */
export function resample(size: number, look: (times: Uint16Array) => void): number {
  const random = generator(size);
  const times = new Uint16Array(size);
  for (let round = 0; round < RESAMPLES; round++) {
    times.fill(0);
    for (let draw = 0; draw < size; draw++) times[Math.floor(random() * size)]!++;
    look(times);
  }
  return RESAMPLES;
}

/** 95 % interval of a figure, of which resamples gave these values; null when most gave none. */
export function middle(values: readonly number[]): Interval | null {
  if (values.length < RESAMPLES / 2) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { low: at(0.025), high: at(0.975) };
}

/** Numbers 0..1 by mulberry32: good enough to draw lots, and the same everywhere. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

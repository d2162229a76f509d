import { OWN } from '../model/tokens.js';

/** The stretches [start, end) of own tokens; the whole stream when `kinds` is null. */
export function ownStretches(length: number, kinds: Uint8Array | null): [number, number][] {
  if (kinds === null) return length === 0 ? [] : [[0, length]];
  const stretches: [number, number][] = [];
  for (let start = 0; start < length; start++) {
    if (kinds[start] !== OWN) continue;
    let end = start + 1;
    while (end < length && kinds[end] === OWN) end++;
    stretches.push([start, end]);
    start = end;
  }
  return stretches;
}

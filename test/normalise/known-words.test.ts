import { expect, it } from 'vitest';
import { normalise } from '../../src/normalise/normalise.js';

it('words keep their keys however many others were read before', () => {
  // Far more than are remembered; short and long ones, so that those that are never remembered are among them.
  const words = Array.from({ length: 90_000 }, (_, i) => String(i * 7_919).padStart(1 + (i % 20), '1'));
  const text = words.join(' ');
  for (let round = 0; round < 2; round++) {
    const { tokens, sequence } = normalise(text);
    expect(tokens.findIndex(({ key }, i) => key !== words[i])).toBe(-1);
    expect(sequence.ids.length).toBe(words.length);
    expect(new Set(sequence.ids).size).toBeGreaterThan(0.99 * new Set(words).size);
  }
});

import { describe, expect, it } from 'vitest';
import { createPermutations } from '../../src/fingerprint/minhash.js';
import { NOTHING_READ } from '../../src/model/extraction.js';
import { DETECTION_SETTINGS } from '../../src/model/settings.js';
import { OWN, QUOTED } from '../../src/model/tokens.js';
import { recomputeContent, toContent } from '../../src/pipeline/essay.js';

const KEEPING = { permutations: createPermutations(DETECTION_SETTINGS.fingerprint.numPerm), settings: DETECTION_SETTINGS };
const TEXT = 'Chi bộ thôn Lạc Yên họp tối qua. Nghị quyết ghi rõ việc giữ gìn kênh mương. Tôi sẽ dọn rác mỗi chủ nhật.';

describe('the content of a kept essay, computed anew', () => {
  it('is what was kept while nothing has changed', () => {
    const content = toContent(TEXT, null, KEEPING)!;
    const kept = { ...content.sequence, kinds: content.sequence.kinds.map((_, at) => (at % 3 === 0 ? QUOTED : OWN)) };
    expect(recomputeContent(TEXT, kept, KEEPING, NOTHING_READ).sequence).toEqual(kept);
  });

  it('keeps whose words they are by their place when an earlier version ended tokens elsewhere', () => {
    const { sequence } = toContent(TEXT, null, KEEPING)!;
    const [from, to] = [TEXT.indexOf('Nghị'), TEXT.indexOf('Tôi')];
    // As if two syllables had been one token then, and a word of the last sentence two.
    const places: [number, number][] = [];
    for (const [token, start] of sequence.starts.entries()) {
      const end = sequence.ends[token]!;
      if (token === 1) places[0]![1] = end;
      else if (TEXT.slice(start, end) === 'nhật') places.push([start, start + 2], [start + 2, end]);
      else places.push([start, end]);
    }
    const kept = {
      ids: Uint32Array.from(places, (_, at) => at + 1),
      starts: Uint32Array.from(places, ([start]) => start),
      ends: Uint32Array.from(places, ([, end]) => end),
      kinds: Uint8Array.from(places, ([start]) => (start >= from && start < to ? QUOTED : OWN)),
    };
    const anew = recomputeContent(TEXT, kept, KEEPING, NOTHING_READ).sequence;
    expect([...anew.starts]).toEqual([...sequence.starts]);
    for (const [token, start] of anew.starts.entries())
      expect(anew.kinds[token], TEXT.slice(start, anew.ends[token])).toBe(start >= from && start < to ? QUOTED : OWN);
  });
});

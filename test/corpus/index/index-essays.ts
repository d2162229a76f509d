import type { CandidateAnswer } from '../../../src/corpus/corpus.js';
import { CandidateIndex } from '../../../src/corpus/index/candidate-index.js';
import { keysOf } from '../../../src/corpus/index/index-keys.js';
import { indexForKeeping, indexForQuery } from '../../../src/fingerprint/index-essay.js';
import { createPermutations } from '../../../src/fingerprint/minhash.js';
import { mix32 } from '../../../src/model/hash.js';
import { type CandidateSettings, DETECTION_SETTINGS } from '../../../src/model/settings.js';

export const FINGERPRINT = DETECTION_SETTINGS.fingerprint;
const PERMUTATIONS = createPermutations(FINGERPRINT.numPerm);

/** An essay as the index sees it. */
export interface TokenEssay {
  readonly id: string;
  readonly unit: string;
  readonly ids: Uint32Array;
  readonly kinds: Uint8Array;
}

/** `kinds`: all own text when left out. */
export function tokenEssay(id: string, unit: string, ids: ArrayLike<number>, kinds?: Uint8Array): TokenEssay {
  return { id, unit, ids: Uint32Array.from(ids), kinds: kinds ?? new Uint8Array(ids.length) };
}

/** `count` token ids that nothing else has, the same for the same seed. */
export const tokens = (seed: number, count: number): number[] => Array.from({ length: count }, (_, at) => mix32(seed * 10_000 + at + 1));

export function indexWith(essays: readonly TokenEssay[], candidates: CandidateSettings = DETECTION_SETTINGS.candidates): CandidateIndex {
  const index = new CandidateIndex({ candidates, fingerprint: FINGERPRINT });
  for (const essay of essays) addTo(index, essay);
  return index;
}

export function addTo(index: CandidateIndex, { id, unit, ids, kinds }: TokenEssay): void {
  const kept = indexForKeeping(sequenceOf(ids, kinds), PERMUTATIONS, FINGERPRINT);
  index.add({ id, unit, signature: kept.signature, keys: keysOf(kept) });
}

export function ask(index: CandidateIndex, { id, unit, ids, kinds }: TokenEssay): CandidateAnswer {
  return index.query({ submissionId: id, unit, index: indexForQuery(sequenceOf(ids, kinds), PERMUTATIONS, FINGERPRINT) });
}

function sequenceOf(ids: Uint32Array, kinds: Uint8Array) {
  return { ids, kinds, starts: ids, ends: ids };
}

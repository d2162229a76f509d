import type { EssayIndex } from '../model/detection.js';
import type { FingerprintSettings } from '../model/settings.js';
import type { MarkedSequence } from '../model/tokens.js';
import { kgramChecks } from './hash.js';
import { minhash, type Permutations } from './minhash.js';
import { winnow } from './winnow.js';

/**
 * How an essay is kept: fingerprints of its full text, since what counts as a quote may change with a later reference;
 * the signature of its own text, since quotes that all share would make all of them near-duplicates.
 */
export function indexForKeeping(essay: MarkedSequence, permutations: Permutations, settings: FingerprintSettings): EssayIndex {
  return { signature: minhash(essay.ids, essay.kinds, permutations, settings), ...checkedFingerprints(essay.ids, null, settings) };
}

/** How an essay asks for others: by its own text alone. */
export function indexForQuery({ ids, kinds }: MarkedSequence, permutations: Permutations, settings: FingerprintSettings): EssayIndex {
  return { signature: minhash(ids, kinds, permutations, settings), ...checkedFingerprints(ids, kinds, settings) };
}

function checkedFingerprints(ids: Uint32Array, kinds: Uint8Array | null, settings: FingerprintSettings): Omit<EssayIndex, 'signature'> {
  const fingerprints = winnow(ids, kinds, settings);
  return { fingerprints, checks: kgramChecks(ids, fingerprints.positions, settings.kgram) };
}

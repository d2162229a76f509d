import type { EssayIndex } from '../model/detection.js';
import type { FingerprintSettings } from '../model/settings.js';
import type { MarkedSequence } from '../model/tokens.js';
import { bandKeys, minhash, type Permutations } from './minhash.js';
import { winnow } from './winnow.js';

/**
 * How an essay is kept: fingerprints of its full text, since what counts as a quote may change with a later reference;
 * signature and bands of its own text, since quotes that all share would make all of them near-duplicates.
 */
export function indexForKeeping(essay: MarkedSequence, permutations: Permutations, settings: FingerprintSettings): EssayIndex {
  return { ...indexForQuery(essay, permutations, settings), fingerprints: winnow(essay.ids, null, settings) };
}

/** How an essay asks for others: by its own text alone. */
export function indexForQuery({ ids, kinds }: MarkedSequence, permutations: Permutations, settings: FingerprintSettings): EssayIndex {
  const signature = minhash(ids, kinds, permutations, settings);
  return { signature, bandKeys: bandKeys(signature, settings), fingerprints: winnow(ids, kinds, settings) };
}

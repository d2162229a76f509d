import { align } from '../align/align.js';
import type { AlignedRun } from '../align/aligned-run.js';
import { indexSeeds } from '../align/seed-index.js';
import type { CompareSettings } from '../model/settings.js';
import type { MarkedSequence } from '../model/tokens.js';
import { bridgeQuotes } from './bridge-quotes.js';

/**
 * The stretches of own text that two essays share, quoted terms inside them included, by falling number of matches. Swapping the essays swaps the sides
 * and changes nothing else: the pair is always aligned in the order of its content.
 */
export function alignPair(first: MarkedSequence, second: MarkedSequence, settings: CompareSettings): AlignedRun[] {
  if (comesBefore(second, first)) return alignPair(second, first, settings).map(mirror);
  return bridgeQuotes(align(first, indexSeeds(second, settings.seed), settings), [first, second]);
}

/** The same run seen from the other text. */
export function mirror(run: AlignedRun): AlignedRun {
  return {
    first: run.second,
    firstEnd: run.secondEnd,
    second: run.first,
    secondEnd: run.firstEnd,
    firstMatches: run.secondMatches,
    secondMatches: run.firstMatches,
    repeats: run.repeats,
  };
}

/** Any order that depends on content alone will do: by length, then by the first differing token, then by its kind. */
function comesBefore(first: MarkedSequence, second: MarkedSequence): boolean {
  if (first.ids.length !== second.ids.length) return first.ids.length < second.ids.length;
  for (const key of ['ids', 'kinds'] as const) {
    const differing = first[key].findIndex((value, i) => value !== second[key][i]);
    if (differing >= 0) return first[key][differing]! < second[key][differing]!;
  }
  return false;
}

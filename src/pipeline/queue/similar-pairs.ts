import type { SimilarPair } from '../../model/result-record.js';
import { pairKey } from '../pair-key.js';
import type { CampaignWork } from './campaign-work.js';

/**
 * Pairs of a campaign's essays that the works found: those that share a passage, and near-duplicates. The share of an
 * essay is that of its own result: as it was worked out now, else as it was known, else as the other side sees it.
 */
export function nearPairs(
  works: readonly CampaignWork[],
  known: readonly SimilarPair[],
  members: { has(id: string): boolean },
): SimilarPair[] {
  const similarities = new Map<string, number>();
  const shown = new Set<string>();
  for (const { edges, prepared } of works) {
    for (const { first, second, similarity } of edges) {
      similarities.set(pairKey(first, second), similarity);
      if (similarity >= prepared.settings.group.edge) shown.add(pairKey(first, second));
    }
  }
  const [own, seen] = [new Map<string, number | null>(), new Map<string, number | null>()];
  for (const { submission, matches } of works.flatMap(({ assessments }) => assessments)) {
    for (const { id, kind, similarityOfThis, similarityOfThat } of matches) {
      if (kind !== 'submission') continue;
      shown.add(pairKey(submission.id, id));
      own.set(`${submission.id} ${id}`, similarityOfThis);
      seen.set(`${id} ${submission.id}`, similarityOfThat);
    }
  }
  const before = new Map(known.flatMap((pair) => [[pairKey(pair.first, pair.second), pair] as const]));
  return [...shown].sort().flatMap((key) => {
    const [first, second] = key.split(' ') as [string, string];
    const similarity = similarities.get(key);
    // A pair without an edge crosses two campaigns.
    if (similarity === undefined || !members.has(first) || !members.has(second)) return [];
    const pair = before.get(key);
    const share = (here: string, there: string, stored: number | null | undefined): number | null =>
      own.get(`${here} ${there}`) ?? stored ?? seen.get(`${here} ${there}`) ?? null;
    const shareOfFirst = share(first, second, pair?.shareOfFirst);
    return [{ first, second, similarity, shareOfFirst, shareOfSecond: share(second, first, pair?.shareOfSecond) }];
  });
}

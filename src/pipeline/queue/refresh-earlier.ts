import type { Records } from '../../corpus/records/records.js';
import { assessKept, type CampaignWork, currentVersion, namedInResult } from './campaign-work.js';
import type { QueueParts, TellProgress } from './parts.js';

/** Essays whose figures are to be worked out anew, with those that each is compared with besides its stored matches. */
export type Outdated = ReadonlyMap<string, readonly string[]>;

/** Essays whose result names one that is kept no more: it went with its batch, or a command removed it. */
export async function namingRemoved({ results }: Records): Promise<Outdated> {
  return new Map((await results.namingRemoved()).map((id) => [id, []]));
}

/**
 * Assesses essays again that have a result, each under the version in force of its own campaign; the others are left
 * alone. What an essay was found to share text with before is looked at again, whether the corpus would find it or not:
 * its figures change by what came and went, not by who else came.
 */
export async function refreshEarlier(outdated: Outdated, parts: QueueParts, tell: TellProgress): Promise<CampaignWork[]> {
  const { records } = parts;
  const byCampaign = new Map<string, Map<string, string | null>>();
  for (const [id, { campaign, batch }] of await records.results.known([...outdated.keys()])) {
    if (!byCampaign.has(campaign)) byCampaign.set(campaign, new Map());
    byCampaign.get(campaign)!.set(id, batch);
  }
  const total = [...byCampaign.values()].reduce((sum, essays) => sum + essays.size, 0);
  const works: CampaignWork[] = [];
  let before = 0;
  tell('refresh', 0, total);
  for (const [campaign, batchOf] of byCampaign) {
    const alsoWith = new Map<string, string[]>();
    for (const id of batchOf.keys()) {
      alsoWith.set(id, [...new Set([...(await namedInResult(campaign, id, records)), ...outdated.get(id)!])]);
    }
    const done = before;
    const progress = (_: string, matched: number): void => tell('refresh', done + matched, total);
    works.push(await assessKept(batchOf, await currentVersion(campaign, parts), parts, { progress, alsoWith }));
    before += batchOf.size;
  }
  return works;
}

import { groupNearDuplicates } from '../../compare/groups.js';
import type { Records } from '../../corpus/records/records.js';
import { excludedSpans } from '../../exclude/exclude.js';
import type { Group } from '../../model/detection.js';
import type { RecordedWork, SimilarPair } from '../../model/result-record.js';
import type { Submission } from '../../model/submission.js';
import { groupBy } from '../group-by.js';
import { pairKey } from '../pair-key.js';
import type { CampaignWork } from './campaign-work.js';
import { nearPairs } from './similar-pairs.js';

/** What is kept of a campaign beside the essays that were assessed now. */
export interface KeptFindings {
  /** Every essay with a result, in any order. */
  readonly members: readonly Submission[];
  readonly pairs: readonly SimilarPair[];
}

type Findings = Pick<RecordedWork, 'results' | 'pairs' | 'groups' | 'quoted'>;

/** What the works on one campaign come to, at least one: results, and groups, which are gathered from all of its essays. */
export async function gatherFindings(works: readonly CampaignWork[], kept: KeptFindings): Promise<Findings> {
  const [{ id: campaign, version }] = works as [CampaignWork];
  const members = new Map(kept.members.map((submission) => [submission.id, submission]));
  for (const { assessments } of works) for (const { submission } of assessments) members.set(submission.id, submission);
  const pairs = nearPairs(works, kept.pairs, members);
  const all = new Map([...kept.pairs, ...pairs].map((pair) => [pairKey(pair.first, pair.second), pair]));
  const groups = await gatherGroups(works[0]!, [...members.values()], [...all.values()]);
  return {
    results: works.flatMap(({ assessments, batchOf }) =>
      assessments.map((assessment) => ({ campaign, version, batch: batchOf.get(assessment.submission.id) ?? null, assessment })),
    ),
    pairs: pairs.map((pair) => ({ ...pair, campaign })),
    groups: [{ campaign, version, groups }],
    quoted: await quotesInOthers(works, members),
  };
}

/** What works on one or more campaigns come to, each with what is kept of its campaign. */
export async function gatherAll(works: readonly CampaignWork[], { results }: Records): Promise<Findings> {
  const found: Findings[] = [];
  for (const [campaign, ofCampaign] of groupBy(works, ({ id }) => id)) {
    const members = (await results.essays(campaign)).map(({ submission }) => submission);
    found.push(await gatherFindings(ofCampaign, { members, pairs: await results.foundPairs(campaign) }));
  }
  return {
    results: found.flatMap((one) => one.results),
    pairs: found.flatMap((one) => one.pairs),
    groups: found.flatMap((one) => one.groups),
    quoted: found.flatMap((one) => one.quoted),
  };
}

/** Near-duplicates among all essays of a campaign, numbered and sorted by their receipt. */
function gatherGroups({ prepared, pairs }: CampaignWork, members: readonly Submission[], known: readonly SimilarPair[]): Promise<Group[]> {
  const ids = [...members].sort((a, b) => a.sequence - b.sequence).map(({ id }) => id);
  return groupNearDuplicates(ids, known, (id, others) => pairs.similaritiesTo(id, others), prepared.settings.group);
}

/** Quotes in the texts that matches name and that are no essays of this campaign. */
async function quotesInOthers(works: readonly CampaignWork[], members: ReadonlyMap<string, Submission>): Promise<Findings['quoted']> {
  const quoted = new Map<string, Findings['quoted'][number]>();
  for (const { id: campaign, prepared, assessments, pairs } of works) {
    const samples = new Map(prepared.samples.map(({ id, sequence }) => [id, sequence]));
    const others = new Set(assessments.flatMap(({ matches }) => matches.map(({ id }) => id).filter((id) => !members.has(id))));
    await pairs.load([...others].filter((id) => !samples.has(id)));
    for (const id of others) {
      const sequence = samples.get(id) ?? pairs.sequence(id);
      if (sequence) quoted.set(id, { campaign, id, spans: excludedSpans(sequence) });
    }
  }
  return [...quoted.values()];
}

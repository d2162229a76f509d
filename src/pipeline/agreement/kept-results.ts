import type { CampaignSummary } from '../../corpus/records/campaigns.js';
import type { Records } from '../../corpus/records/records.js';
import { AppError } from '../../model/errors.js';
import type { ResultRecord } from '../../model/result-record.js';
import { nearestName } from '../nearest-name.js';
import { noCampaigns, noSuchCampaign, whichCampaign } from './messages.js';
import { type JudgedEssay, type ScoredEssays, toScoredEssay } from './scored-essay.js';

/** A campaign that the service keeps, with what was concluded on its page. */
export interface KeptResults extends ScoredEssays {
  readonly judged: readonly JudgedEssay[];
}

/** Reads the results of a campaign; without a name, of the only one there is. Rejects with AppError `argument` naming those there are. */
export async function readKeptResults(records: Records, name: string | null, folder: string): Promise<KeptResults> {
  const { id, name: campaign, definition } = choose(await records.campaigns.list(), name, folder);
  const kept: ResultRecord[] = [];
  for (const { assessment } of await records.results.ofCampaign(id)) {
    // Held to their group's themes they say nothing of the campaign's.
    if (assessment.heldTo !== undefined) continue;
    // In full: words beside the body count too, and stand with the matches.
    const result = await records.results.one(id, assessment.submission.id);
    if (result !== null) kept.push(result);
  }
  const essays = kept.map(({ assessment }) => toScoredEssay(assessment));
  const judged = kept.flatMap(({ conclusion }, at): JudgedEssay[] => {
    if (conclusion === null) return [];
    const { verdict, grounds } = conclusion;
    return [
      {
        ...essays[at]!,
        judgement: { verdict, grounds: verdict === 'rewrite' && grounds.length === 0 ? null : grounds, themes: new Map() },
      },
    ];
  });
  return { campaign, policy: definition.policy, themes: definition.themes, essays, judged };
}

function choose(campaigns: readonly CampaignSummary[], name: string | null, folder: string): CampaignSummary {
  const names = campaigns.map((campaign) => campaign.name);
  if (campaigns.length === 0) throw new AppError('argument', noCampaigns(folder));
  if (name === null) {
    if (campaigns.length > 1) throw new AppError('argument', whichCampaign(names));
    return campaigns[0]!;
  }
  const wanted = name.normalize('NFC');
  const found = campaigns.find((campaign) => campaign.name.normalize('NFC') === wanted);
  if (found === undefined) throw new AppError('argument', noSuchCampaign(name, nearestName(name, names), names));
  return found;
}

import { sql } from 'kysely';
import type { CampaignSummary } from '../../records/campaigns.js';
import { isOwn, isOwnOrAbove, type Reach } from './reach.js';
import type { Tables } from './store.js';
import { readDefinition } from './stored-definition.js';

/** Every campaign that a unit in reach takes part in, with what that unit has in it, newest first. */
export async function readCampaigns(tables: Tables, reach: Reach): Promise<CampaignSummary[]> {
  const rows = await tables
    .selectFrom('campaign')
    .innerJoin('unit', 'unit.id', 'campaign.unit')
    .where(isOwnOrAbove(reach, 'campaign.unit'))
    .leftJoin('campaign_version', (join) =>
      join.onRef('campaign_version.campaign', '=', 'campaign.id').onRef('campaign_version.version', '=', 'campaign.version'),
    )
    .select([
      'campaign.id',
      'campaign.unit',
      'unit.name as unitName',
      'campaign.name',
      'campaign.version',
      'campaign.created_at',
      'campaign_version.definition',
    ])
    .select(({ selectFrom, exists }) => [
      selectFrom('batch')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('batch.campaign', '=', 'campaign.id')
        .where('batch.state', '<>', 'withdrawn')
        .where(isOwn(reach, 'batch.unit'))
        .as('batches'),
      exists(openJobs(tables)).as('busy'),
      exists(openJobs(tables).where('job.kind', '=', 'refresh')).as('refreshing'),
    ])
    .orderBy('campaign.created_at', 'desc')
    // For those of one and the same moment.
    .orderBy(sql`campaign.rowid`, 'desc')
    .execute();
  const proposals = await countProposals(tables, reach);
  const concluded = await countConcluded(tables, reach);
  return rows.map(({ id, unit, unitName, name, version, created_at, definition, batches, busy, refreshing }) => ({
    id,
    unit,
    unitName,
    name,
    version,
    definition: readDefinition(definition ?? '', { table: 'campaign_version', row: `${id} ${version}` }),
    createdAt: created_at,
    batches: batches ?? 0,
    ...{ accept: 0, review: 0, rewrite: 0 },
    ...proposals.get(id),
    concluded: concluded.get(id) ?? 0,
    isBusy: Boolean(busy),
    isRefreshing: Boolean(refreshing),
  }));
}

/** What the machine still has to do for the campaign of the query around it. */
function openJobs(tables: Tables) {
  return tables
    .selectFrom('job')
    .select('job.id')
    .where('job.campaign', '=', sql.ref<string>('campaign.id'))
    .where('job.state', 'in', ['queued', 'running']);
}

type Counts = Partial<Pick<CampaignSummary, 'accept' | 'review' | 'rewrite'>>;

async function countProposals(tables: Tables, reach: Reach): Promise<Map<string, Counts>> {
  const rows = await tables
    .selectFrom('result')
    .innerJoin('submission', 'submission.id', 'result.submission')
    .where(isOwn(reach, 'submission.tenant'))
    .select(['result.campaign', 'result.proposal'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['result.campaign', 'result.proposal'])
    .execute();
  const counts = new Map<string, Counts>();
  for (const { campaign, proposal, count } of rows) counts.set(campaign, { ...counts.get(campaign), [proposal]: count });
  return counts;
}

async function countConcluded(tables: Tables, reach: Reach): Promise<Map<string, number>> {
  const rows = await tables
    .selectFrom('conclusion')
    .innerJoin('result', 'result.submission', 'conclusion.submission')
    .innerJoin('submission', 'submission.id', 'result.submission')
    .where(isOwn(reach, 'submission.tenant'))
    .select('result.campaign')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('conclusion.revision', '=', 1)
    .groupBy('result.campaign')
    .execute();
  return new Map(rows.map(({ campaign, count }) => [campaign, count]));
}

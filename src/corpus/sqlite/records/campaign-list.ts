import { type SqlBool, sql } from 'kysely';
import type { CampaignSummary } from '../../records/campaigns.js';
import { stoppedJobs } from './job-rows.js';
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
      exists(stoppedJobs(tables, reach).where('job.campaign', '=', sql.ref<string>('campaign.id'))).as('stopped'),
    ])
    .orderBy('campaign.created_at', 'desc')
    // For those of one and the same moment.
    .orderBy(sql`campaign.rowid`, 'desc')
    .execute();
  const counts = await countResults(tables, reach);
  return rows.map(({ id, unit, unitName, name, version, created_at, definition, batches, busy, refreshing, stopped }) => ({
    id,
    unit,
    unitName,
    name,
    version,
    definition: readDefinition(definition ?? '', { table: 'campaign_version', row: `${id} ${version}` }),
    createdAt: created_at,
    batches: batches ?? 0,
    ...NO_RESULTS,
    ...counts.get(id),
    isBusy: Boolean(busy),
    isRefreshing: Boolean(refreshing),
    isStopped: Boolean(stopped),
  }));
}

/** What the machine still has to do for the campaign of the query around it: written out, so that the index of open jobs answers. */
function openJobs(tables: Tables) {
  return tables
    .selectFrom('job')
    .select('job.id')
    .where('job.campaign', '=', sql.ref<string>('campaign.id'))
    .where(sql<SqlBool>`job.state IN ('queued', 'running')`);
}

type Counts = Pick<CampaignSummary, 'accept' | 'review' | 'rewrite' | 'concluded'>;
const NO_RESULTS: Counts = { accept: 0, review: 0, rewrite: 0, concluded: 0 };

async function countResults(tables: Tables, reach: Reach): Promise<Map<string, Counts>> {
  const rows = await tables
    .selectFrom('result_count')
    .where(isOwn(reach, 'unit'))
    .select(['campaign', 'proposal'])
    .select(({ fn }) => [fn.sum<number>('essays').as('essays'), fn.sum<number>('concluded').as('concluded')])
    .groupBy(['campaign', 'proposal'])
    .execute();
  const counts = new Map<string, Counts>();
  for (const { campaign, proposal, essays, concluded } of rows) {
    const before = counts.get(campaign) ?? NO_RESULTS;
    counts.set(campaign, { ...before, [proposal]: essays, concluded: before.concluded + concluded });
  }
  return counts;
}

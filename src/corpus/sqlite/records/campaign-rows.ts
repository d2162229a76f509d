import type { CampaignDefinition, CampaignRecord } from '../../../model/campaign-record.js';
import { AppError } from '../../../model/errors.js';
import type { CorpusTables } from '../schema.js';
import { RECORD_MESSAGES } from './messages.js';
import { isOwn, isOwnOrAbove, type Reach } from './reach.js';
import type { Tables } from './store.js';
import { readDefinition } from './stored-definition.js';

type CampaignRow = CorpusTables['campaign'];

/** The definition that counts. AppError `corpus-damaged` when it is lost or cannot be read. */
export async function definitionOf(tables: Tables, { id, version }: CampaignRow): Promise<CampaignDefinition> {
  const row = await tables
    .selectFrom('campaign_version')
    .select('definition')
    .where('campaign', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return readDefinition(row?.definition ?? '', { table: 'campaign_version', row: `${id} ${version}` });
}

export async function toCampaign(tables: Tables, row: CampaignRow): Promise<CampaignRecord> {
  return {
    id: row.id,
    unit: row.unit,
    name: row.name,
    version: row.version,
    definition: await definitionOf(tables, row),
    createdAt: row.created_at,
  };
}

/** A campaign that a unit in reach takes part in. AppError `unknown-id`. */
export async function campaignRow(tables: Tables, id: string, reach: Reach): Promise<CampaignRow> {
  return required(
    await tables.selectFrom('campaign').selectAll().where('id', '=', id).where(isOwnOrAbove(reach, 'unit')).executeTakeFirst(),
  );
}

/** A campaign of a unit in reach, for whoever changes it. AppError `unknown-id`. */
export async function ownCampaignRow(tables: Tables, id: string, reach: Reach): Promise<CampaignRow> {
  return required(await tables.selectFrom('campaign').selectAll().where('id', '=', id).where(isOwn(reach, 'unit')).executeTakeFirst());
}

function required(row: CampaignRow | undefined): CampaignRow {
  if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownCampaign);
  return row;
}

/** Makes a version the one that counts. */
export async function putVersion(tables: Tables, version: CorpusTables['campaign_version']): Promise<void> {
  await tables.insertInto('campaign_version').values(version).execute();
  await tables.updateTable('campaign').set({ version: version.version }).where('id', '=', version.campaign).execute();
}

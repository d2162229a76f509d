import { sql } from 'kysely';
import { AppError } from '../../../../model/errors.js';
import { RECORD_MESSAGES } from '../messages.js';
import { isOwnOrAbove, type Reach } from '../reach.js';
import type { Tables } from '../store.js';

/** A campaign whose figures somebody may see. */
export interface VisibleCampaign {
  readonly id: string;
  readonly name: string;
  readonly created_at: string;
}

/** Campaigns of units in reach, above and below. Newest first. */
export function visibleCampaigns(tables: Tables, reach: Reach): Promise<VisibleCampaign[]> {
  return selectVisible(tables, reach).orderBy('created_at', 'desc').execute();
}

/** One of them. AppError `unknown-id`. */
export async function visibleCampaign(tables: Tables, reach: Reach, id: string): Promise<VisibleCampaign> {
  const campaign = await selectVisible(tables, reach).where('id', '=', id).executeTakeFirst();
  if (campaign === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownCampaign);
  return campaign;
}

function selectVisible(tables: Tables, reach: Reach) {
  const below = reach === null ? sql<boolean>`true` : isOwnOrBelow(reach.units, 'unit');
  return tables
    .selectFrom('campaign')
    .select(['id', 'name', 'created_at'])
    .where(({ or }) => or([isOwnOrAbove(reach, 'unit'), below]));
}

/** Whether a column names one of these units or one below them. */
export const isOwnOrBelow = (units: readonly string[], column: string) => sql<boolean>`${sql.ref(column)} IN (
  WITH RECURSIVE below (id) AS (
    SELECT id FROM unit WHERE id IN (${sql.join(units)})
    UNION SELECT unit.id FROM below JOIN unit ON unit.parent = below.id)
  SELECT id FROM below)`;

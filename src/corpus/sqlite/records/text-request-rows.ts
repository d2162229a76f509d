import type { Selectable } from 'kysely';
import { READABLE_DAYS, type TextRequest } from '../../../model/text-request.js';
import type { CorpusTables } from '../schema.js';
import type { ForeignIds } from './foreign-ids.js';
import type { Tables } from './store.js';

/** A request with what belongs to it. */
export interface RequestRow extends Selectable<CorpusTables['text_request']> {
  readonly campaign_name: string;
  readonly unit_name: string;
  readonly asked_unit_name: string;
  /** Files of the two essays; null once one is gone. */
  readonly essay_file: string | null;
  readonly submission_file: string | null;
}

/** Those that these units have sent or received. */
export function requestRows(tables: Tables, units: readonly string[]): Promise<RequestRow[]> {
  return select(tables)
    .where(({ eb, or }) => or([eb('text_request.unit', 'in', units), eb('text_request.asked_unit', 'in', units)]))
    .execute();
}

export function requestRow(tables: Tables, id: string): Promise<RequestRow | undefined> {
  return select(tables).where('text_request.id', '=', id).executeTakeFirst();
}

function select(tables: Tables) {
  return tables
    .selectFrom('text_request')
    .innerJoin('campaign', 'campaign.id', 'text_request.campaign')
    .innerJoin('unit as asking', 'asking.id', 'text_request.unit')
    .innerJoin('unit as asked', 'asked.id', 'text_request.asked_unit')
    .leftJoin('submission as own', 'own.id', 'text_request.essay')
    .leftJoin('submission as wanted', 'wanted.id', 'text_request.submission')
    .selectAll('text_request')
    .select(['campaign.name as campaign_name', 'asking.name as unit_name', 'asked.name as asked_unit_name'])
    .select(['own.file as essay_file', 'wanted.file as submission_file']);
}

const DAY = 86_400_000;

/** Until when an approved text can be read, ISO 8601; null in any other state. */
export function untilOf({ state, decided_at }: Pick<RequestRow, 'state' | 'decided_at'>): string | null {
  return state === 'approved' && decided_at !== null ? new Date(Date.parse(decided_at) + READABLE_DAYS * DAY).toISOString() : null;
}

/** A request as one of its sides sees it: as the one that is asked where both are in reach. */
export function toRequest(row: RequestRow, { units, name }: { readonly units: readonly string[]; readonly name: ForeignIds }): TextRequest {
  const isReceived = units.includes(row.asked_unit);
  return {
    id: row.id,
    campaign: row.campaign,
    campaignName: row.campaign_name,
    side: isReceived ? 'received' : 'sent',
    unit: isReceived ? row.unit_name : row.asked_unit_name,
    essay: isReceived ? row.submission : row.essay,
    file: (isReceived ? row.submission_file : row.essay_file) ?? '',
    other: isReceived ? null : name(row.essay, row.submission),
    reason: row.reason,
    askedBy: isReceived ? null : row.asked_by,
    askedAt: row.asked_at,
    state: row.state,
    revision: row.revision,
    answer: row.answer,
    decidedBy: isReceived ? row.decided_by : null,
    decidedAt: row.decided_at,
    until: untilOf(row),
  };
}

import type { Selectable } from 'kysely';
import { AppError } from '../../../model/errors.js';
import type { Pending, Standing } from '../../records/own.js';
import type { CorpusTables } from '../schema.js';
import { readAttempts, readOpenRounds, readPending, toLook } from './attempt-rows.js';
import { toCampaign } from './campaign-rows.js';
import { RECORD_MESSAGES } from './messages.js';
import { givenTo } from './roster/given.js';
import type { Tables } from './store.js';

/** Comparisons without handing in, in one day. */
const PRE_CHECKS = 3;
const DAY = 24 * 60 * 60 * 1000;

/** A person on the roster of a campaign. */
export interface OwnRow extends Omit<Selectable<CorpusTables['person']>, 'erased_at'> {
  readonly unitName: string;
  readonly exemption: string;
  readonly campaign: CorpusTables['campaign'];
}

/** AppError `unknown-id` when they are not on that roster. */
export async function ownRow(tables: Tables, person: string, campaign: string): Promise<OwnRow> {
  const row = await tables
    .selectFrom('roster_entry')
    .innerJoin('person', 'person.id', 'roster_entry.person')
    .innerJoin('unit', 'unit.id', 'person.unit')
    .selectAll('person')
    .select(['unit.name as unitName', 'roster_entry.exemption'])
    .where('person.id', '=', person)
    .where('person.erased_at', 'is', null)
    .where('roster_entry.campaign', '=', campaign)
    .executeTakeFirst();
  const record = await tables.selectFrom('campaign').selectAll().where('id', '=', campaign).executeTakeFirst();
  if (row === undefined || record === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownCampaign);
  return { ...row, campaign: record };
}

/** How it stands with somebody in a campaign. */
export async function readStanding(tables: Tables, own: OwnRow, now: Date): Promise<Standing> {
  const { id, campaign, exemption } = own;
  const record = await toCampaign(tables, campaign);
  const byPerson = await readAttempts(tables, campaign.id, [id]);
  const attempts = byPerson.get(id) ?? [];
  const open = (await readOpenRounds(tables, campaign.id, byPerson)).get(id) ?? null;
  const pending = toPending((await readPending(tables, campaign.id, [id])).get(id), attempts.at(-1)?.receivedAt ?? '');
  const given = (await givenTo(tables, campaign.id, id)) ?? { prompt: '', due: null };
  const looks = await tables
    .selectFrom('second_look')
    .selectAll()
    .where('person', '=', id)
    .where('campaign', '=', campaign.id)
    .orderBy('asked_at')
    .execute();
  return {
    campaign: record,
    prompt: given.prompt || record.definition.prompt,
    due: given.due,
    exemption,
    attempts,
    pending,
    open: openNow({ attempts, open, pending }, given.due, record.definition.rewriteBy),
    looks: looks.map(toLook),
    preChecks: (await preChecksLeft(tables, id, now)).left,
  };
}

/** What an essay may be handed in for: the first one, a round that was opened, or once more the one whose file could not be read. */
function openNow(
  { attempts, open, pending }: Pick<Standing, 'attempts' | 'pending'> & { readonly open: Standing['open'] },
  due: string | null,
  rewriteBy: string | null,
): Standing['open'] {
  if (pending !== null && pending.state !== 'skipped') return null;
  const last = attempts.at(-1);
  if (last === undefined) return { number: 1, due };
  if (open !== null) return { number: open.number, due: open.due ?? rewriteBy };
  if (!last.isRead && last.conclusion === null) return { number: last.number, due: last.number === 1 ? due : rewriteBy };
  return null;
}

type PendingRow = Awaited<ReturnType<typeof readPending>> extends Map<string, infer Row> ? Row : never;

function toPending(row: PendingRow | undefined, since: string): Pending | null {
  if (row === undefined || row.at < since) return null;
  const { file, number, at, reason } = row;
  const state = row.item === 'skipped' ? 'skipped' : row.state === 'failed' ? 'failed' : 'working';
  return { file: file.slice(file.lastIndexOf('/') + 1), number, at, state, reason: state === 'skipped' ? reason : null };
}

/** Comparisons that somebody may still have made, of how many in a day. */
export async function preChecksLeft(tables: Tables, person: string, now: Date): Promise<{ left: number; most: number }> {
  const { count } = await tables
    .selectFrom('pre_check')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('person', '=', person)
    .where('at', '>', new Date(now.getTime() - DAY).toISOString())
    .executeTakeFirstOrThrow();
  return { left: Math.max(0, PRE_CHECKS - count), most: PRE_CHECKS };
}

import { AppError } from '../../../../model/errors.js';
import type { Actor } from '../../../records/actor.js';
import { GONE } from '../batch-rows.js';
import { campaignRow } from '../campaign-rows.js';
import { RECORD_MESSAGES } from '../messages.js';
import { isOwn, type Reach } from '../reach.js';
import type { Change, Tables } from '../store.js';
import { holdAnew } from './group-tasks.js';
import { selectEntries } from './roster-rows.js';
import { compareAnew, siblingsOf } from './writer-changes.js';

interface Choosing {
  readonly campaign: string;
  readonly submission: string;
  readonly actor: Actor;
}

/** As `Writers.choose`. */
export async function chooseWriter(
  change: Change,
  choosing: Choosing,
  { person, before }: { readonly person: string | null; readonly before: string | null },
): Promise<void> {
  const { tables, at, reach, log } = change;
  const { campaign, submission, actor } = choosing;
  const { tenant, batch } = await ownEssay(tables, choosing, reach);
  const now = await standingChoice(tables, submission);
  if (now !== null && now.person === person) return;
  if ((now?.person ?? null) !== before || (now !== null && now.person === null))
    throw new AppError('writer-outdated', RECORD_MESSAGES.writerOutdated(now?.by ?? null, now?.name ?? null));
  let basis = 'chosen';
  if (person !== null) {
    const entry = await selectEntries(tables, campaign, reach)
      .where('person.id', '=', person)
      .where('roster_entry.unit', '=', tenant)
      .executeTakeFirst();
    if (entry === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.notInRoster);
    const asked = await tables
      .selectFrom('writer_candidate')
      .select('basis')
      .where('submission', '=', submission)
      .where('person', '=', person)
      .executeTakeFirst();
    basis = asked?.basis ?? basis;
  }
  const siblings = await siblingsOf(tables, [submission]);
  await forgetChoice(tables, submission);
  if (person === null) await tables.insertInto('no_writer').values({ submission, by: actor, at }).execute();
  else await tables.insertInto('essay_person').values({ submission, person, basis, confirmed_by: actor, at }).execute();
  await compareAnew(tables, choosing, [...siblings, ...(await siblingsOf(tables, [submission]))]);
  await holdAnew(tables, [campaign], actor);
  await log({ actor, kind: 'essay-matched', unit: tenant, campaign, batch, submission, details: { person } });
}

/** As `Writers.release`. */
export async function releaseWriter({ tables, reach, log }: Change, choosing: Choosing): Promise<void> {
  const { campaign, submission, actor } = choosing;
  const { tenant, batch } = await ownEssay(tables, choosing, reach);
  if ((await standingChoice(tables, submission)) === null) return;
  const siblings = await siblingsOf(tables, [submission]);
  await forgetChoice(tables, submission);
  await compareAnew(tables, choosing, siblings);
  await holdAnew(tables, [campaign], actor);
  await log({ actor, kind: 'essay-matched', unit: tenant, campaign, batch, submission, details: { released: true } });
}

async function forgetChoice(tables: Tables, submission: string): Promise<void> {
  await tables.deleteFrom('essay_person').where('submission', '=', submission).execute();
  await tables.deleteFrom('no_writer').where('submission', '=', submission).execute();
}

/** Who is said to have written an essay: `person` null for nobody of the roster. null while nothing is said. */
async function standingChoice(
  tables: Tables,
  submission: string,
): Promise<{ readonly person: string | null; readonly name: string | null; readonly by: string | null } | null> {
  const row = await tables
    .selectFrom('essay_person')
    .innerJoin('person', 'person.id', 'essay_person.person')
    .select(['person.id', 'person.name', 'confirmed_by'])
    .where('submission', '=', submission)
    .executeTakeFirst();
  if (row !== undefined) return { person: row.id, name: row.name, by: row.confirmed_by };
  const none = await tables.selectFrom('no_writer').select('by').where('submission', '=', submission).executeTakeFirst();
  return none === undefined ? null : { person: null, name: null, by: none.by };
}

/** An essay of a campaign, of a unit in reach. AppError `unknown-id`. */
async function ownEssay(tables: Tables, { campaign, submission }: Choosing, reach: Reach) {
  await campaignRow(tables, campaign, reach);
  const row = await tables
    .selectFrom('batch_item')
    .innerJoin('batch', 'batch.id', 'batch_item.batch')
    .innerJoin('submission', 'submission.id', 'batch_item.submission')
    .select(['submission.tenant', 'batch.id as batch'])
    .where('batch.campaign', '=', campaign)
    .where('batch.state', 'not in', GONE)
    .where('submission.id', '=', submission)
    .where(isOwn(reach, 'submission.tenant'))
    .executeTakeFirst();
  if (row === undefined) throw new AppError('unknown-id', RECORD_MESSAGES.unknownEssay(submission));
  return row;
}

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { GroupThemes } from '../../../../model/campaign.js';
import type { Actor } from '../../../records/actor.js';
import type { GroupTask } from '../../../records/writers.js';
import { definitionOf } from '../campaign-rows.js';
import { insertJob, selectJobs } from '../job-rows.js';
import { isOwn, type Reach } from '../reach.js';
import type { Tables } from '../store.js';
import { givenTables, readGiving } from './given.js';

/** As `Writers.tasks`. */
export async function tasksOf(
  tables: Tables,
  campaign: string,
  groups: readonly GroupThemes[],
  reach: Reach,
): Promise<ReadonlyMap<string, GroupTask>> {
  const holds = await holdingOf(tables, campaign, groups);
  if (holds === null) return new Map();
  const { rows } = await sql<{ submission: string; name: string; prompt: string }>`
    WITH RECURSIVE ${givenTables(await readGiving(tables, campaign, groups))}
    SELECT essay_person.submission, audience.name, given.prompt FROM given
    JOIN audience ON audience.id = given.audience
    JOIN essay_person ON essay_person.person = given.person
    JOIN submission ON submission.id = essay_person.submission
    WHERE ${isOwn(reach, 'submission.tenant')}`.execute(tables);
  return new Map(rows.flatMap(({ submission, name, prompt }) => toEntry(submission, holds({ name, prompt }))));
}

/** The task that the group of one person gives them; null for the campaign's. */
export async function taskOfPerson(tables: Tables, campaign: string, person: string): Promise<GroupTask | null> {
  const row = await tables.selectFrom('campaign').selectAll().where('id', '=', campaign).executeTakeFirst();
  if (row === undefined) return null;
  const { groups } = await definitionOf(tables, row);
  const holds = await holdingOf(tables, campaign, groups);
  if (holds === null) return null;
  const { rows } = await sql<{ name: string; prompt: string }>`
    WITH RECURSIVE ${givenTables(await readGiving(tables, campaign, groups))}
    SELECT audience.name, given.prompt FROM given JOIN audience ON audience.id = given.audience
    WHERE given.person = ${person}`.execute(tables);
  return rows[0] === undefined ? null : holds(rows[0]);
}

/** As `Writers.heldOtherwise`. */
export async function heldOtherwise(tables: Tables, campaign: string, reach: Reach): Promise<string[]> {
  const row = await tables.selectFrom('campaign').selectAll().where('id', '=', campaign).executeTakeFirst();
  if (row === undefined) return [];
  const { groups, kind } = await definitionOf(tables, row);
  // Where no group can have a task of its own nothing is read: every change of a roster asks.
  if (groups.length === 0 && kind !== 'situational-answer') return [];
  const tasks = await tasksOf(tables, campaign, groups, reach);
  const results = await tables
    .selectFrom('result')
    .innerJoin('submission', 'submission.id', 'result.submission')
    .select('submission.id')
    .select(sql<string | null>`json_extract(result.brief, '$.heldTo.mark')`.as('mark'))
    .where('result.campaign', '=', campaign)
    .where(isOwn(reach, 'submission.tenant'))
    .execute();
  return results.flatMap(({ id, mark }) => (mark === (tasks.get(id)?.mark ?? null) ? [] : [id]));
}

/** Has a job work out anew what essays of these campaigns come to that are held to another task now; nothing without any. */
export async function holdAnew(tables: Tables, campaigns: readonly string[], actor: Actor): Promise<void> {
  for (const campaign of campaigns)
    if ((await heldOtherwise(tables, campaign, null)).length > 0) await queueRefresh(tables, { campaign, actor });
}

/** Campaigns that people of a unit write in. */
export async function campaignsOfUnit(tables: Tables, unit: string): Promise<string[]> {
  const rows = await tables.selectFrom('roster_entry').select('campaign').distinct().where('unit', '=', unit).execute();
  return rows.map(({ campaign }) => campaign);
}

/** Queues the job that works out anew what is outdated, unless one waits already. */
export async function queueRefresh(
  tables: Tables,
  { campaign, actor }: { readonly campaign: string; readonly actor: Actor },
): Promise<void> {
  const waiting = await selectJobs(tables)
    .where('kind', '=', 'refresh')
    .where('campaign', '=', campaign)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  if (waiting === undefined) await insertJob(tables, { kind: 'refresh', campaign, batch: null, actor, reason: null });
}

const toEntry = (submission: string, task: GroupTask | null): [string, GroupTask][] => (task === null ? [] : [[submission, task]]);

type Holding = (given: { readonly name: string; readonly prompt: string }) => GroupTask | null;

/** To which task a group is held; null where no group can have one of its own. A prompt counts only where answers are held to it. */
async function holdingOf(tables: Tables, campaign: string, groups: readonly GroupThemes[]): Promise<Holding | null> {
  const row = await tables.selectFrom('campaign').selectAll().where('id', '=', campaign).executeTakeFirstOrThrow();
  const asks = (await definitionOf(tables, row)).kind === 'situational-answer';
  if (groups.length === 0 && !asks) return null;
  const themed = new Set(groups.map(({ group }) => group));
  return ({ name, prompt: given }) => {
    const prompt = asks ? given : '';
    if (prompt === '' && !themed.has(name)) return null;
    return { group: name, prompt, mark: prompt === '' ? name : `${name} ${hashOf(prompt)}` };
  };
}

const hashOf = (prompt: string): string => createHash('sha256').update(prompt).digest('hex').slice(0, 16);

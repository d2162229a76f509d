import { sql } from 'kysely';
import type { Erasure } from '../../../model/erasure.js';
import { raiseEpoch } from '../epoch.js';
import { deleteSubmissions } from '../essay-rows.js';
import { inChunks } from '../in-chunks.js';
import { forgetOriginals } from '../needed-originals.js';
import type { CorpusTables } from '../schema.js';
import { essaysOfCampaign, forgetTold } from './campaign-data.js';
import { forgetFileNames } from './erase-file-names.js';
import { forgetPerson } from './erase-person.js';
import { ERASED, forgetWaiting, markOf } from './erased-contents.js';
import { redactEvents } from './event-lines.js';
import { insertJob } from './job-rows.js';
import type { Tables } from './store.js';

/** What an erasure took with it. */
export interface Erased {
  readonly essays: readonly string[];
  /** Marks of the contents that are gone, those that an earlier erasure named included. */
  readonly contents: readonly string[];
  /** Sequences of the lines of the log whose details are gone. */
  readonly lines: readonly number[];
}

/** Results read at a time. */
const PAGE = 200;

type Essay = Pick<CorpusTables['submission'], 'id' | 'file' | 'sha256' | 'tenant'>;

/**
 * Removes from the tables all that an erasure is about and is still there, within one transaction; `clearDoomed` follows
 * once it is committed. What others' results say of the essays is worked out anew by a job.
 */
export async function eraseData(
  tables: Tables,
  { person, campaign, submissions, unit, contents: known }: Pick<Erasure, 'person' | 'campaign' | 'submissions' | 'unit' | 'contents'>,
): Promise<Erased> {
  const row = person === null ? undefined : await tables.selectFrom('person').selectAll().where('id', '=', person).executeTakeFirst();
  const theirs = row === undefined ? [] : await essaysOfPerson(tables, row);
  const together = campaign === null ? [] : await essaysOfCampaign(tables, { campaign, unit });
  const essays = await essaysOf(tables, [...new Set([...submissions, ...theirs, ...together])]);
  const ids = essays.map(({ id }) => id);
  const contents = [...new Set([...known, ...essays.map(({ sha256 }) => markOf(sha256))])];
  const campaigns = await campaignsOf(tables, ids);
  for (const essay of essays) await forgetNames(tables, essay);
  for (const one of await forgetInOthers(tables, essays)) campaigns.add(one);
  await forgetWaiting(tables, unit, contents);
  for (const chunk of inChunks(ids)) await forgetWork(tables, chunk);
  if (campaign !== null) await forgetTold(tables, { campaign, unit });
  const archives = row === undefined ? [] : await forgetFileNames(tables, row);
  if (row !== undefined) await forgetPerson(tables, row);
  const words = [...archives, ...(row === undefined ? [] : [row.id, row.name, row.card]), ...essays.map(({ file }) => file)];
  const lines = await redactEvents(tables, { unit, campaign, submissions: [...submissions, ...ids], words, name: row?.name ?? null });
  await deleteSubmissions(tables, ids);
  if (ids.length + archives.length > 0) await raiseEpoch(tables);
  for (const one of campaigns) await insertJob(tables, { kind: 'refresh', campaign: one, batch: null, actor: 'soatbai', reason: null });
  await forgetAnswers(tables, [...ids, ...words]);
  await forgetOriginals(tables);
  return { essays: ids, contents, lines };
}

/** Essays that were matched to somebody, or handed in under their card number at their unit. */
export async function essaysOfPerson(
  tables: Tables,
  { id, unit, card }: Pick<CorpusTables['person'], 'id' | 'unit' | 'card'>,
): Promise<string[]> {
  const matched = tables.selectFrom('essay_person').select('submission as id').where('person', '=', id);
  const rounds = tables
    .selectFrom('round')
    .innerJoin('submission', 'submission.id', 'round.submission')
    .select('submission.id as id')
    .where('round.person', '=', id);
  const named = tables.selectFrom('submission').select('id').where('tenant', '=', unit).where('member', '=', card);
  return (await matched.union(rounds).union(named).execute()).map((row) => row.id);
}

async function essaysOf(tables: Tables, ids: readonly string[]): Promise<Essay[]> {
  const found: Essay[] = [];
  for (const chunk of inChunks(ids))
    found.push(
      ...((await tables.selectFrom('submission').select(['id', 'file', 'sha256', 'tenant']).where('id', 'in', chunk).execute()) as Essay[]),
    );
  return found;
}

async function campaignsOf(tables: Tables, ids: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const chunk of inChunks(ids)) {
    const rows = await tables.selectFrom('result').select('campaign').distinct().where('submission', 'in', chunk).execute();
    for (const { campaign } of rows) found.add(campaign);
  }
  return found;
}

/** An id of an essay as a string of JSON. */
const ID_IN_JSON = /"([0-9a-f]{20})"/g;

/**
 * Takes the files' names out of what results of any campaign say of the essays, until these are worked out anew; gives those
 * campaigns. All results are gone through once, however many essays go.
 */
async function forgetInOthers(tables: Tables, essays: readonly Essay[]): Promise<Set<string>> {
  const files = new Map(essays.map(({ id, file }) => [id, file]));
  const campaigns = new Set<string>();
  if (files.size === 0) return campaigns;
  let last = '';
  for (;;) {
    const page = tables.selectFrom('result').select(['submission', 'campaign', 'brief', 'detail', 'found']).where('submission', '>', last);
    const rows = await page.orderBy('submission').limit(PAGE).execute();
    for (const { submission, campaign, brief, detail, found } of rows) {
      const named = [...detail.matchAll(ID_IN_JSON)].flatMap(([, id = '']) => files.get(id) ?? []);
      if (named.length === 0) continue;
      campaigns.add(campaign);
      const values = { brief: without(brief, named), found: found === null ? null : without(found, named) };
      await tables.updateTable('result').set(values).where('submission', '=', submission).execute();
    }
    if (rows.length < PAGE) return campaigns;
    last = rows.at(-1)?.submission ?? '';
  }
}

/** A JSON text in which the names of files are gone. */
function without(json: string, files: readonly string[]): string {
  return files.reduce((text, file) => text.replaceAll(JSON.stringify(file).slice(1, -1), () => ERASED), json);
}

/** Files are called by people's names as a rule. */
async function forgetNames(tables: Tables, { id, sha256 }: Essay): Promise<void> {
  const items = tables.selectFrom('batch_item').select(['batch', 'number', 'file']).where('submission', '=', id);
  for (const { batch, number, file: item } of await items.execute()) {
    const values = { file: ERASED, reason: null, submission: null };
    await tables.updateTable('batch_item').set(values).where('batch', '=', batch).where('number', '=', number).execute();
    for (const table of ['skipped', 'warning'] as const) {
      const column = sql.ref(table === 'skipped' ? 'reason' : 'text');
      await sql`UPDATE ${sql.table(table)} SET ${column} = replace(${column}, ${item}, ${ERASED}) WHERE batch = ${batch}`.execute(tables);
    }
  }
  const isThrough = ['done', 'withdrawn'] as const;
  const through = tables.selectFrom('batch').select('id').where('state', 'in', isThrough);
  // Under their names uploads that are not through are read; what they hold is refused then.
  // One batch may have the same file twice, under two names.
  const file = sql<string>`${ERASED} || ' ' || number`;
  const uploads = tables.updateTable('upload').set({ file }).where('sha256', '=', sha256);
  await uploads.where('batch', 'in', through).execute();
}

async function forgetWork(tables: Tables, ids: readonly string[]): Promise<void> {
  await tables.updateTable('conclusion').set({ reason: '' }).where('submission', 'in', ids).execute();
  await tables.deleteFrom('second_look').where('submission', 'in', ids).execute();
  await tables
    .deleteFrom('text_request')
    .where((where) => where.or([where('submission', 'in', ids), where('essay', 'in', ids)]))
    .execute();
  await tables.updateTable('round').set({ submission: null }).where('submission', 'in', ids).execute();
  await tables.deleteFrom('quoted_span').where('id', 'in', ids).execute();
}

/** Answers kept for requests that come again: what they say of somebody goes; at worst a request has its effect a second time. */
async function forgetAnswers(tables: Tables, words: readonly string[]): Promise<void> {
  const inJson = JSON.stringify(words.filter((word) => word !== '').map((word) => JSON.stringify(word).slice(1, -1)));
  await sql`DELETE FROM answered WHERE EXISTS (SELECT 1 FROM json_each(${inJson}) WHERE instr(answered.body, value) > 0)`.execute(tables);
}

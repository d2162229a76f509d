import { sql } from 'kysely';
import type { Erasure } from '../../../model/erasure.js';
import { raiseEpoch } from '../epoch.js';
import { deleteSubmissions } from '../essay-rows.js';
import { inChunks } from '../in-chunks.js';
import { forgetOriginals } from '../needed-originals.js';
import type { CorpusTables } from '../schema.js';
import { redactEvents } from './event-lines.js';
import { insertJob } from './job-rows.js';
import type { Tables } from './store.js';

/** Stands where a name or a file stood. */
const ERASED = 'đã xóa';

/** What an erasure took with it. */
export interface Erased {
  readonly essays: readonly string[];
  /** Sequences of the lines of the log whose details are gone. */
  readonly lines: readonly number[];
}

type Essay = Pick<CorpusTables['submission'], 'id' | 'file' | 'sha256' | 'tenant'>;

/**
 * Removes from the tables all that an erasure is about and is still there, within one transaction; `clearDoomed` follows
 * once it is committed. What others' results say of the essays is worked out anew by a job.
 */
export async function eraseData(
  tables: Tables,
  { person, submissions, unit }: Pick<Erasure, 'person' | 'submissions' | 'unit'>,
): Promise<Erased> {
  const row = person === null ? undefined : await tables.selectFrom('person').selectAll().where('id', '=', person).executeTakeFirst();
  const theirs = row === undefined ? [] : await essaysOfPerson(tables, row);
  const essays = await essaysOf(tables, [...new Set([...submissions, ...theirs])]);
  const ids = essays.map(({ id }) => id);
  const campaigns = await campaignsOf(tables, ids);
  for (const essay of essays) await forgetNames(tables, essay);
  for (const chunk of inChunks(ids)) await forgetWork(tables, chunk);
  if (row !== undefined) await forgetPerson(tables, row);
  const words = [...(row === undefined ? [] : [row.id, row.name, row.card]), ...essays.map(({ file }) => file)];
  const lines = await redactEvents(tables, { unit, submissions: [...submissions, ...ids], words, name: row?.name ?? null });
  await deleteSubmissions(tables, ids);
  if (ids.length > 0) await raiseEpoch(tables);
  for (const campaign of campaigns) await insertJob(tables, { kind: 'refresh', campaign, batch: null, actor: 'soatbai', reason: null });
  await forgetOriginals(tables);
  return { essays: ids, lines };
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

async function campaignsOf(tables: Tables, ids: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const chunk of inChunks(ids)) {
    const rows = await tables.selectFrom('result').select('campaign').distinct().where('submission', 'in', chunk).execute();
    for (const { campaign } of rows) found.add(campaign);
  }
  // Others of any campaign may name them.
  for (const id of ids) {
    const naming = tables
      .selectFrom('result')
      .select('campaign')
      .distinct()
      .where(sql<boolean>`instr(detail, ${JSON.stringify(id)}) > 0`);
    for (const { campaign } of await naming.execute()) found.add(campaign);
  }
  return [...found];
}

/** Files are called by people's names as a rule. */
async function forgetNames(tables: Tables, { id, file, sha256 }: Essay): Promise<void> {
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
  const uploads = tables.updateTable('upload').set({ file: ERASED }).where('sha256', '=', sha256);
  await uploads.where('batch', 'in', through).execute();
  await tables.deleteFrom('upload').where('sha256', '=', sha256).where('batch', 'not in', through).execute();
  // Reasons of others name the file until they are worked out anew.
  const [inJson, idInJson] = [JSON.stringify(file).slice(1, -1), JSON.stringify(id)];
  await sql`UPDATE result SET brief = replace(brief, ${inJson}, ${ERASED}) WHERE instr(detail, ${idInJson}) > 0`.execute(tables);
}

async function forgetWork(tables: Tables, ids: readonly string[]): Promise<void> {
  await tables.updateTable('conclusion').set({ reason: '' }).where('submission', 'in', ids).execute();
  await tables.deleteFrom('second_look').where('submission', 'in', ids).execute();
  await tables.deleteFrom('text_request').where('submission', 'in', ids).execute();
  await tables.updateTable('round').set({ submission: null }).where('submission', 'in', ids).execute();
  await tables.deleteFrom('quoted_span').where('id', 'in', ids).execute();
  for (const id of ids) await sql`DELETE FROM answered WHERE instr(body, ${id}) > 0 OR instr(request, ${id}) > 0`.execute(tables);
}

/** A line stays, so that figures of the unit add up; it says nothing of anybody. */
async function forgetPerson(tables: Tables, { id, unit, card, name }: CorpusTables['person']): Promise<void> {
  const nobody = { card: `${ERASED} ${id}`, name: ERASED, cell: '', post: '', place: '', is_head: 0, is_key_cadre: 0 } as const;
  const erased_at = sql<string>`strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`;
  await tables
    .updateTable('person')
    .set({ ...nobody, erased_at })
    .where('id', '=', id)
    .execute();
  await tables.deleteFrom('session').where('person', '=', id).execute();
  await tables.deleteFrom('code').where('person', '=', id).execute();
  await tables.deleteFrom('audience_member').where('person', '=', id).execute();
  await tables.deleteFrom('second_look').where('person', '=', id).execute();
  await tables.updateTable('roster_entry').set({ exemption: '' }).where('person', '=', id).execute();
  await sql`DELETE FROM answered WHERE instr(body, ${name}) > 0`.execute(tables);
  const rosters = tables.selectFrom('batch').select(['id', 'roster']).where('unit', '=', unit).where('roster', 'is not', null);
  for (const batch of await rosters.execute()) {
    const lines = (batch.roster ?? '').split('\n').filter((line) => !line.includes(card) && !line.includes(name));
    await tables
      .updateTable('batch')
      .set({ roster: lines.join('\n') })
      .where('id', '=', batch.id)
      .execute();
  }
}

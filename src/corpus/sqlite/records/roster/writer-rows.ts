import { sql } from 'kysely';
import type { UnsignedEssay, WriterMatch } from '../../../records/writers.js';
import { inChunks } from '../../in-chunks.js';
import { GONE } from '../batch-rows.js';
import { MACHINE } from '../event-lines.js';
import type { Change, Tables } from '../store.js';
import { readStrings } from '../stored-strings.js';
import { holdAnew } from './group-tasks.js';
import { compareAnew, siblingsOf } from './writer-changes.js';

interface Where {
  readonly campaign: string;
  /** null: all units. */
  readonly units: readonly string[] | null;
}

/** Essays that were read and that nobody is known to have written, in the order of their files. */
export async function essaysWithoutWriter(
  tables: Tables,
  { campaign, units }: Where,
): Promise<(UnsignedEssay & { readonly batch: string })[]> {
  const query = tables
    .selectFrom('batch_item')
    .innerJoin('batch', 'batch.id', 'batch_item.batch')
    .innerJoin('submission', 'submission.id', 'batch_item.submission')
    .leftJoin('told_writer', 'told_writer.submission', 'submission.id')
    .where('batch.campaign', '=', campaign)
    .where('batch.state', 'not in', GONE)
    .where('batch_item.state', '=', 'read')
    .where('submission.id', 'not in', (eb) => eb.selectFrom('essay_person').select('essay_person.submission'))
    .where('submission.id', 'not in', (eb) => eb.selectFrom('no_writer').select('no_writer.submission'))
    .select(['submission.id as submission', 'submission.file', 'submission.member', 'names', 'numbers', 'batch.id as batch'])
    .orderBy('submission.file');
  const rows = await (units === null ? query : query.where('batch.unit', 'in', units)).execute();
  const found = new Map<string, UnsignedEssay & { readonly batch: string }>();
  for (const { names, numbers, ...row } of rows) {
    if (found.has(row.submission)) continue;
    found.set(row.submission, { ...row, names: readStrings(names, row.submission), numbers: readStrings(numbers, row.submission) });
  }
  return [...found.values()];
}

/** Keeps what was matched; an essay that has a writer by now, or was said to have none, stays as it is. */
export async function settleMatches({ tables, at, log, reach }: Change, campaign: string, matches: readonly WriterMatch[]): Promise<void> {
  const ids = matches.map(({ submission }) => submission);
  const closed = await decided(tables, ids);
  const open = matches.filter(({ submission }) => !closed.has(submission));
  for (const chunk of inChunks(open.map(({ submission }) => submission)))
    await tables.deleteFrom('writer_candidate').where('submission', 'in', chunk).execute();
  const sure = open.flatMap(({ submission, isSure, candidates: [first] }) => {
    return isSure && first !== undefined ? [{ submission, ...first, confirmed_by: null, at }] : [];
  });
  const asked = open.flatMap(({ submission, isSure, candidates }) =>
    isSure ? [] : candidates.map((one, place) => ({ submission, place: place + 1, ...one })),
  );
  for (const chunk of inChunks(sure)) await tables.insertInto('essay_person').values(chunk).execute();
  for (const chunk of inChunks(asked)) await tables.insertInto('writer_candidate').values(chunk).execute();
  if (sure.length === 0) return;
  const named = sure.map(({ submission }) => submission);
  // What the machine is reading it compares by itself as its writers are known now.
  const read = reach === null ? await withResult(tables, named) : named;
  await compareAnew(tables, { campaign, actor: reach?.actor ?? MACHINE }, await siblingsOf(tables, read));
  if (reach !== null) await holdAnew(tables, [campaign], reach.actor);
  for (const [unit, essays] of await countByUnit(tables, named))
    await log({ actor: MACHINE, kind: 'essay-matched', unit, campaign, details: { essays } });
}

async function withResult(tables: Tables, submissions: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const chunk of inChunks(submissions)) {
    const rows = await tables.selectFrom('result').select('submission').where('submission', 'in', chunk).execute();
    found.push(...rows.map(({ submission }) => submission));
  }
  return found;
}

async function decided(tables: Tables, submissions: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const chunk of inChunks(submissions)) {
    for (const table of ['essay_person', 'no_writer'] as const) {
      const rows = await tables.selectFrom(table).select('submission').where('submission', 'in', chunk).execute();
      for (const { submission } of rows) found.add(submission);
    }
  }
  return found;
}

async function countByUnit(tables: Tables, submissions: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const chunk of inChunks(submissions)) {
    const { rows } = await sql<{ tenant: string; n: number }>`
      SELECT tenant, count(*) AS n FROM submission WHERE id IN (${sql.join(chunk)}) GROUP BY tenant`.execute(tables);
    for (const { tenant, n } of rows) counts.set(tenant, (counts.get(tenant) ?? 0) + n);
  }
  return counts;
}

import { type RawBuilder, sql } from 'kysely';
import type { WriterChanges } from '../../../records/writers.js';
import { inChunks } from '../../in-chunks.js';
import type { Tables } from '../store.js';
import { queueRefresh } from './group-tasks.js';

/** Two essays that are, or were, one writer's, as far as anybody knows. */
export interface Siblings {
  readonly submission: string;
  readonly other: string;
}

/** Every other essay of whoever wrote these: as people have said, or under one number at one unit. */
export async function siblingsOf(tables: Tables, submissions: readonly string[]): Promise<Siblings[]> {
  const found: Siblings[] = [];
  const select = async (query: RawBuilder<Siblings>): Promise<void> => void found.push(...(await query.execute(tables)).rows);
  for (const chunk of inChunks(submissions)) {
    await select(sql<Siblings>`
      SELECT one.submission, other.submission AS other FROM essay_person AS one
      JOIN essay_person AS other ON other.person = one.person AND other.submission <> one.submission
      WHERE one.submission IN (${sql.join(chunk)})`);
    await select(sql<Siblings>`
      SELECT one.id AS submission, other.id AS other FROM submission AS one
      -- Not by the index on units, of which one may have all essays.
      JOIN submission AS other ON other.member = one.member AND +other.tenant = +one.tenant AND other.id <> one.id
      WHERE one.id IN (${sql.join(chunk)})`);
  }
  return found;
}

/** Has essays compared with each other anew by a job, both ways; nothing without any. */
export async function compareAnew(
  tables: Tables,
  { campaign, actor }: { readonly campaign: string; readonly actor: string },
  pairs: readonly Siblings[],
): Promise<void> {
  const both = pairs.flatMap(({ submission, other }) => [
    { submission, other },
    { submission: other, other: submission },
  ]);
  const rows = [...new Map(both.map((pair) => [`${pair.submission} ${pair.other}`, pair])).values()];
  if (rows.length === 0) return;
  for (const chunk of inChunks(rows)) await tables.insertInto('writer_change').values(chunk).execute();
  await queueRefresh(tables, { campaign, actor });
}

/** As `Writers.changes`. */
export async function readChanges(tables: Tables): Promise<WriterChanges> {
  const rows = await tables.selectFrom('writer_change').selectAll().orderBy('id').execute();
  const outdated = new Map<string, string[]>();
  for (const { submission, other } of rows) {
    const known = outdated.get(submission);
    if (known === undefined) outdated.set(submission, [other]);
    else known.push(other);
  }
  return { upTo: rows.at(-1)?.id ?? 0, outdated };
}

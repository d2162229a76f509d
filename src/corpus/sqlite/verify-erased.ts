import { type Kysely, sql } from 'kysely';
import { CORPUS_MESSAGES } from '../messages.js';
import { tablesWithTold } from './records/campaign-data.js';
import { PERSONAL } from './records/erase-person.js';
import type { CorpusTables } from './schema.js';

/** What is still there of people and essays that were erased, one sentence for each table; none where all of it is gone. */
export async function verifyErased(tables: Kysely<CorpusTables>): Promise<string[]> {
  const left: string[] = [];
  for (const table of PERSONAL) {
    const { rows } = await sql<{ count: number }>`
      SELECT count(*) AS count FROM ${sql.table(table)} AS kept JOIN person ON person.id = kept.person
      WHERE person.erased_at IS NOT NULL`.execute(tables);
    if ((rows[0]?.count ?? 0) > 0) left.push(CORPUS_MESSAGES.erasedLeft(table));
  }
  left.push(...(await tablesWithTold(tables)).map(CORPUS_MESSAGES.erasedCampaignLeft));
  // The same file may have been handed in again since.
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT submission.id FROM erasure, json_each(erasure.details, '$.submissions') AS gone
      JOIN submission ON submission.id = gone.value WHERE submission.received_at < erasure.at`.execute(tables);
  return [...left, ...rows.map(({ id }) => CORPUS_MESSAGES.erasedEssayLeft(id))];
}

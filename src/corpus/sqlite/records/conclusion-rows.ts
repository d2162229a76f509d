import type { Ground } from '../../../model/assessment.js';
import type { Conclusion } from '../../../model/result-record.js';
import { inChunks } from '../in-chunks.js';
import type { CorpusTables } from '../schema.js';
import type { Tables } from './store.js';
import { readList } from './stored-json.js';

type ConclusionRow = CorpusTables['conclusion'];

/** AppError `corpus-damaged` when it cannot be read. */
function toConclusion({ submission, grounds, ...rest }: ConclusionRow): Conclusion {
  return { ...rest, grounds: readList<Ground>(grounds, { table: 'conclusion', row: submission }) };
}

/** The newest conclusion on each of the essays that has one, by submission. */
export async function conclusionsOn(tables: Tables, submissions: readonly string[]): Promise<Map<string, Conclusion>> {
  const rows: ConclusionRow[] = [];
  for (const chunk of inChunks(submissions))
    rows.push(...(await tables.selectFrom('conclusion').selectAll().where('submission', 'in', chunk).execute()));
  return newestOf(rows);
}

/** The newest conclusion on each essay of a campaign, by submission. */
export async function conclusionsOf(tables: Tables, campaign: string): Promise<Map<string, Conclusion>> {
  const rows = await tables
    .selectFrom('conclusion')
    .innerJoin('result', 'result.submission', 'conclusion.submission')
    .selectAll('conclusion')
    .where('result.campaign', '=', campaign)
    .execute();
  return newestOf(rows);
}

function newestOf(rows: readonly ConclusionRow[]): Map<string, Conclusion> {
  const newest = new Map<string, ConclusionRow>();
  for (const row of rows) if (row.revision > (newest.get(row.submission)?.revision ?? 0)) newest.set(row.submission, row);
  return new Map([...newest.values()].map((row) => [row.submission, toConclusion(row)]));
}

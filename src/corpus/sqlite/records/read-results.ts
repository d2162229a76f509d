import type { ResultRecord } from '../../../model/result-record.js';
import type { Submission } from '../../../model/submission.js';
import { SUBMISSION_COLUMNS } from '../essay-rows.js';
import { conclusionsOf, conclusionsOn } from './conclusion-rows.js';
import { groupBySubmission, readGroups } from './group-rows.js';
import { briefAssessment, wholeAssessment } from './result-json.js';
import type { Tables } from './store.js';

/** Every result of a campaign in order of receipt, briefly. */
export async function readResults(tables: Tables, campaign: string): Promise<ResultRecord[]> {
  const rows = await selectResults(tables).where('result.campaign', '=', campaign).execute();
  // Here and not there, where sorting would carry the long columns about.
  rows.sort((a, b) => a.sequence - b.sequence);
  const groups = groupBySubmission(await readGroups(tables, campaign));
  const conclusions = await conclusionsOf(tables, campaign);
  return rows.map((row) => {
    const assessment = briefAssessment(row.brief, { submission: submissionOf(row), group: groups.get(row.id) ?? null });
    return { assessment, batch: row.batch, version: row.version, conclusion: conclusions.get(row.id) ?? null };
  });
}

/** One result with everything; null when there is none. */
export async function readResult(tables: Tables, campaign: string, id: string): Promise<ResultRecord | null> {
  const row = await selectResults(tables)
    .select('result.detail')
    .where('result.campaign', '=', campaign)
    .where('result.submission', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { batch, version } = row;
  const group = groupBySubmission(await readGroups(tables, campaign)).get(id) ?? null;
  const assessment = wholeAssessment(row, { submission: submissionOf(row), group });
  return { assessment, batch, version, conclusion: (await conclusionsOn(tables, [id])).get(id) ?? null };
}

function selectResults(tables: Tables) {
  return tables
    .selectFrom('result')
    .innerJoin('submission', 'submission.id', 'result.submission')
    .select(SUBMISSION_COLUMNS)
    .select(['result.batch', 'result.version', 'result.brief']);
}

/** The submission among other columns, field by field: thousands are taken out at a time. */
function submissionOf({ id, campaign, member, unit, file, sha256, state, sequence }: Submission): Submission {
  return { id, campaign, member, unit, file, sha256, state, sequence };
}

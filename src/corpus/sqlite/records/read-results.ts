import { sql } from 'kysely';
import type { ResultRecord } from '../../../model/result-record.js';
import type { Submission } from '../../../model/submission.js';
import { SUBMISSION_COLUMNS } from '../essay-rows.js';
import { conclusionsOf, conclusionsOn } from './conclusion-rows.js';
import { groupBySubmission, readGroupOf, readGroups } from './group-rows.js';
import { isOwn, type Reach } from './reach.js';
import { briefAssessment, wholeAssessment } from './result-json.js';
import type { Tables } from './store.js';

/** Every result of a campaign in order of receipt, briefly. */
export async function readResults(tables: Tables, campaign: string, reach: Reach): Promise<ResultRecord[]> {
  const rows = await selectResults(tables, reach).where('result.campaign', '=', campaign).execute();
  // Here and not there, where sorting would carry the long columns about.
  rows.sort((a, b) => a.sequence - b.sequence);
  const groups = groupBySubmission(await readGroups(tables, campaign, reach));
  const conclusions = await conclusionsOf(tables, campaign);
  return rows.map((row) => {
    const assessment = briefAssessment(row.brief, { submission: submissionOf(row), group: groups.get(row.id) ?? null });
    return { assessment, batch: row.batch, version: row.version, conclusion: conclusions.get(row.id) ?? null };
  });
}

/** Where one result is looked for. */
interface Place {
  readonly campaign: string;
  readonly id: string;
  readonly reach: Reach;
}

/** One result with everything; null when there is none. */
export async function readResult(tables: Tables, { campaign, id, reach }: Place): Promise<ResultRecord | null> {
  const row = await selectResults(tables, reach)
    .select('result.detail')
    .where('result.campaign', '=', campaign)
    .where('result.submission', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { batch, version } = row;
  const assessment = wholeAssessment(row, { submission: submissionOf(row), group: await readGroupOf(tables, id) });
  return { assessment, batch, version, conclusion: (await conclusionsOn(tables, [id])).get(id) ?? null };
}

/** Every essay of a campaign that has a result, in order of receipt. */
export async function readEssays(
  tables: Tables,
  campaign: string,
  reach: Reach,
): Promise<{ submission: Submission; batch: string | null }[]> {
  const rows = await tables
    .selectFrom('result')
    .innerJoin('submission', 'submission.id', 'result.submission')
    .select(SUBMISSION_COLUMNS)
    .select('result.batch')
    .where('result.campaign', '=', campaign)
    .where(isOwn(reach, 'submission.tenant'))
    .orderBy('submission.sequence')
    .execute();
  return rows.map((row) => ({ submission: submissionOf(row), batch: row.batch }));
}

/** Essays of any campaign whose result names an essay that is kept no more. */
export async function readNamingRemoved(tables: Tables): Promise<string[]> {
  const { rows } = await sql<{ submission: string }>`
    SELECT submission FROM result WHERE EXISTS (
      SELECT 1 FROM json_each(result.detail, '$.matches') AS named
      WHERE named.value ->> 'kind' <> 'sample' AND named.value ->> 'id' NOT IN (SELECT id FROM submission))
    OR EXISTS (
      SELECT 1 FROM json_each(result.detail, '$.named') AS ofAdvisory, json_each(ofAdvisory.value) AS named
      WHERE named.value NOT IN (SELECT id FROM submission))`.execute(tables);
  return rows.map(({ submission }) => submission);
}

function selectResults(tables: Tables, reach: Reach) {
  return tables
    .selectFrom('result')
    .innerJoin('submission', 'submission.id', 'result.submission')
    .where(isOwn(reach, 'submission.tenant'))
    .select(SUBMISSION_COLUMNS)
    .select(['result.batch', 'result.version', 'result.brief']);
}

/** The submission among other columns, field by field: thousands are taken out at a time. */
function submissionOf({ id, campaign, tenant, member, unit, post, place, file, sha256, state, sequence }: Submission): Submission {
  return { id, campaign, tenant, member, unit, post, place, file, sha256, state, sequence };
}

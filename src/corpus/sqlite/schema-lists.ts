import type { Proposal } from '../../model/assessment.js';

/** How many essays of a unit have a result in a campaign, by what is proposed, and on how many of them people have concluded. Kept by triggers. */
interface ResultCountTable {
  readonly unit: string;
  readonly campaign: string;
  readonly proposal: Proposal;
  readonly essays: number;
  readonly concluded: number;
}

/** What lists are told without reading through what they count. */
export interface ListTables {
  readonly result_count: ResultCountTable;
}

export const LIST_TABLES: readonly (keyof ListTables)[] = ['result_count'];

/** Each result with the unit whose it is, and whether people have concluded on it. */
const COUNTED = `
  SELECT submission.tenant, result.campaign, result.proposal, count(*), count(conclusion.submission)
  FROM result JOIN submission ON submission.id = result.submission
  LEFT JOIN conclusion ON conclusion.submission = result.submission AND conclusion.revision = 1`;

/** Adds one result to its count; `row` is that of the trigger, `by` 1 or -1. */
function count(row: 'new' | 'old', by: 1 | -1): string {
  return `
    INSERT INTO result_count (unit, campaign, proposal, essays, concluded)
      SELECT tenant, ${row}.campaign, ${row}.proposal, ${by},
        ${by} * EXISTS (SELECT 1 FROM conclusion WHERE submission = ${row}.submission AND revision = 1)
      FROM submission WHERE id = ${row}.submission
      ON CONFLICT DO UPDATE SET essays = essays + excluded.essays, concluded = concluded + excluded.concluded;`;
}

/**
 * What makes lists cheap: the campaign list counted a million results through a join at every look. Triggers keep the counts,
 * so that no way of writing a result, taking an essay out or concluding can forget them; verifying a corpus counts again.
 */
export const LISTS: readonly string[] = [
  `CREATE TABLE result_count (
    unit TEXT NOT NULL,
    campaign TEXT NOT NULL,
    proposal TEXT NOT NULL,
    essays INTEGER NOT NULL,
    concluded INTEGER NOT NULL,
    PRIMARY KEY (unit, campaign, proposal)
  ) STRICT, WITHOUT ROWID`,
  `INSERT INTO result_count (unit, campaign, proposal, essays, concluded) ${COUNTED} GROUP BY 1, 2, 3`,
  `CREATE TRIGGER result_added AFTER INSERT ON result BEGIN ${count('new', 1)} END`,
  `CREATE TRIGGER result_changed AFTER UPDATE OF campaign, proposal ON result
    WHEN old.campaign <> new.campaign OR old.proposal <> new.proposal BEGIN ${count('old', -1)} ${count('new', 1)} END`,
  // An essay takes its result along, which by then cannot tell whose it was: so the essay counts it out, and the result by itself.
  `CREATE TRIGGER result_removed AFTER DELETE ON result BEGIN ${count('old', -1)} END`,
  `CREATE TRIGGER essay_removed BEFORE DELETE ON submission BEGIN
    UPDATE result_count
    SET essays = essays - 1,
      concluded = concluded - EXISTS (SELECT 1 FROM conclusion WHERE submission = old.id AND revision = 1)
    WHERE unit = old.tenant
      AND (campaign, proposal) = (SELECT campaign, proposal FROM result WHERE submission = old.id);
  END`,
  `CREATE TRIGGER first_concluded AFTER INSERT ON conclusion WHEN new.revision = 1 BEGIN
    UPDATE result_count SET concluded = concluded + 1
    WHERE (unit, campaign, proposal) = (
      SELECT submission.tenant, result.campaign, result.proposal
      FROM result JOIN submission ON submission.id = result.submission WHERE result.submission = new.submission);
  END`,
  // Members hand in batches of one file each: counting those of a campaign needs none of their rows.
  'CREATE INDEX batch_standing ON batch (campaign, unit, state)',
  // What waits or has stopped is a handful among all that was ever done.
  `CREATE INDEX job_open ON job (campaign, kind) WHERE state IN ('queued', 'running')`,
  `CREATE INDEX job_failed ON job (campaign, kind) WHERE state = 'failed'`,
];

/** Counts that are not what counting anew tells; for whoever verifies a corpus. */
export const WRONG_COUNTS = `
  WITH real (unit, campaign, proposal, essays, concluded) AS (${COUNTED} GROUP BY 1, 2, 3),
    kept AS (SELECT * FROM result_count WHERE essays <> 0 OR concluded <> 0)
  SELECT count(*) AS wrong FROM (
    SELECT * FROM (SELECT * FROM real EXCEPT SELECT * FROM kept)
    UNION ALL SELECT * FROM (SELECT * FROM kept EXCEPT SELECT * FROM real))`;

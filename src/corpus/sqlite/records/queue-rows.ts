import { sql } from 'kysely';
import type { Scope } from '../../../model/access.js';
import type { QueuedEssay } from '../../records/review.js';
import { readGroups } from './group-rows.js';
import type { Tables } from './store.js';

type QueueRow = Omit<QueuedEssay, 'group' | 'assigned'> & {
  readonly account: string | null;
  readonly name: string | null;
  readonly revision: number | null;
};

/** Essays without a conclusion that are assigned to whoever asks, and all of those of `units`; nothing beyond the scope. In order of receipt. */
export async function readQueue(tables: Tables, scope: Scope, units: readonly string[]): Promise<QueuedEssay[]> {
  const { account, units: own } = scope;
  const among = (ids: readonly string[]) => sql.join(ids.length === 0 ? [sql`NULL`] : ids);
  const { rows } = await sql<QueueRow>`
    SELECT result.campaign, campaign.name AS campaignName, submission.id AS essay, submission.file,
      coalesce(person.name, '') AS person, coalesce(person.card, submission.member) AS member,
      coalesce(person.cell, submission.unit) AS unit, coalesce(person.post, submission.post) AS post,
      result.proposal, result.brief ->> '$.copied.best' AS best, result.brief ->> '$.copied.longestRun' AS longestRun,
      submission.received_at AS receivedAt, assignment.account, account.name, assignment.revision
    FROM result
    JOIN submission ON submission.id = result.submission
    JOIN campaign ON campaign.id = result.campaign
    LEFT JOIN assignment ON assignment.submission = result.submission
    LEFT JOIN essay_person ON essay_person.submission = result.submission
    LEFT JOIN person ON person.id = essay_person.person
    LEFT JOIN account ON account.id = assignment.account
    WHERE NOT EXISTS (SELECT 1 FROM conclusion WHERE conclusion.submission = result.submission)
      AND submission.tenant IN (${among(own)})
      AND (assignment.account = ${account} OR submission.tenant IN (${among(units)}))
    ORDER BY submission.sequence`.execute(tables);
  const groups = await groupsOf(tables, scope, new Set(rows.map(({ campaign }) => campaign)));
  return rows.map(({ account: given, name, revision, ...row }) => ({
    ...row,
    group: groups.get(row.essay) ?? null,
    assigned: given === null || name === null ? null : { account: given, name, revision: revision ?? 0 },
  }));
}

async function groupsOf(
  tables: Tables,
  scope: Scope,
  campaigns: ReadonlySet<string>,
): Promise<Map<string, NonNullable<QueuedEssay['group']>>> {
  const found = new Map<string, NonNullable<QueuedEssay['group']>>();
  for (const campaign of campaigns) {
    for (const [place, { id, members }] of (await readGroups(tables, campaign, scope)).entries()) {
      for (const member of members) found.set(member, { id, number: place + 1 });
    }
  }
  return found;
}

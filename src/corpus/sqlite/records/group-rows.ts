import type { Group } from '../../../model/detection.js';
import { inChunks } from '../in-chunks.js';
import { isOwn, type Reach } from './reach.js';
import type { Tables } from './store.js';

/** Groups of a campaign in their order, with their essays in reach. One of which only a single essay is left is none. */
export async function readGroups(tables: Tables, campaign: string, reach: Reach): Promise<Group[]> {
  const rows = await tables
    .selectFrom('campaign_group')
    .innerJoin('group_member', (join) =>
      join.onRef('group_member.campaign', '=', 'campaign_group.campaign').onRef('group_member.group_id', '=', 'campaign_group.id'),
    )
    .select(['campaign_group.id', 'campaign_group.cohesion', 'group_member.submission'])
    .where('campaign_group.campaign', '=', campaign)
    .$if(reach !== null, (rows) => rows.where('group_member.submission', 'in', ownEssays(tables, reach)))
    .orderBy('campaign_group.position')
    .orderBy('group_member.position')
    .execute();
  const groups = new Map<string, Group & { members: string[] }>();
  for (const { id, cohesion, submission } of rows) {
    const group = groups.get(id);
    if (group === undefined) groups.set(id, { id, cohesion, members: [submission] });
    else group.members.push(submission);
  }
  return [...groups.values()].filter(({ members }) => members.length > 1);
}

/** Ids of the essays of units in reach. */
function ownEssays(tables: Tables, reach: Reach) {
  return tables.selectFrom('submission').select('submission.id').where(isOwn(reach, 'submission.tenant'));
}

/** The group of one essay; null when it is in none, or alone in it. */
export async function readGroupOf(tables: Tables, submission: string, reach: Reach): Promise<string | null> {
  const row = await tables
    .selectFrom('group_member')
    .select('group_id')
    .where('submission', '=', submission)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('group_member as other')
          .select('other.submission')
          .whereRef('other.campaign', '=', 'group_member.campaign')
          .whereRef('other.group_id', '=', 'group_member.group_id')
          .where('other.submission', '<>', submission)
          .$if(reach !== null, (others) => others.where('other.submission', 'in', ownEssays(tables, reach))),
      ),
    )
    .executeTakeFirst();
  return row?.group_id ?? null;
}

/** Puts new groups in the place of all groups of a campaign. */
export async function replaceGroups(tables: Tables, campaign: string, groups: readonly Group[]): Promise<void> {
  await tables.deleteFrom('campaign_group').where('campaign', '=', campaign).execute();
  const rows = groups.map(({ id, cohesion }, position) => ({ campaign, id, position, cohesion }));
  for (const chunk of inChunks(rows)) await tables.insertInto('campaign_group').values(chunk).execute();
  const members = groups.flatMap((group) =>
    group.members.map((submission, position) => ({ submission, campaign, group_id: group.id, position })),
  );
  for (const chunk of inChunks(members)) await tables.insertInto('group_member').values(chunk).execute();
}

/** The group of each essay that is in one, by submission. */
export function groupBySubmission(groups: readonly Group[]): Map<string, string> {
  return new Map(groups.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
}

import type { Group } from '../../../model/detection.js';
import { inChunks } from '../in-chunks.js';
import { isOwn, type Reach } from './reach.js';
import type { Tables } from './store.js';

/** Groups of a campaign that have an essay in reach, in their order, with those essays. One of which only a single essay is left is none. */
export async function readGroups(tables: Tables, campaign: string, reach: Reach): Promise<Group[]> {
  const rows = await tables
    .selectFrom('campaign_group')
    .innerJoin('group_member', (join) =>
      join.onRef('group_member.campaign', '=', 'campaign_group.campaign').onRef('group_member.group_id', '=', 'campaign_group.id'),
    )
    .innerJoin('submission', 'submission.id', 'group_member.submission')
    .select(['campaign_group.id', 'campaign_group.cohesion', 'group_member.submission'])
    .select(isOwn(reach, 'submission.tenant').as('is_own'))
    .where('campaign_group.campaign', '=', campaign)
    .orderBy('campaign_group.position')
    .orderBy('group_member.position')
    .execute();
  const groups = new Map<string, { readonly group: Group & { readonly members: string[] }; all: number }>();
  for (const { id, cohesion, submission, is_own } of rows) {
    const known = groups.get(id) ?? { group: { id, cohesion, members: [] }, all: 0 };
    groups.set(id, known);
    known.all += 1;
    if (is_own) known.group.members.push(submission);
  }
  return [...groups.values()].filter(({ group, all }) => all > 1 && group.members.length > 0).map(({ group }) => group);
}

/** The group of one essay, whoever else is in it; null when it is in none, or alone in it. */
export async function readGroupOf(tables: Tables, submission: string): Promise<string | null> {
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
          .where('other.submission', '<>', submission),
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

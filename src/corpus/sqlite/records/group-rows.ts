import type { Group } from '../../../model/detection.js';
import { inChunks } from '../in-chunks.js';
import type { CorpusTables } from '../schema.js';
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
    .select(['campaign_group.id', 'campaign_group.cohesion', 'group_member.submission', 'group_member.to_leader'])
    .select(isOwn(reach, 'submission.tenant').as('is_own'))
    .where('campaign_group.campaign', '=', campaign)
    .orderBy('campaign_group.position')
    .orderBy('group_member.position')
    .execute();
  const groups = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) {
    const known = groups.get(row.id);
    if (known === undefined) groups.set(row.id, [row]);
    else known.push(row);
  }
  return [...groups].flatMap(([id, all]): Group[] => {
    const members = all.filter(({ is_own }) => is_own).map(({ submission }) => submission);
    if (all.length < 2 || members.length === 0) return [];
    const near = members.length === all.length ? nearOf(all) : null;
    return [{ id, cohesion: all[0]!.cohesion, members, ...(near && { near }) }];
  });
}

type Member = Pick<CorpusTables['group_member'], 'submission' | 'to_leader'>;

/** Nobody leads a group whose leader was removed, and who leads those that an earlier version gathered is not known. */
function nearOf(members: readonly Member[]): Group['near'] | null {
  const leaders = members.filter(({ to_leader }) => to_leader === null);
  if (leaders.length !== 1) return null;
  const to = members.flatMap(({ submission, to_leader }) => (to_leader === null ? [] : [[submission, to_leader] as const]));
  return { leader: leaders[0]!.submission, to: Object.fromEntries(to) };
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
    group.members.map((submission, position) => {
      return { submission, campaign, group_id: group.id, position, to_leader: group.near?.to[submission] ?? null };
    }),
  );
  for (const chunk of inChunks(members)) await tables.insertInto('group_member').values(chunk).execute();
}

/** The group of each essay that is in one, by submission. */
export function groupBySubmission(groups: readonly Group[]): Map<string, string> {
  return new Map(groups.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
}

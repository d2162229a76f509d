import type { Group } from '../model/detection.js';
import { type GroupSettings, LEADER_SLACK } from '../model/settings.js';
import { joinStars, type SimilaritiesTo } from './join-stars.js';
import { type Edge, gatherStars, neighboursOf, type Star } from './stars.js';

/**
 * Near-duplicate groups among some essays; edges to others are left out. A candidate search finds a few of an essay's
 * near-duplicates only, so that those of one text fall into several stars: these are joined by their leaders. Every member
 * was measured against the leader, so that no chain of steps joins essays which have little in common; an essay costs a
 * few measurements at most, however many are linked. Depends on the set of essays, not on their order, which only numbers
 * the groups and sorts their members.
 */
export async function groupNearDuplicates(
  ids: readonly string[],
  edges: readonly Edge[],
  similaritiesTo: SimilaritiesTo,
  { edge }: GroupSettings,
): Promise<Group[]> {
  const place = new Map(ids.map((id, i) => [id, i]));
  const neighbours = neighboursOf(edges.filter((one) => one.similarity >= edge && place.has(one.first) && place.has(one.second)));
  const stars = gatherStars(new Set(neighbours.keys()), neighbours, edge);
  const { groups, left } = await joinStars(stars, { neighbours, similaritiesTo, minimum: edge * LEADER_SLACK });
  return inOrder([...groups, ...gatherStars(left, neighbours, edge)], place);
}

/** The largest group first; members in the order of the essays. A star without members is no group. */
function inOrder(stars: readonly Star[], place: ReadonlyMap<string, number>): Group[] {
  const byPlace = (a: string, b: string): number => place.get(a)! - place.get(b)!;
  return stars
    .filter(({ members }) => members.size > 0)
    .map(({ leader, members }) => ({
      members: [leader, ...members.keys()].sort(byPlace),
      cohesion: [...members.values()].reduce((sum, similarity) => sum + similarity, 0) / members.size,
      near: { leader, to: Object.fromEntries(members) },
    }))
    .sort((a, b) => b.members.length - a.members.length || byPlace(a.members[0]!, b.members[0]!))
    .map((group, i) => ({ id: `g${i + 1}`, ...group }));
}

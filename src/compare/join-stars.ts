import type { Neighbours, Star } from './stars.js';

/** Measures one essay against others: similarities in their order, 0..1, the same from both sides. */
export type SimilaritiesTo = (id: string, others: readonly string[]) => Promise<readonly number[]>;

/** Larger groups that a group is measured against at most. */
const GROUPS_TRIED = 3;
/** Share of a group that must be near to the leader of another to join it: two families that overlap are not torn. */
const MOST = 0.8;

export interface JoinSettings {
  readonly neighbours: Neighbours;
  readonly similaritiesTo: SimilaritiesTo;
  /** Similarity to its leader that a member needs. */
  readonly minimum: number;
}

export interface JoinedStars {
  /** Every member near to its leader. */
  readonly groups: readonly Star[];
  /** Essays whose star joined another one, and that are too far from the leader which they have got there. */
  readonly left: ReadonlySet<string>;
}

/** A star or what has joined it, and leaders of larger ones that it does not belong to. */
interface Growing extends Star {
  readonly tried: Set<string>;
}

/**
 * Joins stars that neighbours link, smaller to larger, where the leader of the larger is near to most of the smaller,
 * until no more join. An essay is measured a few times, however many are linked.
 */
export async function joinStars(stars: readonly Star[], settings: JoinSettings): Promise<JoinedStars> {
  const left = new Set<string>();
  let groups: Growing[] = stars.map(({ leader, members }) => ({ leader, members: new Map(members), tried: new Set() }));
  for (;;) {
    const joined = await joinOnce(groups, left, settings);
    if (joined.length === groups.length) return { groups, left };
    groups = joined;
  }
}

/** The largest first, each group joins the nearest of the larger ones that it has most links to, or stays. */
async function joinOnce(groups: readonly Growing[], left: Set<string>, settings: JoinSettings): Promise<Growing[]> {
  const joined: Growing[] = [];
  const groupOf = new Map<string, Growing>();
  // Sorting keeps the rank of the leaders among groups of one size.
  for (const group of [...groups].sort((a, b) => b.members.size - a.members.size)) {
    const essays = [group.leader, ...group.members.keys()];
    const linked = linkedGroups(essays, groupOf, settings.neighbours).filter(({ leader }) => !group.tried.has(leader));
    const larger = linked.slice(0, GROUPS_TRIED - group.tried.size);
    const nearest = await nearestOf(larger, group.leader, settings);
    const near =
      nearest === null ? [] : [...(await measure(nearest.leader, essays, settings))].filter(([, one]) => one >= settings.minimum);
    const joins = nearest !== null && near.length >= MOST * essays.length;
    if (joins) {
      for (const id of essays) left.add(id);
      for (const [id, similarity] of near) {
        left.delete(id);
        nearest.members.set(id, similarity);
      }
    } else {
      joined.push(group);
      for (const { leader } of larger) group.tried.add(leader);
    }
    for (const id of essays) groupOf.set(id, joins ? nearest : group);
  }
  return joined;
}

/** Of these groups the one with the nearest leader, if it is near at all. */
async function nearestOf(groups: readonly Growing[], id: string, settings: JoinSettings): Promise<Growing | null> {
  const similarities = await measure(
    id,
    groups.map(({ leader }) => leader),
    settings,
  );
  const similarityOf = ({ leader }: Growing): number => similarities.get(leader)!;
  const near = groups.filter((group) => similarityOf(group) >= settings.minimum);
  return near.sort((a, b) => similarityOf(b) - similarityOf(a))[0] ?? null;
}

/** Similarities of one essay to others; neighbours are not measured again. */
async function measure(id: string, others: readonly string[], { neighbours, similaritiesTo }: JoinSettings): Promise<Map<string, number>> {
  const known = neighbours.get(id)!;
  const unknown = others.filter((other) => !known.has(other));
  const measured = unknown.length === 0 ? [] : await similaritiesTo(id, unknown);
  const found = new Map(unknown.map((other, i) => [other, measured[i]!]));
  return new Map(others.map((other) => [other, known.get(other) ?? found.get(other)!]));
}

/** Groups with a neighbour of these essays, by falling number of such pairs. */
function linkedGroups(essays: readonly string[], groupOf: ReadonlyMap<string, Growing>, neighbours: Neighbours): Growing[] {
  const links = new Map<Growing, number>();
  for (const id of essays) {
    for (const other of neighbours.get(id)!.keys()) {
      const group = groupOf.get(other);
      if (group !== undefined) links.set(group, (links.get(group) ?? 0) + 1);
    }
  }
  // Sorting keeps their size and rank among groups of as many links.
  return [...links].sort(([, before], [, after]) => after - before).map(([group]) => group);
}

/** Two near-duplicates; similarity: the smaller of the two directions, 0..1. */
export interface Edge {
  readonly first: string;
  readonly second: string;
  readonly similarity: number;
}

/** The near-duplicates of each essay that has any, with their similarity. */
export type Neighbours = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Essays around one of them, the leader, each with its similarity to it. */
export interface Star {
  readonly leader: string;
  /** Without the leader. */
  readonly members: Map<string, number>;
}

/** Who is near whom. The same for the same edges in any order, down to the order of its entries. */
export function neighboursOf(edges: readonly Edge[]): Neighbours {
  const neighbours = new Map<string, Map<string, number>>();
  const both = edges.flatMap(({ first, second, similarity }) => [
    { from: first, to: second, similarity },
    { from: second, to: first, similarity },
  ]);
  for (const { from, to, similarity } of both.sort((a, b) => byName(a.from, b.from) || byName(a.to, b.to) || a.similarity - b.similarity)) {
    if (!neighbours.has(from)) neighbours.set(from, new Map());
    neighbours.get(from)!.set(to, similarity);
  }
  return neighbours;
}

/** A leader reaches those to whom it is nearly as near as their nearest is, as a share of that similarity. */
const NEARLY = 0.8;

/**
 * Star clusters (Aslam, Pelekhov & Rus 2004): whoever is nearest to most others leads, then whoever is nearest to most
 * of those that no leader reaches, and so on; each of the others goes to the leader nearest to it. Nobody is measured:
 * near are those that an edge says are. Leaders come by rank; a star may have no member.
 *
 * @param edge Similarity of the weakest neighbours. What goes beyond it makes a leader: a patchwork of two texts is
 * barely near to all who have either, and belongs to neither.
 */
export function gatherStars(among: ReadonlySet<string>, neighbours: Neighbours, edge: number): Star[] {
  const near = new Map([...among].map((id) => [id, [...(neighbours.get(id) ?? [])].filter(([other]) => among.has(other))]));
  const ranked = byRank(near, edge);
  const nearest = new Map([...near].map(([id, others]) => [id, others.reduce((most, [, one]) => Math.max(most, one), 0)]));
  const stars = new Map<string, Star>();
  const reached = new Set<string>();
  for (const id of ranked) {
    if (reached.has(id)) continue;
    stars.set(id, { leader: id, members: new Map() });
    for (const [other, similarity] of near.get(id)!) if (similarity >= NEARLY * nearest.get(other)!) reached.add(other);
  }
  const rank = new Map([...stars.keys()].map((leader, i) => [leader, i]));
  for (const id of ranked) {
    if (stars.has(id)) continue;
    const leaders = near.get(id)!.filter(([other]) => stars.has(other));
    const [leader, similarity] = leaders.sort((a, b) => b[1] - a[1] || rank.get(a[0])! - rank.get(b[0])!)[0]!;
    stars.get(leader)!.members.set(id, similarity);
  }
  return [...stars.values()];
}

/** First those whose neighbours go furthest beyond the edge, taken together. */
function byRank(near: ReadonlyMap<string, readonly (readonly [string, number])[]>, edge: number): string[] {
  const closeness = new Map([...near].map(([id, others]) => [id, others.reduce((sum, [, similarity]) => sum + (similarity - edge), 0)]));
  return [...near.keys()].sort((a, b) => closeness.get(b)! - closeness.get(a)! || byName(a, b));
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

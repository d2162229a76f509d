import type { Group } from '../model/detection.js';
import type { GroupSettings } from '../model/settings.js';

/** Two near-duplicates; similarity: the smaller of the two directions, 0..1. */
export interface Edge {
  readonly first: string;
  readonly second: string;
  readonly similarity: number;
}

/** A member may be somewhat further from the leader than two neighbours may be from each other. */
const LEADER_SLACK = 0.8;

/**
 * Near-duplicate groups: connected essays are gathered around the one that is nearest to all others (the leader), and
 * who is too far from the leader starts over without it, so that no chain of steps joins essays which have little in
 * common. Depends on the set of essays, not on their order, which only numbers the groups and sorts their members.
 */
export function groupNearDuplicates(
  ids: readonly string[],
  edges: readonly Edge[],
  similarityOf: (first: string, second: string) => number,
  { edge }: GroupSettings,
): Group[] {
  const neighbours = adjacency(edges.filter(({ similarity }) => similarity >= edge));
  const place = new Map(ids.map((id, i) => [id, i]));
  const byPlace = (a: string, b: string): number => place.get(a)! - place.get(b)!;
  const groups: Omit<Group, 'id'>[] = [];
  let rest = new Set([...neighbours.keys()].filter((id) => place.has(id)));
  while (rest.size > 0) {
    const left = new Set<string>();
    for (const component of components(rest, neighbours)) {
      const { group, far } = gatherAround(component, neighbours, similarityOf, edge * LEADER_SLACK);
      if (group.members.length > 1) groups.push({ ...group, members: [...group.members].sort(byPlace) });
      for (const id of far) left.add(id);
    }
    rest = left;
  }
  groups.sort((a, b) => b.members.length - a.members.length || byPlace(a.members[0]!, b.members[0]!));
  return groups.map((group, i) => ({ id: `g${i + 1}`, ...group }));
}

type Neighbours = ReadonlyMap<string, ReadonlyMap<string, number>>;

function adjacency(edges: readonly Edge[]): Neighbours {
  const neighbours = new Map<string, Map<string, number>>();
  for (const { first, second, similarity } of edges) {
    for (const [from, to] of [
      [first, second],
      [second, first],
    ] as const) {
      if (!neighbours.has(from)) neighbours.set(from, new Map());
      neighbours.get(from)!.set(to, similarity);
    }
  }
  return neighbours;
}

function* components(ids: ReadonlySet<string>, neighbours: Neighbours): Generator<string[]> {
  const seen = new Set<string>();
  for (const start of ids) {
    if (seen.has(start)) continue;
    const component = [start];
    seen.add(start);
    for (let i = 0; i < component.length; i++) {
      for (const next of neighbours.get(component[i]!)?.keys() ?? []) {
        if (!ids.has(next) || seen.has(next)) continue;
        seen.add(next);
        component.push(next);
      }
    }
    yield component;
  }
}

function gatherAround(
  component: readonly string[],
  neighbours: Neighbours,
  similarityOf: (first: string, second: string) => number,
  minimum: number,
): { group: Omit<Group, 'id'>; far: string[] } {
  const inside = new Set(component);
  const closeness = (id: string): number =>
    sum([...(neighbours.get(id) ?? [])].filter(([other]) => inside.has(other)).map(([, value]) => value));
  const leader = [...component].sort((a, b) => closeness(b) - closeness(a) || (a < b ? -1 : 1))[0]!;
  const members = [leader];
  const similarities: number[] = [];
  const far: string[] = [];
  for (const id of component) {
    if (id === leader) continue;
    const similarity = neighbours.get(leader)?.get(id) ?? (sharesNeighbour(neighbours, leader, id) ? similarityOf(leader, id) : 0);
    if (similarity < minimum) far.push(id);
    else {
      members.push(id);
      similarities.push(similarity);
    }
  }
  return { group: { members, cohesion: similarities.length === 0 ? 0 : sum(similarities) / similarities.length }, far };
}

/** Only who is near somebody near the leader is compared with it: a long chain of essays must not cost a square of alignments. */
function sharesNeighbour(neighbours: Neighbours, leader: string, id: string): boolean {
  const near = neighbours.get(leader);
  return [...(neighbours.get(id)?.keys() ?? [])].some((other) => near?.has(other));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

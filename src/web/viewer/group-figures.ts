import type { GroupView } from '../../api/view.js';
import type { MatchView, Span } from './passages.js';

/** Members of a group whose texts are drawn as lanes: the first ones, which alone the pairs are told of. */
export const MOST_DRAWN = 40;

/** Share of the own words of the member at `one` that stand in the member at `other`; null where the two were not found to overlap. */
export function pairShare({ pairs }: Pick<GroupView, 'pairs'>, one: number, other: number): number | null {
  const pair = pairs.find(({ first, second }) => (first === one && second === other) || (first === other && second === one));
  if (pair === undefined) return null;
  return pair.first === one ? pair.shareOfFirst : pair.shareOfSecond;
}

/** Place of the member that is nearest to all others, the first received of equals; says nothing about who wrote first. */
export function centralMember({ members, pairs }: Pick<GroupView, 'members' | 'pairs'>): number {
  const near = members.map(() => 0);
  for (const { first, second, shareOfFirst, shareOfSecond } of pairs) {
    const both = Math.min(shareOfFirst ?? 0, shareOfSecond ?? 0);
    near[first] = (near[first] ?? 0) + both;
    near[second] = (near[second] ?? 0) + both;
  }
  // Members that are equally near must not be told apart by the order in which their figures were added up.
  const rounded = near.map((value) => Math.round(value * 1e6));
  return rounded.indexOf(Math.max(...rounded));
}

/** A stretch that several members share, with its place in each one's text. */
export interface SharedBlock {
  readonly number: number;
  /** In the central member's text. */
  readonly span: Span;
  readonly places: ReadonlyMap<string, Span>;
}

const MOST_BLOCKS = 4;
/** UTF-16 units; shorter stretches say little about a group. */
const SHORTEST_BLOCK = 80;

/** The longest stretches that at least half of the other members share with the central one, in its order. */
export function sharedBlocks(central: string, members: readonly string[], matches: readonly MatchView[]): SharedBlock[] {
  const links = matches
    .filter(({ id }) => id !== central && members.includes(id))
    .flatMap(({ id, passages }) => passages.map((passage) => ({ member: id, here: passage.this, there: passage.that })));
  const half = (members.length - 1) / 2;
  const spans = joinNear(coveredSpans(links, half), links, half);
  const longest = spans.filter((span) => lengthOf(span) >= SHORTEST_BLOCK).sort((a, b) => lengthOf(b) - lengthOf(a));
  const chosen = longest.slice(0, MOST_BLOCKS).sort((a, b) => a.start - b.start);
  return chosen.map((span, index) => ({ number: index + 1, span, places: placesOf(span, links, central) }));
}

/** A passage between the central text (`here`) and a member's (`there`). */
interface Link {
  readonly member: string;
  readonly here: Span;
  readonly there: Span;
}

function coveredSpans(links: readonly Link[], atLeast: number): Span[] {
  const edges = [...new Set(links.flatMap(({ here }) => [here.start, here.end]))].sort((a, b) => a - b);
  const spans: Span[] = [];
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined) break;
    const members = new Set(links.filter(({ here }) => here.start <= start && here.end >= end).map(({ member }) => member));
    if (members.size > 0 && members.size >= atLeast) spans.push({ start, end });
  }
  return spans;
}

/** Joins neighbours that lie within one passage for enough members; two passages that others have in another order stay apart. */
function joinNear(spans: readonly Span[], links: readonly Link[], atLeast: number): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const through = new Set(
      links.filter(({ here }) => last !== undefined && here.start < last.end && here.end > span.start).map(({ member }) => member),
    );
    if (last !== undefined && through.size > 0 && through.size >= atLeast) joined[joined.length - 1] = { start: last.start, end: span.end };
    else joined.push(span);
  }
  return joined;
}

function placesOf(block: Span, links: readonly Link[], central: string): Map<string, Span> {
  const places = new Map<string, Span>([[central, block]]);
  for (const { member, here, there } of links) {
    const overlap = { start: Math.max(block.start, here.start), end: Math.min(block.end, here.end) };
    if (lengthOf(overlap) <= 0) continue;
    const place = project(overlap, here, there);
    const known = places.get(member);
    places.set(member, known === undefined ? place : { start: Math.min(known.start, place.start), end: Math.max(known.end, place.end) });
  }
  for (const [member, place] of places) if (lengthOf(place) < lengthOf(block) / 2) places.delete(member);
  return places;
}

/** Where a part of `here` stands in `there`, in proportion: exact enough for a picture. */
function project(part: Span, here: Span, there: Span): Span {
  const scale = lengthOf(there) / lengthOf(here);
  const start = there.start + Math.round((part.start - here.start) * scale);
  return { start, end: start + Math.round(lengthOf(part) * scale) };
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

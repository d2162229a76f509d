import type { Match } from '../../model/assessment.js';
import type { Group } from '../../model/detection.js';
import type { Span } from '../../model/span.js';
import { normalise } from '../../normalise/normalise.js';
import type { PageContext } from './context.js';

/** Share of `one`'s own words that stand in `other`, or null where the two were not found to overlap. */
export function pairFigure(context: PageContext, one: string, other: string): number | null {
  const direct = findMatch(context, one, other);
  if (direct !== undefined) return direct.similarityOfThis;
  return findMatch(context, other, one)?.similarityOfThat ?? null;
}

/** The member that is nearest to all others, the first received of equals; says nothing about who wrote first. */
export function centralMember(context: PageContext, group: Group): string {
  const near = new Map(group.members.map((member) => [member, 0]));
  for (const one of group.members) {
    for (const other of context.matches.get(one)?.keys() ?? []) {
      const known = near.get(other);
      // A pair where each names the other comes twice, and counts half each time.
      const part = findMatch(context, other, one) === undefined ? 1 : 0.5;
      if (known === undefined || other === one) continue;
      const both = part * Math.min(pairFigure(context, one, other) ?? 0, pairFigure(context, other, one) ?? 0);
      near.set(one, (near.get(one) ?? 0) + both);
      near.set(other, known + both);
    }
  }
  // Members that are equally near must not be told apart by the order in which their figures were added up.
  const nearness = (member: string): number => Math.round((near.get(member) ?? 0) * 1e6);
  return group.members.reduce((best, member) => (nearness(member) > nearness(best) ? member : best), group.members[0] ?? '');
}

/** A stretch that several members share, with its place in each member's text. */
export interface SharedBlock {
  readonly number: number;
  /** In the central member's text, and its syllables there. */
  readonly span: Span;
  readonly syllables: number;
  readonly places: ReadonlyMap<string, Span>;
}

const MOST_BLOCKS = 4;
/** UTF-16 units; shorter stretches say little about a group. */
const SHORTEST_BLOCK = 80;

/** The longest stretches that at least half of the other members share with the central one, in its order. */
export function sharedBlocks(context: PageContext, group: Group, central: string): SharedBlock[] {
  const links = group.members.filter((member) => member !== central).flatMap((member) => linksOf(context, central, member));
  const half = (group.members.length - 1) / 2;
  const spans = joinNear(coveredSpans(links, half), links, half);
  const longest = spans.filter((span) => lengthOf(span) >= SHORTEST_BLOCK).sort((a, b) => lengthOf(b) - lengthOf(a));
  const chosen = longest.slice(0, MOST_BLOCKS).sort((a, b) => a.start - b.start);
  const text = context.batch.documents.get(central)?.text ?? '';
  const { starts } = normalise(text).sequence;
  const syllables = ({ start, end }: Span): number => starts.filter((place) => place >= start && place < end).length;
  return chosen.map((span, index) => ({ number: index + 1, span, syllables: syllables(span), places: placesOf(span, links, central) }));
}

/** A passage between the central text (`here`) and a member's (`there`). */
interface Link {
  readonly member: string;
  readonly here: Span;
  readonly there: Span;
}

function linksOf(context: PageContext, central: string, member: string): Link[] {
  const direct = findMatch(context, central, member);
  if (direct !== undefined) return direct.passages.map(({ first, second }) => ({ member, here: first, there: second }));
  const reverse = findMatch(context, member, central);
  return (reverse?.passages ?? []).map(({ first, second }) => ({ member, here: second, there: first }));
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

function findMatch(context: PageContext, one: string, other: string): Match | undefined {
  return context.matches.get(one)?.get(other);
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

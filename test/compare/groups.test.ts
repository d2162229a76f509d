import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../scripts/random.mjs';
import { groupNearDuplicates } from '../../src/compare/groups.js';
import type { Edge } from '../../src/compare/stars.js';
import type { Group } from '../../src/model/detection.js';
import { DETECTION_SETTINGS } from '../../src/model/settings.js';

const settings = DETECTION_SETTINGS.group;
/** As far as a member may be from its leader. */
const furthest = 0.8 * settings.edge;

type Similarity = (first: string, second: string) => number;

const near = (first: string, second: string, similarity = 0.9): Edge => ({ first, second, similarity });
const group = (ids: readonly string[], edges: readonly Edge[], similarity: Similarity = () => 0): Promise<Group[]> =>
  groupNearDuplicates(ids, edges, async (id, others) => others.map((other) => similarity(id, other)), settings);

/** Gathers essays and counts how many pairs were measured for it. */
async function groupAndCount(ids: readonly string[], edges: readonly Edge[], similarity: Similarity) {
  let measured = 0;
  const groups = await group(ids, edges, (first, second) => {
    measured++;
    return similarity(first, second);
  });
  return { groups, measured };
}

const names = (count: number, prefix = 'e'): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const numberOf = (id: string): number => Number(id.slice(1));

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Every essay meets `partners` of the few `representatives` that the index keeps of a frequent text. */
function edgesToRepresentatives(
  ids: readonly string[],
  representatives: readonly string[],
  partners: number,
  similarity: Similarity,
): Edge[] {
  const random = createRandom(7);
  const edges = new Map<string, Edge>();
  for (const id of ids) {
    for (let i = 0; i < partners; i++) {
      const other = representatives[Math.floor(random() * representatives.length)]!;
      const [first, second] = id < other ? [id, other] : [other, id];
      if (id !== other) edges.set(`${first} ${second}`, { first, second, similarity: similarity(first, second) });
    }
  }
  return [...edges.values()];
}

describe('groups', () => {
  it('hold essays that are near each other, in order of receipt, the largest group first', async () => {
    const groups = await group(['e', 'd', 'c', 'b', 'a'], [near('a', 'b'), near('c', 'd'), near('d', 'e'), near('c', 'e')]);
    expect(groups.map(({ id, members }) => [id, members])).toEqual([
      ['g1', ['e', 'd', 'c']],
      ['g2', ['b', 'a']],
    ]);
    expect(groups[0]!.cohesion).toBeCloseTo(0.9);
  });

  it('leave out what is not near enough, and who is not among the essays', async () => {
    expect(await group(['a', 'b'], [near('a', 'b', settings.edge - 0.01)])).toEqual([]);
    expect(await group(['a', 'b'], [near('a', 'earlier'), near('b', 'earlier')])).toEqual([]);
  });

  it('do not join two essays by a patchwork of both', async () => {
    const groups = await group(['a', 'b', 'patchwork'], [near('a', 'patchwork', 0.6), near('b', 'patchwork', 0.52)], () => 0.02);
    expect(groups.map(({ members }) => members)).toEqual([['a', 'patchwork']]);
  });

  it('hold thousands of copies of one text as one, for about one measurement a copy', async () => {
    const copies = names(3_000);
    const random = createRandom(1);
    const kept = copies.map(() => 1 - 0.2 * random());
    const similarity: Similarity = (first, second) => kept[numberOf(first)]! * kept[numberOf(second)]!;
    const edges = edgesToRepresentatives(copies, shuffled(copies, random).slice(0, 256), 36, similarity);
    const { groups, measured } = await groupAndCount(copies, edges, similarity);
    expect(groups.map(({ members }) => members.length)).toEqual([3_000]);
    expect(groups[0]!.cohesion).toBeGreaterThan(0.7);
    expect(measured).toBeLessThan(1.2 * copies.length);
  });

  it('hold copies together although each met only two others', async () => {
    const copies = names(1_000);
    const edges = edgesToRepresentatives(copies, copies, 2, () => 0.8);
    const { groups, measured } = await groupAndCount(copies, edges, () => 0.8);
    expect(groups[0]!.members.length).toBeGreaterThanOrEqual(980);
    expect(measured).toBeLessThan(3 * copies.length);
  });

  it('do not make one of a chain, and measure no square of it', async () => {
    const chain = names(2_000);
    const steep: Similarity = (first, second) => Math.max(0, 1 - 0.4 * Math.abs(numberOf(first) - numberOf(second)));
    const links = chain.slice(1).map((id, i) => near(chain[i]!, id, 0.6));
    const { groups, measured } = await groupAndCount(chain, links, steep);
    for (const { members } of groups) expect(members.length).toBeLessThanOrEqual(3);
    expect(groups.flatMap(({ members }) => members).length).toBeGreaterThan(1_500);
    expect(measured).toBeLessThan(2 * chain.length);
  });

  it('keep to a leader where a text drifts in small steps', async () => {
    const chain = names(1_000);
    const gentle: Similarity = (first, second) => Math.max(0, 1 - 0.05 * Math.abs(numberOf(first) - numberOf(second)));
    const links = chain.flatMap((id, i) => chain.slice(i + 1, i + 7).map((other) => near(id, other, gentle(id, other))));
    const { groups, measured } = await groupAndCount(chain, links, gentle);
    for (const { members } of groups) {
      expect(members.some((leader) => members.every((id) => gentle(leader, id) >= furthest))).toBe(true);
      expect(members.length).toBeGreaterThan(1);
    }
    expect(groups.length).toBeLessThan(150);
    expect(measured).toBeLessThan(3 * chain.length);
  });

  it('keep two families apart that have some text in common, also when patchworks of both lie between them', async () => {
    const families = [names(60, 'a'), names(40, 'b')] as const;
    const patchworks = names(6, 'p');
    const similarity: Similarity = (first, second) => {
      if (first[0] === 'p' || second[0] === 'p') return first[0] === second[0] ? 0.5 : 0.56;
      return first[0] === second[0] ? 0.75 : 0.3;
    };
    const ids = [...families.flat(), ...patchworks];
    const edges = ids.flatMap((first, i) => ids.slice(i + 1).map((second) => near(first, second, similarity(first, second))));
    const groups = await group(ids, edges, similarity);
    const familiesOf = groups.map(({ members }) => [...new Set(members.map((id) => id[0]!))].filter((family) => family !== 'p'));
    expect(familiesOf).toEqual([['a'], ['b']]);
    expect(groups[0]!.members).toEqual(expect.arrayContaining(families[0]));
    expect(groups[1]!.members).toEqual(expect.arrayContaining(families[1]));
  });

  it('do not tear a family of which a half is somewhat near to another', async () => {
    const families = [names(60, 'a'), names(40, 'b')] as const;
    const similarity: Similarity = (first, second) => {
      if (first[0] === second[0]) return 0.75;
      return numberOf(first[0] === 'b' ? first : second) % 2 === 0 ? 0.5 : 0.4;
    };
    const inside = families.flatMap((ids) => ids.slice(1).map((id) => near(ids[0]!, id, 0.75)));
    const groups = await group(families.flat(), [...inside, near('a1', 'b0', 0.6), near('a2', 'b2', 0.6)], similarity);
    expect(groups.map(({ members }) => members)).toEqual(families);
  });

  it('measure a few of the families that one is linked to, however many those are', async () => {
    const ids = names(600);
    const familyOf = (id: string): number => Math.floor(numberOf(id) / 6);
    const random = createRandom(5);
    const inside = ids.flatMap((id, i) =>
      ids
        .slice(i + 1, i + 6)
        .filter((other) => familyOf(other) === familyOf(id))
        .map((other) => near(id, other, 0.8)),
    );
    const across = ids.flatMap((id) => Array.from({ length: 10 }, () => near(id, ids[Math.floor(random() * 600)]!, 0.56)));
    const edges = [...across.filter(({ first, second }) => familyOf(first) !== familyOf(second)), ...inside];
    const { groups, measured } = await groupAndCount(ids, edges, (first, second) => (familyOf(first) === familyOf(second) ? 0.8 : 0.1));
    expect(groups.map(({ members }) => members.map(familyOf))).toEqual(Array.from({ length: 100 }, (_, family) => Array(6).fill(family)));
    expect(measured).toBeLessThan(3 * ids.length);
  });

  it('have the same members whatever the order of the essays and of the pairs', async () => {
    const random = createRandom(3);
    const copies = names(200);
    // Three families that run into each other, so that much is on the edge.
    const at = copies.map((_, i) => (i % 3) * 0.35 + 0.3 * random());
    // In steps, so that much is equal as well.
    const similarity: Similarity = (first, second) => 1 - Math.round(10 * Math.abs(at[numberOf(first)]! - at[numberOf(second)]!)) / 10;
    const edges = edgesToRepresentatives(copies, copies, 5, similarity);
    const expected = setsOf(await group(copies, edges, similarity));
    expect(expected.length).toBeGreaterThan(1);
    for (let time = 0; time < 20; time++) {
      expect(setsOf(await group(shuffled(copies, random), shuffled(edges, random), similarity))).toEqual(expected);
    }
  });

  it('depend on no order, name nobody twice and hold nobody far from their leader, whatever the pairs', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const pairs = ids.flatMap((first, i) => ids.slice(i + 1).map((second) => first + second));
    const likeness = fc.double({ min: 0.3, max: 1, noNaN: true });
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(...pairs.map(() => likeness)),
        fc.subarray(pairs, { maxLength: 15 }),
        fc.shuffledSubarray(ids, { minLength: 7 }),
        async (values, known, order) => {
          const table = new Map(pairs.map((pair, i) => [pair, values[i]!]));
          const similarity: Similarity = (first, second) => table.get(first + second) ?? table.get(second + first)!;
          const edges = known.map((pair) => near(pair[0]!, pair[1]!, table.get(pair)!));
          const groups = await group(order, [...edges].reverse(), similarity);
          expect(setsOf(groups)).toEqual(setsOf(await group(ids, edges, similarity)));
          const members = groups.flatMap((one) => one.members);
          expect(new Set(members).size).toBe(members.length);
          for (const { members } of groups) {
            expect(members.some((leader) => members.every((id) => id === leader || similarity(leader, id) >= furthest))).toBe(true);
          }
        },
      ),
    );
  });
});

const setsOf = (groups: readonly Group[]): string[] => groups.map(({ members }) => [...members].sort().join(' ')).sort();

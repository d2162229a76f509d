import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edge, groupNearDuplicates } from '../../src/compare/groups.js';
import { DETECTION_SETTINGS } from '../../src/model/settings.js';

const settings = DETECTION_SETTINGS.group;
const near = (first: string, second: string, similarity = 0.9): Edge => ({ first, second, similarity });
const group = (ids: readonly string[], edges: readonly Edge[], similarityOf: (first: string, second: string) => number = () => 0) =>
  groupNearDuplicates(ids, edges, similarityOf, settings);

describe('groups', () => {
  it('hold essays that are near each other, in order of receipt, the largest group first', () => {
    const groups = group(['e', 'd', 'c', 'b', 'a'], [near('a', 'b'), near('c', 'd'), near('d', 'e'), near('c', 'e')]);
    expect(groups.map(({ id, members }) => [id, members])).toEqual([
      ['g1', ['e', 'd', 'c']],
      ['g2', ['b', 'a']],
    ]);
    expect(groups[0]!.cohesion).toBeCloseTo(0.9);
  });

  it('do not chain essays that have little in common', () => {
    // A patchwork of two essays is near both, which are strangers to each other.
    const groups = group(['a', 'b', 'patchwork'], [near('a', 'patchwork', 0.55), near('b', 'patchwork', 0.52)], () => 0.02);
    expect(groups).toHaveLength(1);
    expect(groups[0]!.members).toContain('patchwork');
    const chain = group(['a', 'b', 'c', 'd', 'e'], [near('a', 'b'), near('b', 'c'), near('c', 'd'), near('d', 'e')], () => 0.1);
    for (const { members } of chain) expect(members.length).toBeLessThanOrEqual(3);
  });

  it('ask for the figure of two members that were never compared', () => {
    expect(group(['a', 'b', 'c', 'd'], [near('a', 'b'), near('b', 'c'), near('b', 'd')], () => 0.8)[0]!.members).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  it('leave out what is not near enough', () => {
    expect(group(['a', 'b'], [near('a', 'b', settings.edge - 0.01)])).toEqual([]);
  });

  it('have the same members whatever the order of the essays and of the pairs', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const edges = fc.array(
      fc
        .record({
          first: fc.constantFrom(...ids),
          second: fc.constantFrom(...ids),
          similarity: fc.double({ min: 0.3, max: 1, noNaN: true }),
        })
        .filter((edge) => edge.first < edge.second),
      { maxLength: 15 },
    );
    const distinct = edges.map((list) => [...new Map(list.map((edge) => [edge.first + edge.second, edge])).values()]);
    const sets = (order: readonly string[], list: readonly Edge[]) =>
      group(order, list)
        .map(({ members }) => [...members].sort().join(''))
        .sort();
    fc.assert(
      fc.property(distinct, fc.shuffledSubarray(ids, { minLength: 7 }), (list, order) => {
        expect(sets(order, [...list].reverse())).toEqual(sets(ids, list));
        const members = group(order, list).flatMap((one) => one.members);
        expect(new Set(members).size).toBe(members.length);
      }),
    );
  });
});

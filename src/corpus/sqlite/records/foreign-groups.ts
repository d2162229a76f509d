import type { Group } from '../../../model/detection.js';
import type { SimilarPair } from '../../../model/result-record.js';
import type { Foreign } from './foreign-ids.js';

/** Groups that have an own member; those of other units come last, by the unit alone. */
export function groupsWithForeign(groups: readonly Group[], pairs: readonly SimilarPair[], foreign: Foreign): Group[] {
  const known = ownGroups(groups, foreign);
  const names = namesOf(known, pairs, foreign);
  return known.map(({ members, near: _, unlinked = [], ...group }) => {
    const others = members.flatMap((member) => {
      const owner = foreign.owners.get(member);
      const shown = names.get(member);
      return owner === undefined || shown === undefined ? [] : [{ ...shown, unit: owner.unitName }];
    });
    const own = members.filter((member) => !foreign.owners.has(member));
    const apart = unlinked.map((member) => (foreign.owners.has(member) ? (names.get(member)?.id ?? '') : member));
    return {
      ...group,
      members: [...own, ...others.map(({ id }) => id)],
      ...(others.length > 0 && { others }),
      ...(apart.length > 0 && { unlinked: apart }),
    };
  });
}

/** Pairs of which one essay at least is an own one; what they share of another unit's essay is not told. */
export function pairsWithForeign(groups: readonly Group[], pairs: readonly SimilarPair[], foreign: Foreign): SimilarPair[] {
  const { owners } = foreign;
  const names = namesOf(ownGroups(groups, foreign), pairs, foreign);
  return pairs.flatMap((pair) => {
    const [isFirst, isSecond] = [owners.has(pair.first), owners.has(pair.second)];
    if (isFirst && isSecond) return [];
    if (!isFirst && !isSecond) return [pair];
    const [own, other, shareOfOwn] = isFirst ? [pair.second, pair.first, pair.shareOfSecond] : [pair.first, pair.second, pair.shareOfFirst];
    return [
      {
        first: own,
        second: names.get(other)?.id ?? foreign.name(own, other),
        similarity: pair.similarity,
        shareOfFirst: shareOfOwn,
        shareOfSecond: null,
      },
    ];
  });
}

const ownGroups = (groups: readonly Group[], { owners }: Foreign): Group[] =>
  groups.filter(({ members }) => members.some((member) => !owners.has(member)));

/** How a member of another unit is shown: by its id beside the first own member that shares most with it. */
type Shown = Pick<NonNullable<Group['others']>[number], 'id' | 'beside'>;

function namesOf(groups: readonly Group[], pairs: readonly SimilarPair[], { owners, name }: Foreign): Map<string, Shown> {
  const near = nearestOwn(pairs, owners);
  const names = new Map<string, Shown>();
  for (const { members } of groups) {
    const first = members.find((member) => !owners.has(member)) ?? '';
    for (const member of members) {
      if (!owners.has(member)) continue;
      const beside = near.get(member) ?? first;
      names.set(member, { id: name(beside, member), beside });
    }
  }
  return names;
}

function nearestOwn(pairs: readonly SimilarPair[], owners: Foreign['owners']): Map<string, string> {
  const near = new Map<string, { readonly own: string; readonly similarity: number }>();
  for (const { first, second, similarity } of pairs) {
    if (owners.has(first) === owners.has(second)) continue;
    const [own, other] = owners.has(first) ? [second, first] : [first, second];
    const known = near.get(other);
    if (known === undefined || similarity > known.similarity) near.set(other, { own, similarity });
  }
  return new Map([...near].map(([other, { own }]) => [other, own]));
}

import type { Group } from '../model/detection.js';

/** Essays among people, as evenly as groups allow, which stay with one person; with nobody to give them to they are nobody's. In the order given. */
export function spreadEssays<T extends { readonly essay: string }>(
  essays: readonly T[],
  accounts: readonly string[],
  groups: readonly Group[],
): (T & { readonly account: string | null })[] {
  const groupOf = new Map(groups.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
  const parcels = new Map<string, string[]>();
  for (const { essay } of essays) {
    const parcel = groupOf.has(essay) ? `group ${groupOf.get(essay)}` : `essay ${essay}`;
    parcels.set(parcel, [...(parcels.get(parcel) ?? []), essay]);
  }
  const given = new Map<string, string>();
  const load = new Map(accounts.map((account) => [account, 0]));
  for (const parcel of [...parcels.values()].sort((a, b) => b.length - a.length)) {
    const [account] = [...load].reduce<readonly [string | null, number]>(
      (least, one) => (one[1] < least[1] ? one : least),
      [null, Number.POSITIVE_INFINITY],
    );
    if (account === null) break;
    for (const essay of parcel) given.set(essay, account);
    load.set(account, (load.get(account) ?? 0) + parcel.length);
  }
  return essays.map((essay) => ({ ...essay, account: given.get(essay.essay) ?? null }));
}

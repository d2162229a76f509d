/** Vietnamese order of names. */
export const BY_NAME = new Intl.Collator('vi', { numeric: true });

/** Vietnamese lists go by the given name, which stands last. */
export function byGivenName({ name: one }: Named, { name: other }: Named): number {
  return BY_NAME.compare(givenName(one), givenName(other)) || BY_NAME.compare(one, other);
}

interface Named {
  readonly name: string;
}

const givenName = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);

/** Exact Jaccard similarity of two sets of shingle hashes, 0..1; null when both are empty. */
export function jaccard(first: ReadonlySet<number>, second: ReadonlySet<number>): number | null {
  if (first.size + second.size === 0) return null;
  let common = 0;
  for (const hash of first) if (second.has(hash)) common++;
  return common / (first.size + second.size - common);
}

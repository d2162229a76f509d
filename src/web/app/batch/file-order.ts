import type { BatchDetailView } from '../../../api/service.js';

const byName = new Intl.Collator('vi', { numeric: true });

/**
 * Order of two paths: the files of a folder before its folders, each in the order of names as people count ("bài 2" before
 * "bài 10").
 */
export function comparePaths(first: string, second: string): number {
  const [a, b] = [first.split('/'), second.split('/')];
  for (let depth = 0; ; depth++) {
    const isFile = [depth === a.length - 1, depth === b.length - 1];
    if (isFile[0] !== isFile[1]) return isFile[0] ? -1 : 1;
    const order = byName.compare(a[depth] ?? '', b[depth] ?? '');
    if (order !== 0 || isFile[0]) return order;
  }
}

/** A batch whose files stand in the order of their names: several requests at a time arrive in any order. */
export function inOrder(detail: BatchDetailView): BatchDetailView {
  const compare = (one: { file: string }, other: { file: string }): number => comparePaths(one.file, other.file);
  return { ...detail, items: detail.items.toSorted(compare), uploads: detail.uploads.toSorted(compare) };
}

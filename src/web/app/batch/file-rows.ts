import type { BatchDetailView, ItemView, UploadView } from '../../../api/service.js';
import type { Sending } from './uploader.js';
import { isSystemFile } from './walk-folders.js';

/** What is to be told of a file: a person must do something, something is still going on, it is through, or it is nobody's essay. */
export type RowSort = 'person' | 'waiting' | 'done' | 'left-out';

/** A file in the list of a batch. */
export interface FileRow {
  readonly key: string;
  readonly file: string;
  readonly sort: RowSort;
  /** Bytes; null for what lies in an archive. */
  readonly bytes: number | null;
  readonly upload: UploadView | null;
  readonly sending: Sending | null;
  readonly item: ItemView | null;
}

/** In the order in which they are shown. */
export const SORTS: readonly RowSort[] = ['person', 'waiting', 'done', 'left-out'];

/** Rows of a batch that still takes files: what is on its way and what is stored, those that need a person first. */
export function uploadRows(uploads: readonly UploadView[], sendings: readonly Sending[]): FileRow[] {
  const stored = new Set(uploads.map(({ file }) => file));
  const onTheWay = sendings
    .filter(({ path, state }) => state !== 'stored' && !(state === 'waiting' && stored.has(path)))
    .map((sending) => row(sending.path, sending.state === 'refused' || sending.state === 'failed' ? 'person' : 'waiting', { sending }));
  const there = uploads.map((upload) => row(upload.file, 'done', { upload, key: String(upload.number) }));
  return bySort([...onTheWay, ...there]);
}

/** Rows of a batch that the machine works on or is through with, those that need a person first. */
export function itemRows({ items, uploads }: BatchDetailView): FileRow[] {
  const sizes = new Map(uploads.map((upload) => [upload.file, upload]));
  return bySort(
    items.map((item) => row(item.file, sortOf(item), { item, upload: sizes.get(item.file) ?? null, key: String(item.number) })),
  );
}

function row(file: string, sort: RowSort, more: Partial<FileRow>): FileRow {
  const { upload = null, sending = null, item = null, key = `>${file}` } = more;
  return { key, file, sort, bytes: upload?.bytes ?? sending?.size ?? null, upload, sending, item };
}

/**
 * A file that was read without a remark is through; one that was skipped, or whose state is not good, needs a person, unless
 * it is one of those that operating systems strew about.
 */
export function sortOf({ file, state, submissionState, reason }: ItemView): RowSort {
  if (state === 'waiting') return 'waiting';
  if (state === 'skipped') return isSystemFile(file) ? 'left-out' : 'person';
  return submissionState === 'ok' && reason === null ? 'done' : 'person';
}

function bySort(rows: readonly FileRow[]): FileRow[] {
  return SORTS.flatMap((sort) => rows.filter((one) => one.sort === sort));
}

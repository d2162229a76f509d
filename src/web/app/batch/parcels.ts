/** Files up to this many bytes travel together. */
const SMALL = 1024 * 1024;
/** Bytes and files that one parcel of small files holds at most: small enough to be sent again without regret. */
const PARCEL_BYTES = 4 * 1024 * 1024;
const PARCEL_FILES = 20;

/** Puts files into parcels, one request each, in their order: a large file alone, up to twenty small ones together. */
export function packParcels<File extends { readonly size: number }>(files: readonly File[]): File[][] {
  const parcels: File[][] = [];
  let open: File[] = [];
  let bytes = 0;
  for (const file of files) {
    if (file.size > SMALL) {
      parcels.push([file]);
      continue;
    }
    if (open.length === 0 || open.length >= PARCEL_FILES || bytes + file.size > PARCEL_BYTES) {
      open = [];
      bytes = 0;
      parcels.push(open);
    }
    open.push(file);
    bytes += file.size;
  }
  return parcels;
}

/** Seconds to wait before an attempt: longer each time, at most half a minute. `attempt` counts from 1. */
export function backOff(attempt: number): number {
  return Math.min(30, 2 ** Math.min(attempt - 1, 5));
}

/** Shares out the bytes that a request has sent over the files in it, in their order. */
export function shareOut(sizes: readonly number[], sent: number): number[] {
  let left = sent;
  return sizes.map((size) => {
    const part = Math.min(size, Math.max(0, left));
    left -= part;
    return part;
  });
}

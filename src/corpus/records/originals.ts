import type { Readable } from 'node:stream';

/** A file that is stored for good. */
export interface StoredOriginal {
  readonly sha256: string;
  readonly bytes: number;
}

/** Original files, known by their content, outside of whatever is served. */
export interface Originals {
  /**
   * Stores what a stream gives: temporary file, fsync, rename, fsync of the folder. No row names the file yet; the call
   * that does (`addUpload`, `addDocument`) makes it count. Rejects with AppError `file-too-large` beyond `limit` bytes,
   * and when the stream fails; nothing of it is left then.
   */
  receive(stream: Readable, limit: number): Promise<StoredOriginal>;
  /** Where the file of a content lies, for reading it. */
  pathOf(sha256: string): string;
  /** Removes files that nothing names: what an upload left that never was acknowledged. Only while nobody else writes. */
  sweep(): Promise<void>;
}

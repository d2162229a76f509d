import type { Readable } from 'node:stream';
import type { Upload } from '../../model/batch-record.js';

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
  /** Rejects with AppError `corpus-damaged`, naming the file, unless it is whole: one that cannot be had must not pass for one that is no essay. */
  requireIntact(upload: Pick<Upload, 'file' | 'sha256'>): Promise<void>;
  /** Removes a received file that was only to be read, unless a row names it; the next sweep does where this cannot. */
  discard(original: StoredOriginal): Promise<void>;
  /** Removes what uploads left that never were acknowledged. Only with the `serve` lease: those under way would go too. */
  sweep(): Promise<void>;
}

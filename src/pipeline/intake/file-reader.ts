import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';

/** Bytes read at a time. */
const CHUNK = 64 * 1024;

/** How far a read got; yauzl looks at the number of bytes, though its types do not say so. */
type ReadDone = (error: Error | null, bytesRead?: number) => void;

/**
 * Reads a file for yauzl. Its own reader throws where nobody catches when the directory points beyond 2^53, and so would end the
 * program for a ZIP of a hundred bytes; here that is an error like any other.
 */
class FileReader extends RandomAccessReader {
  constructor(private readonly handle: FileHandle) {
    super();
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, done: ReadDone): void {
    this.handle.read(buffer, offset, length, position).then(({ bytesRead }) => done(null, bytesRead), done);
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.chunks(start, end), { objectMode: false });
  }

  // Not a stream of the handle itself: that would close it when an entry is given up half-way.
  private async *chunks(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end; ) {
      const { bytesRead, buffer } = await this.handle.read(Buffer.allocUnsafe(Math.min(CHUNK, end - at)), 0, null, at);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  }

  override close(done: (error: Error | null) => void): void {
    this.handle.close().then(() => done(null), done);
  }
}

/** Opens a ZIP for reading its entries one by one, their names as bytes. Rejects when it is none; then the file is closed again. */
export async function openZip(path: string): Promise<ZipFile> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    // Sizes are checked when an entry is read: one that lies must cost itself, not the listing.
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false };
    return await fromRandomAccessReaderPromise(new FileReader(handle), size, options);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

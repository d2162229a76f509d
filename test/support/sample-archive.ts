import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { fromBuffer } from 'yauzl';
import { ZipFile } from 'yazl';

/** The archive of the sample without its scan, to recognise which takes more than all the rest. */
export function archiveWithoutScan(): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    fromBuffer(readFileSync('fixtures/van-trach/bai-nop.zip'), { lazyEntries: true }, (error, source) => {
      if (error) return reject(error);
      const kept = new ZipFile();
      source.on('error', reject).on('end', () => {
        kept.end();
        resolve(buffer(kept.outputStream as NodeJS.ReadableStream));
      });
      source.on('entry', (entry) => {
        if (entry.fileName.includes('bản chụp') || entry.fileName.endsWith('/')) return source.readEntry();
        source.openReadStream(entry, async (problem, stream) => {
          if (problem) return reject(problem);
          kept.addBuffer(await buffer(stream), entry.fileName);
          source.readEntry();
        });
      });
      source.readEntry();
    });
  });
}

import type { Readable } from 'node:stream';
import type { Upload } from '../../../model/batch-record.js';
import { AppError } from '../../../model/errors.js';
import { CORPUS_MESSAGES } from '../../messages.js';
import type { Originals, StoredOriginal } from '../../records/originals.js';
import type { Store } from './store.js';

export class SqliteOriginals implements Originals {
  constructor(private readonly store: Store) {}

  receive(stream: Readable, limit: number): Promise<StoredOriginal> {
    return this.store.guarded(() => this.store.originals.receive(stream, limit));
  }

  pathOf(sha256: string): string {
    return this.store.originals.pathOf(sha256);
  }

  requireIntact({ file, sha256 }: Pick<Upload, 'file' | 'sha256'>): Promise<void> {
    return this.store.guarded(async () => {
      if ((await this.store.originals.stateOf(sha256)) !== 'ok') throw new AppError('corpus-damaged', CORPUS_MESSAGES.uploadMissing(file));
    });
  }

  discard(original: StoredOriginal): Promise<void> {
    return this.store.discard(original);
  }

  async sweep(): Promise<void> {
    const { originals } = this.store;
    await this.store.guarded(() => originals.sweepUploads());
    // Under the write lock: what is named from now on waits for it and is looked for then.
    await this.store.write(async ({ tables }) => {
      const rows = await tables.selectFrom('original').select('sha256').execute();
      for (const path of await originals.orphans(new Set(rows.map(({ sha256 }) => sha256)))) await originals.remove(path);
    });
    await this.store.clearDoomed();
  }
}

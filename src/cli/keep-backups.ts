import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Records } from '../corpus/records/records.js';
import { writeBackup } from '../corpus/sqlite/backup.js';
import { addToErasureList } from '../corpus/sqlite/erasure-list.js';
import { isSoundBackup } from '../corpus/sqlite/verify-backup.js';
import type { Backups, BackupWork } from '../http/backups.js';
import { AppError } from '../model/errors.js';

interface KeepingBackups {
  /** Folder of the corpus. */
  readonly corpus: string;
  /** Folder of the backups; made when the first one is. */
  readonly folder: string;
  readonly records: Records;
  readonly log: Logger;
  readonly now: () => Date;
}

/** Backups that the page asks for: one at a time, each read again once it is written. */
export function keepBackups({ corpus, folder, records, log, now }: KeepingBackups): Backups {
  let work: BackupWork = { state: 'none' };

  async function make(file: string, actor: string): Promise<void> {
    const startedAt = now();
    const path = join(folder, file);
    try {
      const { essays, files, bytes } = await writeBackup(corpus, path, startedAt, (share) => {
        work = { state: 'running', startedAt: startedAt.toISOString(), share };
      });
      const isSound = await isSoundBackup(path);
      await records.backups.note({ file, bytes, essays, files, isSound }, actor);
      work = { state: 'none' };
    } catch (error) {
      log.error({ code: error instanceof AppError ? error.code : 'unexpected' }, 'a backup failed');
      work = { state: 'failed', message: error instanceof AppError ? error.message : '' };
    }
  }

  return {
    folder,
    work: () => work,
    start(actor) {
      if (work.state === 'running') return;
      const startedAt = now();
      work = { state: 'running', startedAt: startedAt.toISOString(), share: 0 };
      void make(nameOf(startedAt), actor);
    },
    isThere: (file) =>
      stat(join(folder, file)).then(
        () => true,
        () => false,
      ),
    async noteErasures() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await addToErasureList(folder, await records.erasures.all());
    },
  };
}

/** The time in the name, so that they stand in order: soatbai-20261125-080000.zip. */
function nameOf(at: Date): string {
  const [day, time] = at.toISOString().slice(0, 19).replace(/[-:]/g, '').split('T');
  return `soatbai-${day}-${time}.zip`;
}

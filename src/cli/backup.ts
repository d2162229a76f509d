import { resolve } from 'node:path';
import { writeBackup } from '../corpus/sqlite/backup.js';
import type { BackupSummary } from '../corpus/sqlite/backup-manifest.js';
import { restoreBackup } from '../corpus/sqlite/restore.js';
import { formatCount, formatDecimal } from '../model/format.js';
import { print } from './output.js';

interface DataOption {
  readonly data: string;
}

/** `soatbai backup`: saves the corpus as one file, also while it is in use. */
export async function runBackup(file: string, { data }: DataOption): Promise<number> {
  const saved = await writeBackup(resolve(data), file, new Date());
  await print(`Đã sao lưu kho ${data} vào ${file}: ${describe(saved)}.\n`);
  return 0;
}

/** `soatbai restore`: brings a backup back into a folder that is missing or empty. */
export async function runRestore(file: string, { data }: DataOption): Promise<number> {
  const restored = await restoreBackup(file, data, new Date());
  await print(`Đã khôi phục ${file} vào ${data}: ${describe(restored)}.\n`);
  return 0;
}

const describe = ({ essays, files, bytes }: BackupSummary): string =>
  `${formatCount(essays)} bài, ${formatCount(files)} tệp gốc, ${formatDecimal(bytes / 2 ** 20, 1)} MB`;

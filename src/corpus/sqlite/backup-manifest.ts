/** Name of the manifest in a backup; it is the first entry. */
export const MANIFEST = 'manifest.json';
/** Layout that `writeBackup` writes; raised when it changes. */
export const BACKUP_VERSION = 1;

/** One file of a backup, named as it lies in the folder of a corpus, with `/` between names. */
export interface BackupPart {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What a backup says of itself. */
export interface BackupManifest {
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** The database first. */
  readonly parts: readonly BackupPart[];
}

/** What was saved or brought back. */
export interface BackupSummary {
  readonly essays: number;
  /** Original files. */
  readonly files: number;
  /** Size of the backup. */
  readonly bytes: number;
}

/** The manifest that stands in `text`; null when it is none that this version can read. */
export function parseManifest(text: string): BackupManifest | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return isManifest(value) ? value : null;
}

function isManifest(value: unknown): value is BackupManifest {
  if (!isRecord(value) || value.version !== BACKUP_VERSION || typeof value.createdAt !== 'string') return false;
  return Array.isArray(value.parts) && value.parts.every(isPart);
}

function isPart(value: unknown): value is BackupPart {
  if (!isRecord(value) || typeof value.name !== 'string' || typeof value.sha256 !== 'string') return false;
  return Number.isSafeInteger(value.bytes);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

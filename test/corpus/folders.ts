import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Corpus } from '../../src/corpus/corpus.js';
import { openSqliteCorpus, type SqliteCorpusOptions } from '../../src/corpus/sqlite/open-sqlite-corpus.js';
import { DETECTION_SETTINGS } from '../../src/model/settings.js';
import { contentOf } from './essays.js';

/** A path that does not exist yet, inside a folder that is removed after the test. */
export async function newFolder(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'soatbai-corpus-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  return join(parent, 'kho bài');
}

/** Opens the corpus in a folder with the settings in force. */
export function openCorpus(folder: string | null, options: Partial<SqliteCorpusOptions> = {}): Promise<Corpus> {
  const { candidates, fingerprint } = DETECTION_SETTINGS;
  const now = () => new Date('2026-11-25T08:00:00Z');
  return openSqliteCorpus({ folder, create: true, access: 'write', lease: null, candidates, fingerprint, contentOf, now, ...options });
}

/** Every file below a folder with its bytes as hexadecimal, but for leases. The corpus in it must be closed: reading its file drops its locks. */
export async function filesIn(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.lock'))
    .map(({ parentPath, name }) => join(parentPath, name));
  const files = new Map<string, string>();
  for (const path of paths.sort()) files.set(relative(folder, path), (await readFile(path)).toString('hex'));
  return files;
}

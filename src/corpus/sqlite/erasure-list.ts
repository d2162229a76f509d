import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Erasure } from '../../model/erasure.js';
import { AppError } from '../../model/errors.js';
import { CORPUS_MESSAGES } from '../messages.js';
import { flushFolder, unfinishedName } from './private-file.js';
import { codeOf } from './storage-errors.js';

/** Name of the list of erasures beside backups: one JSON object a line, ids only. */
export const ERASURE_LIST = 'xoa-du-lieu.jsonl';

/** Where the page of a corpus keeps its backups unless it is told otherwise. */
export const backupsOf = (folder: string): string => `${folder}-sao-luu`;

/** The erasures that a folder's list names, none without one. AppError `backup-file` when it cannot be read as a list. */
export async function readErasureList(folder: string): Promise<readonly Erasure[]> {
  const path = join(folder, ERASURE_LIST);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return '';
    throw error;
  });
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const value = parsed(line);
    // Without it, what was erased might come back unseen.
    if (!isErasure(value)) throw new AppError('backup-file', CORPUS_MESSAGES.erasureListDamaged(path));
    return { ...value, campaign: value.campaign ?? null };
  });
}

/** Adds erasures to a folder's list, as a whole or not at all; those it names already stay. Errors are those of node:fs. */
export async function addToErasureList(folder: string, erasures: readonly Erasure[]): Promise<void> {
  const known = await readErasureList(folder);
  const all = new Map([...known, ...erasures].map((erasure) => [erasure.id, erasure]));
  if (all.size === known.length) return;
  const unfinished = unfinishedName(join(folder, `${ERASURE_LIST}.`));
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile([...all.values()].map((erasure) => `${JSON.stringify(erasure)}\n`).join(''));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, join(folder, ERASURE_LIST));
    await flushFolder(folder);
  } finally {
    await rm(unfinished, { force: true });
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Lists of earlier versions name no campaign. */
function isErasure(value: unknown): value is Omit<Erasure, 'campaign'> & { readonly campaign?: string | null } {
  if (typeof value !== 'object' || value === null) return false;
  const { id, at, unit, what, person, campaign = null, submissions, contents } = value as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || typeof at !== 'string' || typeof unit !== 'string') return false;
  if (what !== 'person' && what !== 'campaign') return false;
  if ([person, campaign].some((one) => one !== null && typeof one !== 'string')) return false;
  return [submissions, contents].every((list) => Array.isArray(list) && list.every((one) => typeof one === 'string'));
}

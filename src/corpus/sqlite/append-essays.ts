import type { Kysely } from 'kysely';
import { reached } from '../../model/steps.js';
import type { Submission } from '../../model/submission.js';
import type { NewEssay } from '../corpus.js';
import { submissionId } from '../submission-id.js';
import type { Connection } from './connection.js';
import { raiseEpoch } from './epoch.js';
import { insertEssays, type PreparedEssay, prepareEssay } from './essay-rows.js';
import { claimOriginals, discardUnnamed } from './needed-originals.js';
import type { OriginalFile, OriginalStore } from './original-files.js';
import { readKnown, refreshOf, writeRefresh, writerOf } from './refresh-essay.js';
import type { CorpusTables } from './schema.js';

/** What essays are written with. */
export interface Desk {
  readonly connection: Connection;
  readonly originals: OriginalStore;
  readonly now: () => Date;
  /** Mark of the fingerprint settings in force. */
  readonly madeWith: number;
}

/**
 * Keeps essays as `Corpus.append` says. Files first, since a row must never stand without its original; then everything
 * that is read and written of the rows is one transaction, so that another writer cannot come in between.
 */
export async function appendEssays(essays: readonly NewEssay[], { connection, originals, now, madeWith }: Desk): Promise<Submission[]> {
  const ids = essays.map(submissionId);
  const prepared = [...eachOnce(essays, ids)].map(([id, essay]) => prepareEssay(id, essay, madeWith));
  const files = new Map(essays.map(({ sha256, original }) => [sha256, { sha256, bytes: original }]));
  const missing = await missingFiles([...files.values()], originals);
  try {
    await originals.write(missing);
    reached('originals.written');
    const kept = await connection.atomically(async (tables) => {
      // Somebody may have removed the same content since it was looked at.
      await originals.write(await vanished([...files.values()], originals));
      return keepRows(tables, prepared, { originals, receivedAt: now().toISOString() });
    });
    reached('essays.row');
    return ids.map((id) => kept.get(id)!);
  } catch (error) {
    // The failure itself matters more than a file that could not be removed: `verify` will name that one.
    await connection
      .atomically((tables) =>
        discardUnnamed(
          tables,
          originals,
          missing.map(({ sha256 }) => sha256),
        ),
      )
      .catch(() => undefined);
    throw error;
  }
}

async function keepRows(
  tables: Kysely<CorpusTables>,
  prepared: readonly PreparedEssay[],
  { originals, receivedAt }: { readonly originals: OriginalStore; readonly receivedAt: string },
): Promise<Map<string, Submission>> {
  const known = await readKnown(
    tables,
    prepared.map(({ id }) => id),
  );
  const fresh = prepared.filter(({ id }) => !known.has(id));
  const files = fresh.map(({ essay: { sha256, original } }) => ({ sha256, bytes: original.length }));
  await claimOriginals(tables, originals, files);
  const kept = new Map((await insertEssays(tables, fresh, receivedAt)).map((submission) => [submission.id, submission]));
  let reindexed = false;
  for (const one of prepared) {
    const before = known.get(one.id);
    if (before === undefined) continue;
    const refresh = refreshOf(before, one);
    kept.set(one.id, refresh === null ? before.submission : await writeRefresh(tables, refresh));
    reindexed ||= refresh?.reindex === true;
  }
  if (reindexed) await raiseEpoch(tables);
  return kept;
}

/** Those that are not there, or are damaged. */
async function missingFiles(files: readonly OriginalFile[], originals: OriginalStore): Promise<OriginalFile[]> {
  const missing: OriginalFile[] = [];
  for (const file of files) if ((await originals.stateOf(file.sha256)) !== 'ok') missing.push(file);
  return missing;
}

async function vanished(files: readonly OriginalFile[], originals: OriginalStore): Promise<OriginalFile[]> {
  const gone: OriginalFile[] = [];
  for (const file of files) if (!(await originals.has(file.sha256))) gone.push(file);
  return gone;
}

/** Several of one call may be the same submission: each one refreshes those before it, as if it had come in a later call. */
function eachOnce(essays: readonly NewEssay[], ids: readonly string[]): ReadonlyMap<string, NewEssay> {
  const found = new Map<string, NewEssay>();
  for (const [at, essay] of essays.entries()) {
    const id = ids[at]!;
    const before = found.get(id);
    if (before === undefined) found.set(id, essay);
    else if (before.content !== null && essay.content === null) found.set(id, { ...before, ...writerOf(essay) });
    else found.set(id, { ...essay, file: before.file });
  }
  return found;
}

import type { Corpus, KeptEssay } from '../../corpus/corpus.js';
import type { Job } from '../../model/batch-record.js';
import { AppError } from '../../model/errors.js';
import { reached } from '../../model/steps.js';
import { findSharedFiles } from '../shared-files.js';
import { batchOf } from './assess-batch.js';
import { assessKept, currentVersion, warningsOf } from './campaign-work.js';
import { gatherAll } from './gather-work.js';
import type { QueueParts, TellProgress } from './parts.js';
import { namingRemoved, refreshEarlier } from './refresh-earlier.js';
import { unnotedEssays } from './unnoted-essays.js';

/**
 * Takes the essays of a batch out of the corpus and works out anew what had overlapped them. Its results go with its
 * essays; those of others go on naming them until all is written, so that a process that finds the essays gone still
 * knows whom they leave outdated.
 */
export async function withdrawQueued(job: Job, parts: QueueParts, tell: TellProgress): Promise<void> {
  const { records, corpus } = parts;
  const batch = await batchOf(job, parts);
  tell('list', 0, batch.items);
  const noted = await records.results.submissionsOf(batch.id);
  const gone = [...noted.map(({ id }) => id), ...(await unnotedEssays(batch, parts))];
  const version = await currentVersion(job.campaign, parts);
  const { changed } = await findSharedFiles(await readWhole(gone, corpus), version.prepared, corpus, await records.rounds.writers());
  if (gone.length > 0) await corpus.remove(gone);
  reached('withdraw.removed');

  const sharing = new Map([...changed].map((id) => [id, []]));
  const refreshed = await refreshEarlier(new Map([...sharing, ...(await namingRemoved(records))]), parts, tell);
  reached('refresh.done');

  tell('record', 0, 1);
  // Nothing of its own is left, but its groups are gathered anew.
  const own = await assessKept(new Map(), version, parts, { progress: () => {} });
  const findings = await gatherAll([own, ...refreshed], records);
  await records.results.recordWithdrawal(
    { job: job.id, ...findings, newOverlap: [], skipped: [], warnings: warningsOf(refreshed) },
    batch.id,
  );
}

/** Those of these essays whose data can be read: to withdraw a batch is the way to be rid of the others. */
async function readWhole(ids: readonly string[], corpus: Corpus): Promise<KeptEssay[]> {
  const whole: KeptEssay[] = [];
  for (const id of ids) whole.push(...(await corpus.essays([id]).catch(passOverDamaged)).values());
  return whole;
}

function passOverDamaged(error: unknown): ReadonlyMap<string, KeptEssay> {
  if (error instanceof AppError && error.code === 'corpus-damaged') return new Map();
  throw error;
}

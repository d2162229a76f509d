import type { Records } from '../../corpus/records/records.js';
import type { BatchRecord, Job } from '../../model/batch-record.js';
import { reached } from '../../model/steps.js';
import { batchOf } from './assess-batch.js';
import { assessKept, currentVersion, namedInResult } from './campaign-work.js';
import { gatherAll } from './gather-work.js';
import { essaysOfOthers } from './other-batches.js';
import type { QueueParts, TellProgress } from './parts.js';
import { type Outdated, refreshEarlier } from './refresh-earlier.js';

/**
 * Takes the essays of a batch out of the corpus and works out anew what had overlapped them. Its results go with its
 * essays; those of others go on naming them until all is written, so that a process that finds the essays gone still
 * knows whom they leave outdated.
 */
export async function withdrawQueued(job: Job, parts: QueueParts, tell: TellProgress): Promise<void> {
  const { records, corpus } = parts;
  const batch = await batchOf(job, parts);
  tell('list', 0, batch.items);
  const gone = await ownEssays(batch, records);
  const outdated = await namingOthersThan(await remaining(gone, parts), parts);
  if (gone.size > 0) await corpus.remove([...gone]);
  reached('withdraw.removed');

  const refreshed = await refreshEarlier(outdated, parts, tell);
  reached('refresh.done');

  tell('record', 0, 1);
  // Nothing of its own is left, but its groups are gathered anew.
  const own = await assessKept(new Map(), await currentVersion(job.campaign, parts), parts, { progress: () => {} });
  const findings = await gatherAll([own, ...refreshed], records);
  await records.results.recordWithdrawal({ job: job.id, ...findings, newOverlap: [], skipped: [], warnings: [] }, batch.id);
}

/** Ids of the essays that no other batch brought as well. */
async function ownEssays(batch: BatchRecord, records: Records): Promise<ReadonlySet<string>> {
  const others = new Set((await essaysOfOthers(batch, records)).map(({ submission }) => submission.id));
  const brought = await records.results.submissionsOf(batch.id);
  return new Set(brought.map(({ id }) => id).filter((id) => !others.has(id)));
}

/** Ids of the kept essays apart from some. */
async function remaining(gone: ReadonlySet<string>, { corpus }: QueueParts): Promise<ReadonlySet<string>> {
  return new Set((await corpus.list()).map(({ id }) => id).filter((id) => !gone.has(id)));
}

/** Essays with a result that names an essay which is not among these. */
async function namingOthersThan(essays: ReadonlySet<string>, { records }: QueueParts): Promise<Outdated> {
  const found = new Map<string, readonly string[]>();
  for (const { id: campaign } of await records.campaigns.list()) {
    for (const { assessment } of await records.results.ofCampaign(campaign)) {
      const { id } = assessment.submission;
      const named = essays.has(id) ? await namedInResult(campaign, id, records) : [];
      if (named.some((other) => !essays.has(other))) found.set(id, []);
    }
  }
  return found;
}

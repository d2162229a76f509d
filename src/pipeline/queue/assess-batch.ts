import type { BatchRecord, Job } from '../../model/batch-record.js';
import { AppError } from '../../model/errors.js';
import { reached } from '../../model/steps.js';
import { batchGone } from '../messages.js';
import { findNewOverlap } from '../new-overlap.js';
import { nameWriters } from '../writers/name-writers.js';
import { assessKept, type CampaignWork, currentVersion, warningsOf } from './campaign-work.js';
import { gatherAll } from './gather-work.js';
import type { QueueParts, TellProgress } from './parts.js';
import { readBatch } from './read-items.js';
import { namingRemoved, type Outdated, refreshEarlier } from './refresh-earlier.js';

/**
 * The story of a batch that was handed in on the page. Whoever tells it may die at any word: files that were read and kept
 * are not read again, everything behind them is worked out anew and written as a whole at the end, so that the figures are
 * those of a run that nothing disturbed. Essays of before that a new one overlaps get new figures too; conclusions stay.
 */
export async function assessQueued(job: Job, parts: QueueParts, tell: TellProgress): Promise<void> {
  const { records } = parts;
  const batch = await batchOf(job, parts);
  const version = await currentVersion(job.campaign, parts);
  const { essays, skipped, warnings } = await readBatch(batch, version.prepared, parts, tell);

  reached('match.begun');
  const progress = (_: string, done: number, total: number): void => tell('match', done, total);
  const own = await assessKept(new Map(essays.map((id) => [id, batch.id])), version, parts, {
    progress,
    nameWriters: async (told) => {
      await records.writers.noteTold(told);
      await nameWriters(records, job.campaign, batch.id);
    },
  });
  reached('match.done');

  const overlapped = overlappedBy(own);
  const refreshed = await refreshEarlier(new Map([...(await namingRemoved(records)), ...overlapped]), parts, tell);
  reached('refresh.done');

  tell('record', 0, 1);
  const findings = await gatherAll([own, ...refreshed], records);
  const isRefreshed = (id: string): boolean => refreshed.some(({ batchOf: known }) => known.has(id));
  const newOverlap = findNewOverlap(own.assessments, own.pairs).filter(({ id }) => isRefreshed(id));
  await records.results.record({
    job: job.id,
    ...findings,
    newOverlap,
    skipped,
    warnings: [...warnings, ...warningsOf([own, ...refreshed])],
  });
}

/** The batch of a job. Rejects with AppError `unknown-id`. */
export async function batchOf({ batch: id }: Job, { records }: QueueParts): Promise<BatchRecord> {
  const batch = id === null ? null : await records.batches.get(id);
  if (batch === null) throw new AppError('unknown-id', batchGone);
  return batch;
}

/** Kept essays that share text with the batch, each with those that it shares it with, or traces of their files. A member's earlier attempt never counts: it shows no later one. */
function overlappedBy({ assessments, batchOf: own, sharingFiles }: CampaignWork): Outdated {
  const overlapped = new Map<string, string[]>([...sharingFiles].map((id) => [id, []]));
  for (const { submission, matches } of assessments) {
    for (const { id, kind } of matches) {
      if (kind === 'sample' || kind === 'earlier-attempt' || own.has(id)) continue;
      overlapped.set(id, [...(overlapped.get(id) ?? []), submission.id]);
    }
  }
  return overlapped;
}

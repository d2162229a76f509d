import type { Records } from '../../corpus/records/records.js';
import type { BatchRecord } from '../../model/batch-record.js';
import type { Submission } from '../../model/submission.js';

/** An essay and the number of the batch that brought it. */
export interface BroughtEssay {
  readonly submission: Submission;
  readonly number: number;
}

/** Essays that the other batches of the same campaign brought and keep, by the numbers of those. */
export async function essaysOfOthers(batch: BatchRecord, { batches, results }: Records): Promise<readonly BroughtEssay[]> {
  const brought: BroughtEssay[] = [];
  for (const { id, number, state } of await batches.list(batch.campaign)) {
    if (id === batch.id || state === 'withdrawing' || state === 'withdrawn') continue;
    for (const submission of await results.submissionsOf(id)) brought.push({ submission, number });
  }
  return brought;
}

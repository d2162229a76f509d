import type { Job } from '../../model/batch-record.js';
import { AppError } from '../../model/errors.js';
import { reached } from '../../model/steps.js';
import { draftGone } from '../messages.js';
import { assessKept, namedInResult, prepareVersion, warningsOf } from './campaign-work.js';
import { gatherFindings } from './gather-work.js';
import type { QueueParts, TellProgress } from './parts.js';

/** Works out what a changed definition would say of every essay of its campaign that has a result; it counts once people say so. */
export async function reassessQueued(job: Job, parts: QueueParts, tell: TellProgress): Promise<void> {
  const { campaigns, results } = parts.records;
  const draft = await campaigns.draft(job.campaign);
  if (draft === null) throw new AppError('no-draft', draftGone);
  const version = await prepareVersion({ id: job.campaign, version: draft.version, definition: draft.definition }, parts);
  const batchOf = new Map((await results.essays(job.campaign)).map(({ submission, batch }) => [submission.id, batch]));
  const alsoWith = new Map<string, readonly string[]>();
  for (const id of batchOf.keys()) alsoWith.set(id, await namedInResult(job.campaign, id, parts.records));

  reached('match.begun');
  const progress = (_: string, done: number, total: number): void => tell('match', done, total);
  const work = await assessKept(batchOf, version, parts, { progress, alsoWith });
  reached('match.done');

  tell('record', 0, 1);
  const findings = await gatherFindings([work], { members: [], pairs: [] });
  await campaigns.recordDraft({ job: job.id, ...findings, newOverlap: [], skipped: [], warnings: warningsOf([work]) }, draft.version);
}

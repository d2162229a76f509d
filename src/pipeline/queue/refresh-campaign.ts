import type { Job } from '../../model/batch-record.js';
import { assessKept, currentVersion, warningsOf } from './campaign-work.js';
import { gatherAll } from './gather-work.js';
import type { QueueParts, TellProgress } from './parts.js';
import { namingRemoved, refreshEarlier } from './refresh-earlier.js';

/** Works out anew whatever names an essay that has been erased, and whatever has another writer, or another task, than before; the campaign's groups are gathered again. */
export async function refreshQueued(job: Job, parts: QueueParts, tell: TellProgress): Promise<void> {
  const { records } = parts;
  const version = await currentVersion(job.campaign, parts);
  const { upTo, outdated } = await records.writers.changes();
  const held = (await records.writers.heldOtherwise(job.campaign)).map((id): [string, readonly string[]] => [id, []]);
  const refreshed = await refreshEarlier(new Map([...held, ...(await namingRemoved(records)), ...outdated]), parts, tell);
  tell('record', 0, 1);
  const own = await assessKept(new Map(), version, parts, { progress: () => {} });
  const findings = await gatherAll([own, ...refreshed], records);
  await records.results.record({
    job: job.id,
    ...findings,
    newOverlap: [],
    skipped: [],
    warnings: warningsOf(refreshed),
    writersUpTo: upTo,
  });
}

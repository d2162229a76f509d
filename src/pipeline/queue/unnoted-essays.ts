import type { BatchRecord } from '../../model/batch-record.js';
import type { Submission } from '../../model/submission.js';
import { UnreadableInput } from '../intake/input-file.js';
import { sha256Of } from '../read-essay.js';
import { selfOf } from '../unnamed.js';
import { listUploads } from './list-uploads.js';
import type { QueueParts } from './parts.js';
import { matchToBatch } from './read-items.js';

const keyOf = ({ member, sha256 }: Pick<Submission, 'member' | 'sha256'>): string => JSON.stringify([member, sha256]);

/** Ids of a batch's essays that a process kept which ended before it could note them: nothing else names these. */
export async function unnotedEssays(batch: BatchRecord, parts: QueueParts): Promise<readonly string[]> {
  const { batches, campaigns, originals } = parts.records;
  const waiting = new Set((await batches.items(batch.id)).filter(({ state }) => state === 'waiting').map(({ file }) => file));
  const campaign = await campaigns.get(batch.campaign);
  if (waiting.size === 0 || campaign === null) return [];
  const inputs = await listUploads(await batches.uploads(batch.id), originals);
  try {
    const { entries } = matchToBatch(batch, inputs);
    const keys = new Set<string>();
    for (const { name, read } of inputs.files.filter((input) => waiting.has(input.name))) {
      const bytes = await read().catch(passOver);
      if (bytes === null) continue;
      const file = { file: name, sha256: sha256Of(bytes) };
      keys.add(keyOf({ ...file, member: entries.get(name)?.member ?? selfOf(file) }));
    }
    const kept = (await parts.corpus.list()).filter(
      (one) => one.campaign === campaign.name && one.tenant === batch.unit && keys.has(keyOf(one)),
    );
    const noted = await parts.corpus.inBatches(kept.map(({ id }) => id));
    return kept.map(({ id }) => id).filter((id) => !noted.has(id));
  } finally {
    inputs.close();
  }
}

/** Null for a file whose bytes cannot be had: it was not kept either. */
function passOver(error: unknown): null {
  if (error instanceof UnreadableInput) return null;
  throw error;
}

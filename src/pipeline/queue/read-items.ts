import type { NewEssay } from '../../corpus/corpus.js';
import type { Batches, ItemOutcome } from '../../corpus/records/batches.js';
import type { Records } from '../../corpus/records/records.js';
import type { Skipped } from '../../model/batch.js';
import type { BatchItem, BatchRecord } from '../../model/batch-record.js';
import { AppError } from '../../model/errors.js';
import { reached } from '../../model/steps.js';
import type { Submission } from '../../model/submission.js';
import type { Essay } from '../essay.js';
import type { Inputs } from '../intake/collect.js';
import { type Erased, type FileKeeping, findTwins, forget, type KeptElsewhere, keepFiles, sharedMembers } from '../keep-essays.js';
import { handedInBefore, nothingToAssess, rosterOfBatch, wasErased } from '../messages.js';
import type { PreparedCampaign } from '../prepare-campaign.js';
import { matchRoster, parseRoster, type RosterMatch } from '../roster-file.js';
import { isUnnamed, selfOf } from '../unnamed.js';
import { listUploads } from './list-uploads.js';
import type { QueueParts, TellProgress } from './parts.js';

/** The files of a batch, all of them read or skipped. */
export interface ReadBatch {
  /** Ids of the essays, in the order of the files. */
  readonly essays: readonly string[];
  readonly skipped: readonly Skipped[];
  readonly warnings: readonly string[];
}

/**
 * Reads the files of a batch that no process has read before and keeps them, in their order; what became of each is noted
 * as soon as it is kept. Rejects with AppError `nothing-to-assess` when there is no file at all, `roster-file`, and
 * `corpus-damaged` when a file that was received is not there any more.
 */
export async function readBatch(batch: BatchRecord, campaign: PreparedCampaign, parts: QueueParts, tell: TellProgress): Promise<ReadBatch> {
  const { records, corpus } = parts;
  tell('list', 0, batch.uploads);
  const uploads = await records.batches.uploads(batch.id);
  for (const upload of uploads) await records.originals.requireIntact(upload);
  const inputs = await listUploads(uploads, records.originals);
  try {
    reached('archive.listed');
    if (inputs.files.length + inputs.skipped.length === 0) throw new AppError('nothing-to-assess', nothingToAssess);
    const roster = matchToBatch(batch, inputs);
    const items = await itemsOf(batch, inputs, records.batches);
    const claims = await claimsOfOthers(batch, records);
    const isRefused = await records.erasures.refused(batch.id);
    const keptElsewhere: FileKeeping['keptElsewhere'] = (essay) =>
      isRefused(essay.sha256) ? { file: essay.file, reason: wasErased, isErased: true } : claims(essay);
    const keeping = { ...parts, tenant: batch.unit, entries: roster.entries, before: namesOfRead(items), keptElsewhere };
    await readWaiting({ batch, inputs, items, campaign }, keeping, records.batches, tell);
    const kept = await records.results.submissionsOf(batch.id);
    await forget(await findTwins(kept, corpus), corpus);
    const read = await records.batches.items(batch.id);
    // What was erased has another name by now, and is named nowhere else.
    const erased = inputs.files.map(({ name }) => name).filter((name, at) => read[at]?.file !== name);
    return {
      essays: [...namesOfRead(read).keys()],
      skipped: inputs.skipped,
      warnings: [...roster.warnings.filter((text) => !erased.some((name) => text.includes(name))), ...sharedMembers(kept)],
    };
  } finally {
    inputs.close();
  }
}

const NO_ROSTER: RosterMatch = { entries: new Map(), warnings: [] };

/** Who handed in which file, by the batch's roster. AppError `roster-file`. */
export function matchToBatch({ roster }: BatchRecord, { files }: Inputs): RosterMatch {
  if (roster === null) return NO_ROSTER;
  return matchRoster(
    parseRoster(Buffer.from(roster, 'utf8'), rosterOfBatch),
    files.map(({ name }) => name),
  );
}

/** The noted files; they are noted once, and the uploads of a sealed batch give the same list again. */
async function itemsOf(batch: BatchRecord, inputs: Inputs, batches: Batches): Promise<readonly BatchItem[]> {
  const names = inputs.files.map(({ name }) => name);
  await batches.setItems(batch.id, names, inputs.skipped);
  const items = await batches.items(batch.id);
  const found = names.length + inputs.skipped.length;
  if (items.length !== found) throw new Error(`${items.length} files are noted where ${found} are found`);
  return items;
}

const namesOfRead = (items: readonly BatchItem[]): Map<string, string> =>
  new Map(items.flatMap(({ state, submission, file }) => (state !== 'read' || submission === null ? [] : [[submission, file] as const])));

interface Waiting {
  readonly batch: BatchRecord;
  readonly inputs: Inputs;
  readonly items: readonly BatchItem[];
  readonly campaign: PreparedCampaign;
}

async function readWaiting(
  { batch, inputs, items, campaign }: Waiting,
  keeping: FileKeeping,
  batches: Batches,
  tell: TellProgress,
): Promise<void> {
  const waiting = items.filter(({ state }) => state === 'waiting');
  const files = waiting.map(({ number }) => inputs.files[number - 1]!);
  let done = items.length - waiting.length;
  tell('read', done, items.length);
  const numbers = waiting.values();
  for await (const chunk of keepFiles(files, campaign, keeping)) {
    await batches.noteItems(
      batch.id,
      chunk.map((one) => toOutcome(numbers.next().value!.number, one)),
    );
    done += chunk.length;
    tell('read', done, items.length);
  }
}

function toOutcome(number: number, outcome: Essay | Skipped | KeptElsewhere | Erased): ItemOutcome {
  if ('isErased' in outcome) return { number, submission: null, submissionState: null, reason: outcome.reason, isErased: true };
  if ('reason' in outcome) {
    return { number, submission: 'keptAs' in outcome ? outcome.keptAs : null, submissionState: null, reason: outcome.reason };
  }
  const { submission, extraction } = outcome;
  return { number, submission: submission.id, submissionState: submission.state, reason: extraction.messages[0]?.text ?? null };
}

/**
 * Says of an essay that it stands in another batch of the campaign and the unit: there it stays, with its figures and what was concluded
 * on it. So does a file that came once with a roster's name and once without.
 */
async function claimsOfOthers(batch: BatchRecord, { batches, results }: Records): Promise<(essay: NewEssay) => KeptElsewhere | null> {
  const done = (await batches.list(batch.campaign)).filter(({ state, unit }) => state === 'done' && unit === batch.unit);
  const numbers = new Map(done.map(({ id, number }) => [id, number]));
  const claims = new Map<string, KeptElsewhere>();
  for (const { submission, batch: other } of await results.essays(batch.campaign)) {
    const number = other === null || other === batch.id ? undefined : numbers.get(other);
    if (number === undefined) continue;
    const claim = { file: submission.file, reason: handedInBefore(number), keptAs: submission.id };
    claims.set(keyOf(submission), claim);
    // What stands under a name is found by its file too, but only by one that has none.
    if (!isUnnamed(submission)) claims.set(selfOf(submission), claim);
  }
  return (essay) => {
    const unnamed = { ...essay, member: selfOf(essay) };
    const claim = claims.get(keyOf(essay)) ?? claims.get(keyOf(unnamed)) ?? (isUnnamed(essay) ? claims.get(essay.member) : undefined);
    return claim === undefined ? null : { ...claim, file: essay.file };
  };
}

const keyOf = ({ member, sha256 }: Pick<Submission, 'member' | 'sha256'>): string => JSON.stringify([member, sha256]);

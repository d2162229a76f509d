import type { Corpus, NewEssay } from '../corpus/corpus.js';
import { FOUNDING_UNIT } from '../model/access.js';
import type { Skipped } from '../model/batch.js';
import { reached } from '../model/steps.js';
import type { Submission } from '../model/submission.js';
import { type Essay, type KeepingContext, toContent } from './essay.js';
import { groupBy } from './group-by.js';
import type { Inputs } from './intake/collect.js';
import { type InputFile, UnreadableInput } from './intake/input-file.js';
import { campaignDocument, rosterSharedMember, sameFileTwice } from './messages.js';
import type { PreparedCampaign } from './prepare-campaign.js';
import { mapConcurrently, type Progress } from './progress.js';
import { isReadable, type Reading, readEssay } from './read-essay.js';
import { matchRoster, type Roster, type RosterMatch } from './roster-file.js';
import type { Sandbox } from './sandbox.js';
import { areTwins, isUnnamed, selfOf } from './unnamed.js';

/** Files read before they are kept together: large enough for few transactions, small enough to hold the originals in memory. */
const CHUNK = 32;

const NO_ROSTER: RosterMatch = { entries: new Map(), warnings: [] };

export interface Keeping extends KeepingContext {
  readonly corpus: Corpus;
  readonly sandbox: Sandbox;
  /** Files read at a time. */
  readonly jobs: number;
  readonly roster: Roster | null;
  readonly progress: Progress;
}

export interface KeptBatch {
  /** In the order given. */
  readonly essays: readonly Essay[];
  readonly skipped: readonly Skipped[];
  /** What does not fit between roster and files. */
  readonly warnings: readonly string[];
}

/** Reads every input and keeps it in the corpus, chunk by chunk. Without a campaign the essays are only there to be compared with. */
export async function keepEssays(inputs: Inputs, campaign: PreparedCampaign | null, keeping: Keeping): Promise<KeptBatch> {
  const essays: Essay[] = [];
  const skipped: Skipped[] = [...inputs.skipped];
  const names = inputs.files.map(({ name }) => name);
  const { entries, warnings } = keeping.roster === null ? NO_ROSTER : matchRoster(keeping.roster, names);
  let done = 0;
  for await (const chunk of keepFiles(inputs.files, campaign, { ...keeping, entries })) {
    essays.push(...chunk.filter((one): one is Essay => 'extraction' in one));
    skipped.push(...chunk.filter((one): one is Skipped => 'reason' in one));
    done += chunk.length;
    keeping.progress('read', done, inputs.files.length);
  }
  const submissions = essays.map(({ submission }) => submission);
  const twins = await findTwins(submissions, keeping.corpus);
  // One that the service has stays, with its figures and what was concluded on it.
  const inService = await keeping.corpus.inBatches(twins);
  await forget(
    twins.filter((id) => !inService.has(id)),
    keeping.corpus,
  );
  return { essays, skipped, warnings: [...warnings, ...sharedMembers(submissions)] };
}

/** How single files are kept. */
export interface FileKeeping extends Omit<Keeping, 'roster' | 'progress'> {
  /** Who handed in which file; the others are each their own member. */
  readonly entries: RosterMatch['entries'];
  /** The unit whose essays they are; the founding one where a command keeps them. */
  readonly tenant?: string;
  /** Names of files kept before these, by submission id: the same file of the same member is skipped with that name. */
  readonly before?: ReadonlyMap<string, string>;
  /** The essay that a file which was read is already, elsewhere, or that it was erased; null when it is to be kept. */
  readonly keptElsewhere?: (essay: NewEssay) => KeptElsewhere | Erased | null;
}

/** A file that is not kept, since it is an essay that was kept elsewhere. */
export interface KeptElsewhere extends Skipped {
  /** Id of that essay. */
  readonly keptAs: string;
}

/** A file that is not kept, since its content was erased after it had been received. */
export interface Erased extends Skipped {
  readonly isErased: true;
}

/** Reads files and keeps them: after each chunk that is in the corpus, what became of its files, in their order. */
export async function* keepFiles(
  files: readonly InputFile[],
  campaign: PreparedCampaign | null,
  keeping: FileKeeping,
): AsyncGenerator<readonly (Essay | Skipped | KeptElsewhere | Erased)[]> {
  const fileOf = new Map(keeping.before);
  for await (const chunk of readChunks(files, campaign, keeping)) {
    const read = chunk.map((one) => ('reason' in one ? one : toNewEssay(one, campaign, keeping)));
    const outcomes = read.map((one) => ('reason' in one ? one : (keeping.keptElsewhere?.(one) ?? one)));
    const kept = await keeping.corpus.append(outcomes.filter((one): one is NewEssay => 'original' in one));
    const submissions = kept.values();
    yield outcomes.map((one) => {
      if ('reason' in one) return one;
      const { file, state, extraction, content } = one;
      // What this run made of the file, under the name that it has now.
      const submission = { ...submissions.next().value!, file, state };
      const first = fileOf.get(submission.id);
      if (first !== undefined) return { file, reason: sameFileTwice(first) };
      fileOf.set(submission.id, file);
      return { submission, extraction, sequence: content?.sequence ?? null };
    });
  }
}

/** Reads the files some at a time, in order; the children read the next chunk while this process works on the one it has. */
async function* readChunks(
  files: readonly InputFile[],
  campaign: PreparedCampaign | null,
  { sandbox, jobs }: FileKeeping,
): AsyncGenerator<readonly (Reading | Skipped)[]> {
  const read = (start: number) => mapConcurrently(files.slice(start, start + CHUNK), jobs, (input) => readOrSkip(input, campaign, sandbox));
  let next = read(0);
  for (let start = 0; start < files.length; start += CHUNK) {
    const chunk = await next;
    next = read(start + CHUNK);
    // Who awaits it hears of its failure; when nobody comes to, that is no failure of the program.
    next.catch(() => {});
    yield chunk;
  }
}

/** A file whose bytes cannot be had, and the campaign's own documents among the essays, are skipped and named. */
async function readOrSkip(input: InputFile, campaign: PreparedCampaign | null, sandbox: Sandbox): Promise<Reading | Skipped> {
  try {
    const reading = await readEssay(input, sandbox);
    reached('essay.read');
    return campaign?.documents.has(reading.sha256) ? { file: input.name, reason: campaignDocument } : reading;
  } catch (error) {
    if (error instanceof UnreadableInput) return { file: input.name, reason: error.message };
    throw error;
  }
}

/** Two files of one member in one batch may be two attempts, or a wrong card number that hides a copy: somebody must look. */
export function sharedMembers(submissions: readonly Submission[]): string[] {
  return [...groupBy(submissions, ({ member }) => member)]
    .filter(([, shared]) => shared.length > 1)
    .map(([member, shared]) =>
      rosterSharedMember(
        member,
        shared.map(({ file }) => file),
      ),
    );
}

/** Ids of essays kept before anybody said who wrote them: now that a roster says it, each is the same file a second time. */
export async function findTwins(submissions: readonly Submission[], corpus: Corpus): Promise<readonly string[]> {
  const named = new Map(submissions.filter((submission) => !isUnnamed(submission)).map((submission) => [selfOf(submission), submission]));
  if (named.size === 0) return [];
  const twins = (await corpus.list()).filter((kept) => {
    const twin = isUnnamed(kept) ? named.get(kept.member) : undefined;
    return twin !== undefined && areTwins(kept, twin);
  });
  return twins.map(({ id }) => id);
}

/** Removes essays, if there are any. */
export async function forget(ids: readonly string[], corpus: Corpus): Promise<void> {
  if (ids.length > 0) await corpus.remove(ids);
}

function toNewEssay(reading: Reading, campaign: PreparedCampaign | null, keeping: FileKeeping): NewEssay {
  const { file, sha256, bytes, extraction } = reading;
  const self = selfOf(reading);
  const entry = keeping.entries.get(file);
  return {
    campaign: campaign?.campaign.name ?? null,
    tenant: keeping.tenant ?? FOUNDING_UNIT,
    member: entry?.member ?? self,
    unit: entry?.unit ?? self,
    post: entry?.post ?? '',
    place: entry?.place ?? '',
    file,
    sha256,
    state: extraction.state,
    original: bytes,
    extraction,
    content: isReadable(extraction) ? toContent(extraction.text, campaign, keeping, extraction) : null,
  };
}

import type { Corpus, NewEssay } from '../corpus/corpus.js';
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
  await forgetTwins(submissions, keeping.corpus);
  return { essays, skipped, warnings: [...warnings, ...sharedMembers(submissions)] };
}

/** How single files are kept. */
export interface FileKeeping extends Omit<Keeping, 'roster' | 'progress'> {
  /** Who handed in which file; the others are each their own member. */
  readonly entries: RosterMatch['entries'];
  /** Names of files kept before these, by submission id: the same file of the same member is skipped with that name. */
  readonly before?: ReadonlyMap<string, string>;
  /** Why a file that was read is not kept, in Vietnamese; null when nothing speaks against it. */
  readonly objection?: (essay: NewEssay) => string | null;
}

/** Reads files and keeps them: after each chunk that is in the corpus, what became of its files, in their order. */
export async function* keepFiles(
  files: readonly InputFile[],
  campaign: PreparedCampaign | null,
  keeping: FileKeeping,
): AsyncGenerator<readonly (Essay | Skipped)[]> {
  const fileOf = new Map(keeping.before);
  for await (const chunk of readChunks(files, campaign, keeping)) {
    const read = chunk.map((one) => ('reason' in one ? one : toNewEssay(one, campaign, keeping)));
    const outcomes = read.map((one) => ('reason' in one ? one : refuse(one, keeping)));
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

function refuse(essay: NewEssay, { objection }: FileKeeping): NewEssay | Skipped {
  const reason = objection?.(essay) ?? null;
  return reason === null ? essay : { file: essay.file, reason };
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

/**
 * An essay kept before anybody said who wrote it stands under its own name; now that a roster says it, that record is the
 * same file a second time, and would be found as a copy of itself.
 */
export async function forgetTwins(submissions: readonly Submission[], corpus: Corpus): Promise<void> {
  const named = submissions.filter((submission) => submission.member !== selfOf(submission));
  if (named.length === 0) return;
  const keyOf = ({ campaign, file, sha256 }: Submission): string => JSON.stringify([campaign, file, sha256]);
  const keys = new Set(named.map(keyOf));
  const twins = (await corpus.list()).filter((kept) => kept.member === selfOf(kept) && keys.has(keyOf(kept)));
  if (twins.length > 0) await corpus.remove(twins.map(({ id }) => id));
}

/** The member, and the unit, of a file that nobody is known to have written: its name and its bytes together. */
export const selfOf = ({ file, sha256 }: Pick<Submission, 'file' | 'sha256'>): string => `${file}#${sha256.slice(0, 12)}`;

function toNewEssay(reading: Reading, campaign: PreparedCampaign | null, keeping: FileKeeping): NewEssay {
  const { file, sha256, bytes, extraction } = reading;
  const self = selfOf(reading);
  const entry = keeping.entries.get(file);
  return {
    campaign: campaign?.campaign.name ?? null,
    member: entry?.member ?? self,
    unit: entry?.unit ?? self,
    file,
    sha256,
    state: extraction.state,
    original: bytes,
    extraction,
    content: isReadable(extraction) ? toContent(extraction.text, campaign, keeping) : null,
  };
}

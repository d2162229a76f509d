import type { Corpus, EssayContent, NewEssay } from '../corpus/corpus.js';
import type { Skipped } from '../model/batch.js';
import type { Submission } from '../model/submission.js';
import { type Essay, type KeepingContext, toContent } from './essay.js';
import { groupBy } from './group-by.js';
import type { Inputs } from './intake/collect.js';
import { type InputFile, UnreadableInput } from './intake/input-file.js';
import { campaignDocument, rosterSharedMember, sameFileTwice } from './messages.js';
import type { PreparedCampaign } from './prepare-campaign.js';
import { mapConcurrently, type Progress } from './progress.js';
import { isReadable, type Reading, readEssay } from './read-essay.js';
import { matchRoster, type Roster, type RosterEntry, type RosterMatch } from './roster-file.js';
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
  const fileOf = new Map<string, string>();
  const names = inputs.files.map(({ name }) => name);
  const roster = keeping.roster === null ? NO_ROSTER : matchRoster(keeping.roster, names);
  let done = 0;
  for await (const chunk of readChunks(inputs.files, campaign, keeping)) {
    const readings = chunk.filter((one): one is Reading => 'extraction' in one);
    skipped.push(...chunk.filter((one): one is Skipped => 'reason' in one));
    const contents = readings.map(({ extraction }) => (isReadable(extraction) ? toContent(extraction.text, campaign, keeping) : null));
    const kept = await keeping.corpus.append(
      readings.map((reading, i) => toNewEssay(reading, contents[i]!, campaign, roster.entries.get(reading.file))),
    );
    for (const [i, { file, extraction }] of readings.entries()) {
      // What this run made of the file, under the name that it has now.
      const submission = { ...kept[i]!, file, state: extraction.state };
      const first = fileOf.get(submission.id);
      if (first === undefined) essays.push({ submission, extraction, sequence: contents[i]?.sequence ?? null });
      else skipped.push({ file, reason: sameFileTwice(first) });
      fileOf.set(submission.id, first ?? file);
    }
    done += chunk.length;
    keeping.progress('read', done, inputs.files.length);
  }
  await forgetTwins(essays, keeping.corpus);
  return { essays, skipped, warnings: [...roster.warnings, ...sharedMembers(essays)] };
}

/** Reads the files some at a time, in order; the children read the next chunk while this process works on the one it has. */
async function* readChunks(
  files: readonly InputFile[],
  campaign: PreparedCampaign | null,
  { sandbox, jobs }: Keeping,
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
    return campaign?.documents.has(reading.sha256) ? { file: input.name, reason: campaignDocument } : reading;
  } catch (error) {
    if (error instanceof UnreadableInput) return { file: input.name, reason: error.message };
    throw error;
  }
}

/** Two files of one member in one batch may be two attempts, or a wrong card number that hides a copy: somebody must look. */
function sharedMembers(essays: readonly Essay[]): string[] {
  const byMember = groupBy(essays, ({ submission }) => submission.member);
  return [...byMember]
    .filter(([, shared]) => shared.length > 1)
    .map(([member, shared]) =>
      rosterSharedMember(
        member,
        shared.map(({ submission }) => submission.file),
      ),
    );
}

/**
 * An essay kept before anybody said who wrote it stands under its own name; now that a roster says it, that record is the
 * same file a second time, and would be found as a copy of itself.
 */
async function forgetTwins(essays: readonly Essay[], corpus: Corpus): Promise<void> {
  const named = essays.map(({ submission }) => submission).filter((submission) => submission.member !== selfOf(submission));
  if (named.length === 0) return;
  const keyOf = ({ campaign, file, sha256 }: Submission): string => JSON.stringify([campaign, file, sha256]);
  const keys = new Set(named.map(keyOf));
  const twins = (await corpus.list()).filter((kept) => kept.member === selfOf(kept) && keys.has(keyOf(kept)));
  if (twins.length > 0) await corpus.remove(twins.map(({ id }) => id));
}

/** The member, and the unit, of a file that nobody is known to have written: its name and its bytes together. */
const selfOf = ({ file, sha256 }: Pick<Submission, 'file' | 'sha256'>): string => `${file}#${sha256.slice(0, 12)}`;

function toNewEssay(
  reading: Reading,
  content: EssayContent | null,
  campaign: PreparedCampaign | null,
  entry: RosterEntry | undefined,
): NewEssay {
  const self = selfOf(reading);
  return {
    campaign: campaign?.campaign.name ?? null,
    member: entry?.member ?? self,
    unit: entry?.unit ?? self,
    file: reading.file,
    sha256: reading.sha256,
    state: reading.extraction.state,
    original: reading.bytes,
    extraction: reading.extraction,
    content,
  };
}

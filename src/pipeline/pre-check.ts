import type { Corpus } from '../corpus/corpus.js';
import type { Records } from '../corpus/records/records.js';
import type { GroupTask } from '../corpus/records/writers.js';
import { excludedSpans } from '../exclude/exclude.js';
import type { Assessment } from '../model/assessment.js';
import type { ShownPlaces } from '../model/batch.js';
import { AppError } from '../model/errors.js';
import type { Span } from '../model/span.js';
import type { Submission } from '../model/submission.js';
import { assessEssays } from './assess-essays.js';
import { type KeepingContext, toContent } from './essay.js';
import { holdToTasks } from './group-tasks.js';
import { campaignGone } from './messages.js';
import { type CampaignVersion, prepareVersion } from './queue/campaign-work.js';
import { isReadable, readEssay } from './read-essay.js';
import type { Sandbox } from './sandbox.js';

/** A file that is compared before it is handed in. */
export interface PreCheckFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Id of the campaign. */
  readonly campaign: string;
  readonly writer: PreCheckWriter;
}

/** Whose file it is: their person, what their essays are kept under, and where they belong. */
export interface PreCheckWriter {
  readonly person: string;
  readonly member: string;
  readonly tenant: string;
  readonly unit: string;
  /** What their group is to write about; null for what everybody is. */
  readonly task: GroupTask | null;
}

/** What was found of it; nothing of this is kept. */
export interface PreChecked {
  readonly assessment: Assessment;
  readonly text: string;
  readonly places: ShownPlaces;
  readonly quotedSpans: readonly Span[];
}

/** What a file is compared with. Neither is changed. */
export interface PreCheckParts extends KeepingContext {
  readonly records: Records;
  readonly corpus: Corpus;
  readonly sandbox: Sandbox;
}

/** A sequence after every kept essay: all of the writer's own are earlier ones. */
const LAST = Number.MAX_SAFE_INTEGER;
const NAME = 'pre-check';

/** Reads a file and compares it with all that is kept, without keeping anything of it. Rejects with AppError `unknown-id`, `unknown-document`. */
export async function preCheck({ name, bytes, campaign, writer }: PreCheckFile, parts: PreCheckParts): Promise<PreChecked> {
  const { records, corpus, sandbox } = parts;
  const { prepared, groups } = await prepare(campaign, parts);
  const { sha256, extraction } = await readEssay({ name, read: () => Promise.resolve(bytes) }, sandbox);
  const content = isReadable(extraction) ? toContent(extraction.text, prepared, parts, extraction) : null;
  const { member, tenant, unit, task } = writer;
  const of = { id: NAME, campaign: prepared.campaign.name, tenant, member, unit, post: '', place: '', file: name };
  const submission: Submission = { ...of, sha256, state: extraction.state, sequence: LAST };
  const sequence = content?.sequence ?? null;
  const writers = new Map([...(await records.rounds.writers()), [NAME, writer.person] as const]);
  const holding = holdToTasks(prepared, groups, new Map(task === null ? [] : [[NAME, task]]));
  const assessed = await assessEssays([{ submission, extraction, sequence }], prepared, { corpus, writers, holding, progress: () => {} });
  const { text, hidden, asides, recognised } = extraction;
  return {
    assessment: assessed.assessments[0]!,
    text,
    places: { hidden, asides, recognised },
    quotedSpans: sequence === null ? [] : excludedSpans(sequence),
  };
}

async function prepare(id: string, { records, settings }: PreCheckParts): Promise<Pick<CampaignVersion, 'prepared' | 'groups'>> {
  const campaign = await records.campaigns.get(id);
  if (campaign === null) throw new AppError('unknown-id', campaignGone);
  return prepareVersion(campaign, { records, settings });
}

import type {
  BatchDetailView,
  BatchView,
  CampaignSummaryView,
  CampaignView,
  DefinitionView,
  ItemView,
  JobView,
  LogEventView,
  UploadView,
} from '../api/service.js';
import type { CampaignSummary } from '../corpus/records/campaigns.js';
import type { Records } from '../corpus/records/records.js';
import type { BatchItem, BatchRecord, Job, Upload } from '../model/batch-record.js';
import type { CampaignDefinition, DocumentRef } from '../model/campaign-record.js';
import { AppError } from '../model/errors.js';
import type { LogEvent } from '../model/result-record.js';
import { HTTP_MESSAGES } from './messages.js';

/** A campaign in full. Rejects with AppError `unknown-id`. */
export async function viewCampaign({ campaigns, batches, jobs }: Records, id: string): Promise<CampaignView> {
  const summary = (await campaigns.list()).find((campaign) => campaign.id === id);
  if (summary === undefined) throw new AppError('unknown-id', HTTP_MESSAGES.noCampaign);
  const draft = await campaigns.draft(id);
  const draftJob = draft === null ? undefined : newest((await jobs.ofCampaign(id)).filter(({ kind }) => kind === 'reassess'));
  const failed = summary.isStopped ? (await jobs.stopped(id)).find(({ kind }) => kind === 'refresh') : undefined;
  const batchList: BatchView[] = [];
  for (const batch of await batches.list(id)) batchList.push(viewBatchRecord(batch, await jobs.ofBatch(batch.id)));
  return {
    ...viewSummary(summary),
    definition: viewDefinition(summary.definition),
    draft: draft && { ...draft, definition: viewDefinition(draft.definition) },
    draftJob: draftJob === undefined ? null : viewJob(draftJob),
    isRefreshing: summary.isRefreshing,
    failedRefresh: failed === undefined ? null : viewJob(failed),
    batchList,
  };
}

const newest = (jobs: readonly Job[]): Job | undefined => jobs.reduce<Job | undefined>((a, b) => (a && a.id > b.id ? a : b), undefined);

/** A campaign as the list shows it. */
export function viewSummary(campaign: CampaignSummary): CampaignSummaryView {
  const { id, unit, unitName, name, version, createdAt, definition } = campaign;
  const { batches, accept, review, rewrite, concluded, isBusy, isStopped } = campaign;
  const counts = { batches, accept, review, rewrite, concluded };
  return { id, unit, unitName, name, kind: definition.kind, version, createdAt, ...counts, isBusy, isStopped };
}

/** A definition, in copies of its own. */
export function viewDefinition(definition: CampaignDefinition): DefinitionView {
  const { name, kind, references, templates, samples, prompt, rewriteBy, synonyms, themes, groups, policy } = definition;
  return {
    name,
    kind,
    references: references.map(viewRef),
    templates: templates.map(viewRef),
    samples: samples.map(viewRef),
    prompt,
    rewriteBy,
    synonyms: synonyms.map((words) => [...words]),
    themes: viewThemes(themes),
    groups: groups.map((one) => ({ group: one.group, themes: viewThemes(one.themes) })),
    policy: { ...policy, review: { ...policy.review }, rewrite: { ...policy.rewrite } },
  };
}

/** Themes, in copies of their own. */
export const viewThemes = (themes: CampaignDefinition['themes']): DefinitionView['themes'] =>
  themes.map((theme) => ({
    ...theme,
    phrases: [...theme.phrases],
    facets: theme.facets.map((facet) => ({ name: facet.name, phrases: [...facet.phrases] })),
  }));

const viewRef = ({ file, sha256 }: DocumentRef): DocumentRef => ({ file, sha256 });

/** A batch with the job it waits for. Rejects with AppError `unknown-id`. */
export async function viewBatch(records: Records, id: string): Promise<BatchView> {
  return viewBatchRecord(await requireBatch(records, id), await records.jobs.ofBatch(id));
}

/** A batch as it is kept. Rejects with AppError `unknown-id`. */
export async function requireBatch({ batches }: Records, id: string): Promise<BatchRecord> {
  const batch = await batches.get(id);
  if (batch === null) throw new AppError('unknown-id', HTTP_MESSAGES.noBatch);
  return batch;
}

/** A batch with its files. Rejects with AppError `unknown-id`. */
export async function viewBatchDetail(records: Records, id: string): Promise<BatchDetailView> {
  const batch = await viewBatch(records, id);
  const [uploads, items] = [await records.batches.uploads(id), await records.batches.items(id)];
  return { batch, uploads: uploads.map(viewUpload), items: items.map(viewItem) };
}

function viewBatchRecord(batch: BatchRecord, job: Job | null): BatchView {
  const { id, campaign, number, state, createdAt, roster, uploads, bytes, items, done } = batch;
  const hasRoster = roster !== null;
  return { id, campaign, number, state, createdAt, hasRoster, uploads, bytes, items, done, job: job && viewJob(job) };
}

function viewJob({ id, kind, state, attempts, step, done, total, error }: Job): JobView {
  return { id, kind, state, attempts, step, done, total, error };
}

/** A stored file. */
export function viewUpload({ number, file, sha256, bytes }: Upload): UploadView {
  return { number, file, sha256, bytes };
}

/** One file that may be an essay. */
export function viewItem({ number, file, state, submission, submissionState, reason }: BatchItem): ItemView {
  return { number, file, state, submission, submissionState, reason };
}

/** One line of the log. */
export function viewEvent({ sequence, at, actor, kind, campaign, batch, submission, details }: LogEvent): LogEventView {
  return { sequence, at, actor, kind, campaign, batch, submission, details: { ...details } };
}

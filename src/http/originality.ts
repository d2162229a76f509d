import type { OriginalityView } from '../api/originality.js';
import type { Records } from '../corpus/records/records.js';
import type { BatchRecord } from '../model/batch-record.js';
import { AppError } from '../model/errors.js';
import type { SubmissionState } from '../model/extraction.js';
import { fileNotes } from '../report/need.js';
import { HTTP_MESSAGES } from './messages.js';

/** Whether an essay could be read so that it was compared. */
const UNREAD: ReadonlySet<SubmissionState> = new Set(['needs-ocr', 'unreadable', 'refused']);

/** Where an essay is. */
interface Place {
  readonly id: string;
  readonly campaign: string;
}

/**
 * How far one essay is, by the id of its hand-in (a batch of one file) or its own. `pageOf`: address of the page that shows
 * it. Rejects with AppError `unknown-id`.
 */
export async function viewOriginality(records: Records, id: string, pageOf: (place: Place) => string): Promise<OriginalityView> {
  const batch = await records.batches.get(id);
  if (batch !== null && batch.uploads <= 1 && batch.state !== 'withdrawn' && batch.state !== 'withdrawing') {
    return ofHandIn(records, batch, pageOf);
  }
  const campaign = (await records.results.known([id])).get(id)?.campaign;
  if (campaign === undefined) throw new AppError('unknown-id', HTTP_MESSAGES.noSubmission);
  return { ...(await ofEssay(records, { id, campaign }, pageOf)), id };
}

async function ofHandIn(records: Records, batch: BatchRecord, pageOf: (place: Place) => string): Promise<OriginalityView> {
  const { id, campaign, state } = batch;
  const job = await records.jobs.ofBatch(id);
  const waiting = { ...NOTHING_YET, id, campaign };
  if (state === 'failed') return { ...waiting, state: 'error', errorMessage: job?.error ?? HTTP_MESSAGES.unexpected };
  if (state !== 'done') return waiting;
  const [item] = await records.batches.items(id);
  // A file that another batch brought as well is the essay that it was there.
  if (item?.submission) return { ...(await ofEssay(records, { id: item.submission, campaign }, pageOf)), id };
  return { ...waiting, state: 'error', errorMessage: item?.reason ?? HTTP_MESSAGES.noSubmission };
}

async function ofEssay(records: Records, place: Place, pageOf: (place: Place) => string): Promise<OriginalityView> {
  const result = await records.results.one(place.campaign, place.id);
  const base = { ...NOTHING_YET, id: place.id, campaign: place.campaign };
  if (result === null) return base;
  const { assessment, conclusion } = result;
  const isUnread = UNREAD.has(assessment.submission.state);
  const { best } = assessment.copied;
  return {
    ...base,
    essay: place.id,
    state: isUnread ? 'error' : 'processed',
    score: best === null ? null : Math.round(best * 100),
    reportUrl: pageOf(place),
    errorMessage: isUnread ? (fileNotes(assessment)[0] ?? HTTP_MESSAGES.unexpected) : null,
    proposal: assessment.proposal,
    verdict: conclusion?.verdict ?? null,
  };
}

const NOTHING_YET = {
  essay: null,
  state: 'pending',
  score: null,
  reportUrl: null,
  errorMessage: null,
  proposal: null,
  verdict: null,
} as const satisfies Partial<OriginalityView>;

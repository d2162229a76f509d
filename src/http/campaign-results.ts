import type { DocumentView, EssayView, OverviewView, ViewData } from '../api/view.js';
import type { Records } from '../corpus/records/records.js';
import type { Writing } from '../corpus/records/rounds.js';
import type { BatchAssessment, ShownDocument } from '../model/batch.js';
import type { Signer } from '../model/batch-signature.js';
import type { CampaignRecord } from '../model/campaign-record.js';
import { AppError } from '../model/errors.js';
import type { ResultRecord } from '../model/result-record.js';
import { DETECTION_SETTINGS } from '../model/settings.js';
import { parametersOf } from '../pipeline/parameters.js';
import type { Addressee, Letter } from '../report/letter/letter.js';
import { toLetter } from '../report/letter/to-letter.js';
import { toCorrectionsView, toEssayView, toOverview } from '../report/view.js';
import { HTTP_MESSAGES } from './messages.js';
import { showDocument } from './show-document.js';

/** The table of a campaign's results. Rejects with AppError `unknown-id`. */
export async function viewOverview(records: Records, id: string, generatedAt: Date): Promise<OverviewView> {
  const campaign = await requireCampaign(records, id);
  return overviewOf(records, campaign, await records.results.ofCampaign(id), generatedAt);
}

/** One essay with all that was found. Rejects with AppError `unknown-id`. */
export async function viewEssay({ results, review }: Records, campaign: string, essay: string): Promise<EssayView> {
  const result = await results.one(campaign, essay);
  if (result === null) throw new AppError('unknown-id', HTTP_MESSAGES.noEssay);
  return viewResult({ review }, campaign, result, await results.document(campaign, essay));
}

/** A result that was read, with what people corrected in it. */
async function viewResult(
  { review }: Pick<Records, 'review'>,
  campaign: string,
  result: ResultRecord,
  document: ShownDocument | null,
): Promise<EssayView> {
  const essay = result.assessment.submission.id;
  const corrections = toCorrectionsView(await review.corrections(campaign, essay));
  const prompt = await review.promptOf(campaign, essay);
  return { ...toEssayView(result.assessment, document ?? undefined, result.conclusion), corrections, ...(prompt !== null && { prompt }) };
}

/** The letter to the writer of one essay, with its number by receipt. Rejects with AppError `unknown-id`. */
export async function writeLetter(records: Records, id: string, essay: string): Promise<NumberedLetter> {
  const { definition } = await requireCampaign(records, id);
  const number = (await records.results.essays(id)).findIndex(({ submission }) => submission.id === essay) + 1;
  const writing = await records.rounds.ofEssay(id, essay);
  const writer = (await records.writers.ofCampaign(id)).get(essay);
  const signer = (await records.signatures.signer()) ?? undefined;
  const written = await letterOn(records, { id, definition }, { essay, due: writing && roundDay(writing, essay), writer, signer });
  if (written === null) throw new AppError('unknown-id', HTTP_MESSAGES.noEssay);
  return { ...written, number };
}

/** The letters of all essays that were concluded on, in order of receipt, and the campaign's name. Rejects with AppError `unknown-id`. */
export async function writeLetters(
  records: Records,
  id: string,
): Promise<{ readonly campaign: string; readonly letters: readonly NumberedLetter[] }> {
  const { definition } = await requireCampaign(records, id);
  const letters: NumberedLetter[] = [];
  const writings = new Map((await records.rounds.rewriting(id)).map((writing) => [writing.attempts.at(-1)?.submission, writing]));
  const writers = await records.writers.ofCampaign(id);
  const signer = (await records.signatures.signer()) ?? undefined;
  for (const [place, { assessment, conclusion }] of (await records.results.ofCampaign(id)).entries()) {
    if (conclusion === null) continue;
    const essay = assessment.submission.id;
    const writing = writings.get(essay);
    const due = writing === undefined ? null : roundDay(writing, essay);
    const written = await letterOn(records, { id, definition }, { essay, due, writer: writers.get(essay), signer });
    if (written !== null) letters.push({ ...written, number: place + 1 });
    await breathe();
  }
  return { campaign: definition.name, letters };
}

/** A letter, what the essay's file and place are called by, and when it was concluded on (ISO 8601; null for a draft). */
export interface NumberedLetter {
  readonly letter: Letter;
  readonly file: string;
  readonly number: number;
  readonly concludedAt: string | null;
}

/** An essay with the day of the round that it opened, who wrote it, and who signs. */
interface Addressed {
  readonly essay: string;
  readonly due: string | null;
  readonly writer: Addressee | undefined;
  readonly signer: Signer | undefined;
}

async function letterOn(
  { results }: Records,
  { id, definition }: Pick<CampaignRecord, 'id' | 'definition'>,
  { essay, due, writer, signer }: Addressed,
): Promise<Omit<NumberedLetter, 'number'> | null> {
  const result = await results.one(id, essay);
  if (result === null) return null;
  const document = (await results.document(id, essay)) ?? undefined;
  const { assessment, conclusion } = result;
  const campaign = { ...definition, rewriteBy: due ?? definition.rewriteBy };
  const letter = toLetter({ assessment, document, campaign, conclusion, writer, signer });
  return { letter, file: assessment.submission.file, concludedAt: conclusion?.at ?? null };
}

/** The day of the round that waits for an essay in place of this one; null where there is none, or it has no day of its own. */
const roundDay = ({ attempts, open }: Writing, essay: string): string | null =>
  (attempts.at(-1)?.submission === essay ? open?.due : null) ?? null;

/** A large campaign takes seconds: whoever else asks is answered in between. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Everything that an HTML report of a campaign holds. Rejects with AppError `unknown-id`. */
export async function viewEverything(records: Records, id: string, generatedAt: Date): Promise<ViewData> {
  const campaign = await requireCampaign(records, id);
  const { full, documents } = await readEverything(records, id);
  const essays: [string, EssayView][] = [];
  for (const result of full) {
    const { id: essay } = result.assessment.submission;
    essays.push([essay, await viewResult(records, id, result, documents.get(essay) ?? null)]);
  }
  const shown: [string, DocumentView][] = [];
  for (const [document, one] of documents) shown.push([document, await showDocument(records, id, document, one)]);
  return {
    overview: await overviewOf(records, campaign, full, generatedAt),
    essays: Object.fromEntries(essays),
    documents: Object.fromEntries(shown),
  };
}

/** A campaign's results as a command would have assessed them in one batch. Rejects with AppError `unknown-id`. */
export async function gatherAssessment(records: Records, id: string): Promise<BatchAssessment> {
  const { definition } = await requireCampaign(records, id);
  const { full, documents } = await readEverything(records, id);
  const namesOf = (list: 'references' | 'templates' | 'samples'): string[] => definition[list].map(({ file }) => file);
  return {
    campaign: { ...definition, references: namesOf('references'), templates: namesOf('templates'), samples: namesOf('samples') },
    parameters: parametersOf(definition, DETECTION_SETTINGS),
    assessments: full.map(({ assessment }) => assessment),
    groups: await records.results.groups(id),
    ...(await records.results.notes(id)),
    calibration: null,
    newOverlap: [],
    documents,
  };
}

async function requireCampaign({ campaigns }: Records, id: string): Promise<CampaignRecord> {
  const campaign = await campaigns.get(id);
  if (campaign === null) throw new AppError('unknown-id', HTTP_MESSAGES.noCampaign);
  return campaign;
}

async function overviewOf(
  records: Records,
  { id, definition }: CampaignRecord,
  results: readonly ResultRecord[],
  generatedAt: Date,
): Promise<OverviewView> {
  const numbers = new Map((await records.batches.list(id)).map((batch) => [batch.id, batch.number]));
  const writers = await records.writers.ofCampaign(id);
  const assigned = await records.review.assignments(id);
  const viewed = {
    campaign: definition,
    results: results.map(({ assessment, batch, conclusion }) => {
      const essay = assessment.submission.id;
      const writer = writers.get(essay);
      const number = batch === null ? null : (numbers.get(batch) ?? null);
      return { assessment, batch: number, conclusion, assigned: assigned.get(essay), ...(writer && { writer }) };
    }),
    pairs: await records.results.pairs(id),
    groups: await records.results.groups(id),
    // Not kept: batches are worked off one by one.
    calibration: null,
    ...(await records.results.notes(id)),
  };
  return toOverview(viewed, generatedAt);
}

/** Results in full, with every text that one of them names. */
async function readEverything(
  { results }: Records,
  campaign: string,
): Promise<{ readonly full: readonly ResultRecord[]; readonly documents: ReadonlyMap<string, ShownDocument> }> {
  const full: ResultRecord[] = [];
  const documents = new Map<string, ShownDocument>();
  for (const { assessment } of await results.ofCampaign(campaign)) {
    const result = await results.one(campaign, assessment.submission.id);
    if (result === null) continue;
    full.push(result);
    for (const id of [assessment.submission.id, ...result.assessment.matches.map((match) => match.id)]) {
      const document = documents.has(id) ? null : await results.document(campaign, id);
      if (document !== null) documents.set(id, document);
    }
    await breathe();
  }
  return { full, documents };
}

import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Corpus, NewEssay } from '../../../src/corpus/corpus.js';
import type { StoredOriginal } from '../../../src/corpus/records/originals.js';
import type { Records } from '../../../src/corpus/records/records.js';
import { openSqliteRecords } from '../../../src/corpus/sqlite/records/open-records.js';
import type { Assessment } from '../../../src/model/assessment.js';
import type { BatchRecord, Job } from '../../../src/model/batch-record.js';
import type { Theme } from '../../../src/model/campaign.js';
import type { CampaignDefinition, CampaignRecord } from '../../../src/model/campaign-record.js';
import type { RecordedWork } from '../../../src/model/result-record.js';
import type { Submission } from '../../../src/model/submission.js';
import { correctAssessment } from '../../../src/pipeline/correct-assessment.js';
import { essayOf, syllables } from '../essays.js';
import { newFolder, openCorpus } from '../folders.js';

export const ADMIN = 'đồng chí An';

/** A clock that the tests move. */
export class Clock {
  private time = Date.parse('2026-11-25T08:00:00Z');
  readonly now = (): Date => new Date(this.time);

  pass(milliseconds: number): void {
    this.time += milliseconds;
  }
}

/** The records of a folder, closed after the test. */
export async function openRecords(folder: string, clock = new Clock()): Promise<Records> {
  const records = await openSqliteRecords({ folder, create: true, now: clock.now, correct: correctAssessment });
  onTestFinished(() => records.close());
  return records;
}

/** A new corpus with its records, as a web process and a worker have it. */
export class Service {
  private constructor(
    readonly folder: string,
    readonly clock: Clock,
    readonly records: Records,
    readonly corpus: Corpus,
  ) {}

  static async open(): Promise<Service> {
    const folder = await newFolder();
    const clock = new Clock();
    const records = await openRecords(folder, clock);
    const corpus = await openCorpus(folder);
    onTestFinished(() => corpus.close());
    return new Service(folder, clock, records, corpus);
  }

  campaign(name = 'Đợt 1', changes: Partial<CampaignDefinition> = {}): Promise<CampaignRecord> {
    return this.records.campaigns.create(definitionOf(name, changes), ADMIN);
  }

  store(content: string): Promise<StoredOriginal> {
    return this.records.originals.receive(Readable.from([Buffer.from(content)]), 1000);
  }

  /** A document that campaigns may name. */
  async document(file: string, text: string) {
    const original = await this.store(`tệp ${text}`);
    await this.records.campaigns.addDocument(original, { file, sha256: original.sha256, text, traces: ['revision:7'] });
    return { file, sha256: original.sha256 };
  }

  /** A batch with one upload, sealed, whose essays have been read and kept. Its job is running. */
  async readBatch(campaign: CampaignRecord, essays: readonly NewEssay[], key = 'khóa-1'): Promise<ReadBatch> {
    const { batches, jobs } = this.records;
    const { id } = await batches.create(campaign.id, key, ADMIN);
    await batches.addUpload(id, `${key}.zip`, await this.store(`lưu trữ ${key}`));
    const batch = await batches.seal(id, ADMIN);
    const job = await jobs.begin((await jobs.ofBatch(id))!.id);
    await batches.setItems(
      id,
      essays.map(({ file }) => file),
      [],
    );
    const submissions = await this.corpus.append(essays);
    const outcomes = submissions.map((submission, at) => {
      return { number: at + 1, submission: submission.id, submissionState: submission.state, reason: null };
    });
    await batches.noteItems(id, outcomes);
    return { batch, job, submissions };
  }

  /** A batch that is done, with a result for each of its essays. */
  async assessedBatch(campaign: CampaignRecord, essays: readonly NewEssay[], key = 'khóa-1'): Promise<ReadBatch> {
    const read = await this.readBatch(campaign, essays, key);
    await this.records.results.record(workOn(read, campaign));
    return { ...read, batch: (await this.records.batches.get(read.batch.id))! };
  }

  /** Kinds of the log's lines, oldest first. */
  async logged(): Promise<string[]> {
    return (await this.records.log.list({ limit: 1000 })).map(({ kind }) => kind).reverse();
  }
}

export interface ReadBatch {
  readonly batch: BatchRecord;
  readonly job: Job;
  readonly submissions: readonly Submission[];
}

/** Essays that share nothing. */
export function essays(count: number, first = 1, campaign = 'Đợt 1'): NewEssay[] {
  return Array.from({ length: count }, (_, at) =>
    essayOf(`m${first + at}`, syllables(first + at, 40), { campaign, file: `bài ${first + at}.docx` }),
  );
}

export const THEMES: readonly Theme[] = [
  { id: 'nhan-thuc', name: 'Nhận thức', kind: 'awareness', required: true, minimum: 0.5, phrases: ['nhận thức'], facets: [] },
  { id: 'de-nghi', name: 'Đề nghị', kind: 'request', required: false, minimum: 0.5, phrases: ['đề nghị'], facets: [] },
];

export function definitionOf(name: string, changes: Partial<CampaignDefinition> = {}): CampaignDefinition {
  return {
    name,
    kind: 'essay',
    references: [],
    templates: [],
    samples: [],
    prompt: '',
    rewriteBy: null,
    synonyms: [],
    themes: THEMES,
    groups: [],
    policy: {
      review: { best: 0.2, union: 0.3, passage: 80, unmetThemes: 1 },
      rewrite: { best: 0.5, union: 0.6, unmetShare: 0.5 },
      minimumSyllables: 500,
      maximumSyllables: null,
    },
    ...changes,
  };
}

/** An assessment that proposes to accept. */
export function assessmentOf(submission: Submission, changes: Partial<Assessment> = {}): Assessment {
  return {
    submission,
    messages: [],
    metadata: null,
    syllables: 40,
    quoted: 0.1,
    quotedSpans: [{ start: 0, end: 4 }],
    copied: { best: 0.05, union: 0.05, longestRun: 3 },
    matches: [],
    group: null,
    themes: [
      {
        id: 'nhan-thuc',
        score: 0.9,
        met: true,
        missing: '',
        evidence: [{ start: 3, end: 9, words: [{ start: 3, end: 5 }] }],
        discounted: [{ start: 20, end: 30, because: 'quoted' }],
      },
      { id: 'de-nghi', score: 0.2, met: false, missing: 'Chưa nêu đề nghị.', evidence: [], discounted: [] },
    ],
    advisories: [],
    proposal: 'accept',
    grounds: [],
    otherGrounds: [],
    reasons: [],
    ...changes,
  };
}

/** What the job of a read batch finds: every essay is fine. */
export function workOn(
  { batch, job, submissions }: ReadBatch,
  { id, version }: CampaignRecord,
  changes: Partial<RecordedWork> = {},
): RecordedWork {
  return {
    job: job.id,
    results: submissions.map((submission) => ({ campaign: id, batch: batch.id, version, assessment: assessmentOf(submission) })),
    pairs: [],
    groups: [],
    newOverlap: [],
    quoted: [],
    skipped: [],
    warnings: [],
    ...changes,
  };
}

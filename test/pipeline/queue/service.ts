import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { ReportJson } from '../../../src/api/report.js';
import { type CampaignInput, campaignInputSchema } from '../../../src/api/service.js';
import { KEEPING, openCorpus } from '../../../src/cli/house.js';
import type { Corpus } from '../../../src/corpus/corpus.js';
import type { Records } from '../../../src/corpus/records/records.js';
import { acquireLease } from '../../../src/corpus/sqlite/lease.js';
import { openSqliteRecords } from '../../../src/corpus/sqlite/records/open-records.js';
import { gatherAssessment } from '../../../src/http/campaign-results.js';
import type { Assessment } from '../../../src/model/assessment.js';
import type { BatchRecord } from '../../../src/model/batch-record.js';
import type { CampaignDefinition, CampaignRecord, DocumentRef } from '../../../src/model/campaign-record.js';
import { watchSteps } from '../../../src/model/steps.js';
import { withDefaults } from '../../../src/pipeline/campaign-defaults.js';
import { correctAssessment } from '../../../src/pipeline/correct-assessment.js';
import { JobQueue, type Turn } from '../../../src/pipeline/queue/work-off.js';
import type { Sandbox } from '../../../src/pipeline/sandbox.js';
import { toReportJson } from '../../../src/report/json.js';
import { HERE } from '../../support/here.js';
import type { Files } from '../inputs.js';

const ACTOR = 'quản trị';
const LIMIT = 100 * 1024 * 1024;

let counted = 0;

/** Counts the files that it reads. */
export const READER: Sandbox = {
  extract: (bytes, name) => {
    counted++;
    return HERE.extract(bytes, name);
  },
  close: () => HERE.close(),
};

/** Files that it has been given so far. */
export const filesRead = (): number => counted;

/** A corpus with its records in a folder of its own, and what people and the machine do with it. */
export class Service {
  private keys = 0;

  private constructor(
    readonly folder: string,
    readonly records: Records,
    readonly corpus: Corpus,
  ) {}

  static async open(): Promise<Service> {
    const folder = await mkdtemp(join(tmpdir(), 'soatbai-queue-'));
    const records = await openSqliteRecords({ folder, create: true, now: () => new Date(), correct: correctAssessment });
    const corpus = await openCorpus({ folder, create: true, access: 'write', lease: null });
    onTestFinished(async () => {
      watchSteps(null);
      await corpus.close();
      await records.close();
      await rm(folder, { recursive: true, force: true });
    });
    return new Service(folder, records, corpus);
  }

  /** Creates a campaign whose documents are plain texts; it asks for no theme unless told otherwise. */
  async campaign(input: CampaignInput, documents: Readonly<Record<string, string>> = {}): Promise<CampaignRecord> {
    return this.records.campaigns.create(await this.definition(input, documents), ACTOR);
  }

  /** Has a campaign changed. */
  async change(id: string, input: CampaignInput, documents: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.records.campaigns.change(id, await this.definition(input, documents), ACTOR);
  }

  /** Hands in a batch and seals it. */
  async handIn(campaign: string, files: Files, roster: readonly string[] | null = null): Promise<BatchRecord> {
    const { batches } = this.records;
    const { id } = await batches.create(campaign, `khoa-so-${this.keys++}`, ACTOR);
    for (const [name, content] of Object.entries(files)) {
      await batches.addUpload(id, name, await this.receive(content));
    }
    if (roster !== null) await batches.setRoster(id, ['file,member,unit,post,place', ...roster].join('\n'));
    return batches.seal(id, ACTOR);
  }

  async withdraw(batch: string): Promise<void> {
    await this.records.batches.withdraw(batch, 'Nộp nhầm lô', ACTOR);
  }

  /** A machine that has just been started. */
  machine(sandbox: Sandbox = READER): JobQueue {
    const { records, corpus, folder } = this;
    const takeLease = () => acquireLease(folder, 'writer', { holder: 'máy thử', waitMs: 0 });
    return new JobQueue({ ...KEEPING, records, corpus, sandbox, jobs: 2, takeLease, log: () => {} });
  }

  /** Has the machine work until there is nothing to do, or nothing that can be done now. */
  async work(machine: JobQueue = this.machine()): Promise<Turn> {
    for (;;) {
      const turn = await machine.takeTurn();
      if (turn !== 'worked') return turn;
    }
  }

  report = async (campaign: string): Promise<ReportJson> => toReportJson(await gatherAssessment(this.records, campaign), { texts: true });

  /** The result of the file with this name. */
  async resultOf(campaign: string, file: string): Promise<Assessment> {
    const all = await this.records.results.ofCampaign(campaign);
    const found = all.filter(({ assessment }) => assessment.submission.file === file);
    if (found.length !== 1) throw new Error(`${found.length} results for ${file}`);
    return (await this.records.results.one(campaign, found[0]!.assessment.submission.id))!.assessment;
  }

  private async definition(input: CampaignInput, documents: Readonly<Record<string, string>>): Promise<CampaignDefinition> {
    const refs: Record<string, DocumentRef> = {};
    for (const [file, text] of Object.entries(documents)) {
      const original = await this.receive(text);
      refs[file] = { file, sha256: original.sha256 };
      await this.records.campaigns.addDocument(original, { ...refs[file], text, traces: [] });
    }
    const known = (names: readonly DocumentRef[] | undefined) => names?.map(({ file }) => refs[file]!) ?? [];
    const { references, templates, samples } = input;
    const whole = { ...input, references: known(references), templates: known(templates), samples: known(samples) };
    return withDefaults(campaignInputSchema.parse({ themes: [], ...whole }));
  }

  private receive(content: string | Uint8Array) {
    return this.records.originals.receive(Readable.from([Buffer.from(content)]), LIMIT);
  }
}

/** A document by its name, for `Service.campaign`, which knows its content. */
export const named = (file: string): DocumentRef => ({ file, sha256: '0'.repeat(64) });

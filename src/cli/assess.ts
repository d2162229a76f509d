import { resolve } from 'node:path';
import type { BatchAssessment } from '../model/batch.js';
import { AppError } from '../model/errors.js';
import { DETECTION_SETTINGS } from '../model/settings.js';
import { assessBatch } from '../pipeline/assess.js';
import { Embeddings } from '../pipeline/embeddings/embeddings.js';
import { type EmbeddingOptions, readEmbeddingSettings } from '../pipeline/embeddings/settings.js';
import { prepareCampaign } from '../pipeline/prepare-campaign.js';
import { parseRoster } from '../pipeline/roster-file.js';
import { toHtml } from '../report/html/page.js';
import { readViewer } from '../report/html/viewer-files.js';
import { toReportJson } from '../report/json.js';
import { toTerminal } from '../report/terminal.js';
import { toViewData } from '../report/view.js';
import { createProgress, DEFAULT_JOBS, KEEPING, readNamed, readNamedText, withCorpus, withSandbox } from './house.js';
import { checkOutputs, note, print, toJson, writeOutput } from './output.js';

export interface AssessOptions extends EmbeddingOptions {
  readonly campaign: string;
  readonly data?: string;
  readonly roster?: string;
  readonly dryRun?: boolean;
  readonly texts?: boolean;
  readonly json?: string;
  readonly html?: string;
  readonly jobs?: number;
}

/** Terminal width where nothing tells it, as in a pipe. */
const COLUMNS = 100;

/** `soatbai assess`: a batch under a campaign, kept in `--data` if given. Status 1 when not one file could be read. */
export async function runAssess(paths: readonly string[], options: AssessOptions): Promise<number> {
  if (options.html === '-') throw new AppError('argument', '--html cần tên tệp, không nhận -.');
  await checkOutputs([options.json, options.html].filter((target) => target !== undefined));
  const batch = await assess(paths, options);
  for (const warning of batch.warnings) note(warning);
  if (options.json !== undefined) await writeOutput(options.json, toJson(toReportJson(batch, { texts: options.texts === true })));
  if (options.html !== undefined) await writeOutput(options.html, toHtml(toViewData(batch, new Date()), await readViewer()));
  if (options.json !== '-') {
    const columns = process.stdout.columns ?? COLUMNS;
    await print(toTerminal(batch, { columns, colour: process.stdout.isTTY === true && !process.env.NO_COLOR }));
    if (options.json !== undefined) await print(`Kết quả JSON: ${resolve(options.json)}\n`);
    if (options.html !== undefined) await print(`Báo cáo HTML: ${resolve(options.html)}\n`);
  }
  if (batch.assessments.some(({ syllables }) => syllables !== null)) return 0;
  note('Không đọc được bài nào trong lô này. Xem lý do của từng tệp, sửa rồi chạy lại.');
  return 1;
}

async function assess(paths: readonly string[], options: AssessOptions): Promise<BatchAssessment> {
  const provider = readEmbeddingSettings(options, process.env);
  const embeddings = provider && new Embeddings(provider);
  const campaignText = await readNamedText(options.campaign);
  const roster = options.roster === undefined ? null : parseRoster(await readNamed(options.roster), options.roster);
  const jobs = options.jobs ?? DEFAULT_JOBS;
  const { progress, stop } = createProgress();
  return withSandbox(jobs, async (sandbox) => {
    const campaign = await prepareCampaign(options.campaign, campaignText, sandbox, DETECTION_SETTINGS);
    return withCorpus(options.data ?? null, options.dryRun !== true, (corpus) =>
      assessBatch(paths, campaign, { ...KEEPING, corpus, sandbox, jobs, roster, progress, embeddings }),
    );
  }).finally(stop);
}

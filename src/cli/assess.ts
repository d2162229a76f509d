import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BatchAssessment } from '../model/batch.js';
import { AppError } from '../model/errors.js';
import { formatCount } from '../model/format.js';
import { DETECTION_SETTINGS } from '../model/settings.js';
import { assessBatch } from '../pipeline/assess.js';
import { Embeddings } from '../pipeline/embeddings/embeddings.js';
import { type EmbeddingOptions, readEmbeddingSettings } from '../pipeline/embeddings/settings.js';
import { prepareCampaign } from '../pipeline/prepare-campaign.js';
import { parseRoster } from '../pipeline/roster-file.js';
import { toHtml } from '../report/html/page.js';
import { readViewer } from '../report/html/viewer-files.js';
import { toReportJson } from '../report/json.js';
import { batchLetters } from '../report/letter/batch-letters.js';
import { letterHtml } from '../report/letter/letter-html.js';
import { letterText } from '../report/letter/letter-text.js';
import { toTerminal } from '../report/terminal.js';
import { toViewData } from '../report/view.js';
import { createProgress, DEFAULT_JOBS, KEEPING, readNamed, readNamedText, withCorpus, withSandbox } from './house.js';
import { checkFolder, checkOutputs, note, print, toJson, writeOutput } from './output.js';

export interface AssessOptions extends EmbeddingOptions {
  readonly campaign: string;
  readonly data?: string;
  readonly roster?: string;
  readonly dryRun?: boolean;
  readonly texts?: boolean;
  readonly json?: string;
  readonly html?: string;
  readonly letters?: string;
  readonly jobs?: number;
}

/** Terminal width where nothing tells it, as in a pipe. */
const COLUMNS = 100;

/** `soatbai assess`: a batch under a campaign, kept in `--data` if given. Status 1 when not one file could be read. */
export async function runAssess(paths: readonly string[], options: AssessOptions): Promise<number> {
  if (options.html === '-') throw new AppError('argument', '--html cần tên tệp, không nhận -.');
  await checkOutputs([options.json, options.html].filter((target) => target !== undefined));
  if (options.letters !== undefined) await checkFolder(options.letters);
  const batch = await assess(paths, options);
  for (const warning of batch.warnings) note(warning);
  if (options.json !== undefined) await writeOutput(options.json, toJson(toReportJson(batch, { texts: options.texts === true })));
  if (options.html !== undefined) await writeOutput(options.html, toHtml(toViewData(batch, new Date()), await readViewer()));
  const letters = options.letters === undefined ? 0 : await writeLetters(batch, options.letters);
  if (options.json !== '-') {
    const columns = process.stdout.columns ?? COLUMNS;
    await print(toTerminal(batch, { columns, colour: process.stdout.isTTY === true && !process.env.NO_COLOR }));
    if (options.json !== undefined) await print(`Kết quả JSON: ${resolve(options.json)}\n`);
    if (options.html !== undefined) await print(`Báo cáo HTML: ${resolve(options.html)}\n`);
    if (options.letters !== undefined)
      await print(`Thư gửi người viết, dự thảo: ${formatCount(letters)} bài, ${resolve(options.letters)}\n`);
  }
  if (batch.assessments.some(({ syllables }) => syllables !== null)) return 0;
  note('Không đọc được bài nào trong lô này. Xem lý do của từng tệp, sửa rồi chạy lại.');
  return 1;
}

/** Writes a draft as text and as a page for each essay that is not proposed for acceptance; answers how many essays these are. */
async function writeLetters(batch: BatchAssessment, folder: string): Promise<number> {
  const letters = batchLetters(batch);
  await mkdir(folder, { recursive: true });
  for (const { name, letter } of letters) {
    await writeOutput(join(folder, `${name}.txt`), letterText(letter));
    await writeOutput(join(folder, `${name}.html`), letterHtml(letter));
  }
  return letters.length;
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

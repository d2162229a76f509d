import { resolve } from 'node:path';
import { DETECTION_SETTINGS } from '../model/settings.js';
import { assessBatch } from '../pipeline/assess.js';
import { prepareCampaign } from '../pipeline/prepare-campaign.js';
import { checkRoster, parseRoster } from '../pipeline/roster-file.js';
import { toHtml } from '../report/html/page.js';
import { toReportJson } from '../report/json.js';
import { toTerminal } from '../report/terminal.js';
import { createProgress, DEFAULT_JOBS, KEEPING, readNamed, toJson, withCorpus, withSandbox, writeOutput } from './house.js';

export interface AssessOptions {
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
  const campaignText = (await readNamed(options.campaign)).toString('utf8');
  const roster = options.roster === undefined ? null : parseRoster(await readNamed(options.roster), options.roster);
  const jobs = options.jobs ?? DEFAULT_JOBS;
  const { progress, stop } = createProgress();
  const batch = await withSandbox(jobs, async (sandbox) => {
    const campaign = await prepareCampaign(options.campaign, campaignText, sandbox, DETECTION_SETTINGS);
    return withCorpus(options.data ?? null, options.dryRun !== true, (corpus) =>
      assessBatch(paths, campaign, { ...KEEPING, corpus, sandbox, jobs, roster, progress }),
    );
  }).finally(stop);
  if (roster !== null) {
    const names = batch.assessments.map(({ submission }) => submission.file);
    for (const warning of checkRoster(roster, names)) process.stderr.write(`${warning}\n`);
  }
  if (options.json !== undefined) await writeOutput(options.json, toJson(toReportJson(batch, { texts: options.texts === true })));
  if (options.html !== undefined) await writeOutput(options.html, toHtml(batch, new Date()));
  if (options.json !== '-') {
    const terminal = { columns: process.stdout.columns ?? COLUMNS, colour: process.stdout.isTTY === true && !process.env.NO_COLOR };
    await writeOutput('-', toTerminal(batch, terminal));
    if (options.html !== undefined) process.stdout.write(`Báo cáo HTML: ${resolve(options.html)}\n`);
  }
  return batch.assessments.some(({ syllables }) => syllables !== null) ? 0 : 1;
}

import { dirname, resolve } from 'node:path';
import { requireCorpus } from '../corpus/sqlite/open-database.js';
import { openSqliteRecords } from '../corpus/sqlite/records/open-records.js';
import { AppError } from '../model/errors.js';
import { type KeptResults, readKeptResults } from '../pipeline/agreement/kept-results.js';
import { type LabelsSource, readLabels, readLabelsFile } from '../pipeline/agreement/labels-file.js';
import { matchLabels } from '../pipeline/agreement/match-labels.js';
import { measureAgreement } from '../pipeline/agreement/measure.js';
import type { JudgedEssay, ScoredEssays } from '../pipeline/agreement/scored-essay.js';
import { readScoredReport } from '../pipeline/agreement/scored-report.js';
import { toAgreementJson } from '../report/agreement.js';
import { agreementToTerminal } from '../report/terminal/agreement.js';
import { readNamed, readNamedText } from './house.js';
import { checkOutputs, note, print, toJson, writeOutput } from './output.js';

export interface CalibrateOptions {
  readonly labels?: string;
  readonly report?: string;
  readonly data?: string;
  /** Name of a campaign that the service keeps. */
  readonly campaign?: string;
  readonly json?: string;
}

/** Terminal width where nothing tells it, as in a pipe. */
const COLUMNS = 100;

/** `soatbai calibrate`: how proposals and a committee's conclusions agree; changes nothing. Status 1 when there is no conclusion at all. */
export async function runCalibrate(options: CalibrateOptions): Promise<number> {
  await checkOutputs([options.json].filter((target) => target !== undefined));
  const { scored, judged } = await gather(options);
  const report = { campaign: scored.campaign, open: scored.essays.length - judged.length, ...measureAgreement(judged, scored) };
  if (options.json !== undefined) await writeOutput(options.json, toJson(toAgreementJson(report)));
  if (options.json !== '-') {
    const columns = process.stdout.columns ?? COLUMNS;
    await print(agreementToTerminal(report, { columns, colour: process.stdout.isTTY === true && !process.env.NO_COLOR }));
    if (options.json !== undefined) await print(`Kết quả JSON: ${resolve(options.json)}\n`);
  }
  return judged.length === 0 ? 1 : 0;
}

interface Gathered {
  readonly scored: ScoredEssays;
  readonly judged: readonly JudgedEssay[];
}

/** Essays with their figures, and what was concluded on them: from files, or from what the service keeps. */
async function gather(options: CalibrateOptions): Promise<Gathered> {
  const { labels, data, campaign } = options;
  const source = labels === undefined ? null : readLabelsFile(await readNamed(labels), labels);
  const report = reportOf(options, source);
  if (report !== null && data !== undefined)
    throw new AppError('argument', 'Chọn một: --report (tệp JSON của assess) hoặc --data (kho của trang).');
  if (campaign !== undefined && data === undefined) throw new AppError('argument', '--campaign chỉ dùng cùng --data.');
  if (data !== undefined) {
    const kept = await readKept(data, campaign ?? null);
    return { scored: kept, judged: source === null ? kept.judged : judge(source, kept) };
  }
  if (source === null)
    throw new AppError('argument', 'Cần --labels với tệp kết luận của cấp ủy, hoặc --data để lấy kết luận đã ghi trên trang.');
  if (report === null) throw new AppError('argument', noScores(source.file));
  const scored = readScoredReport(await readNamedText(report), report);
  return { scored, judged: judge(source, scored) };
}

function reportOf({ report }: CalibrateOptions, source: LabelsSource | null): string | null {
  const named = source?.report ?? null;
  if (report !== undefined && named !== null) throw new AppError('argument', `Tệp “${source!.file}” đã ghi tên báo cáo; bỏ --report.`);
  if (report !== undefined || named === null) return report ?? null;
  return resolve(dirname(source!.file), named);
}

function judge(source: LabelsSource, { essays, themes }: ScoredEssays): JudgedEssay[] {
  const { labels, notes } = readLabels(
    source,
    themes.map(({ id }) => id),
  );
  const judged = matchLabels(labels, essays, source.file);
  for (const text of notes) note(text);
  return judged;
}

async function readKept(data: string, campaign: string | null): Promise<KeptResults> {
  const folder = resolve(data);
  await requireCorpus(folder);
  const records = await openSqliteRecords({ folder, create: false, now: () => new Date() });
  return readKeptResults(records, campaign, data).finally(() => records.close());
}

const noScores = (labels: string): string =>
  `“${labels}” chỉ có kết luận. Thêm --report với tệp JSON do soatbai assess … --json ghi, hoặc --data với kho của trang để biết máy đã đề xuất gì.`;

import { resolve } from 'node:path';
import { openSqliteRecords } from '../corpus/sqlite/records/open-records.js';
import { AppError } from '../model/errors.js';
import { EXTRACT_LIMITS } from '../model/extraction.js';
import { formatCount } from '../model/format.js';
import { collectInputs } from '../pipeline/intake/collect.js';
import { keepEssays } from '../pipeline/keep-essays.js';
import { nothingToAssess } from '../pipeline/messages.js';
import { parseRoster } from '../pipeline/roster-file.js';
import { corpusToTerminal, toCorpusListJson } from '../report/corpus-list.js';
import { createProgress, DEFAULT_JOBS, KEEPING, readNamed, withCorpus, withExistingCorpus, withSandbox } from './house.js';
import { note, print, toJson, writeOutput } from './output.js';

interface DataOption {
  readonly data: string;
}

/** `soatbai corpus add`: keeps essays to compare with, without a verdict. Status 1 when not one could be read. */
export async function runCorpusAdd(
  paths: readonly string[],
  options: DataOption & { readonly roster?: string; readonly jobs?: number },
): Promise<number> {
  const roster = options.roster === undefined ? null : parseRoster(await readNamed(options.roster), options.roster);
  const inputs = await collectInputs(paths, EXTRACT_LIMITS);
  if (inputs.files.length + inputs.skipped.length === 0) throw new AppError('nothing-to-assess', nothingToAssess);
  const jobs = options.jobs ?? DEFAULT_JOBS;
  const { progress, stop } = createProgress();
  const { essays, skipped, warnings, before } = await withSandbox(jobs, (sandbox) =>
    withCorpus(options.data, true, async (corpus) => ({
      before: new Set((await corpus.list()).map(({ id }) => id)),
      ...(await keepEssays(inputs, null, { ...KEEPING, corpus, sandbox, jobs, roster, progress })),
    })),
  ).finally(() => {
    inputs.close();
    stop();
  });
  const unread = essays.filter(({ sequence }) => sequence === null);
  const notes = [...warnings, ...unread.flatMap(({ extraction }) => extraction.messages.slice(0, 1).map(({ text }) => text))];
  for (const text of [...notes, ...skipped.map(({ file, reason }) => `${file}: ${reason}`)]) note(text);
  const added = essays.filter(({ submission }) => !before.has(submission.id)).length;
  const counts = [added, essays.length - added, unread.length, skipped.length].map(formatCount);
  await print(
    `Kho ${options.data}: giữ thêm ${counts[0]} bài mới, ${counts[1]} bài đã có từ trước (${counts[2]} bài chưa đọc được, bỏ qua ${counts[3]} tệp).\n`,
  );
  return essays.length > unread.length ? 0 : 1;
}

/** `soatbai corpus list`: every kept essay in order of receipt. */
export async function runCorpusList({ data, json }: DataOption & { readonly json?: string | true }): Promise<number> {
  const submissions = await withExistingCorpus(data, 'read', (corpus) => corpus.list());
  if (json === undefined) await writeOutput('-', corpusToTerminal(submissions));
  else await writeOutput(json === true ? '-' : json, toJson(toCorpusListJson(submissions)));
  return 0;
}

/**
 * `soatbai corpus remove`: forgets essays for good; all of them or, when one id is unknown, none. Essays that the page has
 * results for are withdrawn there, with a reason and a line in the log: rejects with AppError `argument` then.
 */
export async function runCorpusRemove(ids: readonly string[], { data }: DataOption): Promise<number> {
  await withExistingCorpus(data, 'write', async (corpus) => {
    const records = await openSqliteRecords({ folder: resolve(data), create: false, now: () => new Date() });
    const [shown] = await records.results.known(ids).finally(() => records.close());
    if (shown !== undefined) throw new AppError('argument', shownOnPage(shown[0]));
    await corpus.remove(ids);
  });
  await print(`Đã xóa ${formatCount(new Set(ids).size)} bài khỏi kho ${data}.\n`);
  return 0;
}

const shownOnPage = (id: string): string =>
  `Bài mang mã “${id}” có kết quả trên trang nên lệnh này không xóa. Chưa bài nào bị xóa. Mở trang, vào “Lô bài”, rút lô của bài đó.`;

/** `soatbai corpus verify`: status 1, and a line for each thing, when the corpus does not fit together. */
export async function runCorpusVerify({ data }: DataOption): Promise<number> {
  const damages = await withExistingCorpus(data, 'read', (corpus) => corpus.verify());
  await print(damages.map(({ text }) => `${text}\n`).join(''));
  await print(damages.length === 0 ? `Kho ${data} nguyên vẹn.\n` : `Kho ${data} có ${formatCount(damages.length)} chỗ hỏng.\n`);
  return damages.length === 0 ? 0 : 1;
}

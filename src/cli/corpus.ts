import { AppError } from '../model/errors.js';
import { EXTRACT_LIMITS } from '../model/extraction.js';
import { formatCount } from '../model/format.js';
import { collectInputs } from '../pipeline/intake/collect.js';
import { keepEssays } from '../pipeline/keep-essays.js';
import { nothingToAssess } from '../pipeline/messages.js';
import { checkRoster, parseRoster } from '../pipeline/roster-file.js';
import { corpusToTerminal, toCorpusListJson } from '../report/corpus-list.js';
import { createProgress, DEFAULT_JOBS, KEEPING, readNamed, toJson, withCorpus, withSandbox, writeOutput } from './house.js';

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
  if (inputs.files.length === 0) throw new AppError('nothing-to-assess', nothingToAssess);
  const jobs = options.jobs ?? DEFAULT_JOBS;
  const { progress, stop } = createProgress();
  const { essays, skipped } = await withSandbox(jobs, (sandbox) =>
    withCorpus(options.data, true, (corpus) => keepEssays(inputs, null, { ...KEEPING, corpus, sandbox, jobs, roster, progress })),
  ).finally(() => {
    inputs.close();
    stop();
  });
  if (roster !== null) {
    const names = essays.map(({ submission }) => submission.file);
    for (const warning of checkRoster(roster, names)) process.stderr.write(`${warning}\n`);
  }
  const unread = essays.filter(({ sequence }) => sequence === null);
  for (const { extraction } of unread) process.stderr.write(`${extraction.messages[0]?.text ?? ''}\n`);
  for (const { file, reason } of skipped) process.stderr.write(`${file}: ${reason}\n`);
  const counts = [essays.length, unread.length, skipped.length].map(formatCount);
  process.stdout.write(`Đã giữ ${counts[0]} bài trong kho ${options.data} (${counts[1]} bài chưa đọc được, bỏ qua ${counts[2]} tệp).\n`);
  return essays.length > unread.length ? 0 : 1;
}

/** `soatbai corpus list`: every kept essay in order of receipt. */
export async function runCorpusList({ data, json }: DataOption & { readonly json?: string | true }): Promise<number> {
  const submissions = await withCorpus(data, false, (corpus) => corpus.list());
  if (json === undefined) await writeOutput('-', corpusToTerminal(submissions));
  else await writeOutput(json === true ? '-' : json, toJson(toCorpusListJson(submissions)));
  return 0;
}

/** `soatbai corpus remove`: forgets essays for good; all of them or, when one id is unknown, none. */
export async function runCorpusRemove(ids: readonly string[], { data }: DataOption): Promise<number> {
  await withCorpus(data, true, (corpus) => corpus.remove(ids));
  process.stdout.write(`Đã xóa ${formatCount(new Set(ids).size)} bài khỏi kho ${data}.\n`);
  return 0;
}

/** `soatbai corpus verify`: status 1, and a line for each thing, when the corpus does not fit together. */
export async function runCorpusVerify({ data }: DataOption): Promise<number> {
  const damages = await withCorpus(data, false, (corpus) => corpus.verify());
  for (const { text } of damages) process.stdout.write(`${text}\n`);
  process.stdout.write(damages.length === 0 ? `Kho ${data} nguyên vẹn.\n` : `Kho ${data} có ${formatCount(damages.length)} chỗ hỏng.\n`);
  return damages.length === 0 ? 0 : 1;
}

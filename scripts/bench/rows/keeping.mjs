// @ts-check
// Keeping essays for good in batches, and opening a folder that holds many.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Essays, unitOf } from '../essays.mjs';
import { median } from '../measure.mjs';

const BATCH = 500;
/** Essays kept with their originals as files: each file is flushed by itself, which is what takes the time. */
const WITH_FILES = 2_000;

/** @type {import('../bench.mjs').Row} */
export async function keeping(context) {
  const sizes = context.quick ? [5_000] : context.large ? [100_000, 1_000_000] : [100_000];
  const results = [];
  for (const size of sizes) results.push(...(await keepAt(size, context)));
  return results;
}

/** @param {number} size @param {import('../bench.mjs').Context} context @returns {Promise<import('../bench.mjs').Result[]>} */
async function keepAt(size, { core, quick, progress }) {
  const keep = await core.loadKeeping();
  const essays = new Essays(core);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const rows = await append(await keep.openWithoutFiles(join(folder, 'rows')), { size, essays, core, progress });
    const files = await append(await keep.open(join(folder, 'files')), { size: quick ? 500 : WITH_FILES, essays, core, progress });
    rmSync(join(folder, 'files'), { recursive: true });
    const start = await open(keep, join(folder, 'rows'), essays, core);
    const tenth = Math.max(1, Math.floor(rows.length / 10));
    const [first, last] = [rows.slice(0, tenth), rows.slice(-tenth)].map((batches) => median(batches.map(({ wall }) => wall)));
    const [firstCpu, lastCpu] = [rows.slice(0, tenth), rows.slice(-tenth)].map((batches) => median(batches.map(({ cpu }) => cpu)));
    const [large, million] = [size >= 100_000, size >= 1_000_000];
    return [
      {
        figure: `durable append, last tenth of ${size} against the first`,
        value: (last ?? 0) / (first ?? 1),
        unit: '×',
        ...(large && { must: 1.3 }),
        better: 'less',
        detail: `${us(first)} → ${us(last)} an essay, of it processor ${us(firstCpu)} → ${us(lastCpu)}`,
      },
      {
        figure: `durable append of one essay, in batches of ${BATCH}, last tenth of ${size}`,
        value: 1000 * (last ?? 0),
        unit: 'µs',
        ...(large && { aim: 30 }),
        better: 'less',
        detail: `synchronous=FULL; text, data and rows; with its original as a file of its own ${us(median(files.map(({ wall }) => wall)))}`,
      },
      {
        figure: `start with ${size} essays kept`,
        value: start.wall / 1000,
        unit: 's',
        ...(large && { must: million ? 60 : 6, aim: million ? 10 : 2 }),
        better: 'less',
        detail: `until the first question is answered; processor ${(start.cpu / 1000).toFixed(1)} s`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {number | undefined} ms */
const us = (ms) => `${(1000 * (ms ?? 0)).toFixed(0)} µs`;

/**
 * Keeps essays and closes the corpus; milliseconds an essay of each batch.
 * @param {any} corpus
 * @param {Pick<import('../bench.mjs').Context, 'core' | 'progress'> & { size: number, essays: Essays }} what
 */
async function append(corpus, { size, essays, core, progress }) {
  const batches = [];
  for (let from = 0; from < size; from += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, i) => newEssay(from + i, essays, core));
    const { wall, cpu } = await timed(() => corpus.append(batch));
    batches.push({ wall: wall / BATCH, cpu: cpu / BATCH });
    if (from % 50_000 === 0) progress(`${from} of ${size} essays kept`);
  }
  await corpus.close();
  return batches;
}

/** @param {any} keep @param {string} folder @param {Essays} essays @param {import('../core.mjs').Core} core */
async function open(keep, folder, essays, core) {
  const sequence = essays.sequence(essays.generator.essay(1));
  let corpus;
  const times = await timed(async () => {
    corpus = await keep.open(folder);
    await corpus.candidates([{ submissionId: 'asked', unit: 'asked', index: core.indexForQuery(sequence) }]);
  });
  await /** @type {any} */ (corpus).close();
  return times;
}

/** @param {() => Promise<unknown>} work */
async function timed(work) {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
}

/** @param {number} number @param {Essays} essays @param {import('../core.mjs').Core} core */
function newEssay(number, essays, core) {
  const essay = essays.generator.essay(number);
  const sequence = essays.sequence(essay);
  // Short, so that a disk of usual size takes a million of them.
  const original = Buffer.from(`bai ${number}`);
  return {
    member: `hội viên ${number}`,
    unit: unitOf(number),
    campaign: 'Đợt đo',
    file: `bai-${number}.txt`,
    sha256: createHash('sha256').update(original).digest('hex'),
    original,
    state: 'ok',
    extraction: {
      state: 'ok',
      format: 'txt',
      text: essays.plainText(essay),
      messages: [],
      hidden: [],
      furniture: [],
      encoding: 'unicode',
      metadata: { creator: '', lastModifiedBy: '', created: '', fonts: [] },
    },
    content: { sequence, index: core.indexForKeeping(sequence) },
  };
}

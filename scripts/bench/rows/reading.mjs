// @ts-check
// From the bytes of a file to its text: every format, against the two readers that the formats are usually read with.
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import mammoth from 'mammoth';
import { PDFParse } from 'pdf-parse';
import { cpuOfAsync, median, quantile } from '../measure.mjs';

/** @typedef {{ name: string, bytes: Buffer }} Sample */
/** @typedef {{ state: string, text: string, recognised: readonly unknown[] }} Read */
/** @typedef {(sample: Sample) => Promise<Read>} Reader */

const SAMPLES = 'fixtures/formats';

/** @type {import('../bench.mjs').Row} */
export async function reading({ build, quick }) {
  /** @param {string} path @returns {Promise<any>} */
  const load = (path) => import(pathToFileURL(join(build, path)).href);
  const { extract } = await load('extract/extract.js');
  const { EXTRACT_LIMITS } = await load('model/extraction.js');
  const { createSandbox } = await load('pipeline/sandbox.js');
  /** @type {Reader} */
  const read = ({ name, bytes }) => extract(bytes, name, EXTRACT_LIMITS);
  const samples = await readSamples(read);
  const rounds = quick ? 8 : 40;
  const of = (/** @type {string} */ format) => samples.filter(({ name }) => extname(name) === `.${format}`);

  const docx = await contest(of('docx'), { ours: read, theirs: readByMammoth, rounds });
  const pdf = await contest(of('pdf'), { ours: read, theirs: readByPdfParse, rounds });
  const single = [];
  for (const format of ['doc', 'rtf', 'odt']) single.push(await alone(format, of(format), { read, rounds }));
  return [
    {
      figure: 'DOCX to text, rate against mammoth',
      value: 1 / docx.ratio,
      unit: '×',
      must: 5,
      better: 'more',
      detail: `${docx.detail}; words that only one has: ours ${docx.oursMore}, mammoth ${docx.theirsMore}`,
    },
    { figure: 'PDF to text, time against pdf-parse', value: pdf.ratio, unit: '×', must: 1.5, better: 'less', detail: pdf.detail },
    {
      figure: 'PDF to text, slowest of a hundred against the median',
      value: quantile(pdf.times, 0.99) / median(pdf.times),
      unit: '×',
      must: 5,
      better: 'less',
      detail: `${pdf.times.length} readings of ${of('pdf').length} files`,
    },
    ...single,
    await recognition(of('png').concat(of('jpg')), read),
    await pool(samples.filter(isTyped), { createSandbox, build, limits: EXTRACT_LIMITS, times: quick ? 2 : 6 }),
  ];
}

/** All samples with text that was typed, and the pictures. @param {Reader} read @returns {Promise<Sample[]>} */
async function readSamples(read) {
  const entries = await readdir(SAMPLES, { recursive: true });
  const names = entries.filter((name) => /\.(?:docx|pdf|doc|rtf|odt|png|jpg)$/.test(name)).sort();
  const samples = names.map((name) => ({ name, bytes: readFileSync(join(SAMPLES, name)) }));
  const isScan = await Promise.all(samples.map(async (sample) => !isTyped(sample) || (await read(sample)).recognised.length === 0));
  return samples.filter((_, i) => isScan[i]);
}

const isTyped = (/** @type {Sample} */ { name }) => !/\.(?:png|jpg)$/.test(name);

/** @type {(sample: Sample) => Promise<string>} */
const readByMammoth = async ({ bytes }) => (await mammoth.extractRawText({ buffer: bytes })).value;

/** @type {(sample: Sample) => Promise<string>} */
async function readByPdfParse({ bytes }) {
  const parser = new PDFParse({ data: Uint8Array.from(bytes), verbosity: 0 });
  const { text } = await parser.getText();
  await parser.destroy();
  return text;
}

/**
 * Both read every sample in turns; the ratio is ours over theirs, the median over the samples of the median over the rounds.
 * @param {Sample[]} samples @param {{ ours: Reader, theirs: (sample: Sample) => Promise<string>, rounds: number }} how
 */
async function contest(samples, { ours, theirs, rounds }) {
  const ratios = [];
  /** @type {number[]} */
  const times = [];
  let [oursMore, theirsMore] = [0, 0];
  const totals = { ours: 0, theirs: 0 };
  for (const sample of samples) {
    const [mine, other] = [wordsOf((await ours(sample)).text), wordsOf(await theirs(sample))];
    oursMore += without(mine, other);
    theirsMore += without(other, mine);
    /** @type {{ ours: number[], theirs: number[] }} */
    const cost = { ours: [], theirs: [] };
    for (let round = 0; round < rounds; round++) {
      cost.ours.push(await cpuOfAsync(() => ours(sample)));
      cost.theirs.push(await cpuOfAsync(() => theirs(sample)));
    }
    ratios.push(median(cost.ours) / median(cost.theirs));
    totals.ours += median(cost.ours);
    totals.theirs += median(cost.theirs);
    times.push(...cost.ours);
  }
  const mean = (/** @type {number} */ total) => (total / samples.length).toFixed(1);
  const detail = `${samples.length} files, ${mean(totals.ours)} ms against ${mean(totals.theirs)} ms; ratios ${ratios.map((one) => one.toFixed(2)).join(' ')}`;
  return { ratio: median(ratios), times, detail, oursMore, theirsMore };
}

const wordsOf = (/** @type {string} */ text) => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];

/** Number of words of one that the other has not, each as often as it stands there. @param {string[]} one @param {string[]} other */
function without(one, other) {
  const left = new Map();
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1);
  return one.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  }).length;
}

/** @param {string} format @param {Sample[]} samples @param {{ read: Reader, rounds: number }} how @returns {Promise<import('../bench.mjs').Result>} */
async function alone(format, samples, { read, rounds }) {
  const times = [];
  for (const sample of samples) {
    const each = [];
    for (let round = 0; round < rounds; round++) each.push(await cpuOfAsync(() => read(sample)));
    times.push(median(each));
  }
  const figure = `${format.toUpperCase()} to text, an essay of two or three pages`;
  return { figure, value: median(times), unit: 'ms', must: 10, better: 'less', detail: `${samples.length} files` };
}

/** Wall-clock time of one page, the engine being there already. @param {Sample[]} pictures @param {Reader} read @returns {Promise<import('../bench.mjs').Result>} */
async function recognition(pictures, read) {
  const times = [];
  for (const picture of pictures.slice(0, 1).concat(pictures)) {
    const start = performance.now();
    await read(picture);
    times.push((performance.now() - start) / 1000);
  }
  const detail = `${pictures.length} pictures of 150 dpi; with starting the engine ${times[0]?.toFixed(1)} s`;
  return { figure: 'recognising one page', value: median(times.slice(1)), unit: 's', must: 3, better: 'less', detail };
}

/**
 * How much faster a pool of all cores reads than one child.
 * @param {Sample[]} samples @param {{ createSandbox: any, build: string, limits: object, times: number }} how
 * @returns {Promise<import('../bench.mjs').Result>}
 */
async function pool(samples, { createSandbox, build, limits, times }) {
  const cores = availableParallelism();
  const entry = pathToFileURL(resolve(build, 'pipeline/extract-child.js'));
  const files = Array.from({ length: times }, () => samples).flat();
  const seconds = [];
  for (const size of [1, cores, 1, cores]) {
    const sandbox = createSandbox({ entry, size, limits });
    await Promise.all(samples.map(({ name, bytes }) => sandbox.extract(bytes, name)));
    const start = performance.now();
    await Promise.all(files.map(({ name, bytes }) => sandbox.extract(bytes, name)));
    seconds.push((performance.now() - start) / 1000);
    await sandbox.close();
  }
  const [one = 0, all = 0] = [Math.min(seconds[0] ?? 0, seconds[2] ?? 0), Math.min(seconds[1] ?? 0, seconds[3] ?? 0)];
  return {
    figure: `reading through ${cores} children against one`,
    value: one / all,
    unit: '×',
    aim: 0.8 * cores,
    better: 'more',
    detail: `${files.length} files, ${(files.length / all).toFixed(0)} a second`,
  };
}

// @ts-check
// Measures how fast, how small and how exact the detection is, and prints one table (docs/benchmarks.md says how to read it).
//   node scripts/bench/bench.mjs [--quick | --large] [--rows a,b] [--json FILE] [--build FOLDER] [--docs FILE]
// --quick: smaller, under a minute. --large: also with 100,000 files and a million essays. --build: compiled modules (dist).
// --docs: puts the table between the two marks of a Markdown file.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { heading, ratiosFirst, toLine, toMarkdown, verdictOf } from './table.mjs';

/**
 * One figure. `must` and `aim` are limits in the same unit; `better` tells which side of them is good.
 * @typedef {{ figure: string, skipped: string } | {
 *   figure: string, value: number, unit: string, must?: number, aim?: number, better: 'more' | 'less', detail: string }} Result
 */
/**
 * What a row is measured with; `build` is an absolute path.
 * @typedef {{ core: import('./core.mjs').Core, build: string, quick: boolean, large: boolean, progress: (text: string) => void }} Context
 */
/** @typedef {(context: Context) => Promise<Result[]>} Row */

const ROW = fileURLToPath(new URL('./row.mjs', import.meta.url));
const NAMES = [
  'signature',
  'indexing',
  'jaccard',
  'alignment',
  'all-against-all',
  'growth',
  'query',
  'keeping',
  'reading',
  'themes',
  'assess',
];

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    rows: { type: 'string', default: NAMES.join(',') },
    json: { type: 'string', default: 'out/bench.json' },
    docs: { type: 'string' },
    build: { type: 'string', default: 'dist' },
  },
});
const names = options.rows.split(',');
const unknown = names.find((name) => !NAMES.includes(name));
if (unknown !== undefined) {
  console.error(`no row "${unknown}"; there are ${NAMES.join(', ')}`);
  process.exit(2);
}

/** Each row has a process of its own, so that none meets what another left in memory. @param {string} name @returns {Promise<Result[]>} */
async function measure(name) {
  const how = { build: resolve(options.build), quick: options.quick, large: options.large };
  const child = spawn(process.execPath, ['--expose-gc', '--max-old-space-size=12000', ROW, name, JSON.stringify(how)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (some) => {
    output += some;
  });
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(`row ${name} ended with ${code}`);
  return JSON.parse(output);
}

const machine = {
  processor: cpus()[0]?.model ?? '',
  cores: availableParallelism(),
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
};
/** @type {(Result & { row: string, verdict: string })[]} */
const results = [];
let failed = false;
for (const name of names) {
  console.error(`${name} …`);
  try {
    for (const result of await measure(name)) results.push({ row: name, ...result, verdict: verdictOf(result) });
  } catch (error) {
    failed = true;
    console.error(String(error));
  }
}
const sorted = ratiosFirst(results);
const described = `${machine.cores} cores, ${machine.memoryGiB} GiB, Node ${machine.node}, ${machine.platform}`;
console.log(`${described}\n`);
console.log([heading(), ...sorted.map(toLine)].join('\n'));
mkdirSync(dirname(resolve(options.json)), { recursive: true });
const { quick, large } = options;
writeFileSync(options.json, `${JSON.stringify({ date: new Date().toISOString(), machine, quick, large, results: sorted }, null, 2)}\n`);
if (options.docs !== undefined) {
  const size = quick ? ', --quick' : large ? ', --large' : '';
  const table = `${new Date().toISOString().slice(0, 10)}, ${described}${size}\n\n${toMarkdown(sorted)}`;
  const marked = /(<!-- bench -->\n)[\s\S]*(<!-- \/bench -->)/;
  writeFileSync(
    options.docs,
    readFileSync(options.docs, 'utf8').replace(marked, (_, start, end) => `${start}\n${table}\n\n${end}`),
  );
}
if (failed) process.exitCode = 1;

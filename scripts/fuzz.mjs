// @ts-check
// Puts changed files of every format through the sandbox: npm run fuzz -- [--cases 200000] [--seed 1] [--first 0]
// A file that fells its process, hangs or gives an unsound result is written to out/fuzz and told by seed and number, and
// --seed S --first N --cases 1 repeats it. Exits with 1 when there is one.
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EXTRACT_LIMITS } from '../dist/model/extraction.js';
import { collectInputs } from '../dist/pipeline/intake/collect.js';
import { createSandbox } from '../dist/pipeline/sandbox.js';
import { fuzz } from './fuzz/run.mjs';

const OUT = 'out/fuzz';
const STATES = ['ok', 'suspicious', 'needs-ocr', 'unreadable', 'refused', 'some skipped'];

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '200000' },
    seed: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
  },
});
const [cases, seed, first] = [Number(values.cases), Number(values.seed), Number(values.first)];
const lanes = availableParallelism();
// Text is not looked for in pictures: that takes seconds a page.
const limits = { ...EXTRACT_LIMITS, pixels: 1 };
const sandbox = createSandbox({
  entry: new URL('../dist/pipeline/extract-child.js', import.meta.url),
  size: lanes,
  limits,
  filesPerChild: 500,
});

const started = Date.now();
const rows = await fuzz(
  { cases, seed, first, lanes },
  { extract: (bytes, name) => sandbox.extract(bytes, name), collectInputs, limits },
  (done) => {
    if (done % 5000 === 0) console.log(`${done} of ${cases}, ${Math.round((Date.now() - started) / 1000)} s`);
  },
);
await sandbox.close();

console.log(['format'.padEnd(8), ...STATES.map((state) => state.padStart(12)), 'faults'.padStart(8)].join(''));
for (const { format, states, faults } of rows) {
  console.log(
    [format.padEnd(8), ...STATES.map((state) => String(states.get(state) ?? 0).padStart(12)), String(faults.length).padStart(8)].join(''),
  );
}
const found = rows.flatMap(({ faults }) => faults);
if (found.length > 0) await mkdir(OUT, { recursive: true });
for (const { case: one, faults } of found) {
  await writeFile(join(OUT, one.fileName), one.bytes);
  console.log(`--seed ${seed} --first ${one.number} --cases 1: ${join(OUT, one.fileName)}: ${faults.join('; ')}`);
}
console.log(`${cases} files, ${found.length} with faults, ${Math.round((Date.now() - started) / 1000)} s`);
process.exitCode = found.length === 0 ? 0 : 1;

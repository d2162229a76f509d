// @ts-check
// The page stays responsive under work: while a batch of 2,000 files is handed in and assessed, 200 people read the results
// of an earlier campaign (a page every 3 s: six of ten the table, three two texts side by side, one a group) and 50 hand in
// archives of 40 files (then rest 5 s). Prints how long the answers took, what failed, and the memory of both processes.
//   node scripts/load.mjs [FILES=2000] [EARLIER=2000] [READERS=200] [UPLOADERS=50]
import { availableParallelism, loadavg } from 'node:os';
import { runLoad } from './load/run.mjs';

/** Milliseconds within which 99 of 100 answers must be there. */
const MUST = 300;

const [files = 2000, earlier = 2000, readers = 200, uploaders = 50] = process.argv.slice(2).map(Number);
const tell = (/** @type {string} */ line) => console.log(line);
tell(
  `${availableParallelism()} processors, load ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')} before the start`,
);
const { state, seconds, tally, memory } = await runLoad({
  files,
  earlier,
  readers,
  uploaders,
  readerPause: 3000,
  uploaderPause: 5000,
  tell,
});

/** @param {readonly number[]} sorted @param {number} share */
const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const all = [...tally.times.values()].flat();
tell(`${files} files: ${state} after ${seconds.toFixed(0)} s, ${readers} readers, ${uploaders} who hand in`);
for (const [kind, values] of [...tally.times, /** @type {const} */ (['all', all])]) {
  const sorted = [...values].sort((a, b) => a - b);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => `${quantile(sorted, share).toFixed(0)} ms`);
  const most = (sorted.at(-1) ?? 0).toFixed(0);
  tell(`${kind.padEnd(14)} ${String(sorted.length).padStart(7)} answers   p50 ${p50}   p95 ${p95}   p99 ${p99}   most ${most} ms`);
}
tell(
  `${(all.length / seconds).toFixed(0)} answers a second, ${(tally.bytes / 2 ** 20 / seconds).toFixed(1)} MiB a second; ${tally.unchanged} told that nothing had changed`,
);
for (const [name, { start, half, end, most }] of Object.entries(memory)) {
  tell(
    `${name.padEnd(8)} ${[start, half, end, most].map((one) => one.toFixed(0)).join(' / ')} MiB at the start / half way / at the end / at most`,
  );
}
const errors = [...tally.errors].map(([what, count]) => `${what} (${count})`);
tell(errors.length === 0 ? 'no error' : `errors: ${errors.join(', ')}`);
const p99 = quantile(
  [...all].sort((a, b) => a - b),
  0.99,
);
process.exitCode = state === 'done' && errors.length === 0 && p99 <= MUST ? 0 : 1;

// @ts-check
// Processor time, user and system together: what else runs on the machine disturbs it least.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/** Milliseconds of processor time that `work` takes. @param {() => void} work */
export function cpuOf(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The same for work that is waited for: what else this process does meanwhile counts too. @param {() => Promise<unknown>} work */
export async function cpuOfAsync(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The same for doing something with each of some things. @template T @param {readonly T[]} things @param {(thing: T) => unknown} work */
export const cpuOfEach = (things, work) =>
  cpuOf(() => {
    for (const thing of things) work(thing);
  });

/** @param {readonly number[]} values @param {number} share 0..1 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);

/** Root mean square. @param {readonly number[]} values */
export const rootMeanSquare = (values) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

/**
 * Lets two take turns, so that both meet the same machine. Each `run` gives what one unit of its work costs; the first round of
 * each is for warming up.
 * @param {{ ours: () => number, theirs: () => number, rounds: number }} contest
 * @returns {{ ours: number, theirs: number, ratio: number }} medians, and how many times as much theirs cost
 */
export function alternate({ ours, theirs, rounds }) {
  ours();
  theirs();
  const pairs = Array.from({ length: rounds }, () => ({ ours: ours(), theirs: theirs() }));
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    theirs: median(pairs.map((pair) => pair.theirs)),
    ratio: median(pairs.map((pair) => pair.theirs / pair.ours)),
  };
}

/**
 * Runs a program to its end. `ms` is its processor time with that of its children, as the shell counts it (POSIX `times`).
 * @param {readonly string[]} command @param {{ input?: string, output: string }} files
 */
export function runProgram(command, { input, output }) {
  const stdin = input === undefined ? 'ignore' : openSync(input, 'r');
  const { status, stdout, stderr } = spawnSync('sh', ['-c', 'OUT=$1; shift; "$@" > "$OUT" && times', 'sh', output, ...command], {
    stdio: [stdin, 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (typeof stdin === 'number') closeSync(stdin);
  if (status !== 0) throw new Error(`${command[0]} ended with ${status}: ${stderr.slice(-500)}`);
  const children = stdout.trim().split('\n')[1] ?? '';
  const seconds = [...children.matchAll(/(\d+)m([\d.,]+)s/g)].map(
    ([, minutes, rest = '']) => 60 * Number(minutes) + Number(rest.replace(',', '.')),
  );
  return { ms: 1000 * seconds.reduce((sum, part) => sum + part, 0) };
}

/** Whether the shell finds a program of this name. @param {string} name */
export const isInstalled = (name) => spawnSync('sh', ['-c', 'command -v "$1"', 'sh', name]).status === 0;

// @ts-check
// A folder of text files, all against all: the program in one process against sim_text, and how its time grows.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Generator } from '../generator.mjs';
import { isInstalled, median, runProgram } from '../measure.mjs';

const COMPARE_ALL = fileURLToPath(new URL('../compare-all.mjs', import.meta.url));
/** Shortest run that shares a fingerprint for certain, in syllables: k + w - 1. */
const RUN = '12';
const PEER = 'sim_text';

/** @typedef {{ list: string, output: string, resolution: string, numbers: Map<string, number> }} Files */

/** @type {import('../bench.mjs').Row} */
export const allAgainstAll = (context) =>
  inFolder(async (folder) => {
    const count = context.quick ? 1_000 : 8_000;
    const figure = `all against all with passages, ${count} text files, against ${PEER}`;
    if (!isInstalled(PEER)) return [{ figure, skipped: 'apt-get install similarity-tester (Debian, Ubuntu)' }];
    const generator = new Generator();
    const files = writeFiles(generator, folder, count);
    // Pair by pair the peer takes a square: a minute for 4,000.
    const fewer = context.quick ? 1_000 : context.large ? count : 2_000;
    const few = writeFiles(generator, join(folder, 'few'), fewer);
    const peer = (/** @type {string[]} */ ...more) => [PEER, ...more, '-r', RUN, '-s', '-n', '-T', '-i'];
    const rounds = context.quick ? 1 : 3;
    const all = contest(files, { ours: ours(context.build, files), theirs: peer(), rounds }, generator);
    const plain = contest(few, { ours: ours(context.build), theirs: peer(), rounds }, generator);
    const each = contest(few, { ours: ours(context.build), theirs: peer('-e'), rounds: 1 }, generator);
    return [
      { figure, ...all, must: 1, aim: 2, detail: `${all.detail}; ours leaves quotes of the resolution out` },
      { figure: `the same, ${fewer} files, quotes of the resolution included`, ...plain },
      { figure: `the same, ${fewer} files, each pair by itself (${PEER} -e)`, ...each },
    ];
  });

/** @type {import('../bench.mjs').Row} */
export const growth = (context) =>
  inFolder(async (folder) => {
    const sizes = context.quick ? [500, 2_000] : context.large ? [1_000, 10_000, 100_000] : [1_000, 16_000];
    const generator = new Generator();
    const times = sizes.map((count) => {
      const files = writeFiles(generator, join(folder, String(count)), count);
      const rounds = Array.from(
        { length: count <= 1_000 ? 3 : 1 },
        () => runProgram(ours(context.build, files), { input: files.list, output: files.output }).ms,
      );
      rmSync(join(folder, String(count)), { recursive: true });
      return median(rounds);
    });
    const [least = 1, most = 1] = [sizes[0], sizes.at(-1)];
    return [
      {
        figure: `growth exponent of all against all from ${least} to ${most}`,
        value: Math.log((times.at(-1) ?? 1) / (times[0] ?? 1)) / Math.log(most / least),
        unit: '',
        must: 1.2,
        aim: 1.1,
        better: 'less',
        detail: sizes.map((count, i) => `${count}: ${((times[i] ?? 0) / 1000).toFixed(1)} s`).join(', '),
      },
    ];
  });

/** @param {string} build @param {Files} [files] whose resolution takes no part */
const ours = (build, files) => [process.execPath, '--max-old-space-size=12000', COMPARE_ALL, build, ...(files ? [files.resolution] : [])];

/**
 * @param {Files} files @param {{ ours: string[], theirs: string[], rounds: number }} sides @param {Generator} generator
 * @returns {{ value: number, unit: '×', better: 'more', detail: string }}
 */
function contest({ list, output, numbers }, sides, generator) {
  const run = (/** @type {string[]} */ command) => {
    const { ms } = runProgram(command, { input: list, output });
    return { ms, ...countFound(output, numbers, generator) };
  };
  const rounds = Array.from({ length: sides.rounds }, () => ({ ours: run(sides.ours), theirs: run(sides.theirs) }));
  const describe = (/** @type {'ours' | 'theirs'} */ side) => {
    const seconds = median(rounds.map((round) => round[side].ms)) / 1000;
    const { lines, found, copies } = rounds[0]?.[side] ?? { lines: 0, found: 0, copies: 0 };
    return `${seconds.toFixed(2)} s, ${lines} passages, ${found}/${copies} copies`;
  };
  return {
    unit: '×',
    better: 'more',
    value: median(rounds.map((round) => round.theirs.ms / round.ours.ms)),
    detail: `${describe('ours')}; ${PEER} ${describe('theirs')}`,
  };
}

/** How many of the copies that were made have a passage with their source. @param {string} output @param {Map<string, number>} numbers @param {Generator} generator */
function countFound(output, numbers, generator) {
  const pairs = new Set();
  let lines = 0;
  for (const line of readFileSync(output, 'utf8').split('\n')) {
    const [one, other] = line.split('|').map((side) => numbers.get(side.slice(0, side.indexOf(': ')).trim()));
    if (one === undefined || other === undefined) continue;
    lines++;
    pairs.add(`${Math.min(one, other)} ${Math.max(one, other)}`);
  }
  const copies = [...numbers.values()].flatMap((number) => {
    const copy = generator.kindOf(number) === 'own' ? null : generator.essay(number).copy;
    return copy === null ? [] : [`${Math.min(number, copy.source)} ${Math.max(number, copy.source)}`];
  });
  return { lines, found: copies.filter((pair) => pairs.has(pair)).length, copies: copies.length };
}

/** @param {Generator} generator @param {string} folder @param {number} count @returns {Files} */
function writeFiles(generator, folder, count) {
  const numbers = new Map();
  for (let i = 0; i < count; i++) {
    const place = join(folder, String(Math.floor(i / 1_000)));
    if (i % 1_000 === 0) mkdirSync(place, { recursive: true });
    const file = join(place, `bai-${i}.txt`);
    writeFileSync(file, generator.text(generator.essay(i), i));
    numbers.set(file, i);
  }
  const list = join(folder, 'list');
  writeFileSync(list, `${[...numbers.keys()].join('\n')}\n`);
  const resolution = join(folder, 'resolution');
  writeFileSync(resolution, generator.resolutionText());
  return { list, output: join(folder, 'output'), resolution, numbers };
}

/** @template T @param {(folder: string) => Promise<T>} work */
async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

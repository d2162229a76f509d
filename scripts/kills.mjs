// @ts-check
// Nothing acknowledged is ever lost: a committee's work (scripts/service/scenario.mjs) is done while processes of the
// service are killed, at every named step and at random, and must end with the figures of an undisturbed run.
//   node scripts/kills.mjs [ROUNDS=25] [RANDOM=300]
// ROUNDS: kills at each step at least; RANDOM: kills at random moments, of any process, about twelve a run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { STEPS } from '../dist/model/steps.js';
import { createRandom } from './random.mjs';
import { checkCorpus, goThrough } from './service/drive.mjs';

const [rounds = 25, randomKills = 300] = process.argv.slice(2).map(Number);
/** Milliseconds between two random kills, at most. */
const PAUSE = 1500;

const parent = mkdtempSync(join(tmpdir(), 'soatbai-kills-'));
const random = createRandom(3);
let lost = 0;

/** @param {string} name @param {import('./service/drive.mjs').Plan} plan @param {any} expected */
async function once(name, plan, expected) {
  const folder = mkdtempSync(join(parent, 'run-'));
  const data = join(folder, 'data');
  try {
    const found = await goThrough(data, plan);
    const result = { ...found.outcome, files: await checkCorpus(data) };
    if (expected !== null && !isDeepStrictEqual(result, expected)) {
      lost++;
      console.log(
        `${name}: DIFFERS in ${Object.keys(result)
          .filter((key) => !isDeepStrictEqual(result[key], expected[key]))
          .join(', ')}`,
      );
    }
    return { ...found, result };
  } catch (error) {
    lost++;
    console.log(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    return { killed: /** @type {string[]} */ ([]), randomKills: 0, result: null };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { result: expected } = await once('undisturbed', { steps: [] }, null);
if (expected === null) process.exit(1);
/** @type {Map<string, number>} */
const kills = new Map(STEPS.map((step) => [String(step), 0]));
/** @type {string[]} */
const named = STEPS.filter((step) => !step.startsWith('backup.'));
/** Steps that come more than once in one life of the service: every other round kills at the second time. */
let recurring = new Set(named);
for (let round = 1; Math.min(...kills.values()) < rounds && round <= 2 * rounds; round++) {
  const isSecond = round % 2 === 0;
  const steps = named.map((step) => (isSecond && recurring.has(step) ? `${step}:2` : step));
  const { killed } = await once(`round ${round}`, { steps }, expected);
  for (const step of killed) kills.set(step, (kills.get(step) ?? 0) + 1);
  if (isSecond) recurring = new Set([...recurring].filter((step) => killed.includes(step)));
  console.log(
    `round ${round}: ${killed.length} of ${STEPS.length} steps, at least ${Math.min(...kills.values())} kills each, ${lost} runs lost something`,
  );
}
let done = 0;
while (done < randomKills) {
  const plan = { steps: [], nextRandom: () => 100 + random() * PAUSE, random };
  const found = await once(`random ${done}`, plan, expected);
  done += found.randomKills;
  console.log(`random: ${done} kills, ${lost} runs lost something`);
  if (found.result === null && found.randomKills === 0) break;
}
for (const [step, count] of kills) console.log(`${step.padEnd(24)} ${count}`);
rmSync(parent, { recursive: true, force: true });
console.log(
  `${[...kills.values()].reduce((sum, count) => sum + count, 0)} kills at ${kills.size} steps, ${done} at random: ${lost} runs lost something`,
);
process.exit(lost === 0 ? 0 : 1);

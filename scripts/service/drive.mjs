// @ts-check
// Drives the scenario through a service that is killed again and again, and says in the end whether anything was lost.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from './client.mjs';
import { createScenario, outcomeOf, wasTaken } from './scenario.mjs';
import { descendants, killOne, startServer } from './server.mjs';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
/** How long one stage may take, restarts included, in milliseconds. */
const PATIENCE = 120_000;
const KILL_AT = 'SOATBAI_KILL_AT';
/** What a process writes before it ends itself at a step. */
const MARK = /SOATBAI_KILL_AT (\S+)/;

/**
 * @typedef {object} Plan
 * @property {string[]} steps Steps to be killed at once each, as `step` or `step:n`; the first that comes ends that life of the service.
 * @property {() => number | null} [nextRandom] Milliseconds until a process chosen at random is killed; null for never.
 * @property {() => number} [random] 0..1, to choose that process.
 * @property {boolean} [withoutBackup] Leaves out the backups that are killed at the end.
 */

/**
 * Goes through the scenario once in an empty folder.
 * @param {string} data @param {Plan} plan
 * @returns {Promise<{ outcome: any, killed: string[], randomKills: number }>} What came out, and at which steps a process died.
 */
export async function goThrough(data, plan) {
  const { stages, enter, campaignOf } = await createScenario();
  let pending = [...plan.steps];
  /** @type {string[]} */
  const killed = [];
  let randomKills = 0;
  let server = await start();
  let client = await signIn();
  const stopRandom = killAtRandom();
  try {
    for (const stage of stages) await untilDone(stage);
    if (!plan.withoutBackup) await checkBackup();
    stopRandom();
    if (diedAt(server.output()) !== null || !server.isAlive()) await restart();
    return { outcome: await outcomeOf(client, await campaignOf(client)), killed, randomKills };
  } finally {
    stopRandom();
    await server.kill();
  }

  /** @param {import('./scenario.mjs').Stage} stage */
  async function untilDone(stage) {
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
      if (diedAt(server.output()) !== null) await restart();
      try {
        if (await stage.isDone(client)) return;
        await stage.act(client);
      } catch (error) {
        if (wasTaken(error)) continue;
        if (!isLoss(error) || server.isAlive()) {
          if (!isLoss(error)) throw new Error(`${stage.name}: ${String(error)}\n${server.output()}`, { cause: error });
          await pause(50);
        }
        if (!server.isAlive()) await restart();
      }
    }
    throw new Error(`${stage.name} took too long\n${server.output()}`);
  }

  function start() {
    return startServer(data, pending.length === 0 ? {} : { [KILL_AT]: pending.join(',') });
  }

  /** Nobody dies again where somebody did. */
  function noteDeath() {
    const step = diedAt(server.output());
    if (step === null) return;
    killed.push(step);
    pending = pending.filter((one) => one.split(':')[0] !== step);
  }

  async function restart() {
    noteDeath();
    await server.kill();
    server = await start();
    client = await signIn();
  }

  /** @returns {Promise<Client>} */
  async function signIn() {
    for (let attempt = 0; attempt < 20; attempt++) {
      const fresh = new Client(server.url);
      try {
        await enter(fresh);
        return fresh;
      } catch (error) {
        if (!server.isAlive()) {
          noteDeath();
          server = await start();
        } else if (!isLoss(error) && !wasTaken(error)) throw error;
        await pause(100);
      }
    }
    throw new Error(`nobody can sign in\n${server.output()}`);
  }

  /** A backup that is killed leaves the earlier one whole, and no other file under its name. */
  async function checkBackup() {
    const file = join(data, '..', 'sao-luu.zip');
    for (const step of ['backup.snapshot', 'backup.written', 'backup.renamed', '']) {
      const before = existsSync(file);
      const { output } = await run(['backup', file, '--data', data], step === '' ? {} : { [KILL_AT]: step });
      if (diedAt(output) === step) killed.push(step);
      else if (step !== '') throw new Error(`backup was not killed at ${step}: ${output}`);
      if (before && !existsSync(file)) throw new Error(`the earlier backup is gone after ${step}`);
    }
    const restored = join(data, '..', 'khoi-phuc');
    for (const command of [
      ['restore', file, '--data', restored],
      ['corpus', 'verify', '--data', restored],
    ]) {
      const { status, output } = await run(command);
      if (status !== 0) throw new Error(`${command[0]} ended with ${status}: ${output}`);
    }
  }

  function killAtRandom() {
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const next = () => {
      const wait = plan.nextRandom?.() ?? null;
      if (wait === null) return;
      timer = setTimeout(() => {
        const processes = server.isAlive() ? [server.pid, ...descendants(server.pid)] : [];
        const chosen = processes[Math.floor((plan.random?.() ?? 0) * processes.length)];
        if (chosen !== undefined) {
          randomKills++;
          killOne(chosen);
        }
        next();
      }, wait);
    };
    next();
    return () => clearTimeout(timer);
  }
}

/** The step at which a process said that it would end itself; null when none did. @param {string} output */
function diedAt(output) {
  return MARK.exec(output)?.[1] ?? null;
}

/** Whether an error means that nobody answered, or that the service was just ending. @param {unknown} error */
function isLoss(error) {
  return error instanceof TypeError || (error instanceof Error && /50[037]/.test(error.message.slice(0, 4)));
}

/**
 * Whether the corpus fits together and holds every original once; rejects with what does not.
 * @param {string} data
 */
export async function checkCorpus(data) {
  const { status, output } = await run(['corpus', 'verify', '--data', data]);
  if (status !== 0) throw new Error(`verify: ${output}`);
  const files = readdirSync(join(data, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ name }) => name).sort();
}

/**
 * @param {string[]} args @param {Record<string, string>} [env]
 * @returns {Promise<{ status: number | null, output: string }>}
 */
export function run(args, env = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (/** @type {Buffer} */ chunk) => {
        output += chunk.toString('utf8');
      });
    }
    child.once('close', (status) => done({ status, output }));
  });
}

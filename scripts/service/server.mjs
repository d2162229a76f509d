// @ts-check
// Starts the service as its users do, in a process of its own, and tells where it listens and how it ended.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const ADDRESS = /https?:\/\/[\d.]+:\d+/;

/**
 * @typedef {object} Server
 * @property {string} url
 * @property {number} pid
 * @property {() => boolean} isAlive
 * @property {() => string} output What it wrote so far.
 * @property {Promise<void>} ended
 * @property {() => Promise<void>} kill SIGKILL to it and to all that it started.
 * @property {() => Promise<void>} stop SIGTERM, and waits.
 */

/**
 * @param {string} data Folder of the corpus.
 * @param {Record<string, string>} [env]
 * @returns {Promise<Server>} Rejects with its output when it ends before it listens.
 */
export async function startServer(data, env = {}) {
  const child = spawn(process.execPath, [MAIN, 'serve', '--data', data, '--port', '0'], {
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pid = child.pid ?? 0;
  let output = '';
  let alive = true;
  /** @type {Promise<void>} */
  const ended = new Promise((done) => {
    child.once('exit', () => {
      alive = false;
      done();
    });
  });
  const url = await new Promise((found, fail) => {
    const listen = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString('utf8');
      const address = ADDRESS.exec(output);
      if (address !== null) found(address[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(() => fail(new Error(`the service ended before it listened:\n${output}`)));
  });
  return {
    url,
    pid,
    isAlive: () => alive,
    output: () => output,
    ended,
    kill: async () => {
      for (const one of [...descendants(pid), pid]) killOne(one);
      await ended;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** @param {number} pid */
export function killOne(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/**
 * Processes that a process started, and those that they did; Linux only.
 * @param {number} pid
 * @returns {number[]}
 */
export function descendants(pid) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(Number(name));
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [...(children.get(pid) ?? [])];
  for (let at = 0; at < found.length; at++) found.push(...(children.get(found[at] ?? -1) ?? []));
  return found;
}

/** @param {number} pid */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

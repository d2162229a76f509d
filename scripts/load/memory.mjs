// @ts-check
// How much memory the page's process and the worker with its readers hold, second by second; Linux only.
import { existsSync, readFileSync } from 'node:fs';
import { descendants } from '../service/server.mjs';

/** @param {number} pid KiB */
function residentOf(pid) {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return 0;
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/**
 * Watches a service until `stop`, which tells MiB at the start, half way and at the end (medians of a tenth each), and the most.
 * @param {number} pid @returns {{ stop: () => Record<'web' | 'worker', { start: number, half: number, end: number, most: number }> }}
 */
export function watchMemory(pid) {
  /** @type {Record<'web' | 'worker', number[]>} */
  const seen = { web: [], worker: [] };
  const look = () => {
    seen.web.push(residentOf(pid) / 1024);
    seen.worker.push(descendants(pid).reduce((sum, one) => sum + residentOf(one), 0) / 1024);
  };
  look();
  const timer = setInterval(look, 1000);
  return {
    stop() {
      clearInterval(timer);
      look();
      return { web: told(seen.web), worker: told(seen.worker) };
    },
  };
}

/** @param {readonly number[]} values */
function told(values) {
  const tenth = Math.max(1, Math.floor(values.length / 10));
  const half = Math.floor((values.length - tenth) / 2);
  return {
    start: median(values.slice(0, tenth)),
    half: median(values.slice(half, half + tenth)),
    end: median(values.slice(-tenth)),
    most: Math.max(...values),
  };
}

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

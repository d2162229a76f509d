import { readdirSync, readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import type { ExtractLimits } from '../../src/model/extraction.js';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/pipeline/sandbox.js';
import { withLimits } from '../extract/make-files.js';

export const REAL = new URL('../../dist/pipeline/extract-child.js', import.meta.url);
const HOSTILE = new URL('./hostile-child.mjs', import.meta.url);
export const MIB = 1024 * 1024;

/** A sandbox of hostile children with 0.6 s a file unless told otherwise; it is closed after the test. */
export function sandbox(options: Partial<Omit<SandboxOptions, 'limits'>> = {}, limits: Partial<ExtractLimits> = {}): Sandbox {
  const created = createSandbox({ entry: HOSTILE, size: 2, limits: withLimits({ milliseconds: 600, ...limits }), ...options });
  onTestFinished(() => created.close());
  return created;
}

/** A sandbox as the program has it, with the limits that it has, but for those given. */
export const realSandbox = (size: number, limits: Partial<ExtractLimits> = {}): Sandbox =>
  sandbox({ entry: REAL, size }, { milliseconds: 20_000, ...limits });

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Processes whose parent is the given one, by /proc. */
export function children(parent = process.pid): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/stat`, 'latin1').split(') ')[1]?.split(' ')[1] === String(parent);
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** Most resident memory that any child of this process has at a time, in bytes, while `work` goes on. */
export async function peakOfChildren<T>(work: Promise<T>): Promise<{ result: T; peak: number }> {
  let peak = 0;
  const poll = setInterval(() => {
    for (const pid of children()) peak = Math.max(peak, residentBytes(pid));
  }, 10);
  const result = await work.finally(() => clearInterval(poll));
  return { result, peak };
}

function residentBytes(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import type { ExtractLimits } from '../model/extraction.js';

/** How often resident memory is looked at, ms. */
const MEMORY_POLL = 25;
/** Time for an answer that is already in the pipe when the clock runs out because the parent itself was busy, ms. */
const GRACE = 50;
/** The clock never goes slower than this many times: a child whose threads starve each other would have time without end. */
const SLOWEST = 3;

/** A limit that a child passed: milliseconds or bytes. */
export interface Overrun {
  readonly kind: 'timed-out' | 'out-of-memory';
  readonly limit: number;
}

/**
 * Watches clock and memory of a child while it reads one file. The clock stands while the child waits for a processor that others
 * have, where the system tells, since a busy machine is not the file's fault: but it stands for two thirds of the time at most.
 */
export class Watch {
  private readonly begun = performance.now();
  private readonly waitedBefore: ReadonlyMap<string, number>;
  private readonly poll: NodeJS.Timeout;
  private clock: NodeJS.Timeout;
  private deadline: number;
  private pages = 0;

  constructor(
    private readonly pid: number | undefined,
    private readonly limits: ExtractLimits,
    private readonly onOverrun: (overrun: Overrun) => void,
  ) {
    this.waitedBefore = waitsOfThreads(pid);
    this.deadline = limits.milliseconds;
    this.clock = this.startClock();
    this.poll = setInterval(() => this.lookAtMemory(), MEMORY_POLL);
  }

  /** To be called when the child begins to recognise a page, which has time of its own; false for more pages than a file may have. */
  addPage(): boolean {
    if (++this.pages > this.limits.pages) return false;
    const pageEnd = Math.min(this.elapsed() + this.limits.pageMilliseconds, this.limits.recognitionMilliseconds);
    this.deadline = Math.max(this.deadline, pageEnd);
    clearTimeout(this.clock);
    this.clock = this.startClock();
    return true;
  }

  end(): void {
    clearInterval(this.poll);
    clearTimeout(this.clock);
  }

  private startClock(): NodeJS.Timeout {
    return setTimeout(() => {
      if (this.elapsed() + GRACE < this.deadline) this.clock = this.startClock();
      else this.clock = setTimeout(() => this.onOverrun({ kind: 'timed-out', limit: this.deadline }), GRACE);
    }, this.deadline - this.elapsed());
  }

  /** Milliseconds in which the child read, or could have. */
  private elapsed(): number {
    return readingTime(performance.now() - this.begun, this.waitedBefore, waitsOfThreads(this.pid));
  }

  private lookAtMemory(): void {
    const limit = this.pages === 0 ? this.limits.memoryBytes : Math.max(this.limits.memoryBytes, this.limits.recognitionBytes);
    if (residentBytes(this.pid) > limit) this.onOverrun({ kind: 'out-of-memory', limit });
  }
}

/**
 * The part of `passed` milliseconds in which a process read, or could have: without the wait of the thread that waited longest for a
 * processor, but at least a third. `before`, `now`: how long each thread had waited by then.
 */
export function readingTime(passed: number, before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): number {
  const waits = Array.from(now, ([thread, wait]) => wait - (before.get(thread) ?? 0));
  return Math.max(passed / SLOWEST, passed - Math.max(0, ...waits));
}

/** Resident memory of a process; 0 where the system does not tell, so that only the V8 limit and the clock remain. */
export function residentBytes(pid: number | undefined): number {
  try {
    // Not statm: that counts in pages, whose size differs between machines.
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Milliseconds that each thread of a process has waited for a processor since its start; none where the system does not tell. */
function waitsOfThreads(pid: number | undefined): ReadonlyMap<string, number> {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return new Map(
      threads.map((thread) => [thread, Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'latin1').split(' ')[1]) / 1e6]),
    );
  } catch {
    return new Map();
  }
}

import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Extraction } from '../model/extraction.js';
import type { ChildReply, ChildRequest } from './extract-child.js';

/** How a child ended instead of answering. */
export type Failure = 'timed-out' | 'out-of-memory' | 'crashed' | 'not-started';

export interface ChildSettings {
  /** The child's program. */
  readonly entry: URL;
  /** Wall-clock time for one file, ms. */
  readonly timeoutMs: number;
  /** Resident memory while it reads one file, bytes. */
  readonly memoryBytes: number;
  /** Files after which it is worn. */
  readonly filesPerChild: number;
}

/** How often resident memory is looked at, ms. */
const MEMORY_POLL = 25;
/** A child that has not reported by then never will, ms. */
const START_LIMIT = 30_000;
/** Time for an answer that is already in the pipe when the clock runs out because the parent itself was busy, ms. */
const GRACE = 50;
const HEAP_MEGABYTES = 192;

/** One child process, from its start to its end. */
export class SandboxChild {
  filesRead = 0;
  isAlive = true;
  /** Resolves when the process has ended, with how it ended. */
  readonly gone: Promise<Failure>;
  private readonly process: ChildProcess;
  /** Whether the process reported in time; it never rejects. */
  readonly ready: Promise<boolean>;

  constructor(private readonly settings: ChildSettings) {
    this.process = fork(settings.entry, [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
      env: bareEnvironment(),
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.gone = new Promise((resolve) => {
      const ended = (failure: Failure): void => {
        this.isAlive = false;
        resolve(failure);
      };
      this.process.once('exit', (code, signal) => ended(explainExit(code, signal)));
      // A fork that fails has no exit; a message to a process that has just ended is seen as its exit.
      this.process.on('error', () => {
        if (this.process.pid === undefined) ended('crashed');
      });
    });
    this.ready = this.within(
      START_LIMIT,
      this.reply('ready').then(() => true),
    );
  }

  /** Reads one file. Gives the reason when the child did not survive, or does not deserve to. */
  async read(request: ChildRequest): Promise<Extraction | Failure> {
    this.holdParent(true);
    try {
      if (!(await this.ready)) return 'not-started';
      const answer = this.reply('done').then((reply) => (reply.kind === 'done' ? reply.extraction : 'crashed'));
      this.process.send(request, () => undefined);
      const outcome = await this.watch(answer);
      this.filesRead++;
      return outcome;
    } finally {
      this.holdParent(false);
    }
  }

  /** Whether a fresh child should take its place: after its share of files, or swollen so that the next file would get the blame. */
  get isWorn(): boolean {
    const { filesPerChild, memoryBytes } = this.settings;
    return this.filesRead >= filesPerChild || residentBytes(this.process.pid) > memoryBytes / 2;
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }

  async end(): Promise<void> {
    // Who waits for the end must not itself end for want of anything else to wait for.
    this.holdParent(true);
    this.kill();
    await this.gone;
  }

  private watch(answer: Promise<Extraction | Failure>): Promise<Extraction | Failure> {
    return new Promise((resolve) => {
      const poll = setInterval(() => {
        if (residentBytes(this.process.pid) > this.settings.memoryBytes) settle('out-of-memory');
      }, MEMORY_POLL);
      let clock = setTimeout(() => {
        clock = setTimeout(() => settle('timed-out'), GRACE);
      }, this.settings.timeoutMs);
      const settle = (outcome: Extraction | Failure): void => {
        clearInterval(poll);
        clearTimeout(clock);
        resolve(outcome);
      };
      void answer.then(settle);
      void this.gone.then(settle);
    });
  }

  /** The next reply of that kind; never resolves when the child ends before. */
  private reply(kind: ChildReply['kind']): Promise<ChildReply> {
    return new Promise((resolve) => {
      const listen = (reply: ChildReply): void => {
        if (reply.kind !== kind) return;
        this.process.off('message', listen);
        resolve(reply);
      };
      this.process.on('message', listen);
    });
  }

  private within(limit: number, reached: Promise<boolean>): Promise<boolean> {
    return new Promise((resolve) => {
      const clock = setTimeout(() => resolve(false), limit);
      const settle = (value: boolean): void => {
        clearTimeout(clock);
        resolve(value);
      };
      void reached.then(settle);
      void this.gone.then(() => settle(false));
    });
  }

  /** An idle child must not keep the parent from ending by itself. */
  private holdParent(isBusy: boolean): void {
    const action = isBusy ? 'ref' : 'unref';
    this.process[action]();
    this.process.channel?.[action]();
  }
}

/** V8 aborts the process when its heap is full; Windows reports that as exit code 134. */
function explainExit(code: number | null, signal: NodeJS.Signals | null): Failure {
  return signal === 'SIGABRT' || code === 134 ? 'out-of-memory' : 'crashed';
}

/** Nothing of the parent's settings or secrets; Windows alone needs its system folder to start a process. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const { SystemRoot } = process.env;
  return SystemRoot === undefined ? {} : { SystemRoot };
}

/** Resident memory of a process; 0 where the system does not tell, so that only the V8 limit and the clock remain. */
function residentBytes(pid: number | undefined): number {
  try {
    // Not statm: that counts in pages, whose size differs between machines.
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { unread } from '../extract/extract.js';
import { fileMessage, megabytes, SANDBOX_TEXTS, seconds } from '../extract/messages.js';
import { AppError } from '../model/errors.js';
import type { Extraction, ExtractLimits } from '../model/extraction.js';
import type { ChildReply, ChildRequest } from './extract-child.js';

export interface SandboxOptions {
  /** The child's program: dist/pipeline/extract-child.js. */
  readonly entry: URL;
  /** Children at most, from 1. They are started when there is work for them. */
  readonly size: number;
  readonly limits: ExtractLimits;
  /** Wall-clock time for one file, ms; 20 s unless given. */
  readonly timeoutMs?: number;
  /** Resident memory of a child while it reads one file, bytes; 350 MiB unless given. Watched where /proc exists. */
  readonly memoryBytes?: number;
  /** Files that one child reads before a fresh one takes its place; 50 unless given. */
  readonly filesPerChild?: number;
}

/** Reads files in child processes, so that a hostile file costs itself and nothing else. */
export interface Sandbox {
  /**
   * Reads one file; files are taken in the order of the calls. A file that hangs, exhausts memory or kills the child is `unreadable`
   * with the message `timed-out`, `out-of-memory` or `crashed`. Rejects with AppError `sandbox` only when no child can be started
   * or the sandbox was closed.
   */
  extract(bytes: Uint8Array, fileName: string): Promise<Extraction>;
  /** Ends all children, also busy ones, and waits until they are gone. Files not yet read are rejected. */
  close(): Promise<void>;
}

type Settings = Required<SandboxOptions>;
type Failure = 'timed-out' | 'out-of-memory' | 'crashed' | 'not-started';

interface Job {
  readonly request: ChildRequest;
  readonly resolve: (extraction: Extraction) => void;
  readonly reject: (error: AppError) => void;
}

/** A crash may be the child's own age or a stray error of the file before: one more try, in a fresh child. */
const TRIES = 2;
const MEMORY_POLL = 25;
/** A child that has not reported by then never will, ms. */
const START_LIMIT = 30_000;
/** Children that start at a time: with a hundred at once none would be ready within the limit. */
const STARTING = 4;
/** Time for an answer that is already in the pipe when the clock runs out because the parent itself was busy, ms. */
const GRACE = 50;
const HEAP_MEGABYTES = 192;

/** Creates the pool. Throws RangeError where a number makes no sense. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const settings: Settings = { timeoutMs: 20_000, memoryBytes: 350 * 1024 * 1024, filesPerChild: 50, ...options };
  for (const name of ['size', 'timeoutMs', 'memoryBytes', 'filesPerChild'] as const) {
    if (!Number.isFinite(settings[name]) || settings[name] < 1) throw new RangeError(`${name}: ${settings[name]}`);
  }
  return new Pool(settings);
}

class Pool implements Sandbox {
  private readonly queue: Job[] = [];
  private readonly idle: Child[] = [];
  private readonly living = new Set<Child>();
  private busy = 0;
  private starting = 0;
  /** Jobs that wait for an idle child or their turn to start one. */
  private readonly waiting: (() => void)[] = [];
  private isClosed = false;
  private readonly killAll = (): void => {
    for (const child of this.living) child.kill();
  };

  constructor(private readonly settings: Settings) {
    process.once('exit', this.killAll);
  }

  extract(bytes: Uint8Array, fileName: string): Promise<Extraction> {
    return new Promise((resolve, reject) => {
      this.queue.push({ request: { bytes, fileName, limits: this.settings.limits }, resolve, reject });
      this.next();
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    process.off('exit', this.killAll);
    this.next();
    await Promise.all([...this.living].map((child) => child.end()));
  }

  private next(): void {
    if (this.isClosed) {
      for (const job of this.queue.splice(0)) job.reject(closedError());
      return;
    }
    if (this.busy >= this.settings.size) return;
    const job = this.queue.shift();
    if (job === undefined) return;
    this.busy++;
    void this.run(job)
      .then(job.resolve, job.reject)
      .finally(() => {
        this.busy--;
        this.next();
      });
  }

  private async run(job: Job): Promise<Extraction> {
    let failure: Failure = 'crashed';
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      if (this.isClosed) throw closedError();
      const child = await this.takeChild();
      const outcome = await child.read(job.request);
      await this.putBack(child, typeof outcome === 'string');
      if (typeof outcome !== 'string') return outcome;
      failure = outcome;
      if (failure === 'timed-out' || failure === 'out-of-memory') break;
    }
    if (this.isClosed) throw closedError();
    if (failure === 'not-started') throw new AppError('sandbox', SANDBOX_TEXTS['not-started']);
    return this.failed(job.request.fileName, failure);
  }

  /** An idle child that still lives, else a new one once few enough others are starting. Rejects when the sandbox was closed meanwhile. */
  private async takeChild(): Promise<Child> {
    for (;;) {
      for (let child = this.idle.pop(); child !== undefined; child = this.idle.pop()) if (child.isAlive) return child;
      if (this.starting < STARTING) return this.startChild();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
      if (this.isClosed) throw closedError();
    }
  }

  private startChild(): Child {
    const child = new Child(this.settings);
    this.living.add(child);
    void child.gone.then(() => this.living.delete(child));
    this.starting++;
    void child.ready.then(() => {
      this.starting--;
      this.wake();
    });
    return child;
  }

  private async putBack(child: Child, hasFailed: boolean): Promise<void> {
    if (hasFailed || child.isWorn || !child.isAlive) await child.end();
    else this.idle.push(child);
    this.wake();
  }

  /** Lets all that wait look again, in their order. */
  private wake(): void {
    for (const look of this.waiting.splice(0)) look();
  }

  private failed(fileName: string, failure: Exclude<Failure, 'not-started'>): Extraction {
    const { timeoutMs, memoryBytes } = this.settings;
    const details = { 'timed-out': seconds(timeoutMs), 'out-of-memory': megabytes(memoryBytes), crashed: '' };
    return unread({ state: 'unreadable', format: 'unknown', messages: [fileMessage(failure, fileName, details[failure])] });
  }
}

function closedError(): AppError {
  return new AppError('sandbox', SANDBOX_TEXTS.closed);
}

/** One child process, from its start to its end. */
class Child {
  filesRead = 0;
  isAlive = true;
  /** Resolves when the process has ended, with how it ended. */
  readonly gone: Promise<Failure>;
  private readonly process: ChildProcess;
  /** Whether the process reported in time; it never rejects. */
  readonly ready: Promise<boolean>;

  constructor(private readonly settings: Settings) {
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

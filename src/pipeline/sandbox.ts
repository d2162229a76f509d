import { unread } from '../extract/extract.js';
import { megabytes, seconds } from '../extract/message-details.js';
import { fileMessage, SANDBOX_TEXTS } from '../extract/messages.js';
import { AppError } from '../model/errors.js';
import type { Extraction, ExtractLimits } from '../model/extraction.js';
import type { ChildRequest } from './extract-child.js';
import { type Failure, SandboxChild } from './sandbox-child.js';

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

interface Job {
  readonly request: ChildRequest;
  readonly resolve: (extraction: Extraction) => void;
  readonly reject: (error: AppError) => void;
}

/** A crash may be the child's own age or a stray error of the file before: one more try, in a fresh child. */
const TRIES = 2;
/** Children that start at a time: with a hundred at once none would be ready within the limit. */
const STARTING = 4;

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
  private readonly idle: SandboxChild[] = [];
  private readonly living = new Set<SandboxChild>();
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
  private async takeChild(): Promise<SandboxChild> {
    for (;;) {
      for (let child = this.idle.pop(); child !== undefined; child = this.idle.pop()) if (child.isAlive) return child;
      if (this.starting < STARTING) return this.startChild();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
      if (this.isClosed) throw closedError();
    }
  }

  private startChild(): SandboxChild {
    const child = new SandboxChild(this.settings);
    this.living.add(child);
    void child.gone.then(() => this.living.delete(child));
    this.starting++;
    void child.ready.then(() => {
      this.starting--;
      this.wake();
    });
    return child;
  }

  private async putBack(child: SandboxChild, hasFailed: boolean): Promise<void> {
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

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
  /** Memory is watched where /proc exists. */
  readonly limits: ExtractLimits;
  /** Files that one child reads before a fresh one takes its place; 200 unless given: starting one takes as long as reading dozens of short essays. */
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
  readonly request: Omit<ChildRequest, 'file'>;
  readonly resolve: (extraction: Extraction) => void;
  readonly reject: (error: AppError) => void;
}

/** A crash may be the child's own age or a stray error of the file before: one more try, in a fresh child. */
const TRIES = 2;
/** Children that start at a time: with a hundred at once none would be ready within the limit. */
const STARTING = 4;

/** Creates the pool. Throws RangeError where a number makes no sense. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const settings: Settings = { filesPerChild: 200, ...options };
  for (const [name, value] of [...Object.entries(settings.limits), ['size', settings.size], ['filesPerChild', settings.filesPerChild]]) {
    if (!Number.isFinite(value) || value < 1) throw new RangeError(`${name}: ${value}`);
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
    let failure: Failure = { kind: 'crashed' };
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      if (this.isClosed) throw closedError();
      const child = await this.takeChild();
      const outcome = await child.read(job.request);
      await this.putBack(child, 'kind' in outcome);
      if (!('kind' in outcome)) return outcome;
      failure = outcome;
      if (failure.kind !== 'crashed' && failure.kind !== 'not-started') break;
    }
    if (this.isClosed) throw closedError();
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

  private failed(fileName: string, failure: Failure): Extraction {
    const failed = (code: 'timed-out' | 'out-of-memory' | 'crashed', detail?: string): Extraction =>
      unread({ state: 'unreadable', format: 'unknown', messages: [fileMessage(code, fileName, detail)] });
    switch (failure.kind) {
      case 'timed-out':
        return failed('timed-out', seconds(failure.limit));
      case 'out-of-memory':
        return failed('out-of-memory', megabytes(failure.limit));
      case 'heap-full':
        return failed('out-of-memory', megabytes(this.settings.limits.memoryBytes));
      case 'crashed':
        return failed('crashed');
      case 'not-started':
        throw new AppError('sandbox', SANDBOX_TEXTS['not-started']);
    }
  }
}

function closedError(): AppError {
  return new AppError('sandbox', SANDBOX_TEXTS.closed);
}

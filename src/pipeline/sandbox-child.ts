import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { Socket } from 'node:net';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import type { Extraction, ExtractLimits } from '../model/extraction.js';
import type { ChildRequest } from './extract-child.js';
import { PIPE, sendFrame, takeFrames } from './frames.js';
import { childArguments } from './sandbox-permissions.js';
import { mostReplyBytes, parseReply } from './sandbox-reply.js';
import { type Overrun, residentBytes, Watch } from './sandbox-watch.js';

/** How a child ended instead of answering: it passed a limit, its heap was full, it died or said what no sound child says, or it never got ready. */
export type Failure = Overrun | { readonly kind: 'heap-full' | 'crashed' | 'not-started' };

export interface ChildSettings {
  /** The child's program. */
  readonly entry: URL;
  readonly limits: ExtractLimits;
  /** Files after which it is worn. */
  readonly filesPerChild: number;
}

/** A child that has not reported by then never will, ms. */
const START_LIMIT = 30_000;

/** Numbers of files are drawn from so many, so that no child can answer for a file that it was not given yet. */
const MOST_NUMBERS = 2 ** 47;

/** The file that a child is at. */
interface Current {
  readonly number: number;
  readonly watch: Watch;
  readonly settle: (outcome: Extraction | Failure) => void;
}

/** One child process, from its start to its end. */
export class SandboxChild {
  isAlive = true;
  /** Resolves when the process has ended. */
  readonly gone: Promise<void>;
  /** Whether the process reported in time; it never rejects. */
  readonly ready: Promise<boolean>;
  private readonly process: ChildProcess;
  /** null where the system has none left: then the process does not start either. */
  private readonly pipe: Socket | null;
  private files = 0;
  private current: Current | null = null;
  private noteReady: ((isReady: boolean) => void) | null = null;

  constructor(private readonly settings: ChildSettings) {
    this.process = spawn(process.execPath, [...childArguments(settings.entry), fileURLToPath(settings.entry), String(process.pid)], {
      env: bareEnvironment(),
      // No channel of Node's own: what it cannot deserialize ends the parent. Overlapped, so that Windows reads and writes it at a time.
      stdio: ['ignore', 'ignore', 'ignore', 'overlapped'],
    });
    lowerPriority(this.process.pid);
    const pipe = this.process.stdio?.[PIPE];
    this.pipe = pipe instanceof Socket ? pipe : null;
    if (this.pipe !== null) {
      const most = mostReplyBytes(settings.limits);
      takeFrames(
        this.pipe,
        most,
        (frame) => this.hear(frame),
        () => this.silence(),
      );
    }
    this.ready = this.waitUntilReady();
    this.gone = new Promise((resolve) => {
      const ended = (failure: Failure): void => {
        this.isAlive = false;
        this.noteReady?.(false);
        this.settle(failure);
        resolve();
      };
      this.process.once('exit', (code, signal) => ended(explainExit(code, signal)));
      // A process that could not be started has no exit.
      this.process.on('error', () => {
        if (this.process.pid === undefined) ended({ kind: 'crashed' });
      });
    });
  }

  /** Reads one file. Gives the reason when the child did not survive, or does not deserve to. */
  async read(request: Omit<ChildRequest, 'file'>): Promise<Extraction | Failure> {
    this.holdParent(true);
    try {
      if (!(await this.ready)) return { kind: 'not-started' };
      if (!this.isAlive) return { kind: 'crashed' };
      this.files++;
      const number = randomInt(MOST_NUMBERS);
      return await new Promise((settle) => {
        const watch = new Watch(this.process.pid, this.settings.limits, (overrun) => this.settle(overrun));
        this.current = { number, watch, settle };
        if (this.pipe !== null) sendFrame(this.pipe, serialize({ ...request, file: number } satisfies ChildRequest));
      });
    } finally {
      this.holdParent(false);
    }
  }

  /** Whether a fresh child should take its place: after its share of files, or swollen so that the next file would get the blame. */
  get isWorn(): boolean {
    const { filesPerChild, limits } = this.settings;
    return this.files >= filesPerChild || residentBytes(this.process.pid) > limits.memoryBytes / 2;
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

  /** Takes what a sound child says when it is due; a child that says anything else is heard no more. */
  private hear(frame: Buffer): void {
    const reply = parseReply(frame, this.settings.limits);
    if (reply?.kind === 'ready' && this.noteReady !== null) this.noteReady(true);
    else if (reply?.kind === 'done' && reply.file === this.current?.number) this.settle(reply.extraction);
    else if (reply?.kind !== 'page' || !this.current?.watch.addPage()) this.silence();
  }

  /** Stops listening, at the latest when nothing can be heard any more; how the process ended is then told by its exit. */
  private silence(): void {
    this.isAlive = false;
    this.pipe?.destroy();
    this.kill();
  }

  private settle(outcome: Extraction | Failure): void {
    this.current?.watch.end();
    this.current?.settle(outcome);
    this.current = null;
  }

  private waitUntilReady(): Promise<boolean> {
    return new Promise((resolve) => {
      const clock = setTimeout(() => this.noteReady?.(false), START_LIMIT);
      this.noteReady = (isReady) => {
        this.noteReady = null;
        clearTimeout(clock);
        resolve(isReady);
      };
    });
  }

  /** An idle child must not keep the parent from ending by itself. */
  private holdParent(isBusy: boolean): void {
    const action = isBusy ? 'ref' : 'unref';
    this.process[action]();
    this.pipe?.[action]();
  }
}

/** V8 aborts the process when its heap is full; Windows reports that as exit code 134. */
function explainExit(code: number | null, signal: NodeJS.Signals | null): Failure {
  return { kind: signal === 'SIGABRT' || code === 134 ? 'heap-full' : 'crashed' };
}

/** Nothing of the parent's settings or secrets; Windows alone needs its system folder to start a process. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const { SystemRoot } = process.env;
  return SystemRoot === undefined ? {} : { SystemRoot };
}

/** People who wait for a page come before files that are read. */
function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Some systems do not let a process do so; it works all the same.
  }
}

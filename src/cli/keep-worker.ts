import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Records } from '../corpus/records/records.js';
import type { EmbeddingOptions } from '../pipeline/embeddings/settings.js';
import { StallWatch } from '../pipeline/queue/stall-watch.js';
import { KILL_AT } from './kill-at.js';
import { withoutNames } from './service-log.js';

/** Milliseconds before a worker that died is started again: at first, and at most. */
const PAUSE = 250;
const LONGEST_PAUSE = 30_000;
/** A worker that lived so long did not die of its start, in milliseconds. */
const HEALTHY = 60_000;
/** Milliseconds that a worker has to end by itself. */
const GRACE = 3_000;

/** What a worker is started for. */
export interface WorkerTask {
  readonly folder: string;
  /** As the command line has them, checked; the worker reads the environment itself. */
  readonly embeddings: EmbeddingOptions;
}

/** The worker of a service, started again whenever it dies. */
export interface KeptWorker {
  /** Ends it; resolves once it is gone. */
  stop(): Promise<void>;
}

/** Starts the worker of a corpus and keeps it running. A job that one after the other dies of is ended as failed. */
export function keepWorker(task: WorkerTask, records: Records, log: Logger): KeptWorker {
  const watch = new StallWatch(records);
  const stopping = new AbortController();
  let current: { readonly child: ChildProcess; readonly gone: Promise<void> } | null = null;
  const kept = keep();
  return {
    async stop() {
      stopping.abort();
      if (current !== null) await endWorker(current);
      await kept;
    },
  };

  async function keep(): Promise<void> {
    let pause = PAUSE;
    for (let first = true; !stopping.signal.aborted; first = false) {
      const startedAt = Date.now();
      current = startWorker(task, first);
      await current.gone;
      current = null;
      if (stopping.signal.aborted) return;
      log.warn('the worker is gone and is started again');
      await watch.noteDeath().catch((error: unknown) => log.warn(withoutNames({ error }), 'its job cannot be looked at'));
      pause = Date.now() - startedAt > HEALTHY ? PAUSE : Math.min(LONGEST_PAUSE, pause * 2);
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }
}

function startWorker({ folder, embeddings }: WorkerTask, first: boolean): { readonly child: ChildProcess; readonly gone: Promise<void> } {
  // A worker that was made to die has shown what it should; the next one is to recover.
  const { [KILL_AT]: killAt, ...env } = process.env;
  const child = fork(new URL('./worker.js', import.meta.url), [folder, JSON.stringify(embeddings)], {
    env: { ...env, ...(first && killAt !== undefined && { [KILL_AT]: killAt }) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    // One that could not be started has no exit.
    child.once('error', () => resolve());
  });
  return { child, gone };
}

async function endWorker({ child, gone }: { readonly child: ChildProcess; readonly gone: Promise<void> }): Promise<void> {
  if (child.connected) child.disconnect();
  const kill = setTimeout(() => child.kill('SIGKILL'), GRACE);
  await gone;
  clearTimeout(kill);
}

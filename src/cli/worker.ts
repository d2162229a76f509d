import { setPriority } from 'node:os';
import type { Corpus } from '../corpus/corpus.js';
import type { Lease } from '../corpus/lease.js';
import { acquireLease } from '../corpus/sqlite/lease.js';
import { openSqliteRecords } from '../corpus/sqlite/records/open-records.js';
import { correctAssessment } from '../pipeline/correct-assessment.js';
import { Embeddings } from '../pipeline/embeddings/embeddings.js';
import { type EmbeddingOptions, type EmbeddingSettings, readEmbeddingSettings } from '../pipeline/embeddings/settings.js';
import { JobQueue } from '../pipeline/queue/work-off.js';
import { DEFAULT_JOBS, KEEPING, openCorpus, openSandbox } from './house.js';
import { killAtStep } from './kill-at.js';
import { createLog, withoutNames } from './service-log.js';

/** How urgent the machine's work is to the system: people who wait for a page come first. */
const BELOW_NORMAL = 10;
/** Milliseconds that a job waits for a command that writes essays; after that it is tried again by and by. */
const LEASE_WAIT = 10_000;

/** The service's second process: works off the queue of the corpus in `folder` until the process that started it is gone. */
async function work(folder: string, provider: EmbeddingSettings | null): Promise<void> {
  killAtStep('worker');
  // Whatever is under way is safe: the next worker goes on with it.
  process.on('disconnect', () => process.exit(0));
  // It may be gone already: nobody is told of that any more.
  if (!process.connected) process.exit(0);
  // A terminal sends these to both processes; the first one decides.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
  lowerPriority();
  const log = createLog('worker');
  const records = await openSqliteRecords({ folder, create: true, now: () => new Date(), correct: correctAssessment });
  const corpus = await openAlone(folder);
  const queue = new JobQueue({
    ...KEEPING,
    records,
    corpus,
    sandbox: openSandbox(DEFAULT_JOBS),
    jobs: DEFAULT_JOBS,
    embeddings: provider && new Embeddings(provider),
    takeLease: () => takeLease(folder, LEASE_WAIT),
    log: (facts, message) => log.warn(withoutNames(facts), message),
  });
  await queue.workOff(new AbortController().signal);
}

const takeLease = (folder: string, waitMs: number): Promise<Lease> => acquireLease(folder, 'writer', { holder: 'máy chủ soatbai', waitMs });

/** Opens the corpus and clears away what the worker before left; while a command writes essays that waits for the next start. */
async function openAlone(folder: string): Promise<Corpus> {
  const lease = await takeLease(folder, 0).catch(() => null);
  try {
    return await openCorpus({ folder, create: true, access: 'write', lease });
  } finally {
    lease?.release();
  }
}

function lowerPriority(): void {
  try {
    setPriority(BELOW_NORMAL);
  } catch {
    // Some systems do not let a process do so; it works all the same.
  }
}

const [folder, embeddings = '{}'] = process.argv.slice(2);
if (folder === undefined) throw new TypeError('the folder of the corpus is missing');
await work(folder, readEmbeddingSettings(JSON.parse(embeddings) as EmbeddingOptions, process.env));

import { Worker } from 'node:worker_threads';
import { SerialQueue } from '../corpus/serial-queue.js';
import type { ExportJob } from '../report/export-job.js';

/** Milliseconds that one file may take, and megabytes. */
const PATIENCE = 300_000;
const MEMORY = 1024;

/** Makes files in a thread of its own, one after the other: each takes memory, and nobody else waits for them. */
export function createExporter(): (job: ExportJob) => Promise<Uint8Array> {
  const queue = new SerialQueue();
  return (job) => queue.run(() => exportApart(job));
}

function exportApart(job: ExportJob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./export-thread.js', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
    const timer = setTimeout(() => void thread.terminate(), PATIENCE);
    thread.once('message', (bytes: Uint8Array) => resolve(bytes));
    thread.once('error', reject);
    thread.once('exit', (code) => {
      clearTimeout(timer);
      // Without effect once it has answered.
      reject(new Error(`exporting ended with ${code}`));
    });
  });
}

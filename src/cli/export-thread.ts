import { parentPort, workerData } from 'node:worker_threads';
import { type ExportJob, writeExport } from '../report/export-job.js';

// A thread that answers once: the web process stays free to answer pages.
const bytes = await writeExport(workerData as ExportJob);
// In memory of its own, so that it can be handed over whole.
const file = new Uint8Array(bytes);
parentPort?.postMessage(file, [file.buffer]);

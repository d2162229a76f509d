import { parentPort, workerData } from 'node:worker_threads';
import { readOutlineParagraphs } from '../pipeline/outline/read-outline.js';

// A thread that answers once: what a document takes of memory and time is not the web process's.
parentPort?.postMessage(await readOutlineParagraphs(workerData as Uint8Array));

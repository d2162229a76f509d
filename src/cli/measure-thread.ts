import { parentPort, workerData } from 'node:worker_threads';
import { measureText, type ProgrammeText } from '../pipeline/programmes/measure-text.js';

// A thread that answers once: the web process stays free to answer pages.
parentPort?.postMessage(measureText(workerData as ProgrammeText));

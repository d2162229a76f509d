import { parentPort, workerData } from 'node:worker_threads';
import { readSheetRows } from '../pipeline/roster/read-sheet.js';

// A thread that answers once: what a workbook takes of memory and time is not the web process's.
parentPort?.postMessage(await readSheetRows(workerData as Uint8Array));

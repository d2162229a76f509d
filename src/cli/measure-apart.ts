import { Worker } from 'node:worker_threads';
import { SerialQueue } from '../corpus/serial-queue.js';
import type { MeasuredText } from '../model/generic-text.js';
import type { ProgrammeText } from '../pipeline/programmes/measure-text.js';

/** Measures texts of programmes in a thread of its own, one after the other: looking for quotes in a long one takes as long as a page may wait. */
export function createMeasurer(): (text: ProgrammeText) => Promise<MeasuredText> {
  const queue = new SerialQueue();
  return (text) => queue.run(() => measureApart(text));
}

function measureApart(text: ProgrammeText): Promise<MeasuredText> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./measure-thread.js', import.meta.url), { workerData: text });
    thread.once('message', (measured: MeasuredText) => resolve(measured));
    thread.once('error', reject);
    // Without effect once it has answered.
    thread.once('exit', (code) => reject(new Error(`measuring a programme ended with ${code}`)));
  });
}

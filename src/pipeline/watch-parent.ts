import { workerData } from 'node:worker_threads';

// A thread of extract-child.ts: a parser caught in an endless loop never hears of a parent that was killed; this thread does, and
// takes the process along. It loads nothing else, so that little memory is enough for it: where it ends, nobody hears of that either.

/** How often it looks, ms. */
const WATCH_EVERY = 1000;

setInterval(() => {
  if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL');
}, WATCH_EVERY);

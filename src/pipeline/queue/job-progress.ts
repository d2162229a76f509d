import type { Jobs } from '../../corpus/records/jobs.js';
import type { TellProgress } from './parts.js';

/** Milliseconds between two notes of one step: people watch, and every note is a write. */
const PAUSE = 300;

/** Notes how far a job has come, each step at once and its figures now and then; `settled` waits for the last note. */
export function noteProgress(jobs: Jobs, id: number): { readonly tell: TellProgress; readonly settled: () => Promise<void> } {
  let last = { step: '', at: 0 };
  let written: Promise<void> = Promise.resolve();
  return {
    tell: (step, done, total) => {
      const now = Date.now();
      if (step === last.step && now - last.at < PAUSE) return;
      last = { step, at: now };
      // A note that cannot be written costs nothing but the view of it: whatever is wrong shows in the work itself.
      written = written.then(() => jobs.progress(id, step, done, total)).catch(() => undefined);
    },
    settled: () => written,
  };
}

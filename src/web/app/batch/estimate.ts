import type { Say } from '../../words/words.js';

/** How far a step was at a moment, in milliseconds of any clock that only goes forward. */
export interface Sighting {
  readonly step: string;
  readonly at: number;
  readonly done: number;
  readonly total: number;
}

/** Before this much was seen, any figure would be a guess. */
const SEEN_MILLISECONDS = 6000;
const SEEN_DONE = 5;
/** Only the recent pace counts. */
const WINDOW = 60_000;

/** Adds a sighting; those of an earlier step, or too old to count, are dropped. */
export function addSighting(seen: readonly Sighting[], next: Sighting): readonly Sighting[] {
  const last = seen.at(-1);
  if (last !== undefined && last.step === next.step && last.done === next.done && last.total === next.total) return seen;
  return [...seen.filter(({ step, at, done }) => step === next.step && done <= next.done && next.at - at <= WINDOW), next];
}

/** Seconds that a step will still take at its recent pace; null while too little was seen to be honest. */
export function estimateSeconds(seen: readonly Sighting[]): number | null {
  const [first, last] = [seen[0], seen.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [time, done] = [last.at - first.at, last.done - first.done];
  if (time < SEEN_MILLISECONDS || done < SEEN_DONE) return null;
  return (((last.total - last.done) / done) * time) / 1000;
}

/** "còn khoảng 2 phút"; coarse, since it is an estimate. */
export function describeEstimate(seconds: number, say: Say): string {
  if (seconds < 5) return say('batch.soon');
  if (seconds < 55) return say('batch.about', { time: say('batch.seconds', { n: Math.ceil(seconds / 10) * 10 }) });
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return say('batch.about', { time: say('batch.minutes', { n: minutes }) });
  const [hours, rest] = [Math.floor(minutes / 60), Math.round((minutes % 60) / 10) * 10];
  if (rest === 0 || rest === 60) return say('batch.about', { time: say('batch.hours', { n: hours + rest / 60 }) });
  return say('batch.about', { time: say('batch.hoursMinutes', { hours, minutes: rest }) });
}

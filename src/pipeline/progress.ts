/** The steps of a batch that take long enough to be watched. */
export type Step = 'read' | 'match';

/** Told how far a step has come; `done` rises to `total`. */
export type Progress = (step: Step, done: number, total: number) => void;

/** Runs `work` on every item, at most `width` at a time, and gives the results in the order of the items. */
export async function mapConcurrently<T, R>(items: readonly T[], width: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const i = next++;
      results[i] = await work(items[i]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}

import type { Records } from '../../corpus/records/records.js';
import type { WriterMatch } from '../../corpus/records/writers.js';
import { createWriterMatcher } from './match-writers.js';

/** Essays matched before others get their turn: a few milliseconds. */
const AT_A_TIME = 50;

/** Finds the writers of a campaign's essays that have none: at the unit of a batch, or of whoever the records are for. AppError `unknown-id`. */
export async function nameWriters({ writers }: Pick<Records, 'writers'>, campaign: string, batch: string | null): Promise<void> {
  const { people, essays } = await writers.material(campaign, batch);
  if (people.length === 0 || essays.length === 0) return;
  const match = createWriterMatcher(people);
  const matches: WriterMatch[] = [];
  for (const [place, essay] of essays.entries()) {
    if (place % AT_A_TIME === 0) await new Promise((resolve) => setImmediate(resolve));
    matches.push(match(essay));
  }
  await writers.settle(campaign, matches);
}

import { expect } from 'vitest';
import { KEEPING } from '../../src/cli/house.js';
import { acquireLease } from '../../src/corpus/sqlite/lease.js';
import { JobQueue } from '../../src/pipeline/queue/work-off.js';
import { openCorpus } from '../corpus/folders.js';
import { HERE } from '../support/here.js';
import type { Service } from './service.js';

/** Does what waits, as the service's second process would. */
export async function workOff({ records, folder }: Service): Promise<void> {
  const corpus = await openCorpus(folder);
  try {
    const queue = new JobQueue({
      ...KEEPING,
      records,
      corpus,
      sandbox: HERE,
      jobs: 1,
      takeLease: () => acquireLease(folder, 'writer', { holder: 'thử', waitMs: 1000 }),
      log: (facts, message) => expect.unreachable(`${message} ${String(facts.error)}`),
    });
    for (let turn = await queue.takeTurn(); turn === 'worked'; ) turn = await queue.takeTurn();
  } finally {
    await corpus.close();
  }
}

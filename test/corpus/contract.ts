import { afterEach, beforeEach, describe, expect } from 'vitest';
import { Bench, type CorpusHomes } from './bench.js';
import { describeFinding, describeFrequencies, describeOrder } from './contract-finding.js';
import { describeKeeping, describeRemoving, describeReopening } from './contract-keeping.js';
import { describeRefreshing } from './contract-refreshing.js';
import { describeTraces } from './contract-traces.js';

/** The suite that every implementation of Corpus must pass. */
export function describeCorpusContract(name: string, homes: CorpusHomes): void {
  describe(name, () => {
    const bench = new Bench(homes);
    beforeEach(() => bench.start());
    afterEach(async () => {
      expect(await bench.corpus.verify()).toEqual([]);
      await bench.corpus.close();
    });
    describeKeeping(bench);
    describeRefreshing(bench);
    describeTraces(bench);
    describeRemoving(bench);
    if (homes.persistent) describeReopening(bench);
    describeFinding(bench);
    describeFrequencies(bench);
    describeOrder(bench);
  });
}

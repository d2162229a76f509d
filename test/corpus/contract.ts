import { afterEach, beforeEach, describe, expect } from 'vitest';
import { Bench, type CorpusHome } from './bench.js';
import { describeFinding, describeFrequencies, describeOrder } from './contract-finding.js';
import { describeKeeping, describeRemoving, describeReopening } from './contract-keeping.js';

/** The suite that every implementation of Corpus must pass. `createHome` is called at the start of each test, or within it. */
export function describeCorpusContract(name: string, createHome: () => Promise<CorpusHome>): void {
  describe(name, () => {
    const bench = new Bench(createHome);
    beforeEach(() => bench.start());
    afterEach(async () => {
      expect(await bench.corpus.verify()).toEqual([]);
      await bench.corpus.close();
    });
    describeKeeping(bench);
    describeRemoving(bench);
    describeReopening(bench);
    describeFinding(bench);
    describeFrequencies(bench);
    describeOrder(bench);
  });
}

import { afterAll, describe, expect, it } from 'vitest';
import { fuzz } from '../../scripts/fuzz/run.mjs';
import { makeCase, readSeeds } from '../../scripts/fuzz/seeds.mjs';
import { collectInputs } from '../../src/pipeline/intake/collect.js';
import { createSandbox } from '../../src/pipeline/sandbox.js';
import { withLimits } from './make-files.js';

/** The quick version of `npm run fuzz`, which tries 200,000. */
const CASES = 320;
const SEED = 20261126;

// Text is not looked for in pictures: that takes seconds a page.
const limits = withLimits({ pixels: 1 });
// Starting a child costs more than reading a hundred of these files.
const entry = new URL('../../dist/pipeline/extract-child.js', import.meta.url);
const sandbox = createSandbox({ entry, size: 2, limits, filesPerChild: CASES });
afterAll(() => sandbox.close());

describe('whatever happens to its bytes', () => {
  it('a file ends in a state with messages and sound places, and neither fells its reader nor holds it up', async () => {
    const rows = await fuzz(
      { cases: CASES, seed: SEED, lanes: 2 },
      { extract: (...file) => sandbox.extract(...file), collectInputs, limits },
    );
    const faults = rows.flatMap((row) => row.faults.map((one) => `${one.case.fileName}: ${one.faults.join('; ')}`));
    expect(faults).toEqual([]);
    expect(rows.map(({ format }) => format)).toEqual(['doc', 'docx', 'html', 'odt', 'pdf', 'rtf', 'txt', 'zip']);
    // Changes that no file survived, or that no file noticed, would try nothing.
    const states = (name: string): number => rows.find(({ format }) => format === name)!.states.size;
    for (const format of ['docx', 'pdf', 'zip']) expect(states(format), format).toBeGreaterThan(1);
  });

  it('the same seed and number give the same file again', async () => {
    const seeds = await readSeeds();
    for (let number = 0; number < 16; number++) {
      const [one, other] = [await makeCase(seeds, 7, number), await makeCase(seeds, 7, number)];
      expect(other, one.fileName).toEqual(one);
    }
    expect((await makeCase(seeds, 8, 0)).bytes).not.toEqual((await makeCase(seeds, 7, 0)).bytes);
  });
});

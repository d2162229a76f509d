import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkCorpus, goThrough, run } from '../../scripts/service/drive.mjs';

const folder = mkdtempSync(join(tmpdir(), 'soatbai-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The short version of `npm run kills`: one process dies at each of these, the service is started again, the work goes on. */
const STEPS = ['upload.renamed', 'batch.sealed', 'essays.row', 'match.done', 'work.committed', 'withdraw.removed', 'draft.applied'];

describe('a service whose processes are killed', () => {
  it('loses nothing that was acknowledged and ends with the figures of an undisturbed run', { timeout: 240_000 }, async () => {
    const [calm, killed] = [join(folder, 'calm', 'data'), join(folder, 'killed', 'data')];
    const undisturbed = await goThrough(calm, { steps: [], withoutBackup: true });
    const disturbed = await goThrough(killed, { steps: STEPS });
    expect(disturbed.killed.filter((step) => !step.startsWith('backup.')).sort()).toEqual([...STEPS].sort());
    expect(disturbed.outcome).toEqual(undisturbed.outcome);
    expect(await checkCorpus(killed)).toEqual(await checkCorpus(calm));
    expect(undisturbed.outcome.rows.length).toBe(9);

    // What has a result on the page leaves by the page, which logs it and works out the others anew.
    const shown = undisturbed.outcome.rows[0].id;
    const removal = await run(['corpus', 'remove', shown, '--data', calm]);
    expect(removal).toMatchObject({ status: 2, output: expect.stringContaining('rút lô') });
    expect(JSON.parse((await run(['corpus', 'list', '--json', '--data', calm])).output)).toContainEqual(
      expect.objectContaining({ id: shown }),
    );
  });
});

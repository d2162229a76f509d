import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../../src/model/assessment.js';
import { openCorpus } from '../folders.js';
import { ADMIN, assessmentOf, essays, Service, workOn } from './service.js';
import { addUnits, onDatabase, scopeOf } from './units.js';

/** What the campaign list tells of its only campaign: accepted, review, rewrite; concluded. */
async function listed({ records }: Service, unit: string | null = null): Promise<string> {
  const [campaign] = await (unit === null ? records : records.within(scopeOf(unit))).campaigns.list();
  const { accept, review, rewrite, concluded } = campaign!;
  return `${accept} ${review} ${rewrite}; ${concluded}`;
}

describe('what the campaign list counts', () => {
  it('follows results as they come, change, are concluded on and go, and come again', async () => {
    const service = await Service.open();
    const { results, batches, jobs } = service.records;
    const campaign = await service.campaign();
    const read = await service.readBatch(campaign, essays(4));
    const [first, ...rest] = read.submissions;
    const proposing = (proposal: Proposal) => assessmentOf(first!, { proposal });
    await results.record(workOn(read, campaign));
    expect(await listed(service)).toBe('4 0 0; 0');
    const again = await service.readBatch(campaign, essays(1), 'khóa-2');
    const changed = { campaign: campaign.id, batch: again.batch.id, version: campaign.version, assessment: proposing('rewrite') };
    await results.record(workOn(again, campaign, { results: [changed] }));
    expect(await listed(service)).toBe('3 0 1; 0');
    const decided = { verdict: 'rewrite', grounds: ['copied'], reason: 'Trùng.' } as const;
    await results.conclude(campaign.id, first!.id, { ...decided, revision: 0 }, ADMIN);
    await results.conclude(campaign.id, first!.id, { ...decided, reason: 'Vẫn trùng.', revision: 1 }, ADMIN);
    await results.acceptAll(
      campaign.id,
      rest.slice(0, 2).map(({ id }) => id),
      ADMIN,
    );
    expect(await listed(service)).toBe('3 0 1; 3');
    await service.corpus.remove([first!.id, rest[0]!.id]);
    expect(await listed(service)).toBe('2 0 0; 1');
    // Conclusions outlive their essays: who hands in the same again finds that it was concluded on.
    await results.record(workOn(await service.readBatch(campaign, essays(1), 'khóa-3'), campaign));
    expect(await listed(service)).toBe('3 0 0; 2');
    expect(await jobs.next()).toBeNull();
    expect(await batches.list(campaign.id)).toHaveLength(3);
    expect(await service.corpus.verify()).toEqual([]);
  });

  it('is each unit’s own, and counted anew by whoever verifies the corpus', async () => {
    const service = await Service.open();
    addUnits(service.folder, [['a', 'Chi bộ A', 'goc']]);
    const campaign = await service.campaign();
    const others = essays(2, 10).map((essay) => ({ ...essay, tenant: 'a' }));
    await service.assessedBatch(campaign, [...essays(3), ...others]);
    expect([await listed(service), await listed(service, 'goc'), await listed(service, 'a')]).toEqual(['5 0 0; 0', '3 0 0; 0', '2 0 0; 0']);
    onDatabase(service.folder, (database) => database.exec(`UPDATE result_count SET essays = 4 WHERE unit = 'goc'`));
    const corpus = await openCorpus(service.folder, { access: 'read' });
    expect((await corpus.verify()).map(({ text }) => text)).toEqual([expect.stringContaining('Số bài theo từng đợt không khớp')]);
    await corpus.close();
  });
});

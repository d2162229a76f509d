import { describe, expect, it } from 'vitest';
import { readKeptResults } from '../../../src/pipeline/agreement/kept-results.js';
import { ADMIN, essays, Service, workOn } from '../../corpus/records/service.js';

const FOLDER = 'kho';

describe('readKeptResults', () => {
  it('takes what was concluded on the page, with the limits in force', async () => {
    const service = await Service.open();
    const campaign = await service.campaign();
    const read = await service.readBatch(campaign, essays(3));
    await service.records.results.record(workOn(read, campaign));
    const [first, second] = read.submissions;
    const conclude = (id: string, verdict: 'accepted' | 'rewrite') =>
      service.records.results.conclude(
        campaign.id,
        id,
        { verdict, grounds: verdict === 'rewrite' ? ['content'] : [], reason: 'Thiếu liên hệ.', revision: 0 },
        ADMIN,
      );
    await conclude(first!.id, 'accepted');
    await conclude(second!.id, 'rewrite');

    const kept = await readKeptResults(service.records, null, FOLDER);
    expect(kept).toMatchObject({ campaign: 'Đợt 1', policy: campaign.definition.policy });
    expect(kept.themes.map(({ id }) => id)).toEqual(['nhan-thuc', 'de-nghi']);
    expect(kept.essays).toHaveLength(3);
    expect(kept.judged.map(({ id, proposal, judgement }) => [id, proposal, judgement.verdict, judgement.grounds])).toEqual([
      [first!.id, 'accept', 'accepted', []],
      [second!.id, 'accept', 'rewrite', ['content']],
    ]);
    expect(await readKeptResults(service.records, 'Đợt 1'.normalize('NFD'), FOLDER)).toMatchObject({ campaign: 'Đợt 1' });
  });

  it('asks which campaign is meant', async () => {
    const service = await Service.open();
    await expect(readKeptResults(service.records, null, FOLDER)).rejects.toMatchObject({
      code: 'argument',
      message: expect.stringContaining('chưa có đợt'),
    });
    await service.campaign('Học tập quý một');
    await service.campaign('Học tập quý hai');
    await expect(readKeptResults(service.records, null, FOLDER)).rejects.toThrow('--campaign');
    await expect(readKeptResults(service.records, 'Học tập quý ba', FOLDER)).rejects.toThrow('có phải “Học tập quý hai”');
  });
});

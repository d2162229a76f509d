import { describe, expect, it } from 'vitest';
import { BETWEEN, OTHER_AFTER, OTHER_BEFORE, SHARED, twoCells } from './two-cells.js';
import { scopeOf } from './units.js';

describe('an essay of another unit', () => {
  it('is told by its passages and its unit, and by nothing else', async () => {
    const { service, campaign, ids } = await twoCells();
    const [own, foreign] = ids;
    const { results, log } = service.records.within(scopeOf('a'));
    const result = (await results.one(campaign.id, own))!;
    const [match] = result.assessment.matches;
    expect(match).toMatchObject({ file: 'Một bài của Chi bộ thôn Hạ', similarityOfThis: 0.42, similarityOfThat: null });
    const document = (await results.document(campaign.id, match!.id))!;
    expect(document).toMatchObject({ file: match!.file, isForeign: true, origin: { campaign: null, unit: 'Chi bộ thôn Hạ' } });
    expect(match!.passages.map(({ second }) => document.text.slice(second.start, second.end))).toEqual([
      SHARED.slice(0, 20).join(' '),
      SHARED.slice(20).join(' '),
    ]);
    expect(document.text.split('[…]')).toHaveLength(4);

    const brief = await results.ofCampaign(campaign.id);
    expect(brief.map(({ assessment }) => assessment.submission.id)).toEqual([own]);
    expect(brief[0]!.assessment.reasons).toEqual(result.assessment.reasons);
    expect(result.assessment.reasons.map(({ text }) => text)).toEqual([
      'Trùng khớp với một bài 42% (mức viết lại: từ 40%): một bài của Chi bộ thôn Hạ. Ở một bài của Chi bộ thôn Hạ, phần trùng nằm ngoài thân bài, trong đầu trang: hãy xem bài đó trước.',
      'Ngoài thân bài có 90 âm tiết trùng với một bài của Chi bộ thôn Hạ (mức xem xét: từ 80).',
    ]);
    const [group] = await results.groups(campaign.id);
    expect(group).toMatchObject({ members: [own, match!.id], others: [{ id: match!.id, unit: 'Chi bộ thôn Hạ' }] });
    expect(await results.pairs(campaign.id)).toMatchObject([{ first: own, second: match!.id, shareOfFirst: 0.6, shareOfSecond: null }]);
    expect(result.assessment.group).toBe('g1');

    const told = JSON.stringify([result, document, brief, group, await log.list({ limit: 100 })]);
    for (const secret of [foreign, 'Bui Thi Hoa', '00112233', 'B9', OTHER_BEFORE[3]!, BETWEEN[2]!, OTHER_AFTER[1]!]) {
      expect(told).not.toContain(secret);
    }
  });

  it('has an id that means something beside one own essay only', async () => {
    const { service, campaign, ids } = await twoCells();
    const [own, foreign] = ids;
    const [atA, atB] = [service.records.within(scopeOf('a')), service.records.within(scopeOf('b'))];
    const { id } = (await atA.results.one(campaign.id, own))!.assessment.matches[0]!;
    expect((await atA.results.one(campaign.id, own))!.assessment.matches[0]!.id).toBe(id);
    expect(await atA.results.document(campaign.id, foreign)).toBeNull();
    expect(await atB.results.document(campaign.id, id)).toBeNull();
    expect(await atA.results.document(campaign.id, id.replace(own, foreign))).toBeNull();
    expect(await atA.results.one(campaign.id, foreign)).toBeNull();
    expect(await atA.results.document('khác', id)).toBeNull();
  });

  it('is no other to whoever works at both units', async () => {
    const { service, campaign, ids } = await twoCells();
    const whole = service.records.results;
    const { results } = service.records.within(scopeOf('a', 'b'));
    for (const id of ids) {
      expect(await results.one(campaign.id, id)).toEqual(await whole.one(campaign.id, id));
      expect(await results.document(campaign.id, id)).toEqual(await whole.document(campaign.id, id));
    }
    expect(await results.ofCampaign(campaign.id)).toEqual(await whole.ofCampaign(campaign.id));
    expect(await results.groups(campaign.id)).toEqual(await whole.groups(campaign.id));
    expect(await results.pairs(campaign.id)).toEqual(await whole.pairs(campaign.id));
  });
});

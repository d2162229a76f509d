import { describe, expect, it } from 'vitest';
import { BETWEEN, FILE, OTHER_TEXT, twoCells } from './two-cells.js';
import { scopeOf } from './units.js';

const DAY = 86_400_000;
const REASON = 'Cần xem phần trước và sau đoạn trùng để kết luận.';
const [MAN, HOA] = ['Đoàn Thị Mận', 'Lê Văn Hòa'];

/** Cell A's request for the text of cell B's essay. */
async function asked() {
  const cells = await twoCells();
  const { service, campaign, ids } = cells;
  const [atA, atB] = [service.records.within(scopeOf('a')), service.records.within(scopeOf('b'))];
  const other = (await atA.results.one(campaign.id, ids[0]))!.assessment.matches[0]!.id;
  const request = await atA.textRequests.ask({ campaign: campaign.id, other, reason: REASON }, MAN);
  return { ...cells, atA, atB, other, request };
}

describe('a request for the whole of an essay', () => {
  it('lets the other unit see the asking unit and the reason, and nothing of its essay', async () => {
    const { atA, atB, campaign, ids, other, request } = await asked();
    expect(request).toMatchObject({ side: 'sent', unit: 'Chi bộ thôn Hạ', essay: ids[0], other, state: 'waiting', askedBy: MAN });
    const again = await atA.textRequests.ask({ campaign: campaign.id, other, reason: 'Bấm hai lần.' }, MAN);
    expect(again).toEqual(request);
    const [received, ...more] = await atB.textRequests.list();
    expect(more).toEqual([]);
    expect(received).toMatchObject({
      side: 'received',
      unit: 'Chi bộ thôn Thượng',
      essay: ids[1],
      file: FILE,
      reason: REASON,
      other: null,
      askedBy: null,
    });
    expect([await atA.textRequests.countWaiting(), await atB.textRequests.countWaiting()]).toEqual([0, 1]);
    expect(JSON.stringify([received, await atB.log.list({ limit: 50 })])).not.toMatch(new RegExp(`${ids[0]}|của A|A1|${MAN}`));
    expect(JSON.stringify([request, await atA.log.list({ limit: 50 })])).not.toMatch(new RegExp(`${ids[1]}|Bui Thi Hoa|B9`));
    await expect(atB.textRequests.ask({ campaign: campaign.id, other, reason: REASON }, HOA)).rejects.toMatchObject({ code: 'unknown-id' });
  });

  it('opens the text for thirty days once approved, each reading logged at both units, until it is taken back', async () => {
    const { service, atA, atB, ids, request } = await asked();
    await expect(atA.textRequests.read(request.id, MAN)).rejects.toMatchObject({ code: 'unknown-id' });
    await expect(atA.textRequests.decide(request.id, { state: 'approved', answer: '', revision: 0 }, MAN)).rejects.toMatchObject({
      code: 'unknown-id',
    });
    const approved = await atB.textRequests.decide(request.id, { state: 'approved', answer: 'Đồng ý.', revision: 0 }, HOA);
    expect(approved).toMatchObject({ state: 'approved', revision: 1, decidedBy: HOA, until: '2026-12-25T08:00:00.000Z' });
    const late = atB.textRequests.decide(request.id, { state: 'refused', answer: 'Không.', revision: 0 }, 'người khác');
    await expect(late).rejects.toMatchObject({ code: 'request-decided', message: expect.stringContaining(`đồng chí ${HOA}`) });

    const { document } = await atA.textRequests.read(request.id, MAN);
    expect(document.text).toBe(OTHER_TEXT);
    expect(document.file).toBe('Một bài của Chi bộ thôn Hạ');
    await expect(atB.textRequests.read(request.id, HOA)).rejects.toMatchObject({ code: 'unknown-id' });
    const [[lineA], [lineB]] = [await atA.log.list({ limit: 1 }), await atB.log.list({ limit: 1 })];
    expect(lineA).toMatchObject({ kind: 'viewed', actor: MAN, submission: ids[0], details: { other: 'Chi bộ thôn Hạ' } });
    expect(lineB).toMatchObject({ kind: 'viewed', actor: 'Chi bộ thôn Thượng', submission: ids[1] });
    expect(await service.records.log.verify()).toBeNull();

    service.clock.pass(30 * DAY);
    await expect(atA.textRequests.read(request.id, MAN)).rejects.toMatchObject({ code: 'unknown-id' });
    service.clock.pass(-DAY);
    expect((await atA.textRequests.read(request.id, MAN)).document.text).toContain(BETWEEN[2]);
    await atB.textRequests.decide(request.id, { state: 'withdrawn', answer: 'Đã xong việc.', revision: 1 }, HOA);
    await expect(atA.textRequests.read(request.id, MAN)).rejects.toMatchObject({ code: 'unknown-id' });
    expect(await atA.textRequests.list()).toMatchObject([{ state: 'withdrawn', answer: 'Đã xong việc.', decidedBy: null, until: null }]);
  });
});

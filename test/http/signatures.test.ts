import { describe, expect, test } from 'vitest';
import type { BatchSigningView } from '../../src/api/signatures.js';
import { onDatabase } from '../corpus/records/units.js';
import { failureOf } from './service.js';
import { enterAs } from './units.js';
import { workOff } from './work-off.js';
import { conclude, yearStory } from './year-story.js';

describe('the name under a batch', () => {
  test('is the secretary’s, for counts that were seen; what is concluded later shows beside them', async () => {
    const { service, unit, committee, campaigns, essays } = await yearStory();
    const { batch, essay } = essays.his;
    const address = `/api/batches/${batch}/signature`;
    const secretary = await enterAs(service, unit, ['secretary'], 'Đồng chí Lương Thị Hậu');
    const before = (await secretary.get(address).expect(200)).body as BatchSigningView;
    expect(before).toMatchObject({ counts: { essays: 1, accepted: 0, rewrite: 0, open: 1 }, signature: null, concludedSince: 0 });

    const given = { post: 'Bí thư', name: 'Lương Thị Hậu', counts: before.counts, before: null };
    // Somebody concludes while the secretary reads.
    await conclude(committee, campaigns.first, essay, { verdict: 'accepted', grounds: [], reason: '', revision: 0 });
    const refused = await secretary.send('put', address, given).expect(409);
    expect(failureOf(refused).code).toBe('signature-outdated');
    expect((refused.body as { error: { details: unknown } }).error.details).toMatchObject({ counts: { accepted: 1, open: 0 } });

    const seen = { ...given, counts: { essays: 1, accepted: 1, rewrite: 0, open: 0 } };
    const signed = (await secretary.send('put', address, seen).expect(200)).body as BatchSigningView;
    expect(signed).toMatchObject({
      signature: { post: 'Bí thư', name: 'Lương Thị Hậu', by: 'Đồng chí Lương Thị Hậu', counts: { accepted: 1, open: 0 } },
      concludedSince: 0,
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await conclude(committee, campaigns.first, essay, { verdict: 'rewrite', grounds: ['content'], reason: 'Xem lại ý hai.', revision: 1 });
    const later = (await committee.get(address).expect(200)).body as BatchSigningView;
    expect(later).toMatchObject({
      counts: { accepted: 0, rewrite: 1 },
      signature: { counts: { accepted: 1, rewrite: 0 } },
      concludedSince: 1,
    });
    // Signed anew: over the signature that was on the screen only.
    expect(failureOf(await secretary.send('put', address, { ...seen, counts: later.counts }).expect(409)).code).toBe('signature-outdated');
    const anew = { ...seen, counts: later.counts, before: signed.signature!.at };
    expect((await secretary.send('put', address, anew).expect(200)).body).toMatchObject({
      signature: { counts: { rewrite: 1 } },
      concludedSince: 0,
    });

    const inspection = await enterAs(service, unit, ['inspection']);
    const { body: lines } = await inspection.get('/api/log?kinds=batch-signed').expect(200);
    expect((lines as { actor: string; details: object }[]).map(({ actor, details }) => ({ actor, ...details }))).toMatchObject([
      { actor: 'Đồng chí Lương Thị Hậu', signer: 'Lương Thị Hậu', post: 'Bí thư', rewrite: 1 },
      { accepted: 1, rewrite: 0 },
    ]);
    await inspection.send('put', address, anew).expect(404);
    await committee.send('put', address, anew).expect(404);
  });

  test('finds the secretary the batches of a campaign, and nothing of what the machine found', async () => {
    const { service, unit, campaigns, essays } = await yearStory();
    const secretary = await enterAs(service, unit, ['secretary']);
    const campaign = (await secretary.get(`/api/campaigns/${campaigns.first}`).expect(200)).body as { batchList: unknown[] };
    expect(campaign).toMatchObject({ batches: 3, accept: 0, review: 0, rewrite: 0, concluded: 0 });
    expect(campaign.batchList).toHaveLength(3);
    await secretary.get(`/api/batches/${essays.his.batch}`).expect(200);
    await secretary.get(`/api/campaigns/${campaigns.first}/overview`).expect(404);
    const board = await enterAs(service, unit, ['board']);
    expect((await board.get(`/api/campaigns/${campaigns.first}`).expect(200)).body).toMatchObject({ batches: 0, batchList: [] });
    await board.get(`/api/batches/${essays.his.batch}`).expect(404);
  });

  test('stands under the letters once the unit has said who signs', async () => {
    const { service, unit, committee, campaigns, essays } = await yearStory();
    const letter = `/api/campaigns/${campaigns.first}/essays/${encodeURIComponent(essays.again.essay)}/letter`;
    expect((await committee.get(letter).expect(200)).text).not.toContain('Lương Thị Hậu');
    const administrator = await enterAs(service, unit, ['administrator']);
    await administrator.send('put', `/api/units/${unit}/signer`, { post: 'Bí thư', name: 'Lương Thị Hậu' }).expect(200);
    for (const format of ['text', 'html'] as const) {
      const { text } = await committee.get(`${letter}?format=${format}`).expect(200);
      expect(text.indexOf('BÍ THƯ')).toBeGreaterThan(0);
      expect(text.indexOf('Lương Thị Hậu')).toBeGreaterThan(text.indexOf('BÍ THƯ'));
    }
  });
});

describe('what is exemplary', () => {
  test('is marked with a note, told to the campaign, counted, and taken back; once only', async () => {
    const { service, unit, committee, campaigns, essays } = await yearStory();
    const address = `/api/campaigns/${campaigns.first}/exemplary`;
    const reviewer = await enterAs(service, unit, ['reviewer'], 'Đồng chí Quàng Văn Thẩm');
    const mark = { essay: essays.his.essay, unit: null, note: 'Nêu được việc cụ thể, có ngày, có số.' };
    const { marks } = (await reviewer.send('post', address, mark).expect(200)).body as { marks: { id: string }[] };
    expect(marks).toMatchObject([
      { essay: { file: 'binh.txt', writer: 'Bế Văn Bình' }, note: mark.note, by: 'Đồng chí Quàng Văn Thẩm', mayUndo: true },
    ]);
    expect(failureOf(await committee.send('post', address, mark).expect(409)).message).toContain('Quàng Văn Thẩm');
    const counted = async (): Promise<unknown> =>
      (
        await service.records
          .within({ actor: 'x', account: null, person: null, units: [unit] })
          .figures.of(campaigns.first, { unit, keyCadres: false })
      ).own;
    expect(await counted()).toMatchObject({ exemplaryEssays: 1, exemplaryUnits: 0 });
    // No unit praises itself.
    await committee.send('post', address, { essay: null, unit, note: 'Tự nêu gương đơn vị mình.' }).expect(404);

    const undone = (await committee.send('post', `${address}/${marks[0]!.id}/undo`).expect(200)).body as { marks: unknown[] };
    expect(undone.marks).toEqual([]);
    expect(await counted()).toMatchObject({ exemplaryEssays: 0 });
    const { body } = await committee.get(`/api/campaigns/${campaigns.first}/log?kinds=exemplary-marked,exemplary-undone`).expect(200);
    expect((body as { kind: string; actor: string }[]).map(({ kind, actor }) => [kind, actor])).toEqual([
      ['exemplary-undone', 'Đồng chí Lục Thị Ghi'],
      ['exemplary-marked', 'Đồng chí Quàng Văn Thẩm'],
    ]);
  });

  test('goes with the batch that is withdrawn', async () => {
    const { service, committee, campaigns, essays } = await yearStory();
    const address = `/api/campaigns/${campaigns.first}/exemplary`;
    await committee.send('post', address, { essay: essays.his.essay, unit: null, note: 'Bài có việc cụ thể.' }).expect(200);
    await committee.send('post', `/api/batches/${essays.his.batch}/withdraw`, { reason: 'nộp nhầm lô' }).expect(200);
    await workOff(service);
    expect((await committee.get(address).expect(200)).body).toMatchObject({ marks: [] });
  });

  test('of units below is marked from above: both see it, and no essay goes up', async () => {
    const { service, unit, committee, essays } = await yearStory();
    const above = await enterAs(service, 'goc', ['committee'], 'Đồng chí ở trên');
    const { id: common } = (await above.send('post', '/api/campaigns', { name: 'Đợt chung', themes: [] }).expect(201)).body as {
      id: string;
    };
    onDatabase(service.folder, (database) => {
      database.prepare('INSERT INTO roster_entry (campaign, person, unit) VALUES (?, ?, ?)').run(common, 'an', unit);
      database.prepare('UPDATE result SET campaign = ? WHERE submission = ?').run(common, essays.his.essay);
    });
    const address = `/api/campaigns/${common}/exemplary`;
    await committee.send('post', address, { essay: essays.his.essay, unit: null, note: 'Bài để chi bộ học tập.' }).expect(200);
    const { units } = (await above.get(address).expect(200)).body as { units: { id: string; name: string }[] };
    expect(units).toEqual([{ id: unit, name: 'Đảng ủy xã Bờ Lau' }]);
    const mark = { essay: null, unit, note: 'Xong trước hạn, không sót ai.' };
    const seen = (await above.send('post', address, mark).expect(200)).body as { marks: unknown[] };
    expect(seen.marks).toMatchObject([{ essay: null, unit: { name: 'Đảng ủy xã Bờ Lau' }, note: mark.note, mayUndo: true }]);
    const theirs = (await committee.get(address).expect(200)).body as { marks: { id: string; essay: unknown }[] };
    expect(theirs.marks).toHaveLength(2);
    const ofUnit = theirs.marks.find(({ essay }) => essay === null)!;
    expect(ofUnit).toMatchObject({ mayUndo: false });
    await committee.send('post', `${address}/${ofUnit.id}/undo`).expect(404);
    expect(((await above.send('post', `${address}/${ofUnit.id}/undo`).expect(200)).body as { marks: unknown[] }).marks).toEqual([]);
  });
});

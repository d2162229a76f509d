import { describe, expect, it } from 'vitest';
import { essays, Service } from './service.js';
import { addUnits, onDatabase, scopeOf } from './units.js';

/** One person of a roster: unit, whether required and attended, key cadre, and the essays that they handed in, by verdict ('' for none). */
interface Entry {
  readonly id: string;
  readonly unit: string;
  readonly exemption?: string;
  readonly attended?: 0 | 1;
  readonly isKeyCadre?: boolean;
  readonly essays?: readonly ('' | 'accepted' | 'rewrite')[];
}

function fillRoster(folder: string, campaign: string, entries: readonly Entry[], submissions: readonly string[]): void {
  const left = [...submissions];
  onDatabase(folder, (database) => {
    const run = (text: string, ...values: unknown[]) => database.prepare(text).run(...values);
    for (const { id, unit, exemption = '', attended = null, isKeyCadre = false, essays: handed = [] } of entries) {
      run(`INSERT INTO person VALUES (?, ?, ?, ?, '', '', '', 0, ?, NULL, 0)`, id, unit, `thẻ ${id}`, `Tên ${id}`, isKeyCadre ? 1 : 0);
      run(
        `INSERT INTO roster_entry (campaign, person, unit, exemption, attended) VALUES (?, ?, ?, ?, ?)`,
        campaign,
        id,
        unit,
        exemption,
        attended,
      );
      for (const verdict of handed) {
        const submission = left.shift();
        run(`INSERT INTO essay_person VALUES (?, ?, 'card', NULL, '2026-11-20')`, submission, id);
        if (verdict !== '')
          run(
            `INSERT INTO conclusion (submission, revision, verdict, grounds, reason, by, at) VALUES (?, 1, ?, '[]', '', 'An', '2026-11-20')`,
            submission,
            verdict,
          );
      }
    }
  });
}

/** A commune with two cells; the first has a group of its own below it. Essays came in on 25/11/2026. */
async function commune() {
  const service = await Service.open();
  addUnits(service.folder, [
    ['xa', 'Đảng ủy xã', 'goc'],
    ['a', 'Chi bộ A', 'xa'],
    ['a1', 'Tổ đảng A1', 'a'],
    ['b', 'Chi bộ B', 'xa'],
    ['la', 'Chi bộ xã khác', 'goc'],
  ]);
  const campaign = await service.campaign();
  const { submissions } = await service.assessedBatch(campaign, essays(6));
  const entries: Entry[] = [
    { id: 'p1', unit: 'a', attended: 1, essays: ['accepted'], isKeyCadre: true },
    { id: 'p2', unit: 'a', attended: 1, essays: ['rewrite', 'accepted'] },
    { id: 'p3', unit: 'a1', attended: 0, essays: [''] },
    { id: 'p4', unit: 'a1', attended: 1, exemption: 'health', essays: [''] },
    { id: 'p5', unit: 'b', essays: ['rewrite'], isKeyCadre: true },
    { id: 'p6', unit: 'b' },
    { id: 'p7', unit: 'b', exemption: 'retired_system' },
    { id: 'p8', unit: 'la' },
  ];
  fillRoster(
    service.folder,
    campaign.id,
    entries,
    submissions.map(({ id }) => id),
  );
  onDatabase(service.folder, (database) => {
    database.prepare(`INSERT INTO due_day VALUES (?, 'xa', '2026-11-26'), (?, 'b', '2026-11-20')`).run(campaign.id, campaign.id);
  });
  return { service, campaign };
}

describe('a tracker', () => {
  it('counts each unit by itself and with what is below it', async () => {
    const { service, campaign } = await commune();
    const tracker = await service.records.within(scopeOf('xa')).trackers.of(campaign.id, { keyCadres: false });
    const unit = (name: string) => tracker.units.find((one) => one.name === name)!;
    expect(tracker.units.map(({ name }) => name).sort()).toEqual(['Chi bộ A', 'Chi bộ B', 'Tổ đảng A1', 'Đảng ủy xã'].sort());
    expect(unit('Chi bộ A').own).toMatchObject({
      listed: 2,
      required: 2,
      submitted: 2,
      accepted: 2,
      acceptedAfter: 1,
      missing: 0,
      late: 0,
    });
    expect(unit('Chi bộ A').all).toMatchObject({
      listed: 4,
      attended: 3,
      attendanceKnown: 4,
      exempt: 1,
      voluntary: 1,
      required: 3,
      submitted: 3,
      open: 1,
    });
    expect(unit('Chi bộ B').all).toMatchObject({
      listed: 3,
      exempt: 1,
      required: 2,
      submitted: 1,
      late: 1,
      missing: 1,
      overdue: 1,
      overdueDays: 5,
      rewrite: 1,
    });
    expect(unit('Đảng ủy xã').own.listed).toBe(0);
    expect(unit('Đảng ủy xã').all).toEqual(tracker.total);
    expect(tracker.total).toMatchObject({
      listed: 7,
      required: 5,
      submitted: 4,
      missing: 1,
      late: 1,
      overdueDays: 5,
      accepted: 2,
      rewrite: 1,
      open: 1,
    });
    expect(tracker).toMatchObject({ due: '2026-11-26', today: '2026-11-25', days: [{ day: '2026-11-25', received: 4 }] });
    expect(JSON.stringify(tracker)).not.toMatch(/Tên p|thẻ p|bài \d/);
  });

  it('counts key cadres apart, and a rewriting that is past its day as late', async () => {
    const { service, campaign } = await commune();
    const { trackers } = service.records.within(scopeOf('xa'));
    expect((await trackers.of(campaign.id, { keyCadres: true })).total).toMatchObject({ listed: 2, required: 2, submitted: 2, overdue: 0 });
    onDatabase(service.folder, (database) => {
      database.prepare(`INSERT INTO round VALUES (?, 'p5', 2, '2026-11-18', NULL, 'An', '2026-11-15')`).run(campaign.id);
    });
    expect((await trackers.of(campaign.id, { keyCadres: true })).total).toMatchObject({ overdue: 1, overdueDays: 7, missing: 0 });
  });

  it('is of the units below whoever looks, and of campaigns above and below them only', async () => {
    const { service, campaign } = await commune();
    const { records } = service;
    const atA = await records.within(scopeOf('a')).trackers.of(campaign.id, { keyCadres: false });
    expect(atA.units.map(({ name, parent }) => [name, parent])).toEqual([
      ['Chi bộ A', null],
      ['Tổ đảng A1', 'a'],
    ]);
    service.clock.pass(1000);
    const ofB = await records.within(scopeOf('b')).campaigns.create({ ...campaign.definition, name: 'Đợt riêng của B' }, 'An');
    const names = async (unit: string) => (await records.within(scopeOf(unit)).trackers.list()).map(({ name }) => name);
    expect(await names('xa')).toEqual(['Đợt riêng của B', 'Đợt 1']);
    expect(await names('a')).toEqual(['Đợt 1']);
    await expect(records.within(scopeOf('a')).trackers.of(ofB.id, { keyCadres: false })).rejects.toMatchObject({ code: 'unknown-id' });
    await expect(records.within(scopeOf('a')).trackers.groups(ofB.id)).rejects.toMatchObject({ code: 'unknown-id' });
  });

  it('rolls up hundreds of units, two levels of them', async () => {
    const { service, campaign } = await commune();
    const many = Array.from({ length: 500 }, (_, at) => [`u${at}`, `Chi bộ ${at}`, at < 50 ? 'xa' : `u${at % 50}`] as const);
    addUnits(service.folder, many);
    fillRoster(
      service.folder,
      campaign.id,
      Array.from({ length: 2000 }, (_, at) => ({ id: `q${at}`, unit: `u${at % 500}` })),
      [],
    );
    const tracker = await service.records.within(scopeOf('xa')).trackers.of(campaign.id, { keyCadres: false });
    expect(tracker.total.required).toBe(2005);
    expect(tracker.units.find(({ id }) => id === 'u7')!.all.required).toBe(40);
  });
});

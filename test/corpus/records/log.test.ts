import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { ADMIN, definitionOf, essays, openRecords, Service } from './service.js';

/** A corpus with twelve lines in its log, and a way to change them behind the program's back. */
async function logged() {
  const service = await Service.open();
  const campaign = await service.campaign();
  const { submissions } = await service.assessedBatch(campaign, essays(8));
  await service.records.results.acceptAll(
    campaign.id,
    submissions.map(({ id }) => id),
    ADMIN,
  );
  const tamper = (statement: string) => {
    const database = new Database(join(service.folder, 'corpus.sqlite'));
    database.exec(statement);
    database.close();
  };
  return { service, campaign, log: service.records.log, tamper };
}

describe('the log', () => {
  it('is read page by page, newest first, of all or of one campaign', async () => {
    const { service, campaign, log } = await logged();
    const other = await service.campaign('Đợt 2');
    const first = await log.list({ limit: 5 });
    expect(first.map(({ sequence }) => sequence)).toEqual([13, 12, 11, 10, 9]);
    expect(first[0]).toEqual({
      ...{ sequence: 13, at: '2026-11-25T08:00:00.000Z', actor: ADMIN, kind: 'campaign-created', unit: 'goc' },
      ...{ campaign: other.id, batch: null, submission: null, details: { name: 'Đợt 2' } },
    });
    expect((await log.list({ limit: 50, before: 9 })).map(({ sequence }) => sequence)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    expect(await log.list({ limit: 50, campaign: campaign.id })).toHaveLength(12);
  });

  it('fits together while nobody has touched it, whoever wrote it', async () => {
    const { service, log } = await logged();
    const other = await openRecords(service.folder);
    const names = ['Đợt 2', 'Đợt 3', 'Đợt 4'];
    await Promise.all(names.map((name, at) => (at % 2 === 0 ? other : service.records).campaigns.create(definitionOf(name), ADMIN)));
    expect(await log.list({ limit: 50 })).toHaveLength(15);
    expect(await log.verify()).toBeNull();
    expect(await other.log.verify()).toBeNull();
  });

  it.each([
    ['a reason that was changed', `UPDATE event SET details = replace(details, 'accepted', 'rewrite') WHERE sequence = 7`, 7],
    ['a name that was changed', `UPDATE event SET actor = 'người khác' WHERE sequence = 1`, 1],
    ['a line that was left out', 'DELETE FROM event WHERE sequence = 5', 5],
    ['a line that can no longer be read', `UPDATE event SET details = '{' WHERE sequence = 9`, 9],
    ['lines that were cut off at the end', 'DELETE FROM event WHERE sequence > 10', 11],
    ['a hash that was made up', `UPDATE event SET hash = '${'0'.repeat(64)}' WHERE sequence = 12`, 12],
  ])('shows %s', async (_, statement, sequence) => {
    const { log, tamper } = await logged();
    expect(await log.verify()).toBeNull();
    tamper(statement);
    expect(await log.verify()).toBe(sequence);
  });

  it('still shows what was cut off once new lines have come', async () => {
    const { service, log, tamper } = await logged();
    tamper('DELETE FROM event WHERE sequence > 10');
    await service.campaign('Đợt 2');
    expect(await log.check()).toEqual({ isWhole: false, fault: 'missing', sequence: 11 });
  });
});

import { describe, expect, it } from 'vitest';
import type { RosterPreview, RosterView } from '../../src/api/roster.js';
import { type Browser, startService } from './service.js';

const HEAD = 'số thẻ,họ và tên,chi bộ,miễn viết,lý do,nhóm';
const roster = (...lines: string[]): Buffer => Buffer.from([HEAD, ...lines].join('\n'));

async function enter() {
  const service = await startService();
  const browser = await service.enter();
  const { body } = await browser.send('post', '/api/campaigns', { name: 'Đợt 1', prompt: 'Đề bài chung' }).expect(201);
  const path = `/api/campaigns/${body.id}`;
  const post = (what: string, bytes: Buffer) =>
    browser
      .send('post', `${path}/roster/${what}`)
      .set('Content-Type', 'application/octet-stream')
      .send(bytes as never);
  const view = async (): Promise<RosterView> => (await browser.get(`${path}/roster`).expect(200)).body as RosterView;
  return { service, browser: browser as Browser, id: String(body.id), path, post, view };
}

describe('the roster of a campaign', () => {
  it('is previewed without a change, imported as a whole, and imported again without one', async () => {
    const { post, view } = await enter();
    const file = roster('VT-01,Lê An,Chi bộ 1,,,', 'VT-02,Vũ Bình,Chi bộ 1,x,nghỉ hưu,Cán bộ');
    expect((await post('preview', file).expect(200)).body).toMatchObject({ people: 2, added: 2, problemCount: 0 });
    expect((await view()).people).toEqual([]);
    await post('import', file).expect(200);
    const { people, audiences } = await view();
    expect(people.map(({ name, standing }) => `${name}: ${standing}`)).toEqual(['Lê An: missing', 'Vũ Bình: exempt']);
    expect(audiences).toMatchObject([{ name: 'Cán bộ', people: 1, prompt: '' }]);
    const again = (await post('import', file).expect(200)).body as RosterPreview;
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  });

  it('takes nobody while one row is wrong, nor a card that is kept with another name', async () => {
    const { post, view } = await enter();
    await post('import', roster('VT-01,Lê An,,,,', ',Không Thẻ,,,,')).expect(422);
    expect((await view()).people).toEqual([]);
    await post('import', roster('VT-01,Lê An,,,,')).expect(200);
    const { body } = await post('import', roster('VT-02,Hà My,,,,', 'VT-01,Trần Khác,,,,')).expect(422);
    expect(body.problems).toMatchObject([{ row: 3, column: 'Họ và tên', problem: expect.stringContaining('Lê An') }]);
    expect((await view()).people).toHaveLength(1);
  });

  it('is changed by one at a time: who comes second hears so', async () => {
    const { browser, path, post, view } = await enter();
    await post('import', roster('VT-01,Lê An,,,,'));
    const [person] = (await view()).people;
    const { name, cell, post: role, place, isHead, isKeyCadre, isProbationary, attended, groups, revision } = person!;
    const change = {
      name,
      cell,
      post: role,
      place,
      isHead,
      isKeyCadre,
      isProbationary,
      attended,
      groups,
      revision,
      exemption: { kind: 'health', note: '' },
    };
    const changed = (await browser.send('put', `${path}/roster/${person!.id}`, change).expect(200)).body as RosterView;
    expect(changed.people[0]).toMatchObject({ standing: 'exempt', exemptedBy: expect.any(String), revision: 2 });
    const late = await browser.send('put', `${path}/roster/${person!.id}`, { ...change, name: 'Khác' }).expect(409);
    expect(late.body.error.code).toBe('roster-outdated');
    await browser.send('put', `${path}/roster/${person!.id}`, { ...change, exemption: { kind: 'other', note: '' } }).expect(400);
    await browser.send('delete', `${path}/roster/${person!.id}`).expect(200);
    await browser.send('delete', `${path}/roster/${person!.id}`).expect(404);
  });

  it('has a day by which to hand in, and groups have theirs with a prompt of their own', async () => {
    const { service, browser, id, path, post, view } = await enter();
    await post('import', roster('VT-01,Lê An,,,,', 'VT-02,Hà My,,,,Cán bộ'));
    await browser.send('put', `${path}/due`, { due: '2026-12-01', before: null }).expect(200);
    await browser.send('put', `${path}/due`, { due: '2026-12-02', before: null }).expect(409);
    const { people, audiences } = await view();
    await browser.send('put', `${path}/audiences/${audiences[0]!.id}`, { prompt: 'Đề riêng', due: '2026-12-20' }).expect(200);
    const due = (await view()).people.map((one) => [one.name, one.due]);
    expect(due).toEqual([
      ['Lê An', '2026-12-01'],
      ['Hà My', '2026-12-20'],
    ]);
    const prompts = await Promise.all(people.map((one) => service.records.rosters.promptFor(id, one.id)));
    expect(prompts.map(({ prompt }) => prompt)).toEqual(['Đề bài chung', 'Đề riêng']);
  });

  it('tells nobody of another unit that it exists', async () => {
    const { service, id } = await enter();
    const [units] = [['nơi-khác']];
    const foreign = service.records.within({ actor: 'ai đó', account: 'x', units, person: null });
    for (const ask of [foreign.rosters.people(id), foreign.writers.open(id), foreign.rosters.due(id), foreign.rosters.promptFor(id, null)])
      await expect(ask).rejects.toMatchObject({ code: 'unknown-id' });
  });
});

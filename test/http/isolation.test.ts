import { describe, expect, test } from 'vitest';
import { routeTable } from '../../src/http/app.js';
import { createMetrics } from '../../src/http/metrics.js';
import { createProgressHub } from '../../src/http/progress-hub.js';
import type { Route } from '../../src/http/route.js';
import { createSessions } from '../../src/http/sessions.js';
import { ROLES } from '../../src/model/access.js';
import { type Browser, failureOf, type Service, startService } from './service.js';
import { addUnit, enterAs } from './units.js';
import { workOff } from './work-off.js';

/*
 * Generated from the route table: a new route is asked for here by everybody who must not have it, and one whose address
 * names something that is not known here fails the test.
 */

const SECRET = 'Tổ đổi công xóm Cồn Nhạn họp ngày mồng bảy, mười một đồng chí nhận việc đắp bờ vùng trước rằm tháng chín năm nay.';

describe('every route, every role, another unit', () => {
  test('is not found by its objects, and tells nothing of them in lists', async () => {
    const { service, ids, units } = await twoUnits();
    for (const role of ROLES) {
      const stranger = await enterAs(service, units.other, [role]);
      for (const route of await routesOf(service)) await refuses(stranger, route, ids);
    }
  });

  test('is not there for whoever holds none of its roles, at the unit itself', async () => {
    const { service, ids, units } = await twoUnits();
    for (const role of ROLES) {
      const browser = await enterAs(service, units.own, [role]);
      for (const { method, path, access } of await routesOf(service)) {
        if (typeof access === 'string' || access.includes(role)) continue;
        const answer = await ask(browser, { method, path }, ids);
        expect([role, method, path, answer.status, failureOf(answer).code]).toEqual([role, method, path, 404, 'not-found']);
      }
    }
  });

  test('has batches of its own in a campaign of the unit above, numbered by itself', async () => {
    const { service, units } = await twoUnits();
    const above = await enterAs(service, 'goc', ['committee'], 'Đồng chí Bế Văn Trên');
    const { id } = (await above.send('post', '/api/campaigns', { name: 'Đợt chung', themes: [] }).expect(201)).body as { id: string };
    const batches = [];
    for (const unit of [units.own, units.other]) {
      const browser = await enterAs(service, unit, ['committee'], `Đồng chí của ${unit}`);
      const batch = (await browser.send('post', `/api/campaigns/${id}/batches`, { key: 'cùng một khóa' }).expect(200)).body as {
        id: string;
      };
      batches.push(batch);
      expect((await browser.get(`/api/campaigns/${id}`).expect(200)).body).toMatchObject({
        batches: 1,
        batchList: [{ id: batch.id, number: 1 }],
      });
      expect((await browser.send('put', `/api/campaigns/${id}`, { name: 'Đợt chung', themes: [] })).status).toBe(404);
    }
    expect(batches[0]).not.toEqual(batches[1]);
    expect((await above.get(`/api/campaigns/${id}`).expect(200)).body).toMatchObject({ batches: 0, batchList: [] });
  });

  test('takes the name of another unit’s campaign and the file of another unit’s essay as new', async () => {
    const { service, units, batch } = await twoUnits();
    const other = await enterAs(service, units.other, ['committee'], 'Đồng chí Lò Thị Khác');
    const mine = await handIn(service, other);
    expect(mine.batch).not.toBe(batch);
    const { items } = (await other.get(`/api/batches/${mine.batch}`).expect(200)).body as { items: { state: string; reason: unknown }[] };
    expect(items).toMatchObject([{ state: 'read', reason: null }]);
  });
});

interface Known {
  /** Ids that stand for `:id`, by what the address begins with. */
  readonly ids: Readonly<Record<string, string>>;
  /** Whatever must not stand in an answer to a stranger. */
  readonly secrets: readonly string[];
}

async function twoUnits() {
  const service = await startService();
  await service.enter();
  const units = { own: addUnit(service, 'Chi bộ Cồn Nhạn'), other: addUnit(service, 'Chi bộ Bãi Sậy') };
  const owner = await enterAs(service, units.own, ['committee'], 'Đồng chí Cù Thị Riêng');
  const { campaign, batch, essay } = await handIn(service, owner);
  const known: Known = {
    ids: {
      '/api/campaigns': campaign,
      '/api/batches': batch,
      ':essay': essay,
      ':document': essay,
      ':number': '1',
      ':exclusion': '1',
      ':theme': 'x',
      ':group': 'x',
    },
    secrets: [campaign, batch, essay, 'Cồn Nhạn', 'rieng-mot-minh', 'Cù Thị Riêng', 'Đợt riêng của chi bộ'],
  };
  return { service, units, ids: known, batch };
}

/** A campaign with one essay, assessed. */
async function handIn(service: Service, browser: Browser) {
  const { id: campaign } = (await browser.send('post', '/api/campaigns', { name: 'Đợt riêng của chi bộ', themes: [] }).expect(201))
    .body as { id: string };
  const { id: batch } = (await browser.send('post', `/api/campaigns/${campaign}/batches`, { key: 'khóa-bấm-đầu' }).expect(200)).body as {
    id: string;
  };
  await browser
    .send('post', `/api/batches/${batch}/files`)
    .attach('file', Buffer.from(`${SECRET}\n`.repeat(6)), 'rieng-mot-minh.txt')
    .expect(200);
  await browser.send('post', `/api/batches/${batch}/seal`).expect(200);
  await workOff(service);
  const { items } = (await browser.get(`/api/batches/${batch}`).expect(200)).body as { items: { submission: string }[] };
  return { campaign, batch, essay: items[0]!.submission };
}

async function routesOf({ parts }: Service): Promise<readonly Route[]> {
  const shared = { metrics: createMetrics(parts.records), hub: createProgressHub(parts.records), sessions: createSessions(parts) };
  return routeTable(parts, shared).filter(({ access }) => access !== 'everyone' && access !== 'visitor' && access !== 'member');
}

function addressOf(path: string, { ids }: Known): string {
  return path.replaceAll(/:\w+/g, (name) => {
    const id = name === ':id' ? ids[path.slice(0, path.indexOf('/:id'))] : ids[name];
    if (id === undefined) throw new Error(`${path}: say in this test what ${name} stands for`);
    return encodeURIComponent(id);
  });
}

/** What a request must hold so that nothing but the stranger is wrong with it; `:essay` stands for the essay. */
const BODIES: Readonly<Record<string, object>> = {
  'put /api/campaigns/:id': { name: 'Đợt riêng của chi bộ', themes: [] },
  'post /api/campaigns/:id/batches': { key: 'khóa-của-người-lạ' },
  'put /api/campaigns/:id/essays/:essay/conclusion': { verdict: 'accepted', grounds: [], reason: '', revision: 0 },
  'post /api/campaigns/:id/accept': { essays: [':essay'] },
  'post /api/campaigns/:id/essays/:essay/exclusions': { other: '*', span: { start: 0, end: 9 }, reason: 'người lạ', revision: 0 },
  'post /api/campaigns/:id/essays/:essay/exclusions/:exclusion/undo': { revision: 0 },
  'put /api/campaigns/:id/essays/:essay/themes/:theme': { met: true, note: 'người lạ', revision: 0 },
  'put /api/campaigns/:id/groups/:group/conclusion': {
    members: [{ essay: ':essay', revision: 0 }],
    verdict: 'accepted',
    grounds: [],
    reason: '',
  },
  'put /api/campaigns/:id/assignments': { essays: [{ essay: ':essay', revision: 0 }], accounts: [] },
  'post /api/batches/:id/withdraw': { reason: 'người lạ muốn rút' },
};

function ask(browser: Browser, { method, path }: Pick<Route, 'method' | 'path'>, known: Known) {
  const address = addressOf(path, known);
  if (method === 'get') return browser.get(address);
  if (path === '/api/batches/:id/roster' && method === 'put')
    return browser.send('put', address).type('text/csv').send('file,member,unit\na.txt,1,x\n');
  const body = JSON.stringify(BODIES[`${method} ${path}`] ?? {}).replaceAll('":essay"', JSON.stringify(known.ids[':essay']));
  return browser.send(method, address, JSON.parse(body) as object);
}

async function refuses(stranger: Browser, { method, path }: Route, known: Known): Promise<void> {
  const answer = await ask(stranger, { method, path }, known);
  if (path.includes('/:')) expect([method, path, answer.status]).toEqual([method, path, 404]);
  const told = JSON.stringify(answer.body) + (answer.text ?? '');
  // What somebody asked for may be named to them.
  const asked = addressOf(path, known) + JSON.stringify(BODIES[`${method} ${path}`] ?? {}).replaceAll(':essay', known.ids[':essay'] ?? '');
  for (const secret of known.secrets.filter((one) => !asked.includes(one)))
    expect([method, path, secret, told.includes(secret)]).toEqual([method, path, secret, false]);
}

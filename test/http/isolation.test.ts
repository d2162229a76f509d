import { describe, expect, test } from 'vitest';
import { routeTable } from '../../src/http/app.js';
import { createMetrics } from '../../src/http/metrics.js';
import { createProgressHub } from '../../src/http/progress-hub.js';
import { isMedia, type Route } from '../../src/http/route.js';
import { createSessions } from '../../src/http/sessions.js';
import { createViewNotes } from '../../src/http/view-notes.js';
import { ROLES } from '../../src/model/access.js';
import { putOnRoster } from '../support/roster.js';
import { type Browser, failureOf, type Service } from './service.js';
import { handIn, type Known, SECRET, twoUnits } from './strangers.js';
import { enterAs } from './units.js';

/*
 * Generated from the route table: a new route is asked for here by everybody who must not have it, and one whose address
 * names something that is not known here fails the test.
 */

describe('every route, every role, another unit', () => {
  test('is not found by its objects, and tells nothing of them in lists', async () => {
    const { service, ids, units } = await twoUnits();
    for (const role of ROLES) {
      const stranger = await enterAs(service, units.other, [role]);
      for (const route of routesOf(service)) await refuses(stranger, route, ids);
    }
  });

  test('is closed to software with a token of the other unit, whatever the token may do', async () => {
    const { service, ids, units } = await twoUnits();
    const committee = await enterAs(service, units.other, ['committee']);
    const token = { name: 'Phần mềm lạ', rights: ['read', 'hand-in', 'conclude'], days: 1 };
    const { secret } = (await committee.send('post', '/api/tokens', token).expect(201)).body as { secret: string };
    const visitor = await service.visit();
    const software: Asker = {
      get: (path) => visitor.get(path).set('Authorization', `Bearer ${secret}`),
      send: (method, path, json) => visitor.send(method, path, json).set('Authorization', `Bearer ${secret}`),
    };
    for (const route of routesOf(service)) await refuses(software, route, ids);
  });

  test('holds nothing for a member of the other unit but what is their own', async () => {
    const { service, ids, units } = await twoUnits();
    const committee = await enterAs(service, units.other, ['committee']);
    const { id } = (await committee.send('post', '/api/campaigns', { name: 'Đợt của Bãi Sậy', themes: [] }).expect(201)).body as {
      id: string;
    };
    putOnRoster(service.folder, id, [{ id: 'nguoi-khac', name: 'Lường Văn Sậy', card: 'BS-1', unit: units.other }]);
    const made = await committee.send('post', `/api/campaigns/${id}/codes`, { people: ['nguoi-khac'] }).expect(200);
    const { codes } = made.body as { codes: { code: string }[] };
    const member = await service.visit();
    await member.send('post', '/api/member-session', { code: codes[0]!.code }).expect(200);
    for (const route of allRoutesOf(service).filter(({ access }) => access !== 'everyone' && access !== 'visitor')) {
      if (route.access === 'member') await refuses(member, route, ids);
      else {
        const answer = await ask(member, route, ids);
        expect([route.method, route.path, answer.status, failureOf(answer).code]).toEqual([route.method, route.path, 401, 'signed-out']);
      }
    }
  });

  test('is not there for whoever holds none of its roles, at the unit itself', async () => {
    const { service, ids, units } = await twoUnits();
    for (const role of ROLES) {
      const browser = await enterAs(service, units.own, [role]);
      for (const route of routesOf(service)) {
        const { method, path, access } = route;
        if (typeof access === 'string' || access.includes(role)) continue;
        const answer = await ask(browser, route, ids);
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

/** Routes of those who work at units. */
const routesOf = (service: Service): readonly Route[] =>
  allRoutesOf(service).filter(({ access }) => access !== 'everyone' && access !== 'visitor' && access !== 'member');

function allRoutesOf({ parts }: Service): readonly Route[] {
  const shared = {
    metrics: createMetrics(parts.records),
    hub: createProgressHub(parts.records),
    sessions: createSessions(parts),
    views: createViewNotes(parts.records, parts.now),
  };
  return routeTable(parts, shared);
}

function addressOf(path: string, { ids }: Known): string {
  return path.replaceAll(/:\w+/g, (name) => {
    const id = name === ':id' ? ids[path.slice(0, path.indexOf('/:id'))] : ids[name];
    if (id === undefined) throw new Error(`${path}: say in this test what ${name} stands for`);
    return encodeURIComponent(id);
  });
}

const SESSION = {
  ...{ day: '2026-11-20', title: 'Buổi của người lạ', form: 'class', mode: 'in-person', isCatchUp: false, place: '', speaker: '' },
  ...{ speakerPost: 'other', minutes: null, isCombined: false, toldSummoned: null, toldAttended: null, nonMembers: null },
  ...{ comments: null, questions: null, answered: null, points: [] },
};
const QUESTION = {
  ...{ topic: '', kind: 'one', words: 'Câu của người lạ?', explanation: '' },
  options: ['a', 'b'].map((words) => ({ words, isRight: words === 'a', feedback: '' })),
};
const QUIZ = {
  ...{ title: 'Trắc nghiệm của người lạ', asked: 1, passShare: 0.5, attempts: null, minutes: null },
  ...{ opens: null, closes: null, isPublic: false, questions: ['cau-hoi-rieng'] },
};

const SITUATION = { job: 'Công việc của người lạ', title: 'Tình huống của người lạ', prompt: 'Người lạ hỏi gì?' };

/** What a request must hold so that nothing but the stranger is wrong with it; `:essay` stands for the essay. */
const BODIES: Readonly<Record<string, object>> = {
  'put /api/campaigns/:id': { name: 'Đợt riêng của chi bộ', themes: [] },
  'post /api/campaigns/:id/batches': { key: 'khóa-của-người-lạ' },
  'put /api/campaigns/:id/essays/:essay/conclusion': { verdict: 'accepted', grounds: [], reason: '', revision: 0 },
  'post /api/campaigns/:id/accept': { essays: [':essay'] },
  'post /api/tokens': { name: 'Khóa của người lạ', rights: ['read'], days: 1 },
  'put /api/units/:id': { name: 'Tên người lạ đặt', kind: null, parent: 'goc', on: '2026-11-20' },
  'post /api/units': { name: 'Đơn vị người lạ thêm', kind: null, parent: 'goc', on: '2026-11-20' },
  'put /api/units/:id/limits': {
    filesPerBatch: 1,
    megabytesPerBatch: 1,
    idleMinutes: 5,
    absoluteMinutes: 15,
    retentionYears: 1,
    warningDays: 7,
  },
  'post /api/units/:id/invitations': { name: 'Người lạ', roles: ['administrator'] },
  'put /api/units/:id/accounts/:account/roles': { roles: ['administrator'] },
  'put /api/accounts/:id/state': { isDisabled: true },
  'post /api/people/:id/erase': { reason: 'người lạ muốn xóa' },
  'post /api/units/:id/retention/:campaign/erase': { reason: 'người lạ muốn xóa' },
  'post /api/campaigns/:id/codes': { people: [':person'] },
  'post /api/campaigns/:id/rounds': { essays: [':essay'], due: null },
  'put /api/campaigns/:id/second-looks/:look': { words: 'người lạ trả lời' },
  'post /api/campaigns/:id/text-requests': { document: ':essay', reason: 'người lạ muốn xem cả bài' },
  'put /api/text-requests/:id/answer': { state: 'withdrawn', answer: 'người lạ thu hồi', revision: 0 },
  'post /api/campaigns/:id/results/export': { format: 'csv' },
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
  'put /api/campaigns/:id/roster/:person': {
    ...{ name: 'Người lạ', cell: '', post: '', place: '', isHead: false, isKeyCadre: false, isProbationary: false },
    ...{ exemption: null, attended: null, groups: [], revision: 1 },
  },
  'post /api/campaigns/:id/exemplary': { essay: ':essay', unit: null, note: 'người lạ nêu gương' },
  'put /api/batches/:id/signature': {
    ...{ post: 'Bí thư', name: 'Người lạ', before: null, counts: { essays: 1, accepted: 0, rewrite: 0, open: 1 } },
  },
  'put /api/units/:id/signer': { post: 'Bí thư', name: 'Người lạ' },
  'put /api/campaigns/:id/due': { due: '2026-12-20', before: null },
  'put /api/campaigns/:id/audiences/:audience': { prompt: 'đề của người lạ', due: null },
  'post /api/units/:id/audiences': { name: 'Nhóm của người lạ' },
  'put /api/units/:id/audiences/:audience': { name: 'Tên người lạ đặt', before: 'Nhóm của Cồn Nhạn' },
  'put /api/units/:id/audiences/:audience/people': { add: [], remove: [] },
  'post /api/situations': SITUATION,
  'put /api/situations/:situation': { ...SITUATION, revision: 1 },
  'put /api/situations/:situation/archived': { isArchived: true, revision: 1 },
  'put /api/campaigns/:id/writers/:essay': { person: ':person', before: null },
  'put /api/campaigns/:id/outline': { title: 'Đề cương của người lạ', sections: [], due: null, revision: 0 },
  'post /api/campaigns/:id/outline/give': { revision: 1 },
  'put /api/campaigns/:id/unit-report': { texts: {}, parts: {}, revision: 0 },
  'post /api/campaigns/:id/unit-report/send': { revision: 0 },
  'post /api/campaigns/:id/unit-reports/:unit/:number/decision': { verdict: 'accepted', remark: '' },
  'put /api/document-parts': {
    ...{ upperIssuer: '', issuer: 'Đơn vị lạ', number: '', place: '', signerPost: '', signerName: '', recipients: '' },
  },
  'post /api/campaigns/:id/sessions': { ...SESSION, summons: 'everybody' },
  'put /api/campaigns/:id/sessions/:session': { ...SESSION, revision: 1 },
  'post /api/campaigns/:id/sessions/:session/remove': { reason: 'người lạ muốn xóa', revision: 1 },
  'put /api/campaigns/:id/sessions/:session/attendance': { marks: [{ person: ':person', mark: 'absent', before: 'present' }] },
  'post /api/campaigns/:id/materials': { title: 'Tài liệu của người lạ', kind: 'other' },
  'put /api/campaigns/:id/materials/:material': { title: 'Tài liệu của người lạ', kind: 'other', revision: 1 },
  'post /api/campaigns/:id/materials/:material/remove': { reason: 'người lạ muốn xóa', revision: 1 },
  'put /api/campaigns/:id/materials/:material/given': { give: { people: [], cells: [] }, takeBack: { people: [], cells: [] } },
  'post /api/questions': QUESTION,
  'put /api/questions/:question': { ...QUESTION, revision: 1 },
  'put /api/questions/:question/archived': { isArchived: true, revision: 1 },
  'post /api/campaigns/:id/quizzes': QUIZ,
  'put /api/campaigns/:id/quizzes/:quiz': { ...QUIZ, revision: 1 },
  'put /api/campaigns/:id/quizzes/:quiz/open': { isOpen: false, revision: 1 },
  'post /api/campaigns/:id/programmes': { kind: 'collective', person: null, title: 'Chương trình của người lạ' },
  'put /api/campaigns/:id/programmes/:programme': { title: 'Tên người lạ đặt', text: 'x', tasks: [], adoptedOn: null, revision: 1 },
  'post /api/campaigns/:id/programmes/:programme/state': { to: 'draft', revision: 1 },
  'post /api/campaigns/:id/programmes/:programme/opinion': { verdict: 'agreed', words: '', revision: 1 },
  'post /api/campaigns/:id/programmes/:programme/issue': { number: '1-CTr', on: '2026-11-25', revision: 1 },
  'post /api/campaigns/:id/programmes/:programme/comments': { kind: 'meeting', saidBy: 'người lạ', words: 'góp ý', count: null },
  'post /api/campaigns/:id/programmes/:programme/reviews': {
    answers: { problem: 'yes', measures: 'yes', feasible: 'yes', priorities: 'yes' },
    words: '',
  },
  'put /api/campaigns/:id/duties': { duties: [], before: [] },
  'put /api/units/:id/in-charge': { accounts: [], before: [] },
  'post /api/me/essays/:essay/second-look': { words: 'người lạ đề nghị xem lại' },
};

/** What a question about an object must say beside its address. */
const QUERIES: Readonly<Record<string, string>> = {
  '/api/log/export': '?format=csv',
  '/api/log/decisions': '?format=csv',
  '/api/questions/export': '?format=csv',
  '/api/questions/preview': '?format=csv',
  '/api/questions/import': '?format=csv',
  '/api/campaigns/:id/quizzes/:quiz/export': '?format=csv',
  '/api/campaigns/:id/programmes/:programme': '?revision=1',
  '/api/campaigns/:id/programmes/:programme/file': '?revision=1',
};

/** Addresses that name nothing that anybody has. */
const OF_NOBODY: readonly string[] = ['/api/roster-template/:format', '/api/years/:year', '/api/years/:year/file'];

type Asker = Pick<Browser, 'get' | 'send'>;

function ask(browser: Asker, route: Route, known: Known) {
  const { method, path, describe: described } = route;
  const address = addressOf(path, known) + (QUERIES[path] ?? '');
  if (method === 'get') return browser.get(address);
  const { body } = described;
  if (!isMedia(body)) return browser.send(method, address, bodyOf(route, known));
  if (body.type === 'multipart/form-data')
    return browser
      .send(method, address)
      .field('card', 'BS-2')
      .attach('file', Buffer.from(`${SECRET}\n`.repeat(3)), 'lạ.txt');
  const isBatch = path === '/api/batches/:id/roster';
  return browser
    .send(method, address)
    .type('text/csv')
    .send(isBatch ? 'file,member,unit\na.txt,1,x\n' : 'Số thẻ,Họ và tên\nBS-2,Lường Thị Lạ\n');
}

function bodyOf({ method, path }: Route, { ids }: Known): object {
  const written = JSON.stringify(BODIES[`${method} ${path}`] ?? {}).replaceAll(/":(\w+)"/g, (_all, name: string) =>
    JSON.stringify(ids[`:${name}`]),
  );
  return JSON.parse(written) as object;
}

async function refuses(stranger: Asker, route: Route, known: Known): Promise<void> {
  const { method, path, describe: described } = route;
  const answer = await ask(stranger, route, known);
  const { body } = described;
  if (path.includes('/:') && !OF_NOBODY.includes(path)) {
    expect([method, path, answer.status]).toEqual([method, path, 404]);
    if (body !== undefined && !isMedia(body))
      expect([method, path, body.safeParse(bodyOf(route, known)).success]).toEqual([method, path, true]);
  }
  const told = JSON.stringify(answer.body) + (answer.text ?? '');
  // What somebody asked for may be named to them.
  const asked = addressOf(path, known) + JSON.stringify(bodyOf(route, known)) + (isMedia(body) ? SECRET : '');
  for (const secret of known.secrets.filter((one) => !asked.includes(one)))
    expect([method, path, secret, told.includes(secret)]).toEqual([method, path, secret, false]);
}

import { onDatabase } from '../corpus/records/units.js';
import { type Browser, type Service, startService } from './service.js';
import { accountAt, addPerson, addUnit, enterAs } from './units.js';
import { workOff } from './work-off.js';

/** A sentence of the other unit’s essay. */
export const SECRET = 'Tổ đổi công xóm Cồn Nhạn họp ngày mồng bảy, mười một đồng chí nhận việc đắp bờ vùng trước rằm tháng chín năm nay.';

/** What another unit has, for whoever must not see it. */
export interface Known {
  /** Ids that stand for `:id`, by what the address begins with. */
  readonly ids: Readonly<Record<string, string>>;
  /** Whatever must not stand in an answer to a stranger. */
  readonly secrets: readonly string[];
}

/** Two sister units: one with an essay, people, a token, whatever an address may name, and one with nothing. */
export async function twoUnits() {
  const service = await startService();
  await service.enter();
  const units = { own: addUnit(service, 'Chi bộ Cồn Nhạn'), other: addUnit(service, 'Chi bộ Bãi Sậy') };
  const owner = await enterAs(service, units.own, ['committee'], 'Đồng chí Cù Thị Riêng');
  const { campaign, batch, essay, template } = await handIn(service, owner);
  const token = await owner.send('post', '/api/tokens', { name: 'Cổng Cồn Nhạn', rights: ['read'], days: 1 }).expect(201);
  const { id } = (token.body as { token: { id: string } }).token;
  const request = requestText(service, { own: units.own, campaign, essay });
  const person = addPerson(service, units.own);
  putMore(service, { own: units.own, campaign, essay, person });
  const sessions = (await owner.get('/api/account/sessions').expect(200)).body as { id: string }[];
  const head = await enterAs(service, units.own, ['administrator'], 'Đồng chí Ngần Thị Quản');
  await head.send('post', `/api/units/${units.own}/invitations`, { name: 'Cù Văn Mời', roles: ['reviewer'] }).expect(201);
  const detail = await head.get(`/api/units/${units.own}`).expect(200);
  const own = {
    '/api/campaigns': campaign,
    '/api/batches': batch,
    '/api/submissions': essay,
    '/api/tokens': id,
    '/api/text-requests': request,
  };
  const known: Known = {
    ids: {
      ...own,
      ':essay': essay,
      ':document': essay,
      ':group': essay,
      ':number': '1',
      ':exclusion': '1',
      ':theme': 'x',
      '/api/units': units.own,
      '/api/accounts': accountAt(service, units.own),
      '/api/people': person,
      '/api/account/sessions': sessions[0]!.id,
      ':account': accountAt(service, units.own),
      ':invitation': (detail.body as { invitations: { id: string }[] }).invitations[0]!.id,
      ':campaign': campaign,
      ':look': 'de-nghi-rieng',
      ':person': person,
      ':audience': 'nhom-rieng',
      ':sha256': template,
      ':format': 'csv',
      ':programme': 'chuong-trinh-rieng',
    },
    secrets: [campaign, batch, essay, 'Cồn Nhạn', 'rieng-mot-minh', 'Cù Thị Riêng', 'Đợt riêng của chi bộ'],
  };
  return { service, units, ids: known, batch };
}

/** A campaign with one essay, assessed. */
export async function handIn(service: Service, browser: Browser) {
  const form = Buffer.from('Bản thu hoạch. Phần một: nhận thức của bản thân. Phần hai: việc sẽ làm trong năm.');
  const { sha256: template } = (await browser.send('post', '/api/documents').attach('file', form, 'mau-rieng-mot-minh.txt').expect(201))
    .body as {
    sha256: string;
  };
  const definition = { name: 'Đợt riêng của chi bộ', themes: [], templates: [{ file: 'mau-rieng-mot-minh.txt', sha256: template }] };
  const { id: campaign } = (await browser.send('post', '/api/campaigns', definition).expect(201)).body as { id: string };
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
  return { campaign, batch, essay: items[0]!.submission, template };
}

/** The person on the roster, in a group of its own, as the writer; a request for a second look. */
function putMore(
  { folder }: Service,
  { own, campaign, essay, person }: Readonly<Record<'own' | 'campaign' | 'essay' | 'person', string>>,
): void {
  onDatabase(folder, (database) => {
    database
      .prepare(
        `INSERT INTO programme (id, campaign, unit, kind, title, state, text, created_by, created_at) VALUES ('chuong-trinh-rieng', ?, ?,
          'collective', 'Chương trình của Cồn Nhạn', 'for-opinion', 'Chi bộ Cồn Nhạn đắp bờ vùng.', 'ai đó', '2026-11-20T08:00:00.000Z')`,
      )
      .run(campaign, own);
    database.prepare('INSERT INTO roster_entry (campaign, person, unit) VALUES (?, ?, ?)').run(campaign, person, own);
    database.prepare("INSERT INTO audience (id, unit, name) VALUES ('nhom-rieng', ?, 'Nhóm của Cồn Nhạn')").run(own);
    database.prepare("INSERT INTO audience_member (audience, person) VALUES ('nhom-rieng', ?)").run(person);
    database.prepare("INSERT INTO essay_person VALUES (?, ?, 'card', NULL, '2026-11-20T08:00:00.000Z')").run(essay, person);
    database
      .prepare(
        `INSERT INTO second_look (id, campaign, unit, submission, person, words, asked_at)
        VALUES ('de-nghi-rieng', ?, ?, ?, ?, 'Đồng chí ở Cồn Nhạn xin xem lại', '2026-11-21T08:00:00.000Z')`,
      )
      .run(campaign, own, essay, person);
  });
}

/** A request of the founding unit to see the whole essay, approved. */
function requestText({ folder }: Service, { own, campaign, essay }: { own: string; campaign: string; essay: string }): string {
  onDatabase(folder, (database) =>
    database
      .prepare(
        `INSERT INTO text_request (id, campaign, essay, submission, unit, asked_unit, reason, asked_by, asked_at, state, decided_by, decided_at)
        VALUES ('de-nghi', ?, 'x', ?, 'goc', ?, 'xem cả bài của Cồn Nhạn', 'An', '2026-11-01', 'approved', 'Cù Thị Riêng', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`,
      )
      .run(campaign, essay, own),
  );
  return 'de-nghi';
}

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
  await report(service, owner, { campaign, unit: units.own });
  putStudies(service, { own: units.own, campaign, person });
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
      ':unit': units.own,
      '/api/accounts': accountAt(service, units.own),
      '/api/people': person,
      '/api/account/sessions': sessions[0]!.id,
      ':account': accountAt(service, units.own),
      ':invitation': (detail.body as { invitations: { id: string }[] }).invitations[0]!.id,
      ':campaign': campaign,
      ':look': 'de-nghi-rieng',
      ':person': person,
      ':audience': 'nhom-rieng',
      ':session': 'buoi-hoc-rieng',
      ':material': 'tai-lieu-rieng',
      ':situation': 'tinh-huong-rieng',
      ':list': 'not-studied',
      ':sha256': template,
      ':format': 'csv',
      ':question': 'cau-hoi-rieng',
      ':quiz': 'trac-nghiem-rieng',
      ':mark': 'guong-rieng',
      ':year': '2026',
      ':programme': 'chuong-trinh-rieng',
    },
    secrets: [
      'Buổi học riêng ở Bờ Lau',
      'Tình huống riêng ở Bờ Lau',
      'Đề bài riêng ở Bờ Lau',
      'Cuốn tài liệu riêng ở Bờ Lau',
      'Bài nêu gương riêng ở Bờ Lau',
      campaign,
      batch,
      essay,
      'Cồn Nhạn',
      'rieng-mot-minh',
      'Cù Thị Riêng',
      'Đợt riêng của chi bộ',
      'khoa-thi-rieng',
      'cua-rieng-cua-con',
    ],
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

/** An outline of the unit's own, its report by it, sent once. */
async function report(service: Service, owner: Browser, { campaign, unit }: Readonly<Record<'campaign' | 'unit', string>>): Promise<void> {
  const section = { id: 'uu-diem', heading: 'Ưu điểm ở Cồn Nhạn', level: 1, kind: 'text', groups: [], hint: '', isRequired: true };
  const outline = { title: 'Báo cáo của Cồn Nhạn', sections: [section], due: null, revision: 0 };
  await owner.send('put', `/api/campaigns/${campaign}/outline`, outline).expect(200);
  await owner.send('post', `/api/campaigns/${campaign}/outline/give`, { revision: 1 }).expect(200);
  const typed = { texts: { 'uu-diem': 'Cồn Nhạn học đủ' }, parts: { signerName: 'Cù Thị Riêng' }, revision: 0 };
  await owner.send('put', `/api/campaigns/${campaign}/unit-report`, typed).expect(200);
  const secretary = await enterAs(service, unit, ['secretary'], 'Đồng chí Cù Văn Ký');
  await secretary.send('post', `/api/campaigns/${campaign}/unit-report/send`, { revision: 1 }).expect(201);
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
    database
      .prepare(
        "INSERT INTO exemplary VALUES ('guong-rieng', ?, ?, ?, 'Bài nêu gương riêng ở Bờ Lau', 'Cù Thị Riêng', '2026-11-21T08:00:00.000Z')",
      )
      .run(campaign, own, essay);
    database.prepare("INSERT INTO audience (id, unit, name) VALUES ('nhom-rieng', ?, 'Nhóm của Cồn Nhạn')").run(own);
    database
      .prepare(
        `INSERT INTO situation (id, unit, job, title, prompt)
        VALUES ('tinh-huong-rieng', ?, 'Công chức', 'Tình huống riêng ở Bờ Lau', 'Đề bài riêng ở Bờ Lau')`,
      )
      .run(own);
    database.prepare("INSERT INTO audience_member (audience, person) VALUES ('nhom-rieng', ?)").run(person);
    database.prepare("INSERT INTO essay_person VALUES (?, ?, 'card', NULL, '2026-11-20T08:00:00.000Z')").run(essay, person);
    database
      .prepare(
        `INSERT INTO second_look (id, campaign, unit, submission, person, words, asked_at)
        VALUES ('de-nghi-rieng', ?, ?, ?, ?, 'Đồng chí ở Cồn Nhạn xin xem lại', '2026-11-21T08:00:00.000Z')`,
      )
      .run(campaign, own, essay, person);
    database
      .prepare(
        "INSERT INTO question (id, unit, topic, kind, words, options) VALUES ('cau-hoi-rieng', ?, 'Cồn Nhạn', 'one', 'Cồn Nhạn ở đâu?', ?)",
      )
      .run(own, JSON.stringify(['Cồn Nhạn', 'Nơi khác'].map((words, place) => ({ words, isRight: place === 0, feedback: '' }))));
    database
      .prepare(
        `INSERT INTO quiz (id, key, campaign, unit, title, asked, pass_share, opens, is_public)
        VALUES ('trac-nghiem-rieng', 'khoa-thi-rieng', ?, ?, 'Trắc nghiệm của Cồn Nhạn', 1, 0.5, '2026-01-01T00:00:00.000Z', 1)`,
      )
      .run(campaign, own);
    database.prepare("INSERT INTO quiz_question VALUES ('trac-nghiem-rieng', 'cau-hoi-rieng')").run();
    database
      .prepare("INSERT INTO campaign_door VALUES (?, ?, 'cua-rieng-cua-con', 'Cù Thị Riêng', '2026-11-20T08:00:00.000Z')")
      .run(campaign, own);
  });
}

/** A study session with the person on its list, and a material that was given to them. */
function putStudies({ folder }: Service, { own, campaign, person }: Readonly<Record<'own' | 'campaign' | 'person', string>>): void {
  onDatabase(folder, (database) => {
    database
      .prepare(
        `INSERT INTO study_session (id, campaign, unit, day, title, form, mode, is_catch_up, place, speaker, speaker_post, is_combined)
        VALUES ('buoi-hoc-rieng', ?, ?, '2026-11-12', 'Buổi học riêng ở Bờ Lau', 'class', 'in-person', 0, '', 'Cù Thị Riêng', 'secretary', 0)`,
      )
      .run(campaign, own);
    database.prepare("INSERT INTO attendance (session, person, attended) VALUES ('buoi-hoc-rieng', ?, 1)").run(person);
    database
      .prepare(
        "INSERT INTO material (id, campaign, unit, title, kind) VALUES ('tai-lieu-rieng', ?, ?, 'Cuốn tài liệu riêng ở Bờ Lau', 'printed')",
      )
      .run(campaign, own);
    database.prepare("INSERT INTO material_person (material, person) VALUES ('tai-lieu-rieng', ?)").run(person);
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

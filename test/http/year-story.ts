import { onDatabase } from '../corpus/records/units.js';
import { type Browser, type Service, startService } from './service.js';
import { addUnit, enterAs } from './units.js';
import { workOff } from './work-off.js';

/** Words of an essay that nobody else uses: a line for each of its sentences. */
const essayOf = (who: string): string =>
  Array.from(
    { length: 8 },
    (_, at) => `Bản thu hoạch của ${who}, ý thứ ${at + 1}: tổ ${who} nhận đắp bờ số ${at * 7 + who.length} trước rằm.`,
  ).join('\n');

type Place = Pick<Service, 'folder' | 'visit'>;
/** Sees a sealed batch through. */
type Work = (browser: Browser, batch: string) => Promise<void>;

/**
 * A unit with two campaigns of 2026 and one of 2027: An came 3 days late, was to write again and was accepted; Bình handed in on
 * the evening of the due day; Cúc is exempt; Dần studied nothing and handed in nothing.
 */
export async function tellYear(service: Place, work: Work) {
  const unit = addUnit(service, 'Đảng ủy xã Bờ Lau');
  const committee = await enterAs(service, unit, ['committee'], 'Đồng chí Lục Thị Ghi');
  const make = async (name: string): Promise<string> =>
    ((await committee.send('post', '/api/campaigns', { name, themes: [] }).expect(201)).body as { id: string }).id;
  const [first, second, next] = [await make('Nghị quyết về bờ vùng'), await make('Nghị quyết về giống lúa'), await make('Đợt đầu năm sau')];
  onDatabase(service.folder, (database) => {
    const person = database.prepare(
      'INSERT INTO person (id, unit, card, name, cell, post, place, is_head, is_key_cadre) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)',
    );
    person.run('an', unit, '001', 'Hạ Thị An', 'Chi bộ 2', 'Đảng viên', '', 0);
    person.run('binh', unit, '002', 'Bế Văn Bình', 'Chi bộ 1', '=Bí thư', '', 1);
    person.run('cuc', unit, '003', 'Cù Thị Cúc', 'Chi bộ 1', '', '', 0);
    person.run('dan', unit, '004', 'Ngần Văn Dần', 'Chi bộ 2', '', '', 0);
    const entry = database.prepare(
      'INSERT INTO roster_entry (campaign, person, unit, exemption, exemption_note, attended) VALUES (?, ?, ?, ?, ?, ?)',
    );
    for (const id of ['an', 'binh']) entry.run(first, id, unit, '', '', null);
    entry.run(first, 'cuc', unit, 'health', 'bệnh không nên ghi ra', 1);
    entry.run(first, 'dan', unit, '', '', 0);
    entry.run(second, 'binh', unit, '', '', 1);
    entry.run(next, 'binh', unit, '', '', null);
    const due = database.prepare('INSERT INTO due_day (campaign, unit, due) VALUES (?, ?, ?)');
    due.run(first, unit, '2026-11-20');
    due.run(next, unit, '2027-01-15');
    const session = database.prepare(
      `INSERT INTO study_session (id, campaign, unit, day, title, form, mode, is_catch_up, place, speaker, speaker_post, is_combined)
      VALUES (?, ?, ?, '2026-11-02', 'Buổi học', 'class', 'in-person', ?, '', '', 'other', 0)`,
    );
    session.run('buoi', first, unit, 0);
    session.run('hoc-bu', first, unit, 1);
    const attendance = database.prepare('INSERT INTO attendance (session, person, attended) VALUES (?, ?, ?)');
    attendance.run('buoi', 'an', 0);
    attendance.run('hoc-bu', 'an', 1);
    attendance.run('buoi', 'binh', 1);
  });
  const hers = await handIn({ ...service, work }, committee, {
    campaign: first,
    person: 'an',
    file: 'an.txt',
    at: '2026-11-23T02:00:00.000Z',
  });
  await conclude(committee, first, hers.essay, {
    verdict: 'rewrite',
    grounds: ['content'],
    reason: 'Chưa nêu việc của bản thân.',
    revision: 0,
  });
  const again = await handIn({ ...service, work }, committee, {
    campaign: first,
    person: 'an',
    file: 'an-2.txt',
    at: '2026-11-25T02:00:00.000Z',
  });
  await conclude(committee, first, again.essay, { verdict: 'accepted', grounds: [], reason: '', revision: 0 });
  // Half past eleven of the due day in Vietnam.
  const his = await handIn({ ...service, work }, committee, {
    campaign: first,
    person: 'binh',
    file: 'binh.txt',
    at: '2026-11-20T16:30:00.000Z',
  });
  return { unit, committee, campaigns: { first, second, next }, essays: { hers, again, his } };
}

/** The same in a service of its own that works in this process. */
export async function yearStory() {
  const service = await startService();
  await service.enter();
  return { service, ...(await tellYear(service, () => workOff(service))) };
}

/** Hands in one essay and says whose it is and when it came. */
async function handIn(
  { folder, work }: Pick<Place, 'folder'> & { readonly work: Work },
  browser: Browser,
  { campaign, person, file, at }: Readonly<Record<'campaign' | 'person' | 'file' | 'at', string>>,
): Promise<{ readonly essay: string; readonly batch: string }> {
  const { id: batch } = (await browser.send('post', `/api/campaigns/${campaign}/batches`, { key: `khóa ${file}` }).expect(200)).body as {
    id: string;
  };
  await browser
    .send('post', `/api/batches/${batch}/files`)
    .attach('file', Buffer.from(essayOf(file)), file)
    .expect(200);
  await browser.send('post', `/api/batches/${batch}/seal`).expect(200);
  await work(browser, batch);
  const { items } = (await browser.get(`/api/batches/${batch}`).expect(200)).body as { items: { submission: string }[] };
  const essay = items[0]!.submission;
  onDatabase(folder, (database) => {
    database.prepare("INSERT OR REPLACE INTO essay_person VALUES (?, ?, 'chosen', 'Lục Thị Ghi', ?)").run(essay, person, at);
    database.prepare('UPDATE submission SET received_at = ? WHERE id = ?').run(at, essay);
  });
  return { essay, batch };
}

/** Writes a conclusion down. */
export async function conclude(browser: Browser, campaign: string, essay: string, conclusion: object): Promise<void> {
  await browser.send('put', `/api/campaigns/${campaign}/essays/${encodeURIComponent(essay)}/conclusion`, conclusion).expect(200);
}

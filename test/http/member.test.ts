import { describe, expect, test } from 'vitest';
import {
  attemptsSchema,
  looksSchema,
  ownResultSchema,
  preCheckAnswerSchema,
  rewritingSchema,
  seatsSchema,
  standingSchema,
} from '../../src/api/member.js';
import { documentSchema, type OverviewView, overviewSchema } from '../../src/api/view.js';
import { nameWriter } from '../support/roster.js';
import { attemptsOf, BINH, conclude, enter, handIn, NHAN, OWN_TEXT, open, openRounds, sourceText } from './members.js';
import { type Browser, failureOf, PASSWORD, type Service, NAME as STAFF } from './service.js';
import { workOff } from './work-off.js';

const MINUTE = 60_000;

describe('a code', () => {
  test('lets a member in once, by sending it and not by opening the link; a new one replaces it', async () => {
    const { service, committee, campaign, codeOf } = await open(false);
    const old = await codeOf(NHAN.id);
    const code = await codeOf(NHAN.id);
    const browser = await service.visit();
    await browser.get(`/m/${code}`).expect(200);
    expect(failureOf(await browser.send('post', '/api/member-session', { code: old }).expect(401)).code).toBe('wrong-code');
    const typed = (code.match(/.{1,4}/g) ?? []).join(' - ').toLowerCase();
    await browser.send('post', '/api/member-session', { code: typed }).expect(200);
    expect(standingSchema.parse((await browser.get('/api/me').expect(200)).body)).toMatchObject({ name: NHAN.name, open: { number: 1 } });
    await (await service.visit()).send('post', '/api/member-session', { code }).expect(401);
    const seats = seatsSchema.parse((await committee.get(`/api/campaigns/${campaign}/seats`).expect(200)).body);
    expect(seats.map(({ name, code: state }) => [name, state])).toEqual([
      [NHAN.name, 'used'],
      [BINH.name, 'none'],
    ]);
    // What a member may not ask for does not exist.
    await browser.get(`/api/campaigns/${campaign}/overview`).expect(401);
    expect(JSON.stringify(service.log)).not.toContain(code);
  });

  test('ends after 14 days; a session after half an hour without a request, and after twelve in any case', async () => {
    const { service, committee, codeOf } = await open(false);
    const code = await codeOf(NHAN.id);
    service.sleep(14 * 24 * 60 * MINUTE + 1);
    await (await service.visit()).send('post', '/api/member-session', { code }).expect(401);
    await committee.get('/api/session');
    await committee.send('post', '/api/session', { name: STAFF, password: PASSWORD }).expect(200);
    const member = await enter(service, await codeOf(NHAN.id));
    service.sleep(29 * MINUTE);
    await member.get('/api/me').expect(200);
    service.sleep(31 * MINUTE);
    await member.get('/api/me').expect(401);
    const other = await enter(service, await codeOf(NHAN.id));
    for (let half = 0; half < 24; half++) {
      await other.get('/api/me').expect(200);
      service.sleep(29.9 * MINUTE);
    }
    await other.get('/api/me').expect(200);
    service.sleep(5 * MINUTE);
    await other.get('/api/me').expect(401);
  });
});

describe('a member', () => {
  test('copies, is told why, copies less, and is accepted with own words', async () => {
    const { service, committee, campaign, codeOf } = await open();
    const member = await enter(service, await codeOf(NHAN.id));
    const copied = sourceText(0);
    await handIn(member, 'bài của tôi.txt', copied).expect(200);
    await handIn(member, 'bài của tôi.txt', copied).expect(200);
    expect(failureOf(await handIn(member, 'khác.txt', OWN_TEXT).expect(409)).code).toBe('round-closed');
    await workOff(service);
    const [first] = await attemptsOf(member);
    expect(first).toMatchObject({ number: 1, conclusion: null });
    // Nothing is told before people have concluded.
    await member.get(`/api/me/essays/${first!.essay}`).expect(404);
    await member.get(`/api/me/essays/${first!.essay}/letter`).expect(404);
    await openRounds(committee, campaign, [first!.essay]).expect(409);

    await conclude(committee, campaign, first!.essay, 'rewrite').expect(200);
    expect((await openRounds(committee, campaign, [first!.essay]).expect(200)).body).toEqual({ opened: 1 });
    expect((await openRounds(committee, campaign, [first!.essay]).expect(200)).body).toEqual({ opened: 0 });
    const told = ownResultSchema.parse((await member.get(`/api/me/essays/${first!.essay}`).expect(200)).body);
    expect(told.attempt.conclusion).toMatchObject({ verdict: 'rewrite', reason: 'Đề nghị viết bằng lời của mình.' });
    expect(told.best).toBeGreaterThan(0.4);
    expect(told.text!.shared.length).toBeGreaterThan(0);
    expect(told.steps.length).toBeGreaterThan(0);
    expect((await member.get(`/api/me/essays/${first!.essay}/letter`).expect(200)).text).toContain('Về việc viết lại');

    await handIn(member, 'bài lần 2.txt', `${OWN_TEXT}\n\n${copied.slice(copied.length / 2)}`).expect(200);
    await workOff(service);
    const second = (await attemptsOf(member)).at(-1)!;
    const seen = attemptsSchema.parse(
      (await committee.get(`/api/campaigns/${campaign}/essays/${second.essay}/attempts`).expect(200)).body,
    )!;
    expect(seen.writing.attempts.map(({ number }) => number)).toEqual([1, 2]);
    const standing = seen.compared!.passages.filter(({ now }) => now.length > 0);
    expect(standing.length).toBeGreaterThan(0);
    expect(copied).toContain(standing.at(-1)!.text.slice(0, 60));
    expect(seen.compared!.kept).toBeGreaterThan(0.1);
    expect(seen.compared!.kept).toBeLessThan(0.9);

    await conclude(committee, campaign, second.essay, 'rewrite').expect(200);
    await openRounds(committee, campaign, [second.essay]).expect(200);
    await handIn(member, 'bài lần 3.txt', OWN_TEXT).expect(200);
    await workOff(service);
    const third = (await attemptsOf(member)).at(-1)!;
    expect(third.number).toBe(3);
    await conclude(committee, campaign, third.essay, 'accepted').expect(200);
    const done = ownResultSchema.parse((await member.get(`/api/me/essays/${third.essay}`).expect(200)).body);
    expect(done).toMatchObject({ attempt: { conclusion: { verdict: 'accepted' } }, before: { number: 2, remaining: 0 } });
    expect(standingSchema.parse((await member.get('/api/me').expect(200)).body).open).toBeNull();
  });

  test('has a file compared three times a day, of which nothing stays; asks for a second look once for each conclusion', async () => {
    const { service, committee, campaign, codeOf } = await open();
    const member = await enter(service, await codeOf(NHAN.id));
    await expectTrials(member, () => committee.get(`/api/campaigns/${campaign}/overview`));
    await handIn(member, 'bài.txt', sourceText(1)).expect(200);
    await workOff(service);
    const [first] = await attemptsOf(member);
    const ask = (words: string) => member.send('post', `/api/me/essays/${first!.essay}/second-look`, { words });
    await ask('Đoạn 2 viết chung.').expect(409);
    await conclude(committee, campaign, first!.essay, 'rewrite').expect(200);
    await ask('Đoạn 2 viết chung.').expect(200);
    await ask('Đoạn 2 viết chung.').expect(200);
    expect(failureOf(await ask('Xem thêm đoạn 3.').expect(409)).code).toBe('look-asked');
    const at = `/api/campaigns/${campaign}/second-looks`;
    const looks = looksSchema.parse((await committee.get(at).expect(200)).body);
    expect(looks).toMatchObject([{ name: NHAN.name, words: 'Đoạn 2 viết chung.', answer: null }]);
    const answer = (words: string) => committee.send('put', `${at}/${looks[0]!.id}`, { words });
    await answer('Đã xem, giữ kết luận.').expect(204);
    await answer('Đã xem, giữ kết luận.').expect(204);
    expect(failureOf(await answer('Ý khác.').expect(409)).message).toContain('Đã xem, giữ kết luận.');
    const { looks: own } = standingSchema.parse((await member.get('/api/me').expect(200)).body);
    expect(own).toMatchObject([{ answer: { words: 'Đã xem, giữ kết luận.' } }]);
  });
});

describe('nobody sees what is not theirs', () => {
  test('a member is told of no essay but their own, and whoever is not signed in of none', async () => {
    const { service, committee, campaign, codeOf } = await open();
    const { rows } = overviewSchema.parse((await committee.get(`/api/campaigns/${campaign}/overview`).expect(200)).body);
    const foreign = rows[0]!.id;
    nameWriter(service.folder, foreign, BINH.id);
    await conclude(committee, campaign, foreign, 'rewrite').expect(200);
    const binh = await enter(service, await codeOf(BINH.id));
    await binh.get(`/api/me/essays/${foreign}`).expect(200);

    const nhan = await enter(service, await codeOf(NHAN.id));
    const visitor = await service.visit();
    const ask = (browser: Browser) => [
      browser.get(`/api/me/essays/${foreign}`),
      browser.get(`/api/me/essays/${foreign}/letter`),
      browser.send('post', `/api/me/essays/${foreign}/second-look`, { words: 'Xin xem lại.' }),
      browser.get(`/api/me/templates/${'0'.repeat(64)}`),
    ];
    for (const request of ask(nhan)) await request.expect(404);
    const own = (browser: Browser) => [
      browser.get('/api/me'),
      handIn(browser, 'a.txt', OWN_TEXT),
      browser.send('post', '/api/me/pre-check').attach('file', Buffer.from(OWN_TEXT), 'a.txt'),
    ];
    for (const browser of [visitor, committee]) for (const request of [...ask(browser), ...own(browser)]) await request.expect(401);
    await committee.get(`/api/campaigns/${campaign}/essays/khong-co/attempts`).expect(404);
    await committee.send('post', `/api/campaigns/${campaign}/codes`, { people: ['nguoi-la'] }).expect(404);
    await tellsOnlyOwn({ service, committee, campaign, member: binh }, rows);
  });
});

/** No answer to a member holds a text, a name or a file of another, over the whole sample: all of it is made theirs, essay by essay. */
async function tellsOnlyOwn({ service, committee, campaign, member }: Told, rows: OverviewView['rows']): Promise<void> {
  const at = `/api/campaigns/${campaign}`;
  const texts = new Map<string, string>();
  for (const { id, syllables } of rows) {
    if (syllables === null) continue;
    texts.set(id, documentSchema.parse((await committee.get(`${at}/documents/${id}`).expect(200)).body).text);
  }
  for (const { id } of rows.slice(1)) {
    nameWriter(service.folder, id, BINH.id);
    await conclude(committee, campaign, id, 'rewrite').expect(200);
  }
  for (const { id, file, syllables } of rows) {
    const answers = [await member.get(`/api/me/essays/${id}`).expect(200), await member.get(`/api/me/essays/${id}/letter`).expect(200)];
    const told = answers.map(({ text }) => text).join('\n');
    const others = rows.filter((row) => row.id !== id);
    expect(
      others.filter((row) => told.includes(row.id) || told.includes(row.file)),
      file,
    ).toEqual([]);
    if (syllables === null) continue;
    const own = squeezed(texts.get(id) ?? '');
    const foreign = others.flatMap((row) => sentencesOf(texts.get(row.id) ?? '')).filter((sentence) => !own.includes(sentence));
    const flat = squeezed(told.replaceAll('\\n', ' '));
    expect(
      foreign.filter((sentence) => flat.includes(sentence)),
      file,
    ).toEqual([]);
  }
  const rewriting = rewritingSchema.parse((await committee.get(`${at}/rewriting`).expect(200)).body);
  expect(rewriting).toHaveLength(1);
}

interface Told {
  readonly service: Service;
  readonly committee: Browser;
  readonly campaign: string;
  readonly member: Browser;
}

async function expectTrials(member: Browser, overviewOf: () => ReturnType<Browser['get']>): Promise<void> {
  const before = (await overviewOf().expect(200)).text;
  const check = () => member.send('post', '/api/me/pre-check').attach('file', Buffer.from(sourceText(0)), 'thử.txt');
  const answer = preCheckAnswerSchema.parse((await check().expect(200)).body);
  expect(answer.best).toBeGreaterThan(0.4);
  expect(answer.left).toBe(2);
  expect(namesIn(JSON.stringify(answer), before)).toEqual([]);
  await check().expect(200);
  await check().expect(200);
  expect(failureOf(await check().expect(429)).code).toBe('no-pre-check-left');
  expect(await attemptsOf(member)).toEqual([]);
  const after = overviewSchema.parse((await overviewOf().expect(200)).body);
  expect(after.rows).toEqual(overviewSchema.parse(JSON.parse(before)).rows);
}

/** As letters quote: composed, without what cannot be seen. */
const squeezed = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\s+/g, ' ');

const sentencesOf = (text: string): string[] =>
  squeezed(text)
    .split(/(?<=[.!?;])\s/)
    .filter((sentence) => sentence.length > 40);

/** Files of an overview whose names stand in a text. */
function namesIn(text: string, overview: string): string[] {
  return overviewSchema
    .parse(JSON.parse(overview))
    .rows.map(({ name }) => name)
    .filter((name) => text.includes(name));
}

import { describe, expect, test } from 'vitest';
import { queueSchema, reviewersSchema } from '../../src/api/review.js';
import { logSchema } from '../../src/api/service.js';
import { essaySchema, type OverviewView } from '../../src/api/view.js';
import { assessedSample, overviewOf } from './assessed-sample.js';
import { type Browser, failureOf, NAME, type Service, startService } from './service.js';
import { workOff } from './work-off.js';

const REASON = 'Câu chung trong đề cương của báo cáo viên';

describe('an excluded passage', () => {
  test('changes the figures at once and after the machine comes again; taken back it leaves no trace in them', async () => {
    const { service, browser, campaign } = await assessedSample();
    const at = `/api/campaigns/${campaign}`;
    const before = await overviewOf(browser, campaign);
    const { id } = before.rows.find(({ copied: { best } }) => (best ?? 0) > 0.5)!;
    const found = await essayOf(browser, at, id);
    const [match] = found.submission.matches;
    const passage = match!.passages[0]!;
    const exclusion = { other: '*', span: passage.this, reason: REASON, revision: 0 };
    const place = `${at}/essays/${id}/exclusions`;
    await browser.send('post', place, { ...exclusion, reason: '' }).expect(400);
    await browser.send('post', place, { ...exclusion, span: { start: 0, end: 1 } }).expect(404);
    const answer = await browser.send('post', place, exclusion).expect(200);
    const corrected = essaySchema.parse(answer.body);
    const { revision, excluded, found: asFound } = corrected.corrections!;
    expect(revision).toBe(1);
    expect(excluded).toContainEqual(expect.objectContaining({ match: match!.id, this: passage.this, reason: REASON, by: NAME }));
    expect(asFound?.copied).toEqual(found.submission.copied);
    expect(corrected.submission.copied.best).toBeLessThan(found.submission.copied.best!);
    const row = (await overviewOf(browser, campaign)).rows.find((one) => one.id === id)!;
    expect(row.copied).toEqual(corrected.submission.copied);
    expect(row.proposal).toBe(corrected.submission.proposal);

    const late = await browser.send('post', place, exclusion).expect(409);
    expect(late.body.error).toMatchObject({
      code: 'correction-outdated',
      details: { last: { by: NAME, reason: REASON, step: 'excluded' } },
    });
    await again(service, browser, at);
    expect((await essayOf(browser, at, id)).submission.copied).toEqual(corrected.submission.copied);

    const { exclusion: number } = excluded[0]!;
    await browser.send('post', `${place}/${number}/undo`, { revision: 1 }).expect(200);
    expect(await essayOf(browser, at, id)).toEqual({ ...found, corrections: { revision: 2, excluded: [], words: [], found: null } });
    expect((await overviewOf(browser, campaign)).rows).toEqual(before.rows);
    const log = logSchema.parse((await browser.get('/api/log').expect(200)).body);
    expect(
      log
        .filter(({ submission, kind }) => submission === id && kind !== 'viewed')
        .map(({ kind, actor, details }) => [kind, actor, details.reason]),
    ).toEqual([
      ['exclusion-undone', NAME, REASON],
      ['passage-excluded', NAME, REASON],
    ]);

    await judgeTheme(browser, at, before.rows);
  }, 150_000);
});

test('a group is told without excluded passages: who is near to nobody any more stays and is named, and all is as before once taken back', async () => {
  const { service, browser, campaign } = await assessedSample();
  const at = `/api/campaigns/${campaign}`;
  const before = await overviewOf(browser, campaign);
  const group = before.groups.find(({ members }) => members.length > 2)!;
  const [id] = group.members as [string];
  const place = `${at}/essays/${id}/exclusions`;
  const excluded: number[] = [];
  let essay = await essayOf(browser, at, id);
  for (
    let passage = essay.submission.matches[0]?.passages[0];
    passage;
    passage = essay.submission.matches.find(({ passages }) => passages.length > 0)?.passages[0]
  ) {
    const exclusion = { other: '*', span: passage.this, reason: REASON, revision: essay.corrections!.revision };
    essay = essaySchema.parse((await browser.send('post', place, exclusion).expect(200)).body);
    excluded.push(Math.max(...essay.corrections!.excluded.map((one) => one.exclusion)));
  }
  expect(essay.submission.copied).toEqual({ best: 0, union: 0, longestRun: 0 });
  const shown = async () => (await overviewOf(browser, campaign)).groups.find((one) => one.id === group.id)!;
  const expectApart = async () => {
    const corrected = await shown();
    expect(corrected.members).toEqual(group.members);
    expect(corrected.unlinked).toEqual([id]);
    expect(corrected.cohesion).toBeLessThan(group.cohesion);
    const cells = corrected.pairs.flatMap((pair) =>
      pair.first === 0 ? [pair.shareOfFirst] : pair.second === 0 ? [pair.shareOfSecond] : [],
    );
    expect(cells).toEqual(group.members.slice(1).map(() => 0));
    const others = ({ pairs }: typeof corrected) => pairs.filter(({ first, second }) => first !== 0 && second !== 0);
    expect(others(corrected)).toEqual(others(group));
  };
  await expectApart();
  const queue = queueSchema.parse((await browser.get('/api/queue').expect(200)).body);
  expect(queue.find((one) => one.essay === id)).toMatchObject({ best: 0, longestRun: 0 });
  // What comes in later finds the same groups, and the same is left out of them.
  await again(service, browser, at);
  await expectApart();
  for (const [step, exclusion] of excluded.entries())
    await browser.send('post', `${place}/${exclusion}/undo`, { revision: excluded.length + step }).expect(200);
  expect((await overviewOf(browser, campaign)).groups).toEqual(before.groups);
}, 150_000);

/** A person's word on a theme counts in place of the machine's until it is given back. */
async function judgeTheme(browser: Browser, at: string, rows: OverviewView['rows']): Promise<void> {
  const row = rows.find(({ proposal, themes, syllables }) => proposal === 'accept' && syllables !== null && themes[0]?.met)!;
  const [theme] = row.themes;
  const place = `${at}/essays/${row.id}/themes/${theme!.id}`;
  const say = (met: boolean | null, revision: number) =>
    browser.send('put', place, { met, note: 'Chỉ nhắc lại tên nghị quyết.', revision });
  const said = essaySchema.parse((await say(false, 0).expect(200)).body);
  expect(said.corrections?.words).toMatchObject([{ theme: theme!.id, met: false, by: NAME, revision: 1 }]);
  expect(said.corrections?.found?.met.find(({ id }) => id === theme!.id)?.met).toBe(true);
  expect(said.submission.proposal).toBe('review');
  const late = await say(true, 0).expect(409);
  expect(late.body.error.details.override).toMatchObject({ by: NAME, met: false });
  expect(essaySchema.parse((await say(null, 1).expect(200)).body).submission.proposal).toBe('accept');
  await browser.send('put', `${at}/essays/${row.id}/themes/khong-co`, { met: true, note: 'thử thôi', revision: 0 }).expect(404);
}

describe('a group', () => {
  test('is given to one person, and decided once: for all chosen members or for none', async () => {
    const { browser, campaign } = await assessedSample();
    const at = `/api/campaigns/${campaign}`;
    await assignAndQueue(browser, campaign);
    const [group] = (await overviewOf(browser, campaign)).groups;
    const [left, ...members] = group!.members;
    // The first was concluded on alone.
    const decide = (revisions: readonly number[]) =>
      browser.send('put', `${at}/groups/${group!.id}/conclusion`, {
        ...{ verdict: 'rewrite', grounds: ['copied'], reason: 'Phần lớn bài trùng với bài khác.' },
        members: members.map((essay, place) => ({ essay, revision: revisions[place] ?? 0 })),
      });
    await browser
      .send('put', `${at}/essays/${members[1]}/conclusion`, { verdict: 'accepted', grounds: [], reason: '', revision: 0 })
      .expect(200);
    const late = await decide([]).expect(409);
    expect(late.body.error.details.conclusions).toMatchObject([{ essay: members[1], conclusion: { verdict: 'accepted', by: NAME } }]);
    const verdicts = async () => {
      const byId = new Map((await overviewOf(browser, campaign)).rows.map((row) => [row.id, row.conclusion?.verdict ?? null]));
      return [left!, ...members].map((id) => byId.get(id));
    };
    expect(await verdicts()).toEqual(['accepted', null, 'accepted', ...members.slice(2).map(() => null)]);
    await decide([0, 1]).expect(204);
    expect(await verdicts()).toEqual(['accepted', ...members.map(() => 'rewrite')]);
    const log = logSchema.parse((await browser.get('/api/log').expect(200)).body);
    expect(log.find(({ kind }) => kind === 'group-decided')?.details).toMatchObject({ essays: members.length, verdict: 'rewrite' });
    await pressTogether(browser, campaign, group!.members);
  }, 150_000);
});

/** Essays are given to people, groups to one, and wait in the queue until they are concluded on. */
async function assignAndQueue(browser: Browser, campaign: string): Promise<void> {
  const at = `/api/campaigns/${campaign}`;
  const { rows, groups } = await overviewOf(browser, campaign);
  const [me] = reviewersSchema.parse((await browser.get(`${at}/reviewers`).expect(200)).body);
  expect(me).toMatchObject({ name: NAME, open: 0 });
  const essays = groups[0]!.members.map((essay) => ({ essay, revision: 0 }));
  await browser.send('put', `${at}/assignments`, { essays, accounts: ['khong-co'] }).expect(404);
  await browser.send('put', `${at}/assignments`, { essays, accounts: [me!.id] }).expect(204);
  const late = await browser.send('put', `${at}/assignments`, { essays, accounts: [] }).expect(409);
  expect(late.body.error).toMatchObject({ code: 'assignment-outdated', details: { by: NAME, to: NAME } });
  const queue = queueSchema.parse((await browser.get('/api/queue').expect(200)).body);
  expect(queue).toHaveLength(rows.length);
  expect(
    queue
      .filter(({ isMine }) => isMine)
      .map(({ essay }) => essay)
      .sort(),
  ).toEqual([...groups[0]!.members].sort());
  expect(queue.find(({ isMine }) => isMine)?.group).toEqual({ id: groups[0]!.id, number: 1 });
  await browser
    .send('put', `${at}/essays/${essays[0]!.essay}/conclusion`, { verdict: 'accepted', grounds: [], reason: '', revision: 0 })
    .expect(200);
  expect(queueSchema.parse((await browser.get('/api/queue')).body)).toHaveLength(rows.length - 1);
}

describe('a request with a key', () => {
  test('has one effect among fifty at once, and is refused for anything else', async () => {
    const browser = await (await startService()).enter();
    const make = (key: string, name: string) => browser.send('post', '/api/campaigns', { name, themes: [] }).set('Idempotency-Key', key);
    const answers = await Promise.all(Array.from({ length: 50 }, () => make('mot-lan-bam-nut', 'Đợt một')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await browser.get('/api/campaigns')).body).toHaveLength(1);
    expect(failureOf(await make('mot-lan-bam-nut', 'Đợt hai').expect(422)).code).toBe('key-reused');
    expect(failureOf(await make('lan-bam-khac', 'Đợt một').expect(409)).code).toBe('campaign-exists');
    await make('ngan', 'Đợt ba').expect(400);
  });
});

/** Two people press for the same essays, a hundred times in all: each time one of them takes effect, and the other is told of it. */
async function pressTogether(browser: Browser, campaign: string, but: readonly string[]): Promise<void> {
  const at = `/api/campaigns/${campaign}`;
  const essays = (await overviewOf(browser, campaign)).rows.map(({ id }) => id).filter((id) => !but.includes(id));
  const press = (essay: string, who: string, revision: number) =>
    browser
      .send('put', `${at}/essays/${essay}/conclusion`, { verdict: 'accepted', grounds: [], reason: who, revision })
      .set('Idempotency-Key', `${who}-${essay}-${revision}`);
  for (let revision = 0; revision < 5; revision++) {
    const presses = essays
      .slice(0, 20)
      .flatMap((essay) => ['nguoi-mot', 'nguoi-hai', 'nguoi-mot'].map((who) => press(essay, who, revision)));
    const answers = await Promise.all(presses);
    for (let place = 0; place < answers.length; place += 3) {
      const [one, two, twice] = answers.slice(place, place + 3) as [Answer, Answer, Answer];
      expect([one.status, two.status].sort()).toEqual([200, 409]);
      expect(twice.body).toEqual(one.body);
      const [won, lost] = one.status === 200 ? [one, two] : [two, one];
      expect(lost.body.error.details.conclusion).toEqual(won.body);
    }
  }
}

type Answer = Awaited<ReturnType<Browser['send']>>;

async function essayOf(browser: Browser, at: string, id: string) {
  return essaySchema.parse((await browser.get(`${at}/essays/${id}`).expect(200)).body);
}

/** Has the machine assess every essay again, under limits that change nothing. */
async function again(service: Service, browser: Browser, at: string): Promise<void> {
  const { definition } = (await browser.get(at).expect(200)).body;
  await browser.send('put', at, { ...definition, rewriteBy: '2026-12-31' }).expect(200);
  await workOff(service);
  await browser.send('post', `${at}/draft`).expect(200);
}

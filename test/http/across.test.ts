import { expect, test } from 'vitest';
import { queueSchema } from '../../src/api/review.js';
import { unitGroupsSchema } from '../../src/api/tracker.js';
import { documentSchema, essaySchema } from '../../src/api/view.js';
import { routeTable } from '../../src/http/app.js';
import { createMetrics } from '../../src/http/metrics.js';
import { createProgressHub } from '../../src/http/progress-hub.js';
import type { Route } from '../../src/http/route.js';
import { createSessions } from '../../src/http/sessions.js';
import { createViewNotes } from '../../src/http/view-notes.js';
import { overviewOf } from './assessed-sample.js';
import type { Browser, Service } from './service.js';
import { twoCells, wordsOf } from './two-cells.js';

type Cells = Awaited<ReturnType<typeof twoCells>>;

const REASON = 'Câu chung trong đề cương của báo cáo viên';

/** One test: assessing the essays of both cells takes most of the time. */
test('a cell works on what it shares with another one, and finds nothing of it but the passages and the unit', async () => {
  const cells = await twoCells();
  const { campaign, upper, essays } = cells;
  const [own] = essays.upper as [string];
  const group = await seesGroup(cells);
  const kept = await excludes(cells, own);
  await decides(cells, group);

  await cells.handInLater();
  const after = essaySchema.parse((await upper.browser.get(`/api/campaigns/${campaign}/essays/${own}`).expect(200)).body);
  expect(after.submission.copied.union).toBeGreaterThan(kept.submission.copied.union! + 0.1);
  expect(after.corrections?.excluded).toEqual(kept.corrections?.excluded);
  const match = after.corrections!.excluded[0]!.match;
  expect(after.submission.matches.find(({ id }) => id === match)?.passages).toEqual(
    kept.submission.matches.find(({ id }) => id === match)?.passages,
  );

  await asks(cells, match);
  await tellsNothing(cells, upper.browser, { group: group.id, document: match });
  await tellsNothing(cells, cells.above, { group: group.id, document: match });
}, 120_000);

/** Own members first, then those of the other cell by its name. */
async function seesGroup({ campaign, upper, above, essays }: Cells) {
  const { groups, rows } = await overviewOf(upper.browser, campaign);
  const group = groups.find(({ others }) => others.length > 1)!;
  expect(group.members.slice(0, 2)).toEqual(essays.upper.slice(0, 2));
  expect(group.others.map(({ unit }) => unit)).toEqual(['Chi bộ thôn Hạ', 'Chi bộ thôn Hạ']);
  expect(group.others.every(({ beside, id }) => essays.upper.includes(beside) && group.members.includes(id))).toBe(true);
  for (const { id, beside } of group.others) {
    const { text, kind } = documentSchema.parse((await upper.browser.get(`/api/campaigns/${campaign}/documents/${id}`).expect(200)).body);
    expect([kind, text.includes('nạo vét tuyến mương Cầu Đá')]).toEqual(['foreign', true]);
    await upper.browser.get(`/api/campaigns/${campaign}/essays/${beside}/case/${id}`).expect(200);
  }
  expect(
    rows
      .filter((row) => row.group === group.id)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(essays.upper.slice(0, 2).sort());
  const queue = queueSchema.parse((await upper.browser.get('/api/queue').expect(200)).body);
  expect(queue.find(({ essay }) => essay === essays.upper[0])?.group).toEqual({ id: group.id, number: groups.indexOf(group) + 1 });

  const found = unitGroupsSchema.parse((await above.get(`/api/campaigns/${campaign}/unit-groups`).expect(200)).body);
  const [across] = found.filter(({ essays: count }) => count === 4);
  expect(across?.units).toEqual([
    { name: 'Chi bộ thôn Hạ', essays: 2 },
    { name: 'Chi bộ thôn Thượng', essays: 2 },
  ]);
  expect(across?.passages[0]?.text).toContain('dồn điền đổi thửa');
  expect(unitGroupsSchema.parse((await upper.browser.get(`/api/campaigns/${campaign}/unit-groups`).expect(200)).body)).toEqual([]);
  return group;
}

/** A passage is excluded by the name that the other essay goes by, and shown where it stood in its excerpt. */
async function excludes({ campaign, upper, lower, essays }: Cells, own: string) {
  const at = `/api/campaigns/${campaign}/essays/${own}`;
  const before = essaySchema.parse((await upper.browser.get(at).expect(200)).body);
  const match = before.submission.matches.find(({ file }) => file === 'Một bài của Chi bộ thôn Hạ')!;
  const [passage] = match.passages;
  const exclude = (other: string, revision: number) =>
    upper.browser.send('post', `${at}/exclusions`, { other, span: passage!.this, reason: REASON, revision });
  for (const other of essays.lower) await exclude(other, 0).expect(404);
  await exclude(match.id.replace(own, essays.upper[1]!), 0).expect(404);
  const shown = await upper.browser.get(`/api/campaigns/${campaign}/documents/${match.id}`).expect(200);
  const theirs = await overviewOf(lower.browser, campaign);

  const corrected = essaySchema.parse((await exclude(match.id, 0).expect(200)).body);
  const [excluded] = corrected.corrections!.excluded;
  expect(excluded).toMatchObject({ match: match.id, this: passage!.this, that: passage!.that, reason: REASON });
  expect(corrected.submission.matches.find(({ id }) => id === match.id)?.passages).toHaveLength(match.passages.length - 1);
  expect((await upper.browser.get(`/api/campaigns/${campaign}/documents/${match.id}`)).body).toEqual(shown.body);
  expect((await overviewOf(lower.browser, campaign)).rows).toEqual(theirs.rows);

  // For every text, and taken back: of that nothing comes again.
  const all = essaySchema.parse((await exclude('*', 1).expect(200)).body);
  expect(all.submission.copied.best).toBeLessThan(before.submission.copied.best!);
  expect(all.corrections!.excluded.map((one) => one.match).sort()).toEqual(
    before.submission.matches
      .filter(({ passages }) => passages.some((one) => overlapsHalf(one.this, passage!.this)))
      .map(({ id }) => id)
      .sort(),
  );
  const last = Math.max(...all.corrections!.excluded.map(({ exclusion }) => exclusion), 2);
  const undone = await upper.browser.send('post', `${at}/exclusions/${last}/undo`, { revision: 2 }).expect(200);
  const kept = essaySchema.parse(undone.body);
  expect(kept.corrections?.excluded).toEqual(corrected.corrections?.excluded);
  expect(kept.submission).toEqual(corrected.submission);
  return kept;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const overlapsHalf = (one: Stretch, other: Stretch): boolean =>
  2 * (Math.min(one.end, other.end) - Math.max(one.start, other.start)) >= one.end - one.start;

/** A group is decided for the own members; those of the other cell stay open, and the log says so. */
async function decides(
  { campaign, upper, lower, essays }: Cells,
  { id, members }: { readonly id: string; readonly members: readonly string[] },
) {
  const decide = (ids: readonly string[]) =>
    upper.browser.send('put', `/api/campaigns/${campaign}/groups/${id}/conclusion`, {
      ...{ verdict: 'rewrite', grounds: ['copied'], reason: 'Phần lớn bài trùng với bài khác.' },
      members: ids.map((essay) => ({ essay, revision: 0 })),
    });
  await decide(members).expect(404);
  await decide([...essays.upper.slice(0, 2), essays.lower[0]!]).expect(404);
  await decide(essays.upper.slice(0, 2)).expect(204);
  expect((await overviewOf(lower.browser, campaign)).rows.map(({ conclusion }) => conclusion)).toEqual([null, null, null]);
  const log = (await upper.browser.get('/api/log').expect(200)).body as { kind: string; details: object }[];
  expect(log.find(({ kind }) => kind === 'group-decided')?.details).toMatchObject({ essays: 2, others: 2 });
}

/** A request for the whole text, which the other cell leaves open. */
async function asks({ campaign, upper, lower }: Cells, document: string): Promise<void> {
  const reason = 'Cần xem phần trước và sau đoạn trùng.';
  await upper.browser.send('post', `/api/campaigns/${campaign}/text-requests`, { document, reason }).expect(200);
  expect((await lower.browser.get('/api/text-requests/waiting').expect(200)).body).toEqual({ count: 1 });
}

interface Places {
  readonly group: string;
  readonly document: string;
}

/** Asks every address that only reads, and for every file to take along, and looks for the other cell in all of it. */
async function tellsNothing(cells: Cells, browser: Browser, { group, document }: Places): Promise<void> {
  const { service, campaign, batch, essays, upper } = cells;
  const [own] = essays.upper as [string];
  const values: Readonly<Record<string, readonly string[]>> = {
    '/api/campaigns/:id': [campaign],
    '/api/batches/:id': [batch],
    '/api/submissions/:id': [own, batch],
    '/api/units/:id': [upper.unit],
    ':essay': essays.upper,
    ':document': [own, document],
    ':group': [group],
  };
  const isUpper = browser === upper.browser;
  // Who works at the units below is known to the administrators of the commune.
  const secrets = [...cells.secrets(), ...(isUpper ? ['Vi Văn Hạ'] : [...essays.upper, 'bài một', 'bài hai', 'Gốc Sung'])];
  const answered = new Set<string>();
  for (const route of await readingRoutes(service)) {
    for (const path of addressesOf(route.path, values)) {
      for (const query of QUERIES[route.path] ?? ['']) {
        const { status, text } = await wordsOf(browser.get(`${path}${query}`));
        if (status === 200) answered.add(route.path);
        expectNothing(`${path}${query}`, text, secrets, path);
      }
    }
  }
  for (const format of ['csv', 'xlsx']) {
    const { status, text } = await wordsOf(browser.send('post', `/api/campaigns/${campaign}/results/export`, { format }));
    expect(status).toBe(200);
    expectNothing(format, text, secrets, '');
  }
  if (isUpper) for (const path of MUST_ANSWER) expect([path, answered.has(path)]).toEqual([path, true]);
}

function expectNothing(place: string, text: string, secrets: readonly string[], asked: string): void {
  const found = secrets.filter((secret) => !asked.includes(secret) && text.includes(secret));
  expect([place, found.map((secret) => text.slice(Math.max(0, text.indexOf(secret) - 160), text.indexOf(secret) + 80))]).toEqual([
    place,
    [],
  ]);
}

/** Every form that an answer comes in. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  '/api/campaigns/:id/essays/:essay/case/:document': ['?format=pdf', '?format=html'],
  '/api/campaigns/:id/groups/:group/case': ['?format=pdf', '?format=html'],
  '/api/campaigns/:id/essays/:essay/letter': ['?format=text', '?format=html', '?format=docx', '?format=html&save=1'],
  '/api/log/export': ['?format=csv', '?format=jsonl'],
  '/api/log/decisions': ['?format=csv', '?format=xlsx'],
  '/api/campaigns/:id/tracker': ['?cadres=0', '?cadres=1'],
};

/** Addresses that the cell must get something from: otherwise this would show nothing. */
const MUST_ANSWER = [
  ...Object.keys(QUERIES),
  ...[
    'overview',
    'log',
    'report.html',
    'report.json',
    'letters.html',
    'letters.zip',
    'unit-groups',
    'essays/:essay',
    'documents/:document',
  ].map((rest) => `/api/campaigns/:id/${rest}`),
  ...['/api/queue', '/api/log', '/api/text-requests', '/api/submissions/:id/originality', '/api/batches/:id', '/api/batches/:id/events'],
];

/** Every way to fill in a pattern; what is not known here is filled in with anything. */
function addressesOf(path: string, values: Readonly<Record<string, readonly string[]>>): string[] {
  const known = (name: string, before: string): readonly string[] => values[name === ':id' ? `${before}/:id` : name] ?? ['x'];
  const [name] = /:[a-z]+/.exec(path) ?? [];
  if (name === undefined) return [path];
  const before = path.slice(0, path.indexOf(`/${name}`));
  return known(name, before).flatMap((value) => addressesOf(path.replace(name, encodeURIComponent(value)), values));
}

async function readingRoutes(service: Service): Promise<Route[]> {
  const { parts, records } = service;
  const hub = createProgressHub(records);
  const shared = { hub, metrics: createMetrics(records), sessions: createSessions(parts), views: createViewNotes(records, parts.now) };
  const routes = routeTable(parts, shared).filter(({ method }) => method === 'get');
  hub.close();
  return routes;
}

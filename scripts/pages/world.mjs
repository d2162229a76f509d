// @ts-check
// What the pages are looked at with: a service in its first minute is given the sample campaign, which is checked to its end, and a
// campaign without essays.

const NAME = 'quan-tri';
const PASSWORD = 'câu mật khẩu dài để xem trang';
/** Milliseconds that checking the sample may take on a busy machine. */
const LONGEST = 180_000;

const SESSION = {
  ...{ day: '2026-11-12', title: 'Học tập, quán triệt Nghị quyết', form: 'class', mode: 'online', isCatchUp: false },
  ...{ place: 'Hội trường xã', speaker: 'Vàng Thị Pà', speakerPost: 'secretary', minutes: 150, isCombined: false },
  ...{ toldSummoned: 120, toldAttended: 112, nonMembers: 4, comments: 5, questions: 6, answered: 6, summons: 'everybody' },
  points: [{ name: 'Điểm cầu xã', kind: 'commune', summoned: 120, attended: 110 }],
};

/**
 * Makes the first account in the page's browser, which is signed in from then on, and all there is to see.
 * @param {import('playwright-core').Page} page Stands on the service.
 * @returns {Promise<import('./pages.mjs').World>}
 */
export async function makeWorld(page) {
  await ask(page, 'POST', '/api/setup', { name: NAME, password: PASSWORD });
  const sample = await ask(page, 'POST', '/api/sample');
  const empty = await ask(page, 'POST', '/api/campaigns', { name: 'Học tập Nghị quyết về chuyển đổi số', kind: 'essay', themes: [] });
  const audience = await ask(page, 'POST', '/api/units/goc/audiences', { name: 'Cán bộ chủ chốt' });
  const [campaign, batch] = [sample.campaign.id, sample.batch.id];
  const { session } = await ask(page, 'POST', `/api/campaigns/${campaign}/sessions`, SESSION);
  await ask(page, 'POST', `/api/campaigns/${campaign}/materials`, { title: 'Tài liệu học tập nghị quyết', kind: 'printed' });
  const open = await ask(page, 'POST', `/api/campaigns/${campaign}/batches`, { key: 'world-open-batch-1' });
  const end = Date.now() + LONGEST;
  while ((await ask(page, 'GET', `/api/batches/${batch}`)).batch.state !== 'done') {
    if (Date.now() > end) throw new Error('the sample campaign was not checked in time');
    await page.waitForTimeout(1000);
  }
  const { groups } = await ask(page, 'GET', `/api/campaigns/${campaign}/overview`);
  const [group] = groups;
  const [essay, other] = group.members;
  return { campaign, batch, open: open.id, empty: empty.id, essay, other, group: group.id, session: session.id, audience: audience.id };
}

/**
 * What the page itself would ask.
 * @param {import('playwright-core').Page} page
 * @param {'GET' | 'POST'} method
 * @param {string} path
 * @param {unknown} [json]
 * @returns {Promise<any>}
 */
async function ask(page, method, path, json) {
  const sent = JSON.stringify({ method, path, json: json === undefined ? null : JSON.stringify(json) });
  const { status, text } = /** @type {{ status: number, text: string }} */ (
    await page.evaluate(`(async ({ method, path, json }) => {
      const { csrf } = await (await fetch('/api/session')).json();
      const headers = { 'x-csrf-token': csrf, ...(json !== null && { 'content-type': 'application/json' }) };
      const answer = await fetch(path, { method, headers, body: json });
      return { status: answer.status, text: await answer.text() };
    })(${sent})`)
  );
  if (status >= 400) throw new Error(`${method} ${path}: ${status} ${text}`);
  return JSON.parse(text);
}

// @ts-check
// What the pages are looked at with: a service in its first minute is given the sample campaign, which is checked to its end, and a
// campaign without essays.

const NAME = 'quan-tri';
const PASSWORD = 'câu mật khẩu dài để xem trang';
/** Milliseconds that checking the sample may take on a busy machine. */
const LONGEST = 180_000;

const PROGRAMME = {
  text: 'Chi bộ nhận đào lại 640 m mương trước 15/03/2027.\nMỗi tổ cử hai người trông ống nước đầu nguồn sau mỗi trận mưa.',
  tasks: [{ kind: 'this-year', words: 'Đào lại mương đầu nguồn', who: 'Tổ 3', due: '2027-03-15', measure: '640 m mương' }],
  adoptedOn: '2026-11-20',
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
  const open = await ask(page, 'POST', `/api/campaigns/${campaign}/batches`, { key: 'world-open-batch-1' });
  const programmes = `/api/campaigns/${campaign}/programmes`;
  const programme = await ask(page, 'POST', programmes, { kind: 'collective', person: null, title: 'Chương trình hành động' });
  await ask(page, 'PUT', `${programmes}/${programme.id}`, { ...PROGRAMME, title: programme.title, revision: programme.revision });
  const end = Date.now() + LONGEST;
  while ((await ask(page, 'GET', `/api/batches/${batch}`)).batch.state !== 'done') {
    if (Date.now() > end) throw new Error('the sample campaign was not checked in time');
    await page.waitForTimeout(1000);
  }
  const { groups } = await ask(page, 'GET', `/api/campaigns/${campaign}/overview`);
  const [group] = groups;
  const [essay, other] = group.members;
  return { campaign, batch, programme: programme.id, open: open.id, empty: empty.id, essay, other, group: group.id, audience: audience.id };
}

/**
 * What the page itself would ask.
 * @param {import('playwright-core').Page} page
 * @param {'GET' | 'POST' | 'PUT'} method
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

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { showPlainly } from '../../src/api/odd-characters.js';
import type { OverviewView } from '../../src/api/view.js';
import { cleanText } from '../../src/http/clean-text.js';
import { hasBrowser, launchBrowser } from '../support/browser.js';
import { NAUGHTY, RAN } from './naughty-strings.js';
import { type Browser, type Service, startService } from './service.js';
import { workOff } from './work-off.js';

const WEB = fileURLToPath(new URL('../../dist/web/app/', import.meta.url));
/** Long enough to be shown as a passage that all essays share. */
const SHARED = `${'thu gom rác thải tại nguồn, phân loại ở từng hộ, nạo vét kênh mương trước mùa mưa bão và vận động bà con cùng làm '.repeat(3)}.`;

/** A file's name may hold anything that leads nowhere. */
const fileOf = (naughty: string, i: number): string => `${naughty.replaceAll('/', '∕').replaceAll('"', '″').slice(0, 150)} ${i}.txt`;

describe.runIf(hasBrowser)('naughty names and texts', () => {
  test('are shown on every page as what they are, and nothing in them runs', { timeout: 300_000 }, async () => {
    const service = await startService({ webFolder: WEB });
    const { browser, campaigns, batch, overview } = await fillService(service);
    const [campaign = ''] = campaigns;
    const { context, watch } = await openBrowser(service, browser);
    const page = await context.newPage();
    const problems = watch(page);
    const at = `/dot/${campaign}`;
    const [first, second] = overview.rows.filter(({ state }) => state !== 'unreadable');
    const telling = overview.rows.filter(({ name }) => /[<{$\u202E\u200B\uFFFF]/.test(name));
    const visited: Record<string, readonly string[]> = {
      '/': NAUGHTY,
      '/tao-dot': [],
      [at]: [NAUGHTY[0] ?? ''],
      [`${at}/lo`]: [],
      [`${at}/lo/${batch}`]: NAUGHTY.slice(0, 5).map(fileOf),
      [`${at}/thiet-lap`]: [],
      [`${at}/thiet-lap/khac-biet`]: [],
      [`${at}/nhat-ky`]: [NAUGHTY[0] ?? ''],
      [`${at}/ket-qua`]: [NAUGHTY[0] ?? ''],
      [`${at}/ket-qua/nhom/${overview.groups[0]?.id}`]: [],
      [`${at}/ket-qua/bai/${first?.id}/doi-chieu/${second?.id}`]: [],
      ...Object.fromEntries(telling.map(({ id }) => [`${at}/ket-qua/bai/${id}`, []])),
      [`/dot/${encodeURIComponent(NAUGHTY[0] ?? '')}`]: [],
      [`/${encodeURIComponent(NAUGHTY[1] ?? '')}`]: [],
    };
    for (const [path, shown] of Object.entries(visited)) {
      await page.goto(service.url + path);
      const text = await textOf(page);
      for (const naughty of shown) expect([path, text]).toEqual([path, expect.stringContaining(plain(naughty))]);
      expect([path, await strangersOf(page), problems()]).toEqual([path, [], []]);
    }
    expect(service.log.filter(({ level }) => Number(level) >= 50)).toEqual([]);
    const log = JSON.stringify(service.log);
    for (const secret of ['script', 'onerror', 'kênh mương', 'DROP TABLE', 'algo', 'đảo chiều']) expect(log).not.toContain(secret);
  });

  test('stand in a report that is opened as a file, and run nothing there', { timeout: 120_000 }, async () => {
    const service = await startService({ webFolder: WEB });
    const { browser, campaigns } = await fillService(service);
    const answer = await browser.get(`/api/campaigns/${campaigns[0]}/report.html`).expect(200);
    const file = join(service.folder, 'báo cáo.html');
    await writeFile(file, answer.text);
    const { context, watch } = await openBrowser(service, browser);
    const page = await context.newPage();
    const problems = watch(page);
    await page.goto(pathToFileURL(file).href);
    const text = await textOf(page);
    for (const naughty of NAUGHTY.slice(0, 5)) expect(text).toContain(plain(naughty).slice(0, 40));
    expect(await strangersOf(page)).toEqual([]);
    expect(problems()).toEqual([]);
  });
});

/** How a page shows a text: odd characters named, white space as one blank. */
const plain = (text: string): string => showPlainly(cleanText(text)).replace(/[‹›]/g, '').replace(/\s+/g, ' ');

async function textOf(page: Page): Promise<string> {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  const text = await page.evaluate(() => `${document.title} ${document.body.innerText}`);
  return text.normalize('NFC').replace(/[‹›]/g, '').replace(/\s+/g, ' ');
}

/** Elements and attributes that the page itself never makes, and characters that it never shows raw. */
function strangersOf(page: Page): Promise<string[]> {
  return page.evaluate((ran) => {
    const wanted = 'img, iframe, object, embed, form[action], [onerror], [onload], [srcdoc], a[href^="javascript:" i], #root script, base';
    const found = [...document.querySelectorAll(wanted)].map((one) => one.outerHTML.slice(0, 200));
    if (document.documentElement.dataset[ran] !== undefined) found.push('something ran');
    const texts = [document.title, document.body.innerText];
    for (const one of document.querySelectorAll('[title], [aria-label], [placeholder]'))
      texts.push(one.getAttribute('title') ?? '', one.getAttribute('aria-label') ?? '', one.getAttribute('placeholder') ?? '');
    for (const text of texts)
      if (/[\u202E\u200B\u2060\uFEFF\uFFFF]/.test(text))
        found.push(`raw: ${text.slice(Math.max(0, text.search(/[\u202E\u200B\u2060\uFEFF\uFFFF]/) - 60)).slice(0, 120)}`);
    return [...new Set(found)];
  }, RAN);
}

interface Watched {
  readonly context: BrowserContext;
  watch(page: Page): () => readonly string[];
}

/** A browser that is signed in, and notes whatever goes wrong or out in its pages. */
async function openBrowser({ url }: Service, signedIn: Browser): Promise<Watched> {
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const context = await browser.newContext({ locale: 'vi-VN' });
  const [name = '', value = ''] = signedIn.cookie().split('=');
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }]);
  return {
    context,
    watch: (page) => {
      const problems: string[] = [];
      page.on('dialog', (dialog) => problems.push(`dialog ${dialog.message()}`));
      page.on('pageerror', (error) => problems.push(`error ${error.message}`));
      page.on('console', (message) => {
        // What is not found is told by the page.
        if (message.type() === 'error' && !message.text().includes('status of 4')) problems.push(`console ${message.text()}`);
      });
      page.on('request', (request) => {
        const { protocol, origin, pathname } = new URL(request.url());
        const isOwn = origin === url && (request.isNavigationRequest() || /^\/(api|assets)\//.test(pathname));
        if (!isOwn && protocol !== 'data:' && !(protocol === 'file:' && request.isNavigationRequest()))
          problems.push(`request ${request.url()}`);
      });
      return () => problems;
    },
  };
}

interface Filled {
  readonly browser: Browser;
  readonly campaigns: readonly string[];
  readonly batch: string;
  readonly overview: OverviewView;
}

/** Puts naughty strings wherever somebody can: campaigns, themes, phrases, documents, files, roster, texts, reasons. */
async function fillService(service: Service): Promise<Filled> {
  const browser = await service.enter();
  const documents: object[] = [];
  for (const [i, naughty] of NAUGHTY.slice(0, 6).entries()) {
    const sent = browser
      .send('post', '/api/documents')
      .attach('file', Buffer.from(`${naughty} trích nghị quyết số ${i}`), fileOf(naughty, i));
    const { file, sha256 } = (await sent.expect(201)).body as { file: string; sha256: string };
    documents.push({ file, sha256 });
  }
  const themes = NAUGHTY.map((naughty, i) => ({
    id: `t${i}`,
    name: naughty,
    phrases: [naughty],
    facets: [{ name: naughty, phrases: [naughty] }],
  }));
  const campaigns: string[] = [];
  for (const [i, naughty] of NAUGHTY.entries()) {
    const body = { name: naughty, themes: i === 0 ? themes : [], references: i === 0 ? documents : [], synonyms: [[naughty, 'khác']] };
    const made = await browser.send('post', '/api/campaigns', body);
    expect([naughty, made.status]).toEqual([naughty, 201]);
    campaigns.push((made.body as { id: string }).id);
  }
  const at = `/api/campaigns/${campaigns[0]}`;
  const open = async (key: string): Promise<string> =>
    ((await browser.send('post', `${at}/batches`, { key }).expect(200)).body as { id: string }).id;
  const batch = await open('lô thứ nhất');
  for (const [i, naughty] of NAUGHTY.entries()) {
    const text = `${naughty}\n${'Bài của tôi kể việc ở xóm. '.repeat(20)}${SHARED} ${naughty}`;
    await browser.send('post', `/api/batches/${batch}/files`).attach('file', Buffer.from(text), fileOf(naughty, i)).expect(200);
  }
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const roster = NAUGHTY.slice(0, 12).map((naughty, i) => `${cell(fileOf(naughty, i).normalize('NFC'))},${cell(naughty)},${cell(naughty)}`);
  const sent = browser.send('put', `/api/batches/${batch}/roster`).set('Content-Type', 'text/csv');
  await sent.send(`file,member,unit\n${roster.join('\n')}\n`).expect(200);
  await browser.send('post', `/api/batches/${batch}/seal`).expect(200);
  const [withdrawn, waiting] = [await open('lô thứ hai'), await open('lô thứ ba')];
  for (const one of [withdrawn, waiting])
    await browser
      .send('post', `/api/batches/${one}/files`)
      .attach('file', Buffer.from('bài khác hẳn'), fileOf(NAUGHTY[1] ?? '', 99))
      .expect(200);
  await browser.send('post', `/api/batches/${withdrawn}/withdraw`, { reason: NAUGHTY[0] ?? '' }).expect(200);
  await workOff(service);
  const overview = (await browser.get(`${at}/overview`).expect(200)).body as OverviewView;
  expect(overview.rows.length).toBe(NAUGHTY.length);
  const essay = overview.rows[0]?.id ?? '';
  const conclusion = { verdict: 'rewrite', grounds: ['copied'], reason: NAUGHTY.join(' ').slice(0, 2000), revision: 0 };
  await browser.send('put', `${at}/essays/${essay}/conclusion`, conclusion).expect(200);
  const { definition } = (await browser.get(at).expect(200)).body as { definition: { policy: object } };
  await browser.send('put', at, { ...definition, policy: { minimumSyllables: 5000 } }).expect(200);
  await workOff(service);
  return { browser, campaigns, batch, overview };
}

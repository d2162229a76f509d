import { describe, expect, test } from 'vitest';
import { reportSchema } from '../../src/api/report.js';
import { batchSchema, campaignSchema, logSchema } from '../../src/api/service.js';
import { conclusionSchema, documentSchema, essaySchema, overviewSchema } from '../../src/api/view.js';
import { assessedSample } from './assessed-sample.js';
import { failureOf, makeCampaign, NAME, startService } from './service.js';
import { workOff } from './work-off.js';

describe('the sample', () => {
  test('is made once, also when two ask at the same time, and found afterwards', async () => {
    const service = await startService();
    const browser = await service.enter();
    const ask = () => browser.send('post', '/api/sample').expect(200);
    const answers = [...(await Promise.all([ask(), ask()])), await ask()];
    const made = answers.map(({ body }) => [campaignSchema.parse(body.campaign).id, batchSchema.parse(body.batch).id]);
    expect(new Set(made.map((ids) => ids.join())).size).toBe(1);
    const { campaign, batch } = answers[2]!.body;
    expect(campaign).toMatchObject({ name: 'Học tập Nghị quyết số 09-NQ/HU của Huyện ủy Vân Trạch', isBusy: true, batches: 1 });
    expect(campaign.definition.references).toHaveLength(2);
    expect(batch).toMatchObject({ state: 'queued', uploads: 1, hasRoster: true });
    expect((await service.records.jobs.ofCampaign(campaign.id)).length).toBe(1);
  });

  test('is completed where an earlier attempt was cut off', async () => {
    const service = await startService();
    const browser = await service.enter();
    const made = (await browser.send('post', '/api/sample').expect(200)).body;
    await browser.send('post', `/api/batches/${made.batch.id}/withdraw`, { reason: 'Thử lại từ đầu' }).expect(200);
    await workOff(service);
    const { batch } = (await browser.send('post', '/api/sample').expect(200)).body;
    expect(batch).toMatchObject({ number: 2, state: 'queued' });
  });
});

describe('results', () => {
  test('are read, concluded on and taken along', async () => {
    const { service, browser, campaign } = await assessedSample();
    const at = `/api/campaigns/${campaign}`;
    const overview = overviewSchema.parse((await browser.get(`${at}/overview`).expect(200)).body);
    expect(overview.rows.length).toBeGreaterThan(10);
    expect(overview.rows.every(({ batch }) => batch === 1)).toBe(true);
    expect(overview.groups.length).toBeGreaterThan(0);

    const copied = overview.rows.find(({ copied: { best } }) => (best ?? 0) > 0.4);
    const id = copied?.id ?? '';
    const essay = essaySchema.parse((await browser.get(`${at}/essays/${id}`).expect(200)).body);
    const match = essay.submission.matches[0];
    const [own, other] = [id, match?.id ?? ''].map((one) => browser.get(`${at}/documents/${encodeURIComponent(one)}`).expect(200));
    const [ownText, otherText] = [documentSchema.parse((await own)?.body).text, documentSchema.parse((await other)?.body).text];
    const passage = match?.passages[0];
    expect(ownText.slice(passage?.this.start, passage?.this.end).length).toBeGreaterThan(50);
    expect(otherText.slice(passage?.that.start, passage?.that.end).length).toBeGreaterThan(50);

    const conclude = (body: object) => browser.send('put', `${at}/essays/${id}/conclusion`, body);
    const rewrite = { verdict: 'rewrite', grounds: ['copied'], reason: 'Trùng với bài khác.', revision: 0 };
    const wrong = await conclude({ ...rewrite, grounds: [] }).expect(400);
    expect(failureOf(wrong).message).toContain('căn cứ');
    expect(conclusionSchema.parse((await conclude(rewrite).expect(200)).body)).toMatchObject({ by: NAME, revision: 1 });
    const late = await conclude({ ...rewrite, verdict: 'accepted', grounds: [], reason: '' }).expect(409);
    expect(failureOf(late).code).toBe('conclusion-outdated');

    const acceptable = overview.rows.filter(({ proposal }) => proposal === 'accept').map((row) => row.id);
    const unfit = await browser.send('post', `${at}/accept`, { essays: [...acceptable, id] }).expect(409);
    expect(failureOf(unfit).code).toBe('not-acceptable');
    await browser.send('post', `${at}/accept`, { essays: acceptable }).expect(204);
    const after = campaignSchema.parse((await browser.get(at).expect(200)).body);
    expect(after).toMatchObject({ concluded: acceptable.length + 1, isBusy: false });

    const log = logSchema.parse((await browser.get(`/api/log?campaign=${campaign}`).expect(200)).body);
    expect(log.filter(({ kind }) => kind === 'concluded').length).toBe(acceptable.length + 1);
    const older = logSchema.parse((await browser.get(`/api/log?campaign=${campaign}&before=${log.at(-1)?.sequence}`).expect(200)).body);
    expect(older).toEqual([]);
    await browser.get(`/api/log?before=mai`).expect(400);
    expect(JSON.stringify(service.log)).not.toContain(copied?.file ?? 'x');
  });

  test('are told to the writer in a letter, a draft until somebody has concluded', async () => {
    const { browser, campaign } = await assessedSample();
    const at = `/api/campaigns/${campaign}`;
    const { rows } = overviewSchema.parse((await browser.get(`${at}/overview`).expect(200)).body);
    const row = rows.find(({ grounds }) => grounds.includes('copied'))!;
    const letter = `${at}/essays/${row.id}/letter`;
    const draft = await browser.get(letter).expect(200);
    expect(draft.get('Content-Type')).toBe('text/plain; charset=utf-8');
    expect(draft.text).toContain('DỰ THẢO, CHƯA CÓ KẾT LUẬN');
    expect((await browser.get(`${at}/letters.html`).expect(200)).text).not.toContain('<article');

    const reason = 'Phần đầu <b>trùng</b> với bài khác.';
    await browser
      .send('put', `${at}/essays/${row.id}/conclusion`, { verdict: 'rewrite', grounds: ['copied'], reason, revision: 0 })
      .expect(200);
    const html = await browser.get(`${letter}?format=html`).expect(200);
    expect(html.text).toContain('Phần đầu &lt;b&gt;trùng&lt;/b&gt; với bài khác.');
    expect(html.text).not.toMatch(/<script|Dự thảo/);
    expect(html.get('Content-Disposition')).toBeUndefined();
    expect(html.get('Content-Security-Policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors 'none'$/);
    expect(html.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });

    const saved = await browser.get(`${letter}?format=html&save=1`).expect(200);
    expect(saved.get('Content-Disposition')).toMatch(/^attachment; filename="\d{3} [^"/\\]+\.html"/);
    expect(saved.get('Content-Security-Policy')).toBe("sandbox; default-src 'none'");

    const all = await browser.get(`${at}/letters.html`).expect(200);
    expect(all.get('Content-Disposition')).toMatch(/^attachment; .*\.html/);
    expect(all.text.match(/<article/g)).toHaveLength(1);
    await browser.get(`${letter}?format=pdf`).expect(400);
    await browser.get(`${at}/essays/abc/letter`).expect(404);
  });

  test('come as files under the campaign name, which no browser runs', async () => {
    const { browser, campaign } = await assessedSample();
    const html = await browser.get(`/api/campaigns/${campaign}/report.html`).expect(200);
    expect(html.get('Content-Disposition')).toMatch(/^attachment; filename=".*\.html"; filename\*=UTF-8''H%E1%BB%8Dc%20t%E1%BA%ADp/);
    expect(html.headers).toMatchObject({ 'content-security-policy': "sandbox; default-src 'none'", 'x-content-type-options': 'nosniff' });
    expect(html.text).toMatch(/^<!doctype html>/);
    expect(html.text).toContain('Vân Trạch');

    const json = await browser.get(`/api/campaigns/${campaign}/report.json`).expect(200);
    expect(json.get('Content-Disposition')).toMatch(/^attachment; .*\.json/);
    const report = reportSchema.parse(json.body);
    const overview = overviewSchema.parse((await browser.get(`/api/campaigns/${campaign}/overview`)).body);
    expect(report.submissions.map(({ id }) => id).sort()).toEqual(overview.rows.map(({ id }) => id).sort());
    expect(report.submissions.some(({ matches }) => matches.length > 0)).toBe(true);
  });

  test.each([
    [`${'a'.repeat(119)}😀😀`, `${'a'.repeat(119)}😀`],
    ['..', 'ket-qua'],
    ['???', 'ket-qua'],
    ['a/b\\c: "d"; filename=x', 'a b c d ; filename=x'],
    ['dòng\r\nSet-Cookie: a=b', 'dòng Set-Cookie a=b'],
    ['\u202Egpj.exe', 'gpj.exe'],
  ])('of a campaign called %j are saved as %j', async (name, saved) => {
    const browser = await (await startService()).enter();
    const campaign = await makeCampaign(browser, name);
    for (const extension of ['html', 'json']) {
      const answer = await browser.get(`/api/campaigns/${campaign}/report.${extension}`).expect(200);
      const { 0: plain = '', 1: encoded } = answer.get('Content-Disposition')?.split("; filename*=UTF-8''") ?? [];
      const given = encoded === undefined ? plain.replace(/^attachment; filename="?|"?$/g, '') : decodeURIComponent(encoded);
      expect(given).toBe(`${saved}.${extension}`);
      expect(answer.get('Set-Cookie')).toBeUndefined();
    }
  });

  test('that are not there are not found', async () => {
    const browser = await (await startService()).enter();
    const { id } = (await browser.send('post', '/api/campaigns', { name: 'Đợt', themes: [] }).expect(201)).body;
    for (const path of ['essays/abc', 'documents/sample%3Aa%2Fb.docx', 'draft/differences']) {
      const answer = await browser.get(`/api/campaigns/${id}/${path}`);
      expect([path, answer.status]).toEqual([path, path.startsWith('draft') ? 409 : 404]);
    }
    for (const path of ['overview', 'report.html', 'report.json', 'letters.html', 'essays/abc', 'essays/abc/letter', 'documents/abc']) {
      await browser.get(`/api/campaigns/khong-co/${path}`).expect(404);
    }
    await browser.send('put', '/api/campaigns/khong-co', { name: 'Đợt', themes: [] }).expect(404);
    await browser.send('post', `/api/campaigns/${id}/draft`).expect(409);
  });
});

describe('a changed campaign with results', () => {
  test('shows what would change before it counts', async () => {
    const { service, browser, campaign } = await assessedSample();
    const at = `/api/campaigns/${campaign}`;
    const { definition } = campaignSchema.parse((await browser.get(at).expect(200)).body);
    const strict = { ...definition, policy: { ...definition.policy, minimumSyllables: 5000 } };
    const changed = campaignSchema.parse((await browser.send('put', at, strict).expect(200)).body);
    expect(changed).toMatchObject({ version: 1, draft: { version: 2, isReady: false }, draftJob: { kind: 'reassess', state: 'queued' } });
    await browser.get(`${at}/draft/differences`).expect(409);
    await workOff(service);
    const differences = (await browser.get(`${at}/draft/differences`).expect(200)).body as { after: { proposal: string } }[];
    expect(differences.some(({ after }) => after.proposal === 'review')).toBe(true);
    const applied = campaignSchema.parse((await browser.send('post', `${at}/draft`).expect(200)).body);
    expect(applied).toMatchObject({ version: 2, draft: null, draftJob: null, accept: 0 });
    await browser.send('put', at, definition).expect(200);
    expect(campaignSchema.parse((await browser.send('delete', `${at}/draft`).expect(200)).body)).toMatchObject({ version: 2, draft: null });
  });
});

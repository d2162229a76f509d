import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Theme } from '../../../src/model/campaign.js';
import { type EmbeddingLimits, Embeddings } from '../../../src/pipeline/embeddings/embeddings.js';
import { guardedLookup } from '../../../src/pipeline/embeddings/hosts.js';
import { postJson } from '../../../src/pipeline/embeddings/request.js';
import { readEmbeddingSettings } from '../../../src/pipeline/embeddings/settings.js';
import { CERTIFICATE } from '../../http/certificate.js';
import { type Asked, answerVectors, type Provider, startProvider } from './provider.js';

const theme = (name: string, phrases: readonly string[]): Theme => ({
  id: 't',
  name,
  kind: 'topic',
  required: true,
  minimum: 0.5,
  phrases,
  facets: [{ name: 'mục tiêu', phrases: ['chỉ tiêu'] }],
});
const THEMES = [theme('Môi trường', ['rác thải', 'kênh mương']), theme('Dạy nghề', ['học nghề', 'việc làm'])];
const LIMITS: EmbeddingLimits = { time: 2_000, bytes: 1024 ** 2, budget: { fixed: 20_000, anEssay: 1_000 } };

function open({ url }: Provider, limits: Partial<EmbeddingLimits> = {}): Embeddings {
  const settings = readEmbeddingSettings(
    { embeddings: url, embeddingsModel: 'nhỏ' },
    { SOATBAI_EMBEDDINGS_KEY: 'bí-mật'.normalize('NFD').replace(/[^a-z-]/g, '') },
  );
  const embeddings = new Embeddings(settings!, { ...LIMITS, ...limits });
  embeddings.begin(1);
  return embeddings;
}

/** What a failing provider leaves behind. */
async function failureOf(provider: Provider, limits: Partial<EmbeddingLimits> = {}): Promise<string> {
  const embeddings = open(provider, limits);
  expect(await embeddings.embedEssay(['Rác thải đầy kênh mương.'], THEMES)).toBeNull();
  const asked = provider.asked.length;
  expect(await embeddings.embedEssay(['Một bài khác.'], THEMES)).toBeNull();
  // Nobody who failed is asked again in the same batch.
  expect(provider.asked).toHaveLength(asked);
  return embeddings.warning ?? '';
}

describe('a provider of sentence vectors', () => {
  it('says how near each sentence is to each theme, asked as an OpenAI endpoint is', async () => {
    const provider = await startProvider();
    const embeddings = open(provider);
    const sentences = ['Thôn tôi dọn rác thải dưới kênh mương.', '', 'Con mèo mướp ngủ trên ghế.', 'Thanh niên học nghề rồi có việc làm.'];
    const found = (await embeddings.embedEssay(sentences, THEMES))!;
    expect(found.map((one) => one.length)).toEqual([4, 4]);
    const [environment, trade] = found.map((one) => [...one]) as [number[], number[]];
    for (const similarity of [...environment, ...trade]) {
      expect(similarity).toBeGreaterThanOrEqual(0);
      expect(similarity).toBeLessThanOrEqual(1);
    }
    expect(environment[0]!).toBeGreaterThan(0.5);
    expect(trade[3]!).toBeGreaterThan(0.5);
    for (const far of [environment[2]!, environment[3]!, trade[0]!, trade[2]!]) expect(far).toBeLessThan(0.3);
    expect([environment[1], trade[1]]).toEqual([0, 0]);
    expect(embeddings.warning).toBeNull();

    const [unrelated, themes, essay] = provider.asked;
    expect(provider.asked).toHaveLength(3);
    expect(essay).toMatchObject({ path: '/v1/embeddings', model: 'nhỏ', authorization: 'Bearer bi-mat' });
    expect(essay!.input).toEqual([sentences[0], sentences[2], sentences[3]]);
    expect(themes!.input[0]).toBe('Môi trường: rác thải, kênh mương, mục tiêu, chỉ tiêu');
    expect(unrelated!.input.length).toBeGreaterThanOrEqual(20);

    // Themes are embedded once, for the next batch too.
    embeddings.begin(1);
    expect((await embeddings.embedEssay(sentences, THEMES))!.map((one) => [...one])).toEqual([environment, trade]);
    expect(provider.asked).toHaveLength(4);
  });

  it('is sent at most 300 sentences of 500 characters, 64 at a time', async () => {
    const provider = await startProvider();
    const found = await open(provider).embedEssay(new Array<string>(310).fill(`Rác ${'ở kênh '.repeat(100)}.`), THEMES);
    const sent = provider.asked.slice(2).map(({ input }) => input);
    expect(sent.map((input) => input.length)).toEqual([64, 64, 64, 64, 44]);
    expect(Math.max(...sent.flat().map((text) => text.length))).toBe(500);
    expect([found![0]![299]! > 0, found![0]![300]]).toEqual([true, 0]);
  });

  it('is left alone for the rest of a batch once it fails, and tried again in the next', async () => {
    let isDown = true;
    const provider = await startProvider((response, asked) => {
      if (!isDown) return answerVectors(response, asked);
      response.statusCode = 500;
      response.end('Rác thải đầy kênh mương.');
    });
    const embeddings = open(provider);
    expect(await embeddings.embedEssay(['Rác thải.'], THEMES)).toBeNull();
    expect(embeddings.warning).toContain('trả lời mã 500');
    // Nothing of an essay in what is told and logged.
    expect(embeddings.warning).not.toContain('kênh mương');
    isDown = false;
    embeddings.begin(1);
    expect(await embeddings.embedEssay(['Rác thải.'], THEMES)).not.toBeNull();
    expect(embeddings.warning).toBeNull();
  });

  const vectors =
    (
      change: (data: { index: number; embedding: unknown }[]) => unknown,
    ): ((response: import('node:http').ServerResponse, asked: Asked) => void) =>
    (response, { input }) =>
      response.end(JSON.stringify({ data: change(input.map((_, index) => ({ index, embedding: [1, 2, 3] }))) }));

  it.each([
    ['is down', (response: import('node:http').ServerResponse) => response.destroy(), 'không kết nối được'],
    ['answers no JSON', (response: import('node:http').ServerResponse) => response.end('<html>'), 'không đúng mẫu'],
    ['answers too few', vectors((data) => data.slice(1)), 'không đúng mẫu'],
    ['answers one twice', vectors((data) => data.map((one) => ({ ...one, index: 0 }))), 'không đúng mẫu'],
    ['answers words', vectors((data) => data.map((one) => ({ ...one, embedding: ['a'] }))), 'không đúng mẫu'],
    [
      'answers vectors of two lengths',
      vectors((data) => data.map((one, at) => ({ ...one, embedding: at === 1 ? [1, 2] : [1, 2, 3] }))),
      'véc-tơ dài 2 số, những lần trước 3 số',
    ],
  ])('may be one that %s', async (_, answer, expected) => {
    expect(await failureOf(await startProvider(answer))).toContain(expected);
  });

  it('is not waited for beyond a time, whether it says nothing or trickles', async () => {
    const began = Date.now();
    expect(await failureOf(await startProvider(() => {}), { time: 300 })).toContain('giây chưa trả lời xong');
    const trickle = await startProvider((response) => {
      const drops = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drops));
    });
    expect(await failureOf(trickle, { time: 300 })).toContain('giây chưa trả lời xong');
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  it('may take no more of a batch than its budget', async () => {
    const slow = await startProvider((response, asked) => setTimeout(() => answerVectors(response, asked), 60));
    expect(await failureOf(slow, { budget: { fixed: 100, anEssay: 10 } })).toContain('quá chậm so với số bài');
  });

  it('is cut off when it answers more than can be vectors', async () => {
    let sent = 0;
    const flood = await startProvider((response) => {
      const chunk = '1,'.repeat(1 << 15);
      const pour = (): void => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
        sent += chunk.length;
      };
      response.on('drain', pour);
      pour();
    });
    expect(await failureOf(flood)).toContain('dài hơn 1 MB');
    expect(sent).toBeLessThan(64 * 1024 ** 2);
  });

  it('is not followed elsewhere', async () => {
    const other = await startProvider();
    const provider = await startProvider((response) => {
      response.writeHead(307, { location: `${other.url}/v1/embeddings` });
      response.end();
    });
    expect(await failureOf(provider)).toContain('chuyển hướng sang địa chỉ khác (mã 307)');
    expect(other.asked).toEqual([]);
  });

  it('needs a certificate that can be trusted', async () => {
    const server = createServer(CERTIFICATE, (_, response) => response.end('{}'));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => void server.close());
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await failureOf({ url, asked: [] })).toContain('chứng thư TLS không tin được');
  });

  it('goes through no proxy of the environment', async () => {
    const provider = await startProvider();
    const proxy = await startProvider();
    const before = { ...process.env };
    for (const name of ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY']) process.env[name] = proxy.url;
    process.env.NODE_USE_ENV_PROXY = '1';
    onTestFinished(() => {
      process.env = before;
    });
    expect(await open(provider).embedEssay(['Rác.'], THEMES)).not.toBeNull();
    expect(proxy.asked).toEqual([]);
  });
});

describe('where sentences may be sent', () => {
  const read = (embeddings: string, environment: Record<string, string> = {}, allow: string[] = []) =>
    readEmbeddingSettings({ embeddings, embeddingsModel: 'm', embeddingsAllow: allow }, environment);

  it('is nowhere by default', () => {
    expect(readEmbeddingSettings({}, { SOATBAI_EMBEDDINGS_KEY: 'k', SOATBAI_EMBEDDINGS_ALLOW: 'example.com' })).toBeNull();
  });

  it('is this machine, or a host that an administrator lists', () => {
    expect(read('http://127.1:9')).toMatchObject({ endpoint: 'http://127.0.0.1:9/v1/embeddings', key: null });
    expect(read('http://[::1]:9/v1/')).toMatchObject({ endpoint: 'http://[::1]:9/v1/embeddings' });
    expect(read('http://localhost/api/embeddings')).toMatchObject({ endpoint: 'http://localhost/api/embeddings' });
    expect(read('https://VecTo.example/v1', {}, ['vecto.example'])).toMatchObject({ endpoint: 'https://vecto.example/v1/embeddings' });
    expect(read('http://10.0.0.5', { SOATBAI_EMBEDDINGS_ALLOW: 'a.example, 10.0.0.5' })).toMatchObject({
      allowed: ['a.example', '10.0.0.5'],
    });
  });

  it.each([
    ['https://api.example.com', 'không phải máy này'],
    ['http://0.0.0.0:1', 'không phải máy này'],
    ['http://127.0.0.1.example.com', 'không phải máy này'],
    ['http://[::ffff:8.8.8.8]', 'không phải máy này'],
    ['http://169.254.169.254/v1', 'không phải máy này'],
    ['ftp://127.0.0.1', 'không phải địa chỉ đầy đủ'],
    ['127.0.0.1:8080', 'không phải địa chỉ đầy đủ'],
    ['http://ai:mat-khau@127.0.0.1', 'không phải địa chỉ đầy đủ'],
    ['http://127.0.0.1/?key=mat-khau', 'không phải địa chỉ đầy đủ'],
  ])('is not %s', (url, expected) => {
    expect(() => read(url)).toThrow(expect.objectContaining({ code: 'argument', message: expect.stringContaining(expected) }));
    expect(() => read(url)).not.toThrow('mat-khau');
  });

  it('is looked at again when a connection is made', async () => {
    // Settings that were not read by us, and a name that leads elsewhere by now.
    const settings = { endpoint: 'http://192.0.2.7/v1/embeddings', model: 'm', key: null, allowed: [] };
    await expect(postJson(settings, {}, LIMITS)).rejects.toThrow('192.0.2.7');
    const resolve = (allowed: string[], all: boolean) =>
      new Promise((done) => guardedLookup(new Set(allowed))('192.0.2.7', { all }, (error, found) => done(error?.message ?? found)));
    expect(await resolve([], true)).toContain('không phải máy này và không có trong danh sách');
    expect(await resolve(['192.0.2.7'], true)).toEqual([{ address: '192.0.2.7', family: 4 }]);
    const local = await new Promise((done) => guardedLookup(new Set())('localhost', {}, (_, found) => done(found)));
    expect(['127.0.0.1', '::1']).toContain(local);
  });
});

import { get as getPlain } from 'node:http';
import { get } from 'node:https';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../src/http/app.js';
import { hurryVisitors } from '../../src/http/hurry-visitors.js';
import { listen } from '../../src/http/server.js';
import { CERTIFICATE } from './certificate.js';
import { makeBatch, startService } from './service.js';

const HOST = '127.0.0.1';

test('with a certificate of its own the service speaks HTTPS, with the cookie that belongs to it', async () => {
  const { parts } = await startService();
  const app = createApp({ ...parts, settings: { ...parts.settings, isTls: true } });
  const server = await listen(app, { host: HOST, port: 0, certificate: CERTIFICATE });
  onTestFinished(() => server.close());
  const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
    const options = { host: HOST, port: server.address.port, path: '/api/session', ca: CERTIFICATE.cert };
    get(options, (response) => resolve(response.resume().headers)).on('error', reject);
  });
  expect(String(headers['set-cookie'])).toMatch(/^__Host-soatbai=.*; Secure$/);
  expect(headers['strict-transport-security']).toMatch(/^max-age=\d+$/);
});

test('a port that is taken, a host of elsewhere and a key that does not fit are told in words', async () => {
  const { parts, url } = await startService();
  const app = createApp(parts);
  const port = Number(new URL(url).port);
  const open = (options: object) => listen(app, { host: HOST, port: 0, certificate: null, ...options });
  await expect(open({ port })).rejects.toMatchObject({ code: 'argument', message: expect.stringContaining(`Cổng ${port}`) });
  await expect(open({ host: '192.0.2.1' })).rejects.toMatchObject({ code: 'argument', message: expect.stringContaining('192.0.2.1') });
  const certificate = { cert: CERTIFICATE.cert, key: 'không phải khóa' };
  await expect(open({ certificate })).rejects.toMatchObject({ code: 'argument', message: expect.stringContaining('--key') });
});

test('stopping ends open streams and does not wait for browsers that stay', async () => {
  const { parts, enter } = await startService();
  const browser = await enter();
  const { batch } = await makeBatch(browser);
  const server = await listen(createApp(parts), { host: HOST, port: 0, certificate: null });
  const ended = new Promise<void>((resolve, reject) => {
    const options = { host: HOST, port: server.address.port, path: `/api/batches/${batch}/events`, headers: { Cookie: browser.cookie() } };
    getPlain(options, (response) => response.resume().on('end', resolve)).on('error', reject);
  });
  await wait(300);
  const start = Date.now();
  await Promise.all([server.close(), ended]);
  expect(Date.now() - start).toBeLessThan(2000);
});

test('who has not signed in gets no hour to send a request in', async () => {
  const app = express();
  app.use(hurryVisitors(300), (request, response) => {
    if (request.url === '/account') response.locals.session = { account: { name: 'A' } };
    request.resume().on('end', () => response.end('ok'));
  });
  const server = await listen(app, { host: HOST, port: 0, certificate: null });
  onTestFinished(() => server.close());
  const trickle = async (path: string): Promise<string> => {
    const socket = connect(server.address.port, HOST);
    let answer = '';
    socket.on('error', () => {}).on('data', (chunk) => (answer += String(chunk)));
    socket.write(`POST ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 10\r\n\r\n`);
    for (let i = 0; i < 10; i++) {
      await wait(80);
      if (!socket.destroyed) socket.write('x');
    }
    await wait(100);
    socket.destroy();
    return answer;
  };
  const [visitor, account] = await Promise.all([trickle('/'), trickle('/account')]);
  expect(visitor).toBe('');
  expect(account).toMatch(/^HTTP\/1\.1 200/);
});

test('a page that was not built is told before anything listens', async () => {
  const { parts } = await startService();
  expect(() => createApp({ ...parts, webFolder: '/khong/co' })).toThrow(/npm run build/);
});

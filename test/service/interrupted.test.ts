import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Client } from '../../scripts/service/client.mjs';
import { startServer } from '../../scripts/service/server.mjs';

const folder = mkdtempSync(join(tmpdir(), 'soatbai-interrupted-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KEY = 'mot-lan-bam-nut';

it('a request whose service died before the answer was kept has no second effect: who asks again is told to look', {
  timeout: 120_000,
}, async () => {
  const data = join(folder, 'data');
  const dying = await startServer(data, { SOATBAI_KILL_AT: 'answer.made' });
  const first = await entered(dying.url);
  await expect(create(first, 'Đợt một', KEY)).rejects.toThrow();
  await dying.ended;
  const server = await startServer(data);
  try {
    const client = await entered(server.url);
    const again = await create(client, 'Đợt một', KEY);
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({
      error: { code: 'request-interrupted', message: expect.stringContaining('xem việc đã có chưa') },
    });
    expect((await client.get('/api/campaigns')).map(({ name }: { name: string }) => name)).toEqual(['Đợt một']);
    expect((await create(client, 'Đợt hai', KEY)).status).toBe(422);
    const made = await create(client, 'Đợt hai', 'lan-bam-khac');
    const repeated = await create(client, 'Đợt hai', 'lan-bam-khac');
    expect([made.status, repeated.status, repeated.headers.get('idempotent-replayed')]).toEqual([201, 201, 'true']);
    expect(await repeated.json()).toEqual(await made.json());
  } finally {
    await server.kill();
  }
});

async function entered(url: string): Promise<Client> {
  const client = new Client(url);
  await client.enter('Đoàn Thị Mận', 'mật khẩu đủ dài');
  return client;
}

function create({ url, cookie, csrf }: Client, name: string, key: string): Promise<Response> {
  return fetch(`${url}/api/campaigns`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json', cookie, 'x-csrf-token': csrf, 'idempotency-key': key },
    body: JSON.stringify({ name, themes: [] }),
  });
}

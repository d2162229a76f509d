import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startServer } from '../../scripts/service/server.mjs';
import { quizzesSchema, sittingSchema } from '../../src/api/quizzes.js';
import { Browser, makeCampaign, NAME, PASSWORD } from '../http/service.js';

const folder = mkdtempSync(join(tmpdir(), 'soatbai-quiz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what was chosen in a quiz is there after the service was killed, and the attempt goes on', { timeout: 180_000 }, async () => {
  const server = await startServer(folder);
  const staff = await Browser.open(server.url, () => undefined);
  await staff.send('post', '/api/setup', { name: NAME, password: PASSWORD }).expect(200);
  const address = `/api/campaigns/${await makeCampaign(staff)}/quizzes`;
  const text = 'Sông nào chảy qua xã? {=Sông Vông ~Sông Nhạn}\n\nXã có núi. {F}\n';
  await staff.send('post', '/api/questions/import?format=gift').type('text/csv').send(text).expect(200);
  const questions = ((await staff.get('/api/questions').expect(200)).body as { id: string }[]).map(({ id }) => id);
  const settings = { title: 'Tìm hiểu', asked: 2, passShare: 0.5, attempts: null, minutes: 30, closes: null, isPublic: true };
  await staff.send('post', address, { ...settings, opens: '2026-01-01T00:00:00.000Z', questions }).expect(201);
  const { key } = quizzesSchema.parse((await staff.get(address).expect(200)).body).quizzes[0]!;
  const guest = await Browser.open(server.url, () => undefined);
  const begun = sittingSchema.parse((await guest.send('post', `/api/quiz/${key}/attempts`, { guest: '' }).expect(200)).body);
  const attempt = `/api/quiz/${key}/attempts/${begun.id}`;
  await guest.send('put', `${attempt}/answers/1`, { chosen: [1] }).expect(200);
  await server.kill();

  const again = await startServer(folder);
  const later = await Browser.open(again.url, () => undefined);
  const found = sittingSchema.parse((await later.get(attempt).expect(200)).body);
  expect(found.questions.map(({ words, chosen }) => [words, chosen])).toEqual(
    begun.questions.map(({ words }, place) => [words, place === 1 ? [1] : []]),
  );
  expect(found.secondsLeft).toBeLessThanOrEqual(begun.secondsLeft!);
  const done = sittingSchema.parse((await later.send('post', `${attempt}/hand-in`).expect(200)).body);
  expect(done.result?.total).toBe(2);
  await again.kill();
});

import { describe, expect, test } from 'vitest';
import { doorSchema, openDoorSchema } from '../../src/api/quizzes.js';
import { NHAN } from './members.js';
import { SETTINGS, withQuiz } from './quiz-world.js';
import { type Service, startService } from './service.js';

describe('the page that a QR code leads to', () => {
  test('shows documents, prompt and open quizzes to everybody, nothing of people, until it is closed or gets a new address', async () => {
    const { service, committee, campaign, quiz } = await withQuiz();
    const address = `/api/campaigns/${campaign}/door`;
    const door = async (method: 'post' | 'delete') => doorSchema.parse((await committee.send(method, address).expect(200)).body).door;
    expect(doorSchema.parse((await committee.get(address).expect(200)).body)).toEqual({ publicUrl: null, door: null });
    const first = (await door('post'))!;
    const guest = await service.visit();
    const shown = await guest.get(`/api/door/${first.key}`).expect(200);
    expect(openDoorSchema.parse(shown.body)).toMatchObject({
      campaign: 'Đợt 1',
      due: null,
      quizzes: [{ key: quiz.key, title: SETTINGS.title }],
    });
    for (const secret of [NHAN.name, NHAN.card, 'Đoàn Thị Mận', campaign]) expect(shown.text).not.toContain(secret);
    const second = (await door('post'))!;
    await guest.get(`/api/door/${first.key}`).expect(404);
    await guest.get(`/api/door/${second.key}/documents/${'0'.repeat(64)}`).expect(404);
    await door('delete');
    await guest.get(`/api/door/${second.key}`).expect(404);
    const kinds = (await committee.get(`/api/campaigns/${campaign}/log`).expect(200)).body.map(({ kind }: { kind: string }) => kind);
    expect(kinds.filter((kind: string) => /^(door|quiz)-/.test(kind))).toEqual([
      ...['door-closed', 'door-opened', 'door-opened', 'quiz-opened', 'quiz-changed'],
    ]);
  });

  test('gives the documents of its campaign and no other file', async () => {
    const service = await startService();
    const committee = await service.enter();
    const sent = (text: string, name: string) =>
      committee.send('post', '/api/documents').attach('file', Buffer.from(text), name).expect(201);
    const [resolution, form] = [
      await sent('Nghị quyết về phát triển xã. '.repeat(20), 'nghị quyết.txt'),
      await sent('Mẫu bài. '.repeat(20), 'mẫu.txt'),
    ];
    const ref = (file: string, { body }: { body: { sha256: string } }) => ({ file, sha256: body.sha256 });
    const definition = {
      name: 'Đợt có văn bản',
      themes: [],
      prompt: 'Viết về xã nhà.',
      references: [ref('nghị quyết.txt', resolution)],
      templates: [ref('mẫu.txt', form)],
    };
    const { id } = (await committee.send('post', '/api/campaigns', definition).expect(201)).body as { id: string };
    const { door } = doorSchema.parse((await committee.send('post', `/api/campaigns/${id}/door`).expect(200)).body);
    const guest: Awaited<ReturnType<Service['visit']>> = await service.visit();
    expect((await guest.get(`/api/door/${door!.key}`).expect(200)).body).toMatchObject({
      prompt: 'Viết về xã nhà.',
      documents: [{ file: 'nghị quyết.txt' }],
    });
    const file = await guest.get(`/api/door/${door!.key}/documents/${resolution.body.sha256}`).buffer(true).expect(200);
    expect(file.get('Content-Disposition')).toContain('attachment');
    expect(String(file.text ?? file.body)).toContain('phát triển xã');
    await guest.get(`/api/door/${door!.key}/documents/${form.body.sha256}`).expect(404);
  });
});

import { describe, expect, test } from 'vitest';
import { questionPreviewSchema } from '../../src/api/questions.js';
import { open } from './members.js';
import { bank, GIFT, importGift, SETTINGS, withQuiz } from './quiz-world.js';
import { failureOf } from './service.js';

describe('the question bank', () => {
  test('takes a file only once whoever brings it has seen what is left out, all of it or nothing, and each question once', async () => {
    const { committee } = await open(false);
    const faulty = `${GIFT}\nGhép {=a -> 1 =b -> 2}\n\nViết về {}\n`;
    const seen = questionPreviewSchema.parse(
      (await committee.send('post', '/api/questions/preview?format=gift').type('text/csv').send(faulty).expect(200)).body,
    );
    expect(seen).toMatchObject({ count: 3, added: 3, known: 0, problemCount: 2, problems: [{ line: 9 }, { line: 11 }] });
    await importGift(committee, faulty).expect(422);
    expect(await bank(committee)).toEqual([]);
    await importGift(committee, faulty, 2).expect(200);
    expect((await bank(committee)).map(({ kind }) => kind).sort()).toEqual(['many', 'one', 'true-false']);
    expect((await importGift(committee, faulty, 2).expect(200)).body).toMatchObject({ added: 0, known: 3 });
    expect(failureOf(await importGift(committee, '// không có gì\n').expect(422)).message).toContain('không có câu hỏi nào');
    const text = (await committee.get('/api/questions/export?format=gift').expect(200)).text;
    expect(text).toContain('$CATEGORY: $course$/top/Nghị quyết');
    const csv = (await committee.get('/api/questions/export?format=csv').expect(200)).text;
    expect((await committee.send('post', '/api/questions/preview?format=csv').type('text/csv').send(csv).expect(200)).body).toMatchObject({
      added: 0,
      known: 3,
      problemCount: 0,
    });
    const kinds = (await committee.get('/api/log').expect(200)).body.map(({ kind }: { kind: string }) => kind);
    expect(kinds.filter((kind: string) => kind === 'question-imported')).toHaveLength(1);
  });

  test('tells who comes second what the first one wrote, and asks nothing that was archived', async () => {
    const { committee, address, questions } = await withQuiz();
    const [question] = await bank(committee);
    const { id, archivedAt: _, revision, ...content } = question!;
    const change = (words: string) => committee.send('put', `/api/questions/${id}`, { ...content, words, revision });
    await change('Lời của người thứ nhất?').expect(204);
    await change('Lời của người thứ nhất?').expect(204);
    const late = await change('Lời của người thứ hai?').expect(409);
    expect(late.body.error).toMatchObject({ code: 'question-outdated', details: { words: 'Lời của người thứ nhất?', revision: 2 } });
    await committee.send('put', `/api/questions/${id}`, { ...content, options: content.options.slice(0, 1), revision: 2 }).expect(400);
    await committee.send('put', `/api/questions/${id}/archived`, { isArchived: true, revision: 2 }).expect(204);
    expect((await committee.get(`${address}/questions`).expect(200)).body).toHaveLength(2);
    const settings = { ...SETTINGS, asked: 2, questions, revision: 2 };
    expect(failureOf(await committee.send('put', address, settings).expect(404)).message).toContain('không còn trong ngân hàng');
    const kept = { ...settings, questions: questions.filter((one) => one !== id) };
    await committee.send('put', address, kept).expect(204);
    expect((await committee.send('put', address, kept).expect(409)).body.error.details).toMatchObject({ asked: 2, revision: 3 });
  });
});

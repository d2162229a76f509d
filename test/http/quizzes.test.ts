import { describe, expect, test } from 'vitest';
import { bestByPersonSchema, offeredQuizSchema, ownQuizzesSchema, quizResultsSchema, sittingSchema } from '../../src/api/quizzes.js';
import { onDatabase } from '../corpus/records/units.js';
import { nameWriter, putOnRoster } from '../support/roster.js';
import { BINH, enter, NHAN } from './members.js';
import { answerAll, bank, GIFT, handInQuiz, importGift, RIGHT, SETTINGS, start, withQuiz } from './quiz-world.js';
import { type Browser, failureOf, startService } from './service.js';
import { handIn } from './strangers.js';
import { addUnit, enterAs } from './units.js';

describe('somebody without an account', () => {
  test('takes a public quiz: nothing of what is right and nobody’s name comes before it is handed in', async () => {
    const { service, committee, campaign, quiz, results } = await withQuiz();
    const guest = await service.visit();
    const offered = await guest.get(`/api/quiz/${quiz.key}`).expect(200);
    expect(offeredQuizSchema.parse(offered.body)).toMatchObject({ asked: 3, minutes: 20, left: null, best: null });
    const begun = await guest.send('post', `/api/quiz/${quiz.key}/attempts`, { guest: 'Bà Lường Thị Lạ' }).expect(200);
    const sitting = sittingSchema.parse(begun.body);
    await answerAll(guest, quiz.key, sitting, 1);
    const reloaded = await guest.get(`/api/quiz/${quiz.key}/attempts/${sitting.id}`).expect(200);
    const kept = await guest.send('put', `/api/quiz/${quiz.key}/attempts/${sitting.id}/answers/2`, { chosen: [] }).expect(200);
    for (const { text } of [offered, begun, reloaded, kept]) {
      expect(text).not.toMatch(/"isRight":(true|false|1|0)|vì mục hai|Xem mục hai|"correct":\d/);
      for (const name of [NHAN.name, BINH.name, NHAN.card, 'Đoàn Thị Mận', 'Lường Thị Lạ', campaign]) expect(text).not.toContain(name);
    }
    expect(sittingSchema.parse(reloaded.body)).toMatchObject({ result: null });
    expect(sittingSchema.parse(reloaded.body).questions.every(({ chosen }) => chosen.length > 0)).toBe(true);
    const done = await handInQuiz(guest, quiz.key, sitting);
    expect(done.result).toEqual({ correct: 1, total: 3, isPassed: false });
    expect(done.questions.flatMap(({ options }) => options.filter(({ isRight }) => isRight).map(({ words }) => words)).sort()).toEqual(
      [...RIGHT].sort(),
    );
    const after = guest.send('put', `/api/quiz/${quiz.key}/attempts/${sitting.id}/answers/0`, { chosen: [0] });
    expect(failureOf(await after.expect(409)).code).toBe('attempt-over');
    expect((await handInQuiz(guest, quiz.key, sitting)).result).toEqual(done.result);
    expect(await results()).toMatchObject({
      counts: { taken: 0, passed: 0, guestsTaken: 1, guestsPassed: 0 },
      members: [],
      guests: [{ guest: 'Bà Lường Thị Lạ', correct: 1 }],
    });
    expect((await committee.get(`/api/campaigns/${campaign}/quizzes`).expect(200)).text).not.toContain('Lường');
  });

  test('is told the same of a wrong address, a closed quiz and one for members, and no attempt of a member’s', async () => {
    const { service, committee, address, quiz, codeOf } = await withQuiz();
    const guest = await service.visit();
    const member = await enter(service, await codeOf(NHAN.id));
    const attempt = await start(member, quiz.key);
    const wrong = failureOf(await guest.get('/api/quiz/khong-co').expect(404));
    const told = [failureOf(await guest.get(`/api/quiz/${quiz.key}/attempts/${attempt.id}`).expect(404))];
    const running = await start(guest, quiz.key);
    await committee.send('put', `${address}/open`, { isOpen: false, revision: 2 }).expect(204);
    told.push(failureOf(await guest.get(`/api/quiz/${quiz.key}`).expect(404)));
    told.push(failureOf(await guest.send('post', `/api/quiz/${quiz.key}/attempts`, { guest: '' }).expect(404)));
    // Closing ends what was under way; what was chosen stays.
    const late = guest.send('put', `/api/quiz/${quiz.key}/attempts/${running.id}/answers/0`, { chosen: [0] });
    expect(failureOf(await late.expect(409)).code).toBe('attempt-over');
    await committee.send('put', `${address}/open`, { isOpen: true, revision: 3 }).expect(204);
    const { questions, ...rest } = {
      ...SETTINGS,
      isPublic: false,
      questions: (await committee.get(`${address}/questions`)).body as string[],
    };
    await committee.send('put', address, { ...rest, questions, opens: '2026-01-01T00:00:00.000Z', revision: 4 }).expect(204);
    told.push(failureOf(await guest.get(`/api/quiz/${quiz.key}`).expect(404)));
    expect(new Set(told.map(({ code, message }) => `${code} ${message}`))).toEqual(new Set([`${wrong.code} ${wrong.message}`]));
    expect((await member.get(`/api/quiz/${quiz.key}`).expect(200)).body).toMatchObject({ left: 1 });
  });

  test('is held up when there are too many requests from one place, while members go on', async () => {
    const { service, quiz, codeOf } = await withQuiz();
    const guest = await service.visit();
    let status = 200;
    for (let turn = 0; turn < 420 && status !== 429; turn++) status = (await guest.get(`/api/quiz/${quiz.key}`)).status;
    expect(status).toBe(429);
    expect(failureOf(await guest.get(`/api/quiz/${quiz.key}`).expect(429)).message).toContain('Đợi');
    const member = await enter(service, await codeOf(NHAN.id));
    await member.get(`/api/quiz/${quiz.key}`).expect(200);
  });
});

describe('a member', () => {
  test('takes it as themselves as often as they may, and the best result stands beside name and essay', async () => {
    const { service, committee, campaign, address, quiz, codeOf, results } = await withQuiz();
    const member = await enter(service, await codeOf(NHAN.id));
    const [mine] = ownQuizzesSchema.parse((await member.get('/api/me/quizzes').expect(200)).body);
    expect(mine).toMatchObject({ key: quiz.key, left: 2, best: null });
    const sitting = await start(member, quiz.key, 'tên khác');
    expect((await start(member, quiz.key)).id).toBe(sitting.id);
    await answerAll(member, quiz.key, sitting);
    expect((await results()).counts.taken).toBe(0);
    expect((await handInQuiz(member, quiz.key, sitting)).result).toEqual({ correct: 3, total: 3, isPassed: true });
    const again = await start(member, quiz.key);
    await answerAll(member, quiz.key, again, 2);
    await handInQuiz(member, quiz.key, again);
    const none = await member.send('post', `/api/quiz/${quiz.key}/attempts`, { guest: '' }).expect(409);
    expect(failureOf(none).code).toBe('no-attempt-left');
    const told = await results();
    expect(told.counts).toEqual({ taken: 1, passed: 1, guestsTaken: 0, guestsPassed: 0 });
    expect(told.members).toMatchObject([{ name: NHAN.name, attempts: 2, correct: 3, total: 3, isPassed: true }]);
    expect(told.questions.map(({ asked }) => asked)).toEqual([2, 2, 2]);
    expect(told.questions.reduce((sum, { right }) => sum + right, 0)).toBe(4);
    const best = bestByPersonSchema.parse((await committee.get(`/api/campaigns/${campaign}/quiz-results`).expect(200)).body);
    expect(best[NHAN.id]).toMatchObject([{ title: SETTINGS.title, correct: 3, total: 3 }]);
    const csv = (await committee.get(`${address}/export?format=csv`).expect(200)).text;
    expect(csv).toContain(`1,${NHAN.name},${NHAN.card}`);
    expect((await committee.get(`${address}/export?format=xlsx`).expect(200)).get('Content-Type')).toContain('spreadsheet');
    expect(ownQuizzesSchema.parse((await member.get('/api/me/quizzes').expect(200)).body)).toMatchObject([
      { left: 0, best: { correct: 3 } },
    ]);
  });

  test('is cut off when the time is up, with what was chosen by then', async () => {
    const { service, quiz, codeOf, results } = await withQuiz();
    const member = await enter(service, await codeOf(NHAN.id));
    const sitting = await start(member, quiz.key);
    await answerAll(member, quiz.key, sitting);
    service.sleep(20 * 60_000 + 1);
    const late = member.send('put', `/api/quiz/${quiz.key}/attempts/${sitting.id}/answers/0`, { chosen: [] });
    expect(failureOf(await late.expect(409)).code).toBe('attempt-over');
    const over = sittingSchema.parse((await member.get(`/api/quiz/${quiz.key}/attempts/${sitting.id}`).expect(200)).body);
    expect(over).toMatchObject({ secondsLeft: 0, result: { correct: 3, total: 3 } });
    expect((await results()).members).toMatchObject([{ name: NHAN.name, correct: 3 }]);
  });

  test('cannot choose two of one, nor what is not there, nor take another’s', async () => {
    const { service, quiz, codeOf } = await withQuiz();
    const nhan = await enter(service, await codeOf(NHAN.id));
    const binh = await enter(service, await codeOf(BINH.id));
    const sitting = await start(nhan, quiz.key);
    const one = sitting.questions.findIndex(({ kind }) => kind === 'one');
    const answer = (who: Browser, place: number | string, chosen: number[]) =>
      who.send('put', `/api/quiz/${quiz.key}/attempts/${sitting.id}/answers/${place}`, { chosen });
    await answer(nhan, one, [0, 1]).expect(404);
    await answer(nhan, one, [9]).expect(404);
    await answer(nhan, 7, [0]).expect(404);
    await answer(nhan, -1, [0]).expect(400);
    await answer(binh, one, [0]).expect(404);
    await binh.get(`/api/quiz/${quiz.key}/attempts/${sitting.id}`).expect(404);
    await binh.send('post', `/api/quiz/${quiz.key}/attempts/${sitting.id}/hand-in`).expect(404);
  });
});

describe('units above and below', () => {
  test('above sees counts of those below and no name; below sees its own people and can change nothing', async () => {
    const { service, address, campaign, quiz, results, committee } = await withQuiz();
    const below = addUnit(service, 'Chi bộ Bãi Sậy');
    putOnRoster(service.folder, campaign, [{ id: 'p-say', name: 'Lường Văn Sậy', card: 'BS-1', unit: below }]);
    const lower = await enterAs(service, below, ['committee']);
    const made = await lower.send('post', `/api/campaigns/${campaign}/codes`, { people: ['p-say'] }).expect(200);
    const member = await enter(service, (made.body as { codes: { code: string }[] }).codes[0]!.code);
    const sitting = await start(member, quiz.key);
    await answerAll(member, quiz.key, sitting);
    await handInQuiz(member, quiz.key, sitting);
    expect(await results()).toMatchObject({ counts: { taken: 1, passed: 1 }, members: [] });
    expect((await committee.get(`/api/campaigns/${campaign}/quiz-results`).expect(200)).text).not.toContain('p-say');
    const seen = quizResultsSchema.parse((await lower.get(address).expect(200)).body);
    await answerAll(lower, quiz.key, await start(lower, quiz.key, 'Khách lạ'));
    expect(seen).toMatchObject({ quiz: { isOwn: false }, guests: [], counts: { taken: 1 }, members: [{ name: 'Lường Văn Sậy' }] });
    await lower.send('put', `${address}/open`, { isOpen: false, revision: 2 }).expect(404);
    await lower.get(`${address}/questions`).expect(404);
    const beside = await enterAs(service, addUnit(service, 'Chi bộ Cồn Nhạn'), ['committee']);
    expect(quizResultsSchema.parse((await beside.get(address).expect(200)).body)).toMatchObject({ counts: { taken: 0 }, members: [] });
  });

  test('who wrote an essay has the result beside it; once they are erased nothing of it is left', async () => {
    const service = await startService();
    const committee = await service.enter();
    const { campaign, essay } = await handIn(service, committee);
    putOnRoster(service.folder, campaign, [NHAN]);
    nameWriter(service.folder, essay, NHAN.id);
    await importGift(committee, GIFT).expect(200);
    const questions = (await bank(committee)).map(({ id }) => id);
    await committee.send('post', `/api/campaigns/${campaign}/quizzes`, { ...SETTINGS, questions }).expect(201);
    const at = '2026-11-20T08:00:00.000Z';
    const put = (id: string, person: string | null, guest: string) =>
      onDatabase(service.folder, (database) =>
        database.prepare("INSERT INTO quiz_attempt SELECT ?, id, ?, ?, '[]', ?, NULL, ?, 2, 3 FROM quiz").run(id, person, guest, at, at),
      );
    put('lan-1', NHAN.id, '');
    expect((await committee.get(`/api/campaigns/${campaign}/essays/${essay}/quizzes`).expect(200)).body).toMatchObject([
      { title: SETTINGS.title, correct: 2, total: 3, isPassed: false, at },
    ]);
    await committee.send('post', `/api/people/${NHAN.id}/erase`, { reason: 'theo đơn đề nghị số 3' }).expect(200);
    onDatabase(service.folder, (database) => expect(database.prepare('SELECT count(*) FROM quiz_attempt').pluck().get()).toBe(0));
  });
});

import { describe, expect, test } from 'vitest';
import { questionPreviewSchema, questionsSchema } from '../../src/api/questions.js';
import {
  bestByPersonSchema,
  doorSchema,
  offeredQuizSchema,
  openDoorSchema,
  ownQuizzesSchema,
  quizResultsSchema,
  quizzesSchema,
  type SittingView,
  sittingSchema,
} from '../../src/api/quizzes.js';
import { onDatabase } from '../corpus/records/units.js';
import { nameWriter, putOnRoster } from '../support/roster.js';
import { BINH, enter, NHAN, open } from './members.js';
import { type Browser, failureOf, type Service, startService } from './service.js';
import { handIn } from './strangers.js';
import { addUnit, enterAs } from './units.js';

const GIFT = `$CATEGORY: Nghị quyết

::1::Kinh tế tăng mỗi năm {=tám phần trăm#vì mục hai ~sáu phần trăm ####Xem mục hai.}

Hai việc nào là đột phá? {~%50%thể chế ~%50%hạ tầng ~%-100%lễ hội}

Dân là gốc. {T}
`;
const RIGHT = new Set(['tám phần trăm', 'thể chế', 'hạ tầng', 'Đúng']);
const SETTINGS = {
  title: 'Tìm hiểu nghị quyết',
  asked: 3,
  passShare: 0.7,
  attempts: 2,
  minutes: 20,
  opens: null,
  closes: null,
  isPublic: true,
};

const importGift = (browser: Browser, text: string, skipping = 0) =>
  browser.send('post', `/api/questions/import?format=gift&skipping=${skipping}`).type('text/csv').send(text);
const bank = async (browser: Browser) => questionsSchema.parse((await browser.get('/api/questions').expect(200)).body);

/** A campaign with two people and an open quiz of three questions. */
async function withQuiz(changes: object = {}) {
  const world = await open(false);
  const { committee, campaign } = world;
  await importGift(committee, GIFT).expect(200);
  const questions = (await bank(committee)).map(({ id }) => id);
  const address = `/api/campaigns/${campaign}/quizzes`;
  const { id } = (await committee.send('post', address, { ...SETTINGS, questions, ...changes }).expect(201)).body as { id: string };
  await committee.send('put', `${address}/${id}/open`, { isOpen: true, revision: 1 }).expect(204);
  const [quiz] = quizzesSchema.parse((await committee.get(address).expect(200)).body).quizzes;
  const results = async () => quizResultsSchema.parse((await committee.get(`${address}/${id}`).expect(200)).body);
  return { ...world, address: `${address}/${id}`, quiz: quiz!, results, questions };
}

const start = async (browser: Browser, key: string, guest = '') =>
  sittingSchema.parse((await browser.send('post', `/api/quiz/${key}/attempts`, { guest }).expect(200)).body);

/** Answers all questions, the first `wrong` of them with nothing that is right. */
async function answerAll(browser: Browser, key: string, sitting: SittingView, wrong = 0): Promise<void> {
  for (const [place, { options }] of sitting.questions.entries()) {
    const places = [...options.keys()];
    const right = places.filter((one) => RIGHT.has(options[one]!.words));
    const chosen = place < wrong ? places.filter((one) => !right.includes(one)).slice(0, 1) : right;
    await browser.send('put', `/api/quiz/${key}/attempts/${sitting.id}/answers/${place}`, { chosen }).expect(200);
  }
}

const handInQuiz = async (browser: Browser, key: string, { id }: SittingView) =>
  sittingSchema.parse((await browser.send('post', `/api/quiz/${key}/attempts/${id}/hand-in`).expect(200)).body);

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

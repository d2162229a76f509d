import { questionsSchema } from '../../src/api/questions.js';
import { quizResultsSchema, quizzesSchema, type SittingView, sittingSchema } from '../../src/api/quizzes.js';
import { open } from './members.js';
import type { Browser } from './service.js';

export const GIFT = `$CATEGORY: Nghị quyết

::1::Kinh tế tăng mỗi năm {=tám phần trăm#vì mục hai ~sáu phần trăm ####Xem mục hai.}

Hai việc nào là đột phá? {~%50%thể chế ~%50%hạ tầng ~%-100%lễ hội}

Dân là gốc. {T}
`;
export const RIGHT = new Set(['tám phần trăm', 'thể chế', 'hạ tầng', 'Đúng']);
export const SETTINGS = {
  title: 'Tìm hiểu nghị quyết',
  asked: 3,
  passShare: 0.7,
  attempts: 2,
  minutes: 20,
  opens: null,
  closes: null,
  isPublic: true,
};

export const importGift = (browser: Browser, text: string, skipping = 0) =>
  browser.send('post', `/api/questions/import?format=gift&skipping=${skipping}`).type('text/csv').send(text);
export const bank = async (browser: Browser) => questionsSchema.parse((await browser.get('/api/questions').expect(200)).body);

/** A campaign with two people and an open quiz of three questions. */
export async function withQuiz(changes: object = {}) {
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

export const start = async (browser: Browser, key: string, guest = '') =>
  sittingSchema.parse((await browser.send('post', `/api/quiz/${key}/attempts`, { guest }).expect(200)).body);

/** Answers all questions, the first `wrong` of them with nothing that is right. */
export async function answerAll(browser: Browser, key: string, sitting: SittingView, wrong = 0): Promise<void> {
  for (const [place, { options }] of sitting.questions.entries()) {
    const places = [...options.keys()];
    const right = places.filter((one) => RIGHT.has(options[one]!.words));
    const chosen = place < wrong ? places.filter((one) => !right.includes(one)).slice(0, 1) : right;
    await browser.send('put', `/api/quiz/${key}/attempts/${sitting.id}/answers/${place}`, { chosen }).expect(200);
  }
}

export const handInQuiz = async (browser: Browser, key: string, { id }: SittingView) =>
  sittingSchema.parse((await browser.send('post', `/api/quiz/${key}/attempts/${id}/hand-in`).expect(200)).body);

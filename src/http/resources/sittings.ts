import type { Request } from 'express';
import { z } from 'zod';
import {
  answerSchema,
  keptAnswerSchema,
  type OfferedQuizView,
  offeredQuizSchema,
  ownQuizzesSchema,
  type SittingView,
  sittingSchema,
  startQuizSchema,
} from '../../api/quizzes.js';
import type { OfferedQuiz, Sitting } from '../../corpus/records/sittings.js';
import { memberOf, recordsOf } from '../guards.js';
import { credentialsBody, readBody, readNamed } from '../input.js';
import type { Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import type { VisitorLimits } from '../visitor-limits.js';
import { visitorsRecords } from '../visitors-records.js';

const QUIZ = '/api/quiz/:key';
const ATTEMPT = `${QUIZ}/attempts/:attempt`;
const secret = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const readKey = (request: Request): string => readNamed(request, z.object({ key: secret })).key;
const attemptSchema = z.object({ key: secret, attempt: secret });
const answerName = z.object({ key: secret, attempt: secret, place: z.coerce.number().int().min(0).max(1000) });

/** Taking a quiz, as the member that one is or as nobody. What is right is never told before the attempt is over. */
export function sittingRoutes(parts: ServiceParts, limits: VisitorLimits): Route[] {
  const view = (sitting: Sitting): SittingView => viewSitting(sitting, parts.now());
  const records = (...[response]: Parameters<typeof recordsOf>) => visitorsRecords(parts, response).sittings;
  return [
    {
      method: 'get',
      path: '/api/me/quizzes',
      access: 'member',
      isForPeople: true,
      describe: { vi: 'Các bài trắc nghiệm của mình.', en: 'One’s own quizzes.', answer: ownQuizzesSchema },
      async handle(_request, response) {
        response.json((await recordsOf(response).sittings.own(memberOf(response).campaign)).map(viewOffered));
      },
    },
    {
      method: 'get',
      path: QUIZ,
      access: 'visitor',
      describe: { vi: 'Một bài trắc nghiệm đang mở.', en: 'A quiz that is open.', answer: offeredQuizSchema },
      before: limits.each,
      async handle(request, response) {
        response.json(viewOffered(await records(response).offered(readKey(request))));
      },
    },
    {
      method: 'post',
      path: `${QUIZ}/attempts`,
      access: 'visitor',
      describe: { vi: 'Bắt đầu làm bài.', en: 'Begins an attempt.', body: startQuizSchema, answer: sittingSchema },
      before: [...limits.start, credentialsBody],
      async handle(request, response) {
        const { guest } = readBody(request, startQuizSchema);
        response.json(view(await records(response).start(readKey(request), guest)));
      },
    },
    {
      method: 'get',
      path: ATTEMPT,
      access: 'visitor',
      describe: { vi: 'Một lần làm bài.', en: 'An attempt.', answer: sittingSchema },
      before: limits.each,
      async handle(request, response) {
        const { key, attempt } = readNamed(request, attemptSchema);
        response.json(view(await records(response).find(key, attempt)));
      },
    },
    {
      method: 'put',
      path: `${ATTEMPT}/answers/:place`,
      access: 'visitor',
      describe: { vi: 'Lưu câu trả lời.', en: 'Keeps an answer.', body: answerSchema, answer: keptAnswerSchema },
      before: [...limits.each, credentialsBody],
      async handle(request, response) {
        const { key, attempt, place } = readNamed(request, answerName);
        const { chosen } = readBody(request, answerSchema);
        const { questions, secondsLeft } = view(await records(response).answer(key, attempt, place, chosen));
        response.json({ chosen: questions[place]?.chosen ?? [], secondsLeft });
      },
    },
    {
      method: 'post',
      path: `${ATTEMPT}/hand-in`,
      access: 'visitor',
      describe: { vi: 'Nộp bài trắc nghiệm.', en: 'Hands an attempt in.', answer: sittingSchema },
      before: limits.each,
      async handle(request, response) {
        const { key, attempt } = readNamed(request, attemptSchema);
        response.json(view(await records(response).handIn(key, attempt)));
      },
    },
  ];
}

const viewOffered = (quiz: OfferedQuiz): OfferedQuizView => ({ ...quiz, best: quiz.best && { ...quiz.best } });

/** Told by hand, field by field: what stands in an attempt beside them is for when it is over. */
function viewSitting({ id, title, questions, endsAt, isOver, correct, total, isPassed }: Sitting, now: Date): SittingView {
  return {
    id,
    title,
    secondsLeft: endsAt === null ? null : Math.max(0, Math.ceil((Date.parse(endsAt) - now.getTime()) / 1000)),
    questions: questions.map(({ kind, words, options, chosen, explanation }) => ({
      kind,
      words,
      options: options.map((option) => ({
        words: option.words,
        isRight: isOver ? option.isRight : null,
        feedback: isOver ? option.feedback : null,
      })),
      chosen: [...chosen],
      explanation: isOver ? explanation : null,
    })),
    result: isOver ? { correct, total, isPassed } : null,
  };
}

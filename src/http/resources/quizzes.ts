import type { Request } from 'express';
import { z } from 'zod';
import {
  type BestResultView,
  bestByPersonSchema,
  essayQuizzesSchema,
  type QuizListView,
  type QuizResultsView,
  quizChangeSchema,
  quizExportQuerySchema,
  quizIdSchema,
  quizInputSchema,
  quizOpenSchema,
  quizQuestionsSchema,
  quizResultsSchema,
  quizzesSchema,
} from '../../api/quizzes.js';
import type { BestResult, QuizResults } from '../../corpus/records/quizzes.js';
import { quizTable } from '../../report/quiz-table.js';
import { takeAlong } from '../exported.js';
import { actorOf, recordsAt, recordsOf } from '../guards.js';
import { jsonBody, readBody, readEssayId, readId, readNamed, readQuery } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { ORGANISERS, ORGANISERS_AND_READERS, READERS, type Route, XLSX } from '../route.js';
import type { ServiceParts } from '../service-parts.js';

const QUIZZES = '/api/campaigns/:id/quizzes';
const QUIZ = `${QUIZZES}/:quiz`;
const name = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const readQuiz = (request: Request) => readNamed(request, z.object({ id: name, quiz: name }));

/** Quizzes of a campaign and how they went. */
export function quizRoutes(parts: ServiceParts): Route[] {
  return [...readingRoutes(parts), ...changeRoutes(), ...besideRoutes()];
}

function readingRoutes({ settings: { publicUrl }, makeFile }: ServiceParts): Route[] {
  return [
    {
      method: 'get',
      path: QUIZZES,
      access: ORGANISERS_AND_READERS,
      isForPeople: true,
      describe: { vi: 'Các bài trắc nghiệm của đợt.', en: 'Quizzes of the campaign.', answer: quizzesSchema },
      async handle(request, response) {
        const quizzes = await recordsOf(response).quizzes.list(readId(request));
        response.json({ publicUrl, quizzes: quizzes.map((quiz) => ({ ...quiz })) } satisfies QuizListView);
      },
    },
    {
      method: 'get',
      path: QUIZ,
      access: ORGANISERS_AND_READERS,
      isForPeople: true,
      describe: { vi: 'Kết quả một bài trắc nghiệm.', en: 'How a quiz went.', answer: quizResultsSchema },
      async handle(request, response) {
        const { id, quiz } = readQuiz(request);
        response.json(viewResults(await recordsOf(response).quizzes.results(id, quiz), publicUrl));
      },
    },
    {
      method: 'get',
      path: `${QUIZ}/questions`,
      access: ORGANISERS,
      isForPeople: true,
      describe: { vi: 'Các câu hỏi của bài trắc nghiệm.', en: 'Which questions a quiz asks.', answer: quizQuestionsSchema },
      async handle(request, response) {
        const { id, quiz } = readQuiz(request);
        response.json([...(await recordsOf(response).quizzes.questionsOf(id, quiz))]);
      },
    },
    {
      method: 'get',
      path: `${QUIZ}/export`,
      access: ORGANISERS,
      isForPeople: true,
      describe: {
        vi: 'Kết quả trắc nghiệm thành tệp CSV hoặc XLSX.',
        en: 'Results of a quiz as CSV or XLSX.',
        query: quizExportQuerySchema,
        answer: { type: 'text/csv', others: [XLSX] },
      },
      async handle(request, response) {
        const { id: campaign, quiz } = readQuiz(request);
        const { format } = readQuery(request, quizExportQuerySchema);
        const results = await recordsOf(response).quizzes.results(campaign, quiz);
        const bytes = await makeFile({ kind: format === 'xlsx' ? 'results-xlsx' : 'results-csv', table: quizTable(results) });
        const noted = { campaign, what: 'quiz', format, lines: results.members.length };
        await takeAlong(response, noted, { title: HTTP_MESSAGES.quizTitle(results.quiz.title), bytes });
      },
    },
  ];
}

function changeRoutes(): Route[] {
  return [
    {
      method: 'post',
      path: QUIZZES,
      access: ORGANISERS,
      isForPeople: true,
      describe: { vi: 'Tạo bài trắc nghiệm.', en: 'Makes a quiz.', body: quizInputSchema, answer: quizIdSchema, status: 201 },
      before: [jsonBody],
      async handle(request, response) {
        const { unit, ...quiz } = readBody(request, quizInputSchema);
        const id = await recordsAt(response, unit).quizzes.create(readId(request), quiz, actorOf(response));
        response.status(201).json({ id });
      },
    },
    {
      method: 'put',
      path: QUIZ,
      access: ORGANISERS,
      isForPeople: true,
      describe: { vi: 'Sửa bài trắc nghiệm.', en: 'Changes a quiz.', body: quizChangeSchema },
      before: [jsonBody],
      async handle(request, response) {
        const { id, quiz } = readQuiz(request);
        const { revision, ...input } = readBody(request, quizChangeSchema);
        await recordsOf(response).quizzes.change(id, quiz, input, revision, actorOf(response));
        response.status(204).end();
      },
    },
    {
      method: 'put',
      path: `${QUIZ}/open`,
      access: ORGANISERS,
      isForPeople: true,
      describe: { vi: 'Mở hoặc đóng bài trắc nghiệm.', en: 'Opens or closes a quiz.', body: quizOpenSchema },
      before: [jsonBody],
      async handle(request, response) {
        const { id, quiz } = readQuiz(request);
        const { isOpen, revision } = readBody(request, quizOpenSchema);
        await recordsOf(response).quizzes.setOpen(id, quiz, isOpen, revision, actorOf(response));
        response.status(204).end();
      },
    },
  ];
}

/** What stands beside people and their essays. */
function besideRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: '/api/campaigns/:id/quiz-results',
      access: ORGANISERS_AND_READERS,
      isForPeople: true,
      describe: { vi: 'Kết quả trắc nghiệm tốt nhất của từng người.', en: 'Everybody’s best quiz results.', answer: bestByPersonSchema },
      async handle(request, response) {
        const best = await recordsOf(response).quizzes.best(readId(request));
        response.json(Object.fromEntries([...best].map(([person, results]) => [person, results.map(viewBest)])));
      },
    },
    {
      method: 'get',
      path: '/api/campaigns/:id/essays/:essay/quizzes',
      access: READERS,
      isForPeople: true,
      describe: {
        vi: 'Kết quả trắc nghiệm của người viết bài này.',
        en: 'Quiz results of an essay’s writer.',
        answer: essayQuizzesSchema,
      },
      async handle(request, response) {
        const { id, essay } = readEssayId(request);
        response.json((await recordsOf(response).quizzes.ofEssay(id, essay))?.map(viewBest) ?? null);
      },
    },
  ];
}

const viewBest = (best: BestResult): BestResultView => ({ ...best });

function viewResults({ quiz, counts, questions, members, guests }: QuizResults, publicUrl: string | null): QuizResultsView {
  const shown = {
    questions: questions.map((one) => ({ ...one })),
    members: members.map((one) => ({ ...one })),
    guests: guests.map((one) => ({ ...one })),
  };
  return { publicUrl, quiz: { ...quiz }, counts: { ...counts }, ...shown };
}

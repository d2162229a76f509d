import type { Request } from 'express';
import { z } from 'zod';
import {
  type QuestionPreview,
  type QuestionView,
  questionArchiveSchema,
  questionChangeSchema,
  questionFileQuerySchema,
  questionIdSchema,
  questionImportQuerySchema,
  questionInputSchema,
  questionPreviewSchema,
  questionsSchema,
  unitQuerySchema,
} from '../../api/questions.js';
import type { ImportedQuestions } from '../../corpus/records/questions.js';
import type { Question, QuestionContent } from '../../model/question.js';
import type { ReadQuestions } from '../../pipeline/questions/read-file.js';
import { readGift } from '../../pipeline/questions/read-gift.js';
import { readQuestionCsv, readQuestionTable } from '../../pipeline/questions/read-question-table.js';
import { writeGift } from '../../pipeline/questions/write-gift.js';
import { isSheet } from '../../pipeline/roster/read-table.js';
import { questionCsv, questionTemplateCsv } from '../../report/question-table.js';
import { RequestError } from '../errors.js';
import { takeAlong } from '../exported.js';
import { actorOf, recordsAt, recordsOf } from '../guards.js';
import { jsonBody, readBody, readNamed, readQuery, rosterBody } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { offerFile } from '../offer-file.js';
import { type Media, ORGANISERS, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';

const BANK = '/api/questions';
/** CSV or XLSX, or GIFT, which is plain text. */
const QUESTION_FILE: Media = { type: 'text/csv', others: ['application/octet-stream'] };
/** Problems and questions that an answer tells. */
const MOST_TOLD = 500;
const questionName = z.object({ question: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) });

/** The question bank of a unit. */
export function questionRoutes(parts: ServiceParts): Route[] {
  return [...bankRoutes(), ...fileRoutes(), ...importRoutes(parts)];
}

function bankRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: BANK,
      access: ORGANISERS,
      isForPeople: true,
      describe: { vi: 'Ngân hàng câu hỏi của đơn vị.', en: 'The unit’s question bank.', query: unitQuerySchema, answer: questionsSchema },
      async handle(request, response) {
        const { unit } = readQuery(request, unitQuerySchema);
        response.json((await recordsAt(response, unit).questions.list()).map(viewQuestion));
      },
    },
    {
      method: 'post',
      path: BANK,
      access: ORGANISERS,
      isForPeople: true,
      describe: {
        vi: 'Thêm một câu hỏi.',
        en: 'Adds a question.',
        status: 201,
        query: unitQuerySchema,
        body: questionInputSchema,
        answer: questionIdSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { unit } = readQuery(request, unitQuerySchema);
        const id = await recordsAt(response, unit).questions.add(readBody(request, questionInputSchema), actorOf(response));
        response.status(201).json({ id });
      },
    },
    {
      method: 'put',
      path: `${BANK}/:question`,
      access: ORGANISERS,
      isForPeople: true,
      describe: { vi: 'Sửa một câu hỏi.', en: 'Changes a question.', body: questionChangeSchema },
      before: [jsonBody],
      async handle(request, response) {
        const { revision, ...content } = readBody(request, questionChangeSchema);
        await recordsOf(response).questions.change(readNamed(request, questionName).question, content, revision, actorOf(response));
        response.status(204).end();
      },
    },
    {
      method: 'put',
      path: `${BANK}/:question/archived`,
      access: ORGANISERS,
      isForPeople: true,
      describe: { vi: 'Cất một câu hỏi, hoặc dùng lại.', en: 'Archives a question, or takes it back.', body: questionArchiveSchema },
      before: [jsonBody],
      async handle(request, response) {
        const { isArchived, revision } = readBody(request, questionArchiveSchema);
        await recordsOf(response).questions.archive(readNamed(request, questionName).question, isArchived, revision, actorOf(response));
        response.status(204).end();
      },
    },
  ];
}

function fileRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: `${BANK}/export`,
      access: ORGANISERS,
      isForPeople: true,
      describe: {
        vi: 'Ngân hàng câu hỏi thành tệp CSV hoặc GIFT.',
        en: 'The question bank as CSV or GIFT.',
        query: questionFileQuerySchema,
        answer: { type: 'text/csv', others: ['text/plain'] },
      },
      async handle(request, response) {
        const { unit, format } = readQuery(request, questionFileQuerySchema);
        const questions = (await recordsAt(response, unit).questions.list()).filter(({ archivedAt }) => archivedAt === null);
        const noted = { what: 'questions', format: format === 'gift' ? 'txt' : 'csv', lines: questions.length };
        const bytes = format === 'gift' ? writeGift(questions) : questionCsv(questions);
        await takeAlong(response, noted, { title: format === 'gift' ? 'cau-hoi-gift' : 'cau-hoi', bytes });
      },
    },
    {
      method: 'get',
      path: `${BANK}/template`,
      access: ORGANISERS,
      isForPeople: true,
      describe: { vi: 'Mẫu bảng câu hỏi để điền.', en: 'A form for questions.', answer: { type: 'text/csv' } },
      handle(_request, response) {
        offerFile(response, 'mau-cau-hoi', 'csv');
        response.type('text/csv; charset=utf-8').send(questionTemplateCsv());
      },
    },
  ];
}

function importRoutes({ readSheet }: ServiceParts): Route[] {
  const read = async (request: Request, format: 'csv' | 'gift'): Promise<ReadQuestions> => {
    const body: unknown = request.body;
    if (!Buffer.isBuffer(body) || body.length === 0) throw new RequestError(400, 'bad-input', HTTP_MESSAGES.noQuestionsFile);
    if (isSheet(body)) return readQuestionTable(await readSheet(body));
    return format === 'gift' ? readGift(body) : readQuestionTable(readQuestionCsv(body));
  };
  return [
    {
      method: 'post',
      path: `${BANK}/preview`,
      access: ORGANISERS,
      isForPeople: true,
      describe: {
        vi: 'Một tệp có những câu hỏi nào; chưa lưu gì.',
        en: 'What questions a file holds; nothing is kept.',
        query: questionFileQuerySchema,
        body: QUESTION_FILE,
        answer: questionPreviewSchema,
      },
      before: [rosterBody],
      async handle(request, response) {
        const { unit, format } = readQuery(request, questionFileQuerySchema);
        const file = await read(request, format);
        response.json(viewPreview(file, await recordsAt(response, unit).questions.plan(contentsOf(file))));
      },
    },
    {
      method: 'post',
      path: `${BANK}/import`,
      access: ORGANISERS,
      isForPeople: true,
      describe: {
        vi: 'Nhập câu hỏi; nếu số câu bỏ qua khác skipping thì trả về 422 và không lưu gì.',
        en: 'Imports questions; with another number of problems than skipping it answers 422 and keeps nothing.',
        query: questionImportQuerySchema,
        body: QUESTION_FILE,
        answer: questionPreviewSchema,
      },
      before: [rosterBody],
      async handle(request, response) {
        const { unit, format, skipping } = readQuery(request, questionImportQuerySchema);
        const file = await read(request, format);
        const { questions } = recordsAt(response, unit);
        const isSeen = file.problems.length === skipping;
        const contents = contentsOf(file);
        const done = isSeen ? await questions.import(contents, skipping, actorOf(response)) : await questions.plan(contents);
        response.status(isSeen ? 200 : 422).json(viewPreview(file, done));
      },
    },
  ];
}

const contentsOf = ({ questions }: ReadQuestions): readonly QuestionContent[] => questions.map(({ question }) => question);

const viewContent = ({ topic, kind, words, options, explanation }: QuestionContent) => ({
  topic,
  kind,
  words,
  explanation,
  options: options.map((option) => ({ ...option })),
});

function viewQuestion(question: Question): QuestionView {
  const { id, archivedAt, revision } = question;
  return { id, archivedAt, revision, ...viewContent(question) };
}

function viewPreview({ questions, problems }: ReadQuestions, { added, known }: ImportedQuestions): QuestionPreview {
  return {
    questions: questions.slice(0, MOST_TOLD).map(({ question }) => viewContent(question)),
    count: questions.length,
    added,
    known,
    problemCount: problems.length,
    problems: problems.slice(0, MOST_TOLD).map((one) => ({ ...one })),
  };
}

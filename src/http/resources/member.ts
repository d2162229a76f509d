import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { z } from 'zod';
import {
  ownLookSchema,
  ownResultSchema,
  type PreCheckAnswer,
  preCheckAnswerSchema,
  secondLookSchema,
  standingSchema,
} from '../../api/member.js';
import { AppError } from '../../model/errors.js';
import { EXTRACT_LIMITS } from '../../model/extraction.js';
import { letterFileName } from '../../report/letter/file-name.js';
import { LETTER_POLICY, letterHtml } from '../../report/letter/letter-html.js';
import { isUnread } from '../../report/need.js';
import { RequestError } from '../errors.js';
import { memberOf, recordsOf } from '../guards.js';
import { jsonBody, readBody, readOwnEssay, readQuery, readTemplate } from '../input.js';
import { HTTP_MESSAGES } from '../messages.js';
import { offerFile } from '../offer-file.js';
import { ownLetter, viewFindings, viewOwnLook, viewOwnResult, viewStanding } from '../own-views.js';
import { FILE_FORM, type FormFile, readForm } from '../read-form.js';
import { requireRoom } from '../room.js';
import type { Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import { readUploadName } from '../upload-name.js';

/** `save`: the browser is to keep it as a file. */
const letterQuery = z.object({ save: z.literal('1').optional() });

/** Everything that a member sees and does; whoever they are, all of it is their own. */
export function memberRoutes(parts: ServiceParts): Route[] {
  return [
    {
      method: 'get',
      path: '/api/me',
      access: 'member',
      isForPeople: true,
      describe: {
        vi: 'Việc của mình trong đợt: hạn nộp, các lần nộp, kết luận.',
        en: 'One’s own standing: due day, attempts, conclusions.',
        answer: standingSchema,
      },
      async handle(_request, response) {
        await answerStanding(response);
      },
    },
    {
      method: 'get',
      path: '/api/me/templates/:sha256',
      access: 'member',
      isForPeople: true,
      describe: { vi: 'Một mẫu bài của đợt.', en: 'A form of the campaign.', answer: { type: 'application/octet-stream' } },
      handle: (request, response) => sendTemplate(parts, request, response),
    },
    {
      method: 'post',
      path: '/api/me/files',
      access: 'member',
      isForPeople: true,
      describe: { vi: 'Nộp bài của mình.', en: 'Hands in one’s own essay.', body: FILE_FORM, answer: standingSchema },
      async handle(request, response) {
        await requireRoom(parts, request);
        const { originals } = recordsOf(response);
        const { file, content } = await readOne(request, response, (stream) => originals.receive(stream, EXTRACT_LIMITS.fileBytes));
        await recordsOf(response).own.handIn(memberOf(response).campaign, file, content);
        await answerStanding(response);
      },
    },
    {
      method: 'post',
      path: '/api/me/pre-check',
      access: 'member',
      isForPeople: true,
      describe: {
        vi: 'Tự soát trước khi nộp; không lưu gì của tệp.',
        en: 'What would be found; nothing of the file is kept.',
        body: FILE_FORM,
        answer: preCheckAnswerSchema,
      },
      handle: (request, response) => preCheck(parts, request, response),
    },
    {
      method: 'get',
      path: '/api/me/essays/:essay',
      access: 'member',
      isForPeople: true,
      describe: {
        vi: 'Kết quả một bài của mình, sau khi có kết luận.',
        en: 'The result of one’s own essay, once people have concluded.',
        answer: ownResultSchema,
      },
      async handle(request, response) {
        response.json(viewOwnResult(await recordsOf(response).own.result(readOwnEssay(request))));
      },
    },
    {
      method: 'get',
      path: '/api/me/essays/:essay/letter',
      access: 'member',
      isForPeople: true,
      describe: { vi: 'Thư về bài của mình.', en: 'The letter on one’s own essay.', query: letterQuery, answer: { type: 'text/html' } },
      handle: sendLetter,
    },
    {
      method: 'post',
      path: '/api/me/essays/:essay/second-look',
      access: 'member',
      isForPeople: true,
      describe: { vi: 'Đề nghị xem lại kết luận.', en: 'Asks for a second look.', body: secondLookSchema, answer: ownLookSchema },
      before: [jsonBody],
      async handle(request, response) {
        const { words } = readBody(request, secondLookSchema);
        response.json(viewOwnLook(await recordsOf(response).own.askLook(readOwnEssay(request), words)));
      },
    },
  ];
}

async function answerStanding(response: Response): Promise<void> {
  const member = memberOf(response);
  const { own } = recordsOf(response);
  response.json(viewStanding(member, await own.standing(member.campaign), await own.past(member.campaign)));
}

/** The one file of a form, read by `take`; a file that is too large is told by what it may be. */
async function readOne<T>(request: Request, response: Response, take: (stream: FormFile['stream']) => Promise<T>) {
  const taken: Promise<{ file: string; content: T }>[] = [];
  await readForm(1, request, response, async ({ name, stream }) => {
    const work = takeOne(name, () => take(stream));
    taken.push(work);
    await work.catch(() => {});
  });
  if (taken[0] === undefined) throw new RequestError(400, 'bad-input', HTTP_MESSAGES.noFile);
  return taken[0];
}

async function takeOne<T>(name: string, take: () => Promise<T>): Promise<{ file: string; content: T }> {
  const { file, problem } = readUploadName(name);
  if (problem !== null) throw new RequestError(400, 'bad-input', problem);
  try {
    return { file: file.slice(file.lastIndexOf('/') + 1), content: await take() };
  } catch (error) {
    if (error instanceof AppError && error.code === 'file-too-large')
      throw new RequestError(413, 'file-too-large', HTTP_MESSAGES.fileTooLarge(EXTRACT_LIMITS.fileBytes / 1024 / 1024));
    throw error;
  }
}

/** Held in memory, never on the disk, until it has been compared. */
async function preCheck(parts: ServiceParts, request: Request, response: Response): Promise<void> {
  const { campaign } = memberOf(response);
  const { own } = recordsOf(response);
  const { file, content } = await readOne(request, response, readBounded);
  const writer = await own.takePreCheck(campaign);
  const { assessment, text, places, quotedSpans } = await parts.preCheck({ name: file, bytes: content, campaign, writer });
  const { campaign: record, preChecks } = await own.standing(campaign);
  const document = assessment.syllables === null ? null : { text, quotedSpans, ...places };
  response.json({
    ...viewFindings(assessment, document, record.definition),
    isRead: !isUnread(assessment),
    messages: assessment.messages.map((message) => message.text),
    left: preChecks,
  } satisfies PreCheckAnswer);
}

async function readBounded(stream: FormFile['stream']): Promise<Uint8Array> {
  let bytes = 0;
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > EXTRACT_LIMITS.fileBytes) stream.destroy(new AppError('file-too-large', ''));
  });
  return buffer(stream);
}

async function sendLetter(request: Request, response: Response): Promise<void> {
  const own = await recordsOf(response).own.result(readOwnEssay(request));
  const letter = ownLetter(own, (await recordsOf(response).signatures.signer()) ?? undefined);
  if (readQuery(request, letterQuery).save !== undefined) offerFile(response, letterFileName(own.attempt.number, own.attempt.file), 'html');
  else response.set('Content-Security-Policy', `${LETTER_POLICY}; frame-ancestors 'none'`);
  response.type('html').send(letterHtml(letter));
}

/** A form of the member's own campaign. */
async function sendTemplate({ records }: ServiceParts, request: Request, response: Response): Promise<void> {
  const sha256 = readTemplate(request);
  const standing = await recordsOf(response).own.standing(memberOf(response).campaign);
  const template = standing.campaign.definition.templates.find((one) => one.sha256 === sha256);
  if (template === undefined) throw new AppError('unknown-id', HTTP_MESSAGES.noTemplate);
  const dot = template.file.lastIndexOf('.');
  offerFile(response, dot > 0 ? template.file.slice(0, dot) : template.file, dot > 0 ? template.file.slice(dot + 1) : 'docx');
  await pipeline(createReadStream(records.originals.pathOf(sha256)), response);
}

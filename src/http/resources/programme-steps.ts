import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import { commentSchema, issueSchema, opinionSchema, programmeMoveSchema, programmeSchema, reviewSchema } from '../../api/programmes.js';
import type { Actor } from '../../corpus/records/actor.js';
import type { Programmes } from '../../corpus/records/programmes.js';
import { actorOf, recordsOf } from '../guards.js';
import { jsonBody, readBody } from '../input.js';
import { COMMITTEE, type Route, SIGNERS_AND_COMMITTEE, SIGNERS_AND_WRITERS } from '../route.js';
import { answerProgramme, readProgrammeId } from './programmes.js';

const ONE = '/api/campaigns/:id/programmes/:programme';
const before: readonly RequestHandler[] = [jsonBody];

/** A programme's way from the draft through the opinion of who is in charge to its issue, and what is said of it on the way. */
export function programmeStepRoutes(): Route[] {
  return [
    {
      method: 'post',
      path: `${ONE}/state`,
      access: COMMITTEE,
      describe: {
        vi: 'Gửi xin ý kiến cấp trên, hoặc rút về để sửa.',
        en: 'Sends it for the opinion from above, or takes it back.',
        body: programmeMoveSchema,
        answer: programmeSchema,
      },
      before,
      handle: step(programmeMoveSchema, ({ programmes, id, programme, actor }, body) => programmes.move(id, programme, body, actor)),
    },
    {
      method: 'post',
      path: `${ONE}/opinion`,
      access: SIGNERS_AND_COMMITTEE,
      isForPeople: true,
      describe: {
        vi: 'Cho ý kiến; chỉ người được giao phụ trách đơn vị.',
        en: 'Gives the opinion; only who is in charge of the unit.',
        body: opinionSchema,
        answer: programmeSchema,
      },
      before,
      handle: step(opinionSchema, ({ programmes, id, programme, actor }, body) => programmes.giveOpinion(id, programme, body, actor)),
    },
    {
      method: 'post',
      path: `${ONE}/issue`,
      access: SIGNERS_AND_COMMITTEE,
      describe: {
        vi: 'Ghi số, ngày ban hành; phải có ý kiến thống nhất trước.',
        en: 'Issues it; only once the opinion is there.',
        body: issueSchema,
        answer: programmeSchema,
      },
      before,
      handle: step(issueSchema, ({ programmes, id, programme, actor }, body) => programmes.issue(id, programme, body, actor)),
    },
    {
      method: 'post',
      path: `${ONE}/comments`,
      access: COMMITTEE,
      describe: {
        vi: 'Ghi góp ý của hội nghị, của Mặt trận và các đoàn thể.',
        en: 'Keeps what a meeting or another body said.',
        body: commentSchema,
        answer: programmeSchema,
      },
      before,
      handle: step(commentSchema, ({ programmes, id, programme, actor }, body) => programmes.comment(id, programme, body, actor)),
    },
    {
      method: 'post',
      path: `${ONE}/reviews`,
      access: SIGNERS_AND_WRITERS,
      describe: {
        vi: 'Ghi phiếu thẩm định tính khả thi.',
        en: 'Keeps a reviewer’s answers.',
        body: reviewSchema,
        answer: programmeSchema,
      },
      before,
      handle: step(reviewSchema, ({ programmes, id, programme, actor }, body) => programmes.review(id, programme, body, actor)),
    },
  ];
}

/** Which programme something is done to, and by whom. */
interface Asked {
  readonly programmes: Programmes;
  readonly id: string;
  readonly programme: string;
  readonly actor: Actor;
}

/** Does one thing to the programme that the address names, and answers with it as it is then. */
function step<Schema extends z.ZodType>(schema: Schema, work: (asked: Asked, body: z.output<Schema>) => Promise<void>) {
  return async (request: Request, response: Response): Promise<void> => {
    const { id, programme } = readProgrammeId(request);
    const records = recordsOf(response);
    await work({ programmes: records.programmes, id, programme, actor: actorOf(response) }, readBody(request, schema));
    await answerProgramme(records, request, response);
  };
}

import {
  newTextRequestSchema,
  type RequestedTextView,
  requestedTextSchema,
  type TextRequestView,
  textAnswerSchema,
  textRequestSchema,
  textRequestsSchema,
  waitingRequestsSchema,
} from '../../api/text-requests.js';
import { toDocumentView } from '../../report/view.js';
import { actorOf, recordsOf } from '../guards.js';
import { jsonBody, readBody, readId } from '../input.js';
import { COMMITTEE, READERS, type Route, WRITERS } from '../route.js';

/** Requests between units for the whole of an essay. */
export function textRequestRoutes(): Route[] {
  return [
    {
      method: 'get',
      path: '/api/text-requests',
      access: READERS,
      isForPeople: true,
      describe: {
        vi: 'Các đề nghị xem toàn văn đã gửi và đã nhận.',
        en: 'Requests for full texts, sent and received.',
        answer: textRequestsSchema,
      },
      async handle(_request, response) {
        const requests = await recordsOf(response).textRequests.list();
        response.json([...requests] satisfies TextRequestView[]);
      },
    },
    {
      method: 'get',
      path: '/api/text-requests/waiting',
      access: COMMITTEE,
      isForPeople: true,
      describe: { vi: 'Số đề nghị chờ trả lời.', en: 'How many requests wait for an answer.', answer: waitingRequestsSchema },
      async handle(_request, response) {
        response.json({ count: await recordsOf(response).textRequests.countWaiting() });
      },
    },
    {
      method: 'post',
      path: '/api/campaigns/:id/text-requests',
      access: WRITERS,
      isForPeople: true,
      describe: {
        vi: 'Đề nghị đơn vị khác cho xem toàn văn một bài.',
        en: 'Asks another unit for the full text of an essay.',
        body: newTextRequestSchema,
        answer: textRequestSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { document, reason } = readBody(request, newTextRequestSchema);
        const asked = { campaign: readId(request), other: document, reason };
        response.json((await recordsOf(response).textRequests.ask(asked, actorOf(response))) satisfies TextRequestView);
      },
    },
    {
      method: 'put',
      path: '/api/text-requests/:id/answer',
      access: COMMITTEE,
      isForPeople: true,
      describe: {
        vi: 'Trả lời một đề nghị, hoặc thu hồi điều đã đồng ý.',
        en: 'Answers a request, or takes back what was approved.',
        body: textAnswerSchema,
        answer: textRequestSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const answer = readBody(request, textAnswerSchema);
        response.json(
          (await recordsOf(response).textRequests.decide(readId(request), answer, actorOf(response))) satisfies TextRequestView,
        );
      },
    },
    {
      method: 'get',
      path: '/api/text-requests/:id/text',
      access: READERS,
      isForPeople: true,
      describe: {
        vi: 'Toàn văn đã được đồng ý; mỗi lần xem đều ghi nhật ký.',
        en: 'The approved full text; every reading is logged.',
        answer: requestedTextSchema,
      },
      async handle(request, response) {
        const read = await recordsOf(response).textRequests.read(readId(request), actorOf(response));
        const document = toDocumentView(read.request.other ?? '', { ...read.document, isForeign: true });
        response.json({ request: read.request, document } satisfies RequestedTextView);
      },
    },
  ];
}

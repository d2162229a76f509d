import { newTextRequestSchema, type RequestedTextView, type TextRequestView, textAnswerSchema } from '../../api/text-requests.js';
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
      async handle(_request, response) {
        const requests = await recordsOf(response).textRequests.list();
        response.json([...requests] satisfies TextRequestView[]);
      },
    },
    {
      method: 'get',
      path: '/api/text-requests/waiting',
      access: COMMITTEE,
      async handle(_request, response) {
        response.json({ count: await recordsOf(response).textRequests.countWaiting() });
      },
    },
    {
      method: 'post',
      path: '/api/campaigns/:id/text-requests',
      access: WRITERS,
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
      async handle(request, response) {
        const read = await recordsOf(response).textRequests.read(readId(request), actorOf(response));
        const document = toDocumentView(read.request.other ?? '', { ...read.document, isForeign: true });
        response.json({ request: read.request, document } satisfies RequestedTextView);
      },
    },
  ];
}

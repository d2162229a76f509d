import { type OpenWriterView, openWritersSchema, writerInputSchema } from '../../api/roster.js';
import type { OpenWriter } from '../../corpus/records/writers.js';
import { actorOf, recordsOf } from '../guards.js';
import { jsonBody, readBody, readEssayId, readId } from '../input.js';
import { COMMITTEE, READERS, type Route } from '../route.js';

/** Who wrote what, where a person must say it. */
export function writerRoutes(): Route[] {
  const path = '/api/campaigns/:id/writers/:essay';
  return [
    {
      method: 'get',
      path: '/api/campaigns/:id/writers',
      access: READERS,
      describe: {
        vi: 'Các bài chưa rõ ai viết, kèm những người có thể.',
        en: 'Essays whose writer a person must name, with candidates.',
        answer: openWritersSchema,
      },
      async handle(request, response) {
        response.json((await recordsOf(response).writers.open(readId(request))).map(viewOpen));
      },
    },
    {
      method: 'put',
      path,
      access: COMMITTEE,
      describe: { vi: 'Xác nhận ai viết bài.', en: 'Says who wrote an essay.', body: writerInputSchema },
      before: [jsonBody],
      async handle(request, response) {
        const { id, essay } = readEssayId(request);
        await recordsOf(response).writers.choose(id, essay, readBody(request, writerInputSchema), actorOf(response));
        response.status(204).end();
      },
    },
    {
      method: 'delete',
      path,
      access: COMMITTEE,
      describe: { vi: 'Bỏ xác nhận ấy.', en: 'Takes that back.' },
      async handle(request, response) {
        const { id, essay } = readEssayId(request);
        await recordsOf(response).writers.release(id, essay, actorOf(response));
        response.status(204).end();
      },
    },
  ];
}

function viewOpen({ submission, file, batch, names, candidates }: OpenWriter): OpenWriterView {
  return {
    essay: submission,
    file,
    batch,
    names: [...names],
    candidates: candidates.map(({ id, card, name, cell, post, basis }) => ({ id, card, name, cell, post, basis })),
  };
}

import { batchSchema } from '../../api/service.js';
import { parseRoster } from '../../pipeline/roster-file.js';
import { decodeTable } from '../../pipeline/table-file.js';
import { cleanText } from '../clean-text.js';
import { RequestError } from '../errors.js';
import { recordsOf } from '../guards.js';
import { readId, rosterBody } from '../input.js';
import { HTTP_MESSAGES, ROSTER_NAME } from '../messages.js';
import { COMMITTEE, type Route } from '../route.js';
import { viewBatch } from '../views.js';

/** Who handed in which file of a batch. */
export function rosterRoutes(): Route[] {
  const path = '/api/batches/:id/roster';
  return [
    {
      method: 'put',
      path,
      access: COMMITTEE,
      describe: {
        vi: 'Danh sách người nộp của lô: file,member,unit,post,place.',
        en: 'Who handed in which file: file,member,unit,post,place.',
        body: { type: 'text/csv' },
        answer: batchSchema,
      },
      before: [rosterBody],
      async handle(request, response) {
        const id = readId(request);
        const body: unknown = request.body;
        if (!Buffer.isBuffer(body)) throw new RequestError(400, 'bad-input', HTTP_MESSAGES.noFile);
        const text = cleanText(decodeTable(body));
        parseRoster(Buffer.from(text), ROSTER_NAME, HTTP_MESSAGES.rosterAgain);
        const records = recordsOf(response);
        await records.batches.setRoster(id, text);
        response.json(await viewBatch(records, id));
      },
    },
    {
      method: 'delete',
      path,
      access: COMMITTEE,
      describe: { vi: 'Bỏ danh sách người nộp của lô.', en: "Takes the batch's roster back.", answer: batchSchema },
      async handle(request, response) {
        const id = readId(request);
        const records = recordsOf(response);
        await records.batches.setRoster(id, null);
        response.json(await viewBatch(records, id));
      },
    },
  ];
}

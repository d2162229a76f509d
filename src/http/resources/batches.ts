import { batchDetailSchema, batchSchema, newBatchSchema, withdrawSchema } from '../../api/service.js';
import { actorOf, recordsAt, recordsOf } from '../guards.js';
import { jsonBody, readBody, readId } from '../input.js';
import { BATCH_READERS, COMMITTEE, type Route } from '../route.js';
import { viewBatch, viewBatchDetail } from '../views.js';

/** Batches of files handed in together, from the first file to withdrawing. */
export function batchRoutes(): Route[] {
  return [
    {
      method: 'post',
      path: '/api/campaigns/:id/batches',
      access: COMMITTEE,
      describe: {
        vi: 'Mở lô để nhận bài; cùng “key” thì vẫn là lô ấy.',
        en: 'Opens a batch; the same key gives the same batch.',
        body: newBatchSchema,
        answer: batchSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { key, unit } = readBody(request, newBatchSchema);
        const records = recordsAt(response, unit);
        const { id } = await records.batches.create(readId(request), key, actorOf(response));
        response.json(await viewBatch(records, id));
      },
    },
    {
      method: 'get',
      path: '/api/batches/:id',
      access: BATCH_READERS,
      describe: {
        vi: 'Một lô: trạng thái, các tệp, từng bài.',
        en: 'One batch: its state, its files, each essay.',
        answer: batchDetailSchema,
      },
      async handle(request, response) {
        response.json(await viewBatchDetail(recordsOf(response), readId(request)));
      },
    },
    {
      method: 'post',
      path: '/api/batches/:id/seal',
      access: COMMITTEE,
      describe: { vi: 'Chốt lô và cho máy soát.', en: 'Seals a batch and has it assessed.', answer: batchSchema },
      async handle(request, response) {
        const records = recordsOf(response);
        const { id } = await records.batches.seal(readId(request), actorOf(response));
        response.json(await viewBatch(records, id));
      },
    },
    {
      method: 'post',
      path: '/api/batches/:id/retry',
      access: COMMITTEE,
      describe: { vi: 'Cho làm lại lô bị dừng giữa chừng.', en: 'Has a failed batch done again.', answer: batchSchema },
      async handle(request, response) {
        const id = readId(request);
        const records = recordsOf(response);
        const { job } = await viewBatch(records, id);
        // One that is in the queue again already is what was asked for.
        if (job?.state === 'failed') await records.jobs.retry(job.id, actorOf(response));
        response.json(await viewBatch(records, id));
      },
    },
    {
      method: 'post',
      path: '/api/batches/:id/withdraw',
      access: COMMITTEE,
      describe: {
        vi: 'Rút một lô cùng các bài của nó.',
        en: 'Withdraws a batch with its essays.',
        body: withdrawSchema,
        answer: batchSchema,
      },
      before: [jsonBody],
      async handle(request, response) {
        const { reason } = readBody(request, withdrawSchema);
        const records = recordsOf(response);
        const { id } = await records.batches.withdraw(readId(request), reason, actorOf(response));
        response.json(await viewBatch(records, id));
      },
    },
  ];
}

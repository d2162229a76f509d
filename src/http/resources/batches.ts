import { newBatchSchema, withdrawSchema } from '../../api/service.js';
import { actorOf, recordsAt, recordsOf } from '../guards.js';
import { jsonBody, readBody, readId } from '../input.js';
import { COMMITTEE, READERS, type Route } from '../route.js';
import { viewBatch, viewBatchDetail } from '../views.js';

/** Batches of files handed in together, from the first file to withdrawing. */
export function batchRoutes(): Route[] {
  return [
    {
      method: 'post',
      path: '/api/campaigns/:id/batches',
      access: COMMITTEE,
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
      access: READERS,
      async handle(request, response) {
        response.json(await viewBatchDetail(recordsOf(response), readId(request)));
      },
    },
    {
      method: 'post',
      path: '/api/batches/:id/seal',
      access: COMMITTEE,
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

import { newBatchSchema, withdrawSchema } from '../../api/service.js';
import { actorOf } from '../guards.js';
import { jsonBody, readBody, readId } from '../input.js';
import { COMMITTEE, READERS, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';
import { viewBatch, viewBatchDetail } from '../views.js';

/** Batches of files handed in together, from the first file to withdrawing. */
export function batchRoutes({ records }: ServiceParts): Route[] {
  const { batches, jobs } = records;
  return [
    {
      method: 'post',
      path: '/api/campaigns/:id/batches',
      access: COMMITTEE,
      before: [jsonBody],
      async handle(request, response) {
        const { key } = readBody(request, newBatchSchema);
        const { id } = await batches.create(readId(request), key, actorOf(response));
        response.json(await viewBatch(records, id));
      },
    },
    {
      method: 'get',
      path: '/api/batches/:id',
      access: READERS,
      async handle(request, response) {
        response.json(await viewBatchDetail(records, readId(request)));
      },
    },
    {
      method: 'post',
      path: '/api/batches/:id/seal',
      access: COMMITTEE,
      async handle(request, response) {
        const { id } = await batches.seal(readId(request), actorOf(response));
        response.json(await viewBatch(records, id));
      },
    },
    {
      method: 'post',
      path: '/api/batches/:id/retry',
      access: COMMITTEE,
      async handle(request, response) {
        const id = readId(request);
        const { job } = await viewBatch(records, id);
        // One that is in the queue again already is what was asked for.
        if (job?.state === 'failed') await jobs.retry(job.id, actorOf(response));
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
        const { id } = await batches.withdraw(readId(request), reason, actorOf(response));
        response.json(await viewBatch(records, id));
      },
    },
  ];
}

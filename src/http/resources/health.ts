import type { Metrics } from '../metrics.js';
import { ADMINISTRATORS, type Route } from '../route.js';
import type { ServiceParts } from '../service-parts.js';

/** Whether the service works, for whoever watches over it, and its figures for those who are signed in. */
export function healthRoutes({ records }: ServiceParts, metrics: Metrics): Route[] {
  return [
    {
      method: 'get',
      path: '/healthz',
      access: 'everyone',
      async handle(_request, response) {
        const isOk = await records.people.count().then(
          () => true,
          () => false,
        );
        response.status(isOk ? 200 : 503).json({ ok: isOk });
      },
    },
    {
      method: 'get',
      path: '/metrics',
      access: ADMINISTRATORS,
      async handle(_request, response) {
        response.type(metrics.contentType).send(await metrics.collect());
      },
    },
  ];
}

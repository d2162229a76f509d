import { z } from 'zod';
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
      describe: { vi: 'Máy chủ có làm việc không.', en: 'Whether the service works.', answer: z.object({ ok: z.boolean() }) },
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
      describe: {
        vi: 'Số đo của máy chủ, dạng Prometheus.',
        en: 'Figures of the service, for Prometheus.',
        answer: { type: 'text/plain' },
      },
      async handle(_request, response) {
        response.type(metrics.contentType).send(await metrics.collect());
      },
    },
  ];
}

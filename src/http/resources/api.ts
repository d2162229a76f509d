import { z } from 'zod';
import { type ApiDocument, describeApi } from '../api-document/document.js';
import { apiPage } from '../api-document/page.js';
import { ownOrigin } from '../connection.js';
import type { Route } from '../route.js';
import { nonceOf } from '../security-headers.js';
import type { ServiceParts } from '../service-parts.js';

/** The description of all routes, for programs and for people. */
export function apiRoutes({ settings, version }: ServiceParts, routes: () => readonly Route[]): Route[] {
  let held: ApiDocument | null = null;
  const documentAt = (url: string): ApiDocument => {
    held ??= describeApi(routes(), { version, url });
    return { ...held, servers: [{ url }] };
  };
  return [
    {
      method: 'get',
      path: '/api/openapi.json',
      access: 'account',
      describe: {
        vi: 'Mô tả API này, OpenAPI 3.1.',
        en: 'This description, as OpenAPI 3.1.',
        answer: z.looseObject({ openapi: z.string() }),
      },
      handle(request, response) {
        response.json(documentAt(ownOrigin(request, settings)));
      },
    },
    {
      method: 'get',
      path: '/api/docs',
      access: 'account',
      describe: { vi: 'Mô tả API này, cho người đọc.', en: 'This description, for people.', answer: { type: 'text/html' } },
      handle(request, response) {
        response.type('html').send(apiPage(documentAt(ownOrigin(request, settings)), nonceOf(response)));
      },
    },
  ];
}

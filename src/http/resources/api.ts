import type { Request, Response } from 'express';
import { z } from 'zod';
import { type ApiDocument, describeApi } from '../api-document/document.js';
import { apiPage } from '../api-document/page.js';
import { API_LANGUAGES, type ApiLanguage } from '../api-document/words.js';
import { ownOrigin } from '../connection.js';
import { readQuery } from '../input.js';
import type { Route } from '../route.js';
import { nonceOf } from '../security-headers.js';
import type { ServiceParts } from '../service-parts.js';

/** The description of all routes, for programs and for people. */
export function apiRoutes({ settings, version }: ServiceParts, routes: () => readonly Route[]): Route[] {
  const held = new Map<ApiLanguage, ApiDocument>();
  const documentFor = (request: Request, language: ApiLanguage): ApiDocument => {
    const url = ownOrigin(request, settings);
    const document = held.get(language) ?? describeApi(routes(), { version, url, language });
    held.set(language, document);
    return { ...document, servers: [{ url }] };
  };
  return [
    {
      method: 'get',
      path: '/api/openapi.json',
      access: 'account',
      describe: {
        vi: 'Mô tả API này, OpenAPI 3.1.',
        en: 'This description, as OpenAPI 3.1.',
        query: querySchema,
        answer: z.looseObject({ openapi: z.string() }),
      },
      handle(request, response) {
        response.json(documentFor(request, languageFor(request, response)));
      },
    },
    {
      method: 'get',
      path: '/api/docs',
      access: 'account',
      describe: {
        vi: 'Mô tả API này, cho người đọc.',
        en: 'This description, for people.',
        query: querySchema,
        answer: { type: 'text/html' },
      },
      handle(request, response) {
        const language = languageFor(request, response);
        response.type('html').send(apiPage(documentFor(request, language), { language, nonce: nonceOf(response) }));
      },
    },
  ];
}

const querySchema = z.object({ lang: z.enum(API_LANGUAGES).optional() });

/** The language that was asked for, else what the browser prefers. */
function languageFor(request: Request, response: Response): ApiLanguage {
  const asked = readQuery(request, querySchema).lang;
  const preferred = request.acceptsLanguages([...API_LANGUAGES]);
  const language = asked ?? API_LANGUAGES.find((one) => one === preferred) ?? 'vi';
  response.vary('Accept-Language').set('Content-Language', language);
  return language;
}

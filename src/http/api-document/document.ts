import type { z } from 'zod';
import { errorSchema } from '../../api/service.js';
import { keySchema } from '../answer-once.js';
import { rightFor } from '../guards.js';
import { type Description, isDoneOnce, isMedia, type Media, type Route } from '../route.js';
import { type JsonSchema, SchemaWriter } from './schemas.js';
import { OF_CAMPAIGN, OF_SERVICE, type Tag } from './tags.js';
import { API_WORDS, type ApiLanguage } from './words.js';

/** An OpenAPI 3.1 document, as far as the page of it looks into it. */
export interface ApiDocument {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes: Readonly<Record<string, JsonSchema>>;
  };
}

/** One route. */
export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  /** English below Vietnamese; missing where the whole document is English. */
  readonly description?: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  /** What a token must be allowed; missing where no token helps. */
  readonly 'x-right'?: string;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}

type Content = Readonly<Record<string, { readonly schema?: JsonSchema }>>;

/** What a description says beside its routes; `url`: where the service is. */
export interface Told {
  readonly version: string;
  readonly url: string;
  readonly language: ApiLanguage;
}

/** Describes routes. */
export function describeApi(routes: readonly Route[], { version, url, language }: Told): ApiDocument {
  const words = API_WORDS[language];
  const writer = new SchemaWriter(schemasOf(routes));
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route, route.describe, { writer, language }) };
  }
  const used = new Set(Object.values(paths).flatMap((one) => Object.values(one).flatMap(({ tags }) => tags)));
  return {
    openapi: '3.1.0',
    info: { title: words.title, version, description: words.lead },
    servers: [{ url }],
    tags: Object.entries(words.tags).flatMap(([name, description]) => (used.has(name) ? { name, description } : [])),
    paths,
    components: {
      schemas: writer.all(),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: words.token },
        session: { type: 'apiKey', in: 'cookie', name: 'soatbai', description: words.session },
      },
    },
  };
}

interface Writing {
  readonly writer: SchemaWriter;
  readonly language: ApiLanguage;
}

function operationOf(route: Route, describe: Description, writing: Writing): Operation {
  const { writer, language } = writing;
  const words = API_WORDS[language];
  const { method, path, isForPeople = false } = route;
  const { vi, en, query, body, answer, status = answer === undefined ? 204 : 200 } = describe;
  const right = isForPeople ? null : rightFor(route.access);
  const failure = { description: words.failure, content: jsonOf(writer.write(errorSchema, 'answered')) };
  return {
    operationId: `${method}${path.replace(/[^A-Za-z0-9]+(\w)/g, (_all, letter: string) => letter.toUpperCase())}`,
    tags: [tagOf(path)],
    summary: language === 'vi' ? vi : en,
    ...(language === 'vi' && { description: en }),
    parameters: [...pathParameters(path), ...queryParameters(query, writer), ...keyParameters(route, writing)],
    ...(body && { requestBody: { required: true as const, content: contentOf(body, writer, 'sent') } }),
    responses: {
      [status]: { description: words.success, ...(answer && { content: contentOf(answer, writer, 'answered') }) },
      default: failure,
    },
    security: securityOf(route, right),
    ...(right !== null && { 'x-right': right }),
  };
}

function securityOf({ access }: Route, right: string | null): Operation['security'] {
  if (access === 'everyone') return [];
  return [...(right === null ? [] : [{ token: [] }]), { session: [] }];
}

/** Every schema that routes name. */
function schemasOf(routes: readonly Route[]): Record<'sent' | 'answered', z.ZodType[]> {
  const described = routes.map(({ describe }) => describe);
  const schemaOf = (of: z.ZodType | Media | undefined): z.ZodType[] => (isMedia(of) ? (of.schema ? [of.schema] : []) : of ? [of] : []);
  return {
    sent: described.flatMap(({ body, query, key = keySchema }) => [
      ...schemaOf(body),
      ...(Object.values(query?.shape ?? {}) as z.ZodType[]),
      key,
    ]),
    answered: [errorSchema, ...described.flatMap(({ answer }) => schemaOf(answer))],
  };
}

/** What a route is about, as its address says. */
function tagOf(path: string): Tag {
  const [first = '', ...rest] = path.replace(/^\/(api\/)?/, '').split('/');
  const second = rest.find((part) => !part.startsWith(':'));
  const tag = (first === 'campaigns' && second !== undefined && OF_CAMPAIGN[second]) || OF_SERVICE[first];
  if (!tag) throw new RangeError(`say what ${path} is about`);
  return tag;
}

const pathParameters = (path: string): Parameter[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => {
    return { name, in: 'path', required: true, schema: { type: name === 'number' ? 'integer' : 'string' } };
  });

function queryParameters(query: z.ZodObject | undefined, writer: SchemaWriter): Parameter[] {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !(schema as z.ZodType).safeParse(undefined).success,
    schema: writer.write(schema as z.ZodType, 'sent'),
  }));
}

function keyParameters(route: Route, { writer, language }: Writing): Parameter[] {
  const key = route.describe.key ?? (isDoneOnce(route) ? keySchema : null);
  if (key === null) return [];
  return [
    { name: 'idempotency-key', in: 'header', required: false, description: API_WORDS[language].key, schema: writer.write(key, 'sent') },
  ];
}

function contentOf(of: z.ZodType | Media, writer: SchemaWriter, way: 'sent' | 'answered'): Content {
  if (!isMedia(of)) return jsonOf(writer.write(of, way));
  const { type, others = [], schema } = of;
  return Object.fromEntries([type, ...others].map((one) => [one, schema === undefined ? {} : { schema: writer.write(schema, way) }]));
}

const jsonOf = (schema: JsonSchema): Content => ({ 'application/json': { schema } });

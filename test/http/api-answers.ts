import { z } from 'zod';
import { routeTable } from '../../src/http/app.js';
import { createMetrics } from '../../src/http/metrics.js';
import { createProgressHub } from '../../src/http/progress-hub.js';
import type { Description, Route } from '../../src/http/route.js';
import type { ServiceParts } from '../../src/http/service-parts.js';
import { createSessions } from '../../src/http/sessions.js';
import { createViewNotes } from '../../src/http/view-notes.js';

/** The routes of a service. */
export function routesOf(parts: ServiceParts): readonly Route[] {
  const { records } = parts;
  const hub = createProgressHub(records);
  const views = createViewNotes(records, parts.now);
  const routes = routeTable(parts, { metrics: createMetrics(records), hub, sessions: createSessions(parts), views });
  hub.close();
  return routes;
}

/** What was sent and answered. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** JSON, or undefined where it was something else. */
  readonly sent: unknown;
  readonly answered: unknown;
}

/** What of an exchange does not fit the description of its route: null when all does, or when there is no such route. */
export function misfit(routes: readonly Route[], { method, path, status, sent, answered }: Exchange): string | null {
  const [address = ''] = path.split('?');
  const route = routes.find((one) => one.method === method.toLowerCase() && patternOf(one.path).test(address));
  if (route === undefined || status >= 300) return null;
  const { describe } = route;
  const name = `${method.toUpperCase()} ${route.path}`;
  if (describe === undefined) return `${name} is not described`;
  // A stream that is over already has nothing more to say.
  if (status === 204 && describe.answer !== undefined && 'type' in describe.answer && describe.answer.type === 'text/event-stream')
    return null;
  if (expectedStatus(describe) !== status) return `${name} answers ${status}`;
  const problems = [
    sent !== undefined && describe.body instanceof z.ZodType && !describe.body.safeParse(sent).success ? `${name}: what was sent` : null,
    describe.answer instanceof z.ZodType ? problemOf(name, describe.answer, answered) : null,
  ];
  return problems.find((one) => one !== null) ?? null;
}

const expectedStatus = ({ status, answer }: Description): number => status ?? (answer === undefined ? 204 : 200);

/** Making a schema and using it for the first time takes longer than all its later uses. */
const strictOnes = new WeakMap<z.ZodType, z.ZodType>();

function problemOf(name: string, schema: z.ZodType, answered: unknown): string | null {
  const strict = strictOnes.get(schema) ?? strictly(schema);
  strictOnes.set(schema, strict);
  const { error } = strict.safeParse(answered);
  return error === undefined ? null : `${name}: ${z.prettifyError(error)}`;
}

/** Nothing may be answered that is not described: objects take no further keys, as deep as their shapes are plain. */
function strictly(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodObject && schema.def.catchall === undefined) return schema.strict();
  return schema instanceof z.ZodArray ? z.array(strictly(schema.element as z.ZodType)) : schema;
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`);
}

import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { routeOf } from './route.js';

/** The random id under which a request stands in the log; whoever meets a failure can quote it. */
export function requestIdOf(request: Request): string {
  return typeof request.id === 'string' ? request.id : '';
}

/** Routes that are asked all the time and say nothing. */
const QUIET: ReadonlySet<string> = new Set(['/healthz', '/metrics', 'asset']);

/** Logs one line a request: method, pattern of the route, status, milliseconds. No addresses, bodies or names. */
export function logRequests(log: Logger): RequestHandler {
  const line = (request: IncomingMessage, response: ServerResponse, { responseTime }: { responseTime: number }) => ({
    method: request.method,
    route: routeOf(response),
    status: response.statusCode,
    ms: responseTime,
    // The browser left before it had everything.
    ...(response.writableFinished ? {} : { left: true }),
  });
  const logger = pinoHttp({
    logger: log,
    genReqId: () => randomBytes(6).toString('hex'),
    quietReqLogger: true,
    quietResLogger: true,
    customAttributeKeys: { reqId: 'request' },
    customSuccessObject: line,
    customErrorObject: (request, response, _error, value: { responseTime: number }) => line(request, response, value),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : QUIET.has(routeOf(response)) ? 'debug' : 'info'),
  });
  return (request, response, next) => {
    logger(request, response);
    response.set('X-Request-Id', requestIdOf(request));
    next();
  };
}

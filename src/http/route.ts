import type { Request, RequestHandler, Response } from 'express';

/** `everyone`: no session is looked at. `visitor`: with or without a login. `account`: signed in. */
export type Access = 'everyone' | 'visitor' | 'account';

/** One thing that the service does, as the table in app.ts lists it. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Pattern as Express reads it; logs and metrics name requests by it, since addresses may name people. */
  readonly path: string;
  readonly access: Access;
  /** Limits, and what reads the body; they run once the guards have let the request through. */
  readonly before?: readonly RequestHandler[];
  /** Rejects with AppError or RequestError for what is answered as a failure. */
  handle(request: Request, response: Response): Promise<void> | void;
}

/** Pattern of the route that a response belongs to; `none` when no route fits. */
export function routeOf(response: object): string {
  const { route } = (response as { readonly locals?: { readonly route?: unknown } }).locals ?? {};
  return typeof route === 'string' ? route : 'none';
}

/** Notes under which pattern a response is counted and logged. */
export function nameRoute(path: string): RequestHandler {
  return (_request, response, next) => {
    response.locals.route = path;
    next();
  };
}

import type { RequestHandler } from 'express';
import { sessionOf } from './guards.js';

/**
 * Ends the connection of whoever has not signed in and takes longer than `milliseconds` to send a request. Uploads by
 * accounts may take an hour; nobody else gets that long to keep a connection busy, refused or not.
 */
export function hurryVisitors(milliseconds: number): RequestHandler {
  return (request, response, next) => {
    const timer = setTimeout(() => {
      const session = sessionOf(response);
      if (!request.complete && !session?.account && !session?.token) request.destroy();
    }, milliseconds);
    timer.unref();
    request.once('close', () => clearTimeout(timer));
    next();
  };
}

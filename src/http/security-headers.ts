import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { isEncrypted, isTrustworthy } from './connection.js';
import type { ServiceSettings } from './service-parts.js';

const HALF_A_YEAR = 180 * 24 * 60 * 60;

/** The nonce under which the page of this response may add its styles. */
export function nonceOf(response: Response): string {
  return String(response.locals.nonce);
}

/** Headers that keep the page to itself. Nothing may load or run but the service's own files; what plain HTTP cannot keep is not promised there. */
export function securityHeaders(settings: ServiceSettings): RequestHandler[] {
  const setNonce: RequestHandler = (_request, response, next) => {
    response.locals.nonce = randomBytes(18).toString('base64');
    next();
  };
  const overTls = helmet.strictTransportSecurity({ maxAge: HALF_A_YEAR, includeSubDomains: false });
  const opener = helmet.crossOriginOpenerPolicy({ policy: 'same-origin' });
  const cluster = helmet.originAgentCluster();
  return [
    setNonce,
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response as Response)}'`],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      frameguard: { action: 'deny' },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: false,
      crossOriginOpenerPolicy: false,
      originAgentCluster: false,
    }),
    (request, response, next) => (isEncrypted(request, settings) ? overTls(request, response, next) : next()),
    // Browsers heed these two only where nobody can listen in, and complain elsewhere.
    (request, response, next) => (isTrustworthy(request, settings) ? opener(request, response, next) : next()),
    (request, response, next) => (isTrustworthy(request, settings) ? cluster(request, response, next) : next()),
  ];
}

import type { Request } from 'express';
import type { ServiceSettings } from './service-parts.js';

/** Whether the connection to the browser is encrypted, as far as the service can tell. */
export function isEncrypted(request: Request, { isTls, publicUrl }: ServiceSettings): boolean {
  return isTls || publicUrl?.startsWith('https:') === true || request.secure;
}

/** Whether browsers treat the page as safe from eavesdropping: encrypted, or on the same machine. */
export function isTrustworthy(request: Request, settings: ServiceSettings): boolean {
  return isEncrypted(request, settings) || ['localhost', '127.0.0.1', '[::1]'].includes(request.hostname);
}

/** The address under which a request reached the service, as its page would be named. */
export function ownOrigin(request: Request, { publicUrl }: ServiceSettings): string {
  return publicUrl === null ? `${request.protocol}://${request.host}` : new URL(publicUrl).origin;
}

/** Whether a request was sent by a page of this service: by its Origin, or where there is none by what the browser says of the site. */
export function comesFromOwnPage(request: Request, settings: ServiceSettings): boolean {
  const origin = request.get('origin');
  if (origin === undefined) return request.get('sec-fetch-site') === 'same-origin';
  if (settings.publicUrl !== null && origin === new URL(settings.publicUrl).origin) return true;
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  // Where a proxy decrypts without saying so, the service takes an https page for http: its host decides then.
  return host === hostOf(request) && (protocol === 'https:' || !request.secure);
}

/** The host that was asked for, written as a URL writes it: lower case, without the usual port. */
function hostOf(request: Request): string | null {
  const url = `${request.protocol}://${request.host}`;
  return URL.canParse(url) ? new URL(url).host : null;
}

import type { Request } from 'express';
import type { ServiceSettings } from './service-parts.js';

/** Whether the connection to the browser is encrypted, as far as the service can tell. */
export function isEncrypted(request: Request, { isTls, publicUrl }: ServiceSettings): boolean {
  return isTls || publicUrl?.startsWith('https:') === true || request.secure;
}

/** Whether browsers treat the page as safe from eavesdropping: encrypted, or on the same machine. */
export function isTrustworthy(request: Request, settings: ServiceSettings): boolean {
  return isEncrypted(request, settings) || isLoopback(request.hostname);
}

/** Whether a host, as a URL names one, can only be the machine that the browser runs on. */
export function isLoopback(host: string | undefined): boolean {
  return /^((.+\.)?localhost|127(\.\d+){3}|\[?::1\]?)$/i.test(host ?? '');
}

/** The address under which a request reached the service, as its page would be named. */
export function ownOrigin(request: Request, settings: ServiceSettings): string {
  if (settings.publicUrl !== null) return new URL(settings.publicUrl).origin;
  const host = isOwnName(request, settings) ? request.host : `localhost:${request.socket.localPort}`;
  return `${request.protocol}://${host}`;
}

/** Whether a request was sent by a page of this service: by its Origin, or where there is none by what the browser says of the site. */
export function comesFromOwnPage(request: Request, settings: ServiceSettings): boolean {
  if (!isOwnName(request, settings)) return false;
  const origin = request.get('origin');
  if (origin === undefined) return request.get('sec-fetch-site') === 'same-origin';
  if (settings.publicUrl !== null && origin === new URL(settings.publicUrl).origin) return true;
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  // Where a proxy decrypts without saying so, the service takes an https page for http: its host decides then.
  return host === hostOf(request) && (protocol === 'https:' || !request.secure);
}

/** A service for this machine alone goes by no other name: one that leads here all the same is somebody's trick (DNS rebinding). */
function isOwnName(request: Request, { isLocal }: ServiceSettings): boolean {
  return isLocal ? isLoopback(request.hostname) : hostOf(request) !== null;
}

/** The host that was asked for, written as a URL writes it: lower case, without the usual port; null without one. */
function hostOf(request: Request): string | null {
  const url = `${request.protocol}://${request.host ?? ''}`;
  return URL.canParse(url) ? new URL(url).host : null;
}

/** Over an encrypted connection: browsers then take it from this very host only. */
const SECURE_NAME = '__Host-soatbai';
const PLAIN_NAME = 'soatbai';
/** 256 bits as base64url. */
const ID = /^[A-Za-z0-9_-]{43}$/;

/** The session id that a Cookie header carries; null without one, or when it is none of ours. */
export function readSessionCookie(header: string | undefined, isSecure: boolean): string | null {
  const name = isSecure ? SECURE_NAME : PLAIN_NAME;
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at < 0 || pair.slice(0, at).trim() !== name) continue;
    const value = pair.slice(at + 1).trim();
    if (ID.test(value)) return value;
  }
  return null;
}

/** A Set-Cookie header for a session id: gone with the browser, kept from scripts and from other sites. */
export function writeSessionCookie(id: string, isSecure: boolean): string {
  const shared = 'Path=/; HttpOnly; SameSite=Strict';
  return isSecure ? `${SECURE_NAME}=${id}; ${shared}; Secure` : `${PLAIN_NAME}=${id}; ${shared}`;
}

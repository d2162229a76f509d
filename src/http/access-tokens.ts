import { createHash, randomBytes } from 'node:crypto';
import type { Request } from 'express';
import type { Tokens } from '../corpus/records/tokens.js';
import type { AccessToken } from '../model/access-token.js';
import { RequestError } from './errors.js';
import { HTTP_MESSAGES } from './messages.js';

/** How tokens begin, so that people and scanners of leaked secrets know one when they see it. */
const PREFIX = 'soatbai_';
const SHAPE = /^soatbai_[\w-]{43}$/;

/** A new token: 256 random bits, and the hash under which it is kept. Nobody can show it a second time. */
export function makeToken(): { readonly secret: string; readonly hash: string } {
  const secret = `${PREFIX}${randomBytes(32).toString('base64url')}`;
  return { secret, hash: hashOf(secret) };
}

/** Looks at the tokens that requests bring. */
export interface TokenCheck {
  /** The token of a request; null for one that brings none. Rejects with RequestError `token-refused` for one that does not count. */
  find(request: Request): Promise<AccessToken | null>;
  /** Whether a token still counts, for connections that stay open. */
  isAlive(token: AccessToken): Promise<boolean>;
}

/** Asks the records each time, so that a token that was revoked is refused at once. */
export function createTokenCheck(tokens: Tokens, now: () => Date): TokenCheck {
  const hashes = new WeakMap<AccessToken, string>();
  const counts = ({ revokedAt, expiresAt }: AccessToken): boolean => revokedAt === null && expiresAt > now().toISOString();

  /** Who reads may go on reading when the day cannot be written, on a full disk for instance. */
  async function noteUse({ id, lastUsed }: AccessToken): Promise<void> {
    const today = now().toISOString().slice(0, 10);
    if (lastUsed !== today) await tokens.noteUse(id, today).catch(() => {});
  }

  return {
    async find(request) {
      const header = request.get('authorization');
      if (header === undefined) return null;
      const secret = /^Bearer +(\S+)$/i.exec(header)?.[1] ?? '';
      const hash = SHAPE.test(secret) ? hashOf(secret) : null;
      const token = hash === null ? null : await tokens.byHash(hash);
      if (token === null || hash === null || !counts(token)) throw new RequestError(401, 'token-refused', HTTP_MESSAGES.tokenRefused);
      hashes.set(token, hash);
      await noteUse(token);
      return token;
    },
    async isAlive(token) {
      const current = await tokens.byHash(hashes.get(token) ?? '');
      return current !== null && counts(current);
    },
  };
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

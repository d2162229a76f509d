import type { z } from 'zod';
import { errorSchema, sessionSchema } from '../../../api/service.js';
import { isSignedOut, lostSince } from './signals.js';

/** The service said no: `message` is Vietnamese and complete; `request` is empty when none was given. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly request: string,
    /** What one needs to go on, as the decision that somebody else took; undefined where the message says it all. */
    readonly details?: unknown,
  ) {
    super(message);
  }
}

/** The service could not be reached, or the connection broke. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** The service answered something that this page does not understand. */
export class OddAnswer extends Error {
  override readonly name = 'OddAnswer';

  constructor(readonly status: number) {
    super(`odd answer ${status}`);
  }
}

/** What is sent: `json` or a raw `body` with its own type. */
export interface Sent {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly json?: unknown;
  readonly body?: BodyInit;
  readonly type?: string;
  /** Of the answer that is there already. */
  readonly tag?: string;
  /** Tells one press of a button from the next: a request that comes again with the same key has no second effect. */
  readonly key?: string;
}

const SESSION = '/api/session';
let token = '';
/** Whether whoever uses this page came by a one-time code: nobody can sign in again as they did. */
let isMembers = false;

/** Takes from a session's answer the token that changing requests carry, and whether it is a member's. */
export function keepToken({ csrf, member, account }: z.output<typeof sessionSchema>): void {
  token = csrf;
  if (member !== null || account !== null) isMembers = member !== null;
}

/** The token that changing requests carry now. */
export function currentToken(): string {
  return token;
}

/** Waits until somebody has signed in again; at once when nobody has to. */
function whenSignedIn(): Promise<void> {
  if (!isSignedOut.get()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = isSignedOut.subscribe(() => {
      if (isSignedOut.get()) return;
      stop();
      resolve();
    });
  });
}

/**
 * Asks the service and reads its answer by `schema`. A session that has ended is waited for: the request goes on once
 * somebody has signed in again. Rejects with ServiceError, Unreachable or OddAnswer.
 */
export async function ask<Schema extends z.ZodType>(path: string, schema: Schema, sent: Sent = {}): Promise<z.output<Schema>> {
  const pressed = withKey(sent);
  const answer = await send(path, pressed);
  if (await mustRepeat(path, answer)) return read(await send(path, pressed), schema);
  return read(answer, schema);
}

/** Answers that are large and change seldom, by their address, as they were last told. */
const kept = new Map<string, { readonly tag: string; readonly value: unknown }>();
const KEPT = 4;

/** As `ask`, of what is large and changes seldom: where nothing has changed, it is not sent again. */
export async function askAgain<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
  const known = kept.get(path);
  const sent: Sent = known === undefined ? {} : { tag: known.tag };
  let answer = await send(path, sent);
  if (await mustRepeat(path, answer)) answer = await send(path, sent);
  if (answer.status === 304 && known !== undefined) return known.value as z.output<Schema>;
  const value = await read(answer, schema);
  kept.delete(path);
  kept.set(path, { tag: answer.headers.get('etag') ?? '', value });
  for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
  return value;
}

/** Forgets what was kept for whoever was signed in. */
export function forgetKept(): void {
  kept.clear();
}

/** As `ask`, when only success matters. */
export async function tell(path: string, sent: Sent): Promise<void> {
  const pressed = withKey(sent);
  let answer = await send(path, pressed);
  if (await mustRepeat(path, answer)) answer = await send(path, pressed);
  if (!answer.ok) throw await failureOf(answer);
}

/** A file of the service's making. Rejects as `ask` does. */
export async function askFile(path: string): Promise<Blob> {
  let answer = await send(path, {});
  if (await mustRepeat(path, answer)) answer = await send(path, {});
  if (!answer.ok) throw await failureOf(answer);
  return answer.blob();
}

/** A file of the service's making with the name that it is to be kept under. Rejects as `ask` does. */
export async function askNamedFile(path: string, sent: Sent = {}): Promise<{ readonly file: Blob; readonly name: string }> {
  let answer = await send(path, sent);
  if (await mustRepeat(path, answer)) answer = await send(path, sent);
  if (!answer.ok) throw await failureOf(answer);
  return { file: await answer.blob(), name: nameIn(answer.headers.get('content-disposition') ?? '') };
}

/** The name of a file in its header, in full where it has letters beyond ASCII. */
function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="([^"]*)"/.exec(disposition)?.[1] ?? 'soat-bai';
}
/** Gives what changes something a key of its own, which stays when it is sent again. */
function withKey(sent: Sent): Sent {
  return sent.method === undefined || sent.method === 'GET' ? sent : { key: newKey(), ...sent };
}

/** 128 random bits; `crypto.randomUUID` is missing where the connection is not encrypted. */
const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

async function send(path: string, sent: Sent): Promise<Response> {
  const method = sent.method ?? 'GET';
  const headers = new Headers({ accept: 'application/json' });
  if (method !== 'GET') headers.set('x-csrf-token', token);
  if (sent.json !== undefined) headers.set('content-type', 'application/json');
  if (sent.type !== undefined) headers.set('content-type', sent.type);
  if (sent.tag !== undefined) headers.set('if-none-match', sent.tag);
  if (sent.key !== undefined) headers.set('idempotency-key', sent.key);
  const body = sent.json === undefined ? (sent.body ?? null) : JSON.stringify(sent.json);
  try {
    const answer = await fetch(path, { method, headers, body, credentials: 'same-origin', cache: 'no-store' });
    lostSince.set(null);
    return answer;
  } catch (cause) {
    noteLost();
    throw new Unreachable('unreachable', { cause });
  }
}

/** Notes that the service could not be reached. */
function noteLost(): void {
  if (lostSince.get() === null) lostSince.set(Date.now());
}

/** Whether the answer came of a session that ended, or of a token of an earlier one, and the request may be made again. */
async function mustRepeat(path: string, answer: Response): Promise<boolean> {
  if (path === SESSION || path === '/api/setup' || path === '/api/member-session' || path.startsWith('/api/codes')) return false;
  if (answer.status !== 401 && answer.status !== 403) return false;
  // Whoever takes a quiz without an account has nothing to sign in with.
  if (path.startsWith('/api/quiz/')) return renewVisit();
  return renewSession();
}

/** Takes the token of the visit as it is now; false when it is as it was. */
async function renewVisit(): Promise<boolean> {
  const before = token;
  const session = await read(await send(SESSION, {}), sessionSchema);
  keepToken(session);
  return session.csrf !== before;
}

/** Looks at the session anew; waits for a sign-in when it is over. False when it is as it was. */
export async function renewSession(): Promise<boolean> {
  const before = token;
  const session = await read(await send(SESSION, {}), sessionSchema);
  const wasMembers = isMembers;
  keepToken(session);
  if (session.account === null && wasMembers) return session.member !== null && session.csrf !== before;
  if (session.account === null) {
    isSignedOut.set(true);
    await whenSignedIn();
    return true;
  }
  return session.csrf !== before;
}

async function read<Schema extends z.ZodType>(answer: Response, schema: Schema): Promise<z.output<Schema>> {
  if (!answer.ok) throw await failureOf(answer);
  const value: unknown = await answer.json().catch(() => undefined);
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new OddAnswer(answer.status);
  return parsed.data;
}

async function failureOf(answer: Response): Promise<Error> {
  return readFailure(answer.status, await answer.text().catch(() => ''));
}

/** The error behind a failed answer's text. */
export function readFailure(status: number, text: string): ServiceError | OddAnswer {
  const parsed = errorSchema.safeParse(parseJson(text));
  if (!parsed.success) return new OddAnswer(status);
  const { code, message, request, details } = parsed.data.error;
  return new ServiceError(status, code, message, request, details);
}

/** A JSON text's value; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

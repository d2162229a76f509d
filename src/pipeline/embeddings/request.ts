import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { EmbeddingFailure } from './failure.js';
import { guardedLookup, isAllowedHost } from './hosts.js';
import * as say from './messages.js';
import { asHost, type EmbeddingSettings } from './settings.js';

export interface RequestLimits {
  /** Milliseconds from the first byte sent to the last one received. */
  readonly time: number;
  /** Bytes of an answer. */
  readonly bytes: number;
}

const MEGABYTE = 1024 ** 2;

/**
 * Posts JSON to the provider and reads its JSON. One connection a request, no proxy whatever the environment says, no redirect followed,
 * certificates checked, nothing tried again. Rejects with EmbeddingFailure, whatever goes wrong.
 */
export function postJson(settings: EmbeddingSettings, body: unknown, limits: RequestLimits): Promise<unknown> {
  const url = new URL(settings.endpoint);
  const allowed = new Set(settings.allowed);
  const host = asHost(url.hostname);
  // A number is connected to without being resolved.
  if (isIP(host) !== 0 && !isAllowedHost(host, allowed)) return Promise.reject(new EmbeddingFailure(say.foreignAddress(host, host)));
  const sent = Buffer.from(JSON.stringify(body), 'utf8');
  const { request, Agent } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(limits.time);
    const outgoing = request(url, {
      method: 'POST',
      // An agent of its own: the common one may be told to use a proxy.
      agent: new Agent({ keepAlive: false }),
      lookup: guardedLookup(allowed),
      signal,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'content-length': sent.length,
        ...(settings.key !== null && { authorization: `Bearer ${settings.key}` }),
      },
    });
    const fail = (error: unknown): void => {
      outgoing.destroy();
      reject(explain(error, signal, limits));
    };
    outgoing.once('error', fail);
    outgoing.once('response', (response) => readAnswer(response, limits).then(resolve, fail));
    outgoing.end(sent);
  });
}

async function readAnswer(response: http.IncomingMessage, limits: RequestLimits): Promise<unknown> {
  const status = response.statusCode ?? 0;
  if (status >= 300 && status < 400) throw new EmbeddingFailure(say.redirected(status));
  if (status !== 200) throw new EmbeddingFailure(say.badStatus(status));
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limits.bytes) throw new EmbeddingFailure(say.tooLarge(Math.ceil(limits.bytes / MEGABYTE)));
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (cause) {
    throw new EmbeddingFailure(say.malformed, { cause });
  }
}

function explain(error: unknown, signal: AbortSignal, { time }: RequestLimits): EmbeddingFailure {
  if (error instanceof EmbeddingFailure) return error;
  if (signal.aborted) return new EmbeddingFailure(say.tooSlow(Math.ceil(time / 1000)), { cause: error });
  const code = String((error as NodeJS.ErrnoException).code ?? 'không rõ');
  const isCertificate = /CERT|SIGNED|ISSUER|ALTNAME|^ERR_TLS|^ERR_SSL/.test(code);
  return new EmbeddingFailure(isCertificate ? say.badCertificate(code) : say.unreachable(code), { cause: error });
}

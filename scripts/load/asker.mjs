// @ts-check
// One browser of the load: a connection that stays open, a session of its own, and how long every answer took.
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

/** What was asked, by its kind: milliseconds until each answer was there in full, and what went wrong. */
export class Tally {
  /** @type {Map<string, number[]>} */
  times = new Map();
  /** @type {Map<string, number>} */
  errors = new Map();
  /** Bytes that came over the line. */
  bytes = 0;
  /** Answers without a body, since nothing had changed. */
  unchanged = 0;

  /** @param {string} kind @param {number} milliseconds */
  note(kind, milliseconds) {
    const known = this.times.get(kind);
    if (known === undefined) this.times.set(kind, [milliseconds]);
    else known.push(milliseconds);
  }

  /** @param {string} what */
  fail(what) {
    this.errors.set(what, (this.errors.get(what) ?? 0) + 1);
  }

  clear() {
    this.times.clear();
    this.errors.clear();
    this.bytes = 0;
    this.unchanged = 0;
  }
}

/** @typedef {{ status: number, headers: import('node:http').IncomingHttpHeaders, body: Buffer }} Answer */

export class Asker {
  /** @param {string} url @param {Tally} tally */
  constructor(url, tally) {
    this.url = new URL(url);
    this.tally = tally;
    // As a browser: a page asks for several things at once.
    this.agent = new Agent({ keepAlive: true, maxSockets: 4 });
    this.cookie = '';
    this.csrf = '';
  }

  /** Signs in with an account that is there. @param {string} name @param {string} password */
  async signIn(name, password) {
    const { body } = await this.send('GET', '/api/session');
    this.csrf = JSON.parse(body.toString()).csrf;
    const credentials = Buffer.from(JSON.stringify({ name, password }));
    const answer = await this.send('POST', '/api/session', { 'content-type': 'application/json' }, credentials);
    if (answer.status !== 200) throw new Error(`sign-in: ${answer.status} ${answer.body.toString()}`);
    this.csrf = JSON.parse(answer.body.toString()).csrf;
  }

  /**
   * Asks and notes how long it took under `kind`; an answer that is a failure, or none, is noted as an error.
   * @param {string} kind @param {string} path @param {{ method?: string, headers?: Record<string, string>, body?: Buffer }} [sent]
   * @returns {Promise<Answer | null>}
   */
  async timed(kind, path, { method = 'GET', headers = {}, body } = {}) {
    const start = performance.now();
    try {
      const answer = await this.send(method, path, headers, body);
      this.tally.note(kind, performance.now() - start);
      if (answer.status >= 400) this.tally.fail(`${kind}: ${answer.status}`);
      if (answer.status === 304) this.tally.unchanged++;
      return answer;
    } catch (error) {
      this.tally.fail(`${kind}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }

  /** @param {string} method @param {string} path @param {Record<string, string>} [headers] @param {Buffer} [body] @returns {Promise<Answer>} */
  send(method, path, headers = {}, body = undefined) {
    const own = { cookie: this.cookie, 'accept-encoding': 'gzip', origin: this.url.origin, 'x-csrf-token': this.csrf };
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          agent: this.agent,
          host: this.url.hostname,
          port: this.url.port,
          method,
          path,
          headers: { ...own, ...headers, ...(body && { 'content-length': String(body.length) }) },
        },
        (response) => {
          /** @type {Buffer[]} */
          const parts = [];
          response.on('data', (part) => parts.push(part));
          response.on('error', reject);
          response.on('end', () => {
            for (const cookie of response.headers['set-cookie'] ?? []) this.cookie = cookie.split(';')[0] ?? '';
            const whole = Buffer.concat(parts);
            this.tally.bytes += whole.length;
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: whole });
          });
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  }

  close() {
    this.agent.destroy();
  }
}

/** A form with files, as a browser sends it. @param {readonly { name: string, bytes: Uint8Array }[]} files */
export function formOf(files) {
  const boundary = 'ranh-gioi-cua-mau-gui';
  const parts = files.flatMap(({ name, bytes }) => [
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
    Buffer.from(bytes),
    Buffer.from('\r\n'),
  ]);
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

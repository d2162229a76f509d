// @ts-check
// Speaks to the service as the page does: cookie, token, JSON and multipart.

/** An answer that is not 2xx. */
export class Refusal extends Error {
  /** @param {number} status @param {string} code @param {string} message */
  constructor(status, code, message) {
    super(`${status} ${code}: ${message}`);
    this.status = status;
    this.code = code;
  }
}

export class Client {
  /** @param {string} url */
  constructor(url) {
    this.url = url;
    this.cookie = '';
    this.csrf = '';
  }

  /** @param {string} path @returns {Promise<any>} */
  get(path) {
    return this.send('GET', path);
  }

  /** @param {string} path @param {unknown} [body] @returns {Promise<any>} */
  post(path, body) {
    return this.send('POST', path, body);
  }

  /** @param {string} path @param {unknown} [body] @returns {Promise<any>} */
  put(path, body) {
    return this.send('PUT', path, body);
  }

  /** @param {string} path @returns {Promise<any>} */
  delete(path) {
    return this.send('DELETE', path);
  }

  /**
   * Sends files, in one request.
   * @param {string} path @param {{ name: string, bytes: Uint8Array }[]} files @returns {Promise<any>}
   */
  upload(path, files) {
    const form = new FormData();
    for (const { name, bytes } of files) form.append('file', new Blob([Buffer.from(bytes)]), name);
    return this.send('POST', path, form);
  }

  /** Makes the first account, or signs in where it is there already. @param {string} name @param {string} password */
  async enter(name, password) {
    const session = await this.get('/api/session');
    this.csrf = session.csrf;
    const answer = await this.post(session.isSetUp ? '/api/session' : '/api/setup', { name, password });
    this.csrf = answer.csrf;
  }

  /**
   * @param {string} method @param {string} path @param {unknown} [body]
   * @returns {Promise<any>} Rejects with Refusal, or with what fetch says when nobody answers.
   */
  async send(method, path, body) {
    /** @type {Record<string, string>} */
    const headers = { origin: this.url, cookie: this.cookie, 'x-csrf-token': this.csrf };
    const isForm = body instanceof FormData || typeof body === 'string';
    if (typeof body === 'string') headers['content-type'] = 'text/csv; charset=utf-8';
    else if (body !== undefined && !isForm) headers['content-type'] = 'application/json';
    const sent = body === undefined ? null : isForm ? body : JSON.stringify(body);
    const response = await fetch(this.url + path, { method, headers, body: sent });
    const cookie = response.headers.getSetCookie().find((one) => /soatbai=/.test(one));
    if (cookie !== undefined) this.cookie = cookie.split(';')[0] ?? '';
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    const answer = isJson && text !== '' ? JSON.parse(text) : text;
    if (!response.ok) throw new Refusal(response.status, answer.error?.code ?? '', answer.error?.message ?? text.slice(0, 200));
    return answer;
  }
}

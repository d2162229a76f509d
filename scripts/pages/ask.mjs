// @ts-check

/**
 * What the page itself would ask.
 * @param {import('playwright-core').Page} page
 * @param {'GET' | 'POST' | 'PUT'} method
 * @param {string} path
 * @param {unknown} [content] Sent as JSON, or a text as it stands.
 * @param {string} [type] Of a text.
 * @returns {Promise<any>}
 */
export async function ask(page, method, path, content, type = 'application/json') {
  const body = content === undefined ? null : typeof content === 'string' ? content : JSON.stringify(content);
  const sent = JSON.stringify({ method, path, body, type });
  const { status, text } = /** @type {{ status: number, text: string }} */ (
    await page.evaluate(`(async ({ method, path, body, type }) => {
      const { csrf } = await (await fetch('/api/session')).json();
      const headers = { 'x-csrf-token': csrf, ...(body !== null && { 'content-type': type }) };
      const answer = await fetch(path, { method, headers, body });
      return { status: answer.status, text: await answer.text() };
    })(${sent})`)
  );
  if (status >= 400) throw new Error(`${method} ${path}: ${status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

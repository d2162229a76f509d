import type { ApiDocument, Operation } from './document.js';
import { escapeHtml } from './escape-html.js';
import { API_STYLE } from './page-style.js';
import { schemaHtml } from './schema-html.js';
import { API_WORDS, type ApiLanguage, type ApiWords } from './words.js';

/** How a page is written; `nonce`: under which its style may stand there. */
export interface PageSetting {
  readonly language: ApiLanguage;
  readonly nonce: string;
}

/** The description as a page that runs nothing and loads nothing. */
export function apiPage({ info, servers, tags, paths, components }: ApiDocument, { language, nonce }: PageSetting): string {
  const words = API_WORDS[language];
  const other = language === 'vi' ? 'en' : 'vi';
  const url = servers[0]?.url ?? '';
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const sections = tags.map(({ name, description }) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(name));
    return `<section id="${escapeHtml(name)}"><h2>${escapeHtml(description)}</h2>${own.map((one) => operationHtml(one, words)).join('')}</section>`;
  });
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) =>
      // A link to what is folded unfolds it.
      `<details class="schema"><summary><h3><code>${name}</code></h3></summary><div id="kieu-${name}">${schemaHtml(schema, words)}</div></details>`,
  );
  const call = `curl -H "Authorization: Bearer soatbai_…" ${url}/api/campaigns`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${words.title}</title><style nonce="${nonce}">${API_STYLE}</style></head>
<body><a class="skip" href="#noi-dung">${words.skip}</a>
<header><b>${words.title}</b><span>${escapeHtml(info.version)}</span><a href="/api/docs?lang=${other}" lang="${other}" hreflang="${other}">${words.other}</a><a href="/api/openapi.json?lang=${language}">${words.machine}</a><a href="/">${words.back}</a></header>
<div class="frame"><nav aria-label="${words.contents}"><ul>${tags
    .map(({ name, description }) => `<li><a href="#${escapeHtml(name)}">${escapeHtml(description)}</a></li>`)
    .join('')}<li><a href="#kieu">${words.schemas}</a></li></ul></nav>
<main id="noi-dung"><h1>${words.title}</h1><p>${words.lead}</p>
<section><h2>${words.start}</h2><p>${words.token}</p><p>${words.startText}</p><pre tabindex="0">${escapeHtml(call)}</pre><p>${words.limit}</p></section>
${sections.join('\n')}
<section id="kieu"><h2>${words.schemas}</h2>${schemas.join('\n')}</section></main></div></body></html>`;
}

function operationHtml({ path, method, operation }: { path: string; method: string; operation: Operation }, words: ApiWords): string {
  const { summary, description, parameters, requestBody, responses } = operation;
  const [status = '', success] = Object.entries(responses)[0] ?? [];
  const head = `<summary><h3><span class="method ${method}">${method.toUpperCase()}</span> <code>${escapeHtml(path)}</code></h3><span>${escapeHtml(summary)}</span><span class="access">${accessOf(operation, words)}</span></summary>`;
  const list = parameters.map(
    ({ name, required, schema, description: about = '' }) =>
      `<li><code>${escapeHtml(name)}</code>${required ? ` <em>${words.required}</em>` : ''} ${schemaHtml(schema, words)} ${escapeHtml(about)}</li>`,
  );
  return `<details>${head}${description === undefined ? '' : `<p lang="en">${escapeHtml(description)}</p>`}${
    list.length === 0 ? '' : `<h4>${words.parameters}</h4><ul class="fields">${list.join('')}</ul>`
  }${requestBody ? `<h4>${words.body}</h4>${contentHtml(requestBody.content, words)}` : ''}<h4>${words.answer} <code>${status}</code></h4>${
    success?.content ? contentHtml(success.content, words) : `<p>${words.success}</p>`
  }</details>`;
}

function accessOf({ security, 'x-right': right }: Operation, words: ApiWords): string {
  if (security.length === 0) return words.access.none;
  return right === undefined ? words.access.people : words.access[right as keyof ApiWords['access']];
}

const contentHtml = (content: Readonly<Record<string, { readonly schema?: Readonly<Record<string, unknown>> }>>, words: ApiWords): string =>
  Object.entries(content)
    .map(([type, { schema }]) => `<p><code>${escapeHtml(type)}</code></p>${schema === undefined ? '' : schemaHtml(schema, words)}`)
    .join('');

import type { ApiDocument, Operation } from './document.js';
import { escapeHtml } from './escape-html.js';
import { API_STYLE } from './page-style.js';
import { schemaHtml } from './schema-html.js';
import { API_WORDS } from './words.js';

/** The description as a page that runs nothing and loads nothing. `nonce`: under which its style may stand there. */
export function apiPage({ info, servers, tags, paths, components }: ApiDocument, nonce: string): string {
  const url = servers[0]?.url ?? '';
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const sections = tags.map(({ name, description }) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(name));
    return `<section id="${escapeHtml(name)}"><h2>${escapeHtml(description)}</h2>${own.map(operationHtml).join('')}</section>`;
  });
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) =>
      // A link to what is folded unfolds it.
      `<details class="schema"><summary><h3><code>${name}</code></h3></summary><div id="kieu-${name}">${schemaHtml(schema)}</div></details>`,
  );
  const call = `curl -H "Authorization: Bearer soatbai_…" ${url}/api/campaigns`;
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${API_WORDS.title}</title><style nonce="${nonce}">${API_STYLE}</style></head>
<body><a class="skip" href="#noi-dung">${API_WORDS.skip}</a>
<header><b>${API_WORDS.title}</b><span>${escapeHtml(info.version)}</span><a href="/api/openapi.json">${API_WORDS.machine}</a><a href="/">${API_WORDS.back}</a></header>
<div class="frame"><nav aria-label="${API_WORDS.contents}"><ul>${tags
    .map(({ name, description }) => `<li><a href="#${escapeHtml(name)}">${escapeHtml(description)}</a></li>`)
    .join('')}<li><a href="#kieu">${API_WORDS.schemas}</a></li></ul></nav>
<main id="noi-dung"><h1>${API_WORDS.title}</h1><p>${API_WORDS.lead}</p><p lang="en">${API_WORDS.leadEnglish}</p>
<section><h2>${API_WORDS.start}</h2><p>${API_WORDS.token}</p><p>${API_WORDS.startText}</p><pre tabindex="0">${escapeHtml(call)}</pre><p>${API_WORDS.limit}</p></section>
${sections.join('\n')}
<section id="kieu"><h2>${API_WORDS.schemas}</h2>${schemas.join('\n')}</section></main></div></body></html>`;
}

function operationHtml({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const { summary, description, parameters, requestBody, responses } = operation;
  const [status = '', success] = Object.entries(responses)[0] ?? [];
  const head = `<summary><h3><span class="method ${method}">${method.toUpperCase()}</span> <code>${escapeHtml(path)}</code></h3><span>${escapeHtml(summary)}</span><span class="access">${accessOf(operation)}</span></summary>`;
  const list = parameters.map(
    ({ name, required, schema, description: about = '' }) =>
      `<li><code>${escapeHtml(name)}</code>${required ? ` <em>${API_WORDS.required}</em>` : ''} ${schemaHtml(schema)} ${escapeHtml(about)}</li>`,
  );
  return `<details>${head}<p lang="en">${escapeHtml(description)}</p>${
    list.length === 0 ? '' : `<h4>${API_WORDS.parameters}</h4><ul class="fields">${list.join('')}</ul>`
  }${requestBody ? `<h4>${API_WORDS.body}</h4>${contentHtml(requestBody.content)}` : ''}<h4>${API_WORDS.answer} <code>${status}</code></h4>${
    success?.content ? contentHtml(success.content) : `<p>${API_WORDS.success}</p>`
  }</details>`;
}

function accessOf({ security, 'x-right': right }: Operation): string {
  if (security.length === 0) return API_WORDS.access.none;
  return right === undefined ? API_WORDS.access.people : API_WORDS.access[right as keyof typeof API_WORDS.access];
}

const contentHtml = (content: Readonly<Record<string, { readonly schema?: Readonly<Record<string, unknown>> }>>): string =>
  Object.entries(content)
    .map(([type, { schema }]) => `<p><code>${escapeHtml(type)}</code></p>${schema === undefined ? '' : schemaHtml(schema)}`)
    .join('');

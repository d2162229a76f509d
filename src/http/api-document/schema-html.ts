import { escapeHtml } from './escape-html.js';
import type { JsonSchema } from './schemas.js';
import type { ApiWords } from './words.js';

/** A schema as a list that people read: what is in it, of what kind; a name leads to where it is told. */
export function schemaHtml(schema: JsonSchema, words: ApiWords): string {
  const properties = propertiesOf(schema);
  if (properties === null) return `<span class="kind">${kindOf(schema, words)}</span>`;
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const items = Object.entries(properties).map(([name, one]) => {
    const inner = propertiesOf(innermost(one));
    const below = inner === null ? '' : schemaHtml(innermost(one), words);
    const mark = required.has(name) ? '' : ' <em>?</em>';
    return `<li><code>${escapeHtml(name)}</code>${mark} <span class="kind">${kindOf(one, words)}</span>${below}</li>`;
  });
  return `<ul class="fields">${items.join('')}</ul>`;
}

/** In a few words; names of kinds are links. */
function kindOf(schema: JsonSchema, words: ApiWords): string {
  if (typeof schema.$ref === 'string') {
    const name = escapeHtml(schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1));
    return `<a href="#kieu-${name}">${name}</a>`;
  }
  for (const list of [schema.anyOf, schema.oneOf]) {
    if (Array.isArray(list)) return list.map((one) => kindOf(one as JsonSchema, words)).join(' | ');
  }
  if (Array.isArray(schema.enum)) return schema.enum.map((one) => `<code>${escapeHtml(JSON.stringify(one))}</code>`).join(' | ');
  if (schema.type === 'array') return `${kindOf((schema.items ?? {}) as JsonSchema, words)}[]`;
  return escapeHtml([typeof schema.type === 'string' ? schema.type : words.anything, limitsOf(schema)].filter(Boolean).join(' '));
}

/** Limits as they are written in mathematics. */
function limitsOf({ minimum, maximum, minLength, maxLength, format }: JsonSchema): string {
  const between = (least: unknown, most: unknown): string => {
    const isTold = (one: unknown): boolean => typeof one === 'number' && Math.abs(one) < Number.MAX_SAFE_INTEGER;
    return isTold(least) || isTold(most) ? `${isTold(least) ? String(least) : ''}…${isTold(most) ? String(most) : ''}` : '';
  };
  return [typeof format === 'string' ? format : '', between(minimum, maximum), between(minLength, maxLength)].filter(Boolean).join(' ');
}

function innermost(schema: JsonSchema): JsonSchema {
  return schema.type === 'array' ? innermost((schema.items ?? {}) as JsonSchema) : schema;
}

function propertiesOf({ type, properties }: JsonSchema): Readonly<Record<string, JsonSchema>> | null {
  return type === 'object' && typeof properties === 'object' ? (properties as Record<string, JsonSchema>) : null;
}

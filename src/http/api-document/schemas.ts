import { z } from 'zod';
import * as campaignFile from '../../api/campaign-file.js';
import * as erasure from '../../api/erasure.js';
import * as exports from '../../api/exports.js';
import * as extraction from '../../api/extraction.js';
import * as figures from '../../api/figures.js';
import * as limits from '../../api/limits.js';
import * as member from '../../api/member.js';
import * as organisation from '../../api/organisation.js';
import * as originality from '../../api/originality.js';
import * as report from '../../api/report.js';
import * as review from '../../api/review.js';
import * as roster from '../../api/roster.js';
import * as service from '../../api/service.js';
import * as span from '../../api/span.js';
import * as textRequests from '../../api/text-requests.js';
import * as tokens from '../../api/tokens.js';
import * as tracker from '../../api/tracker.js';
import * as view from '../../api/view.js';

/** A piece of JSON Schema 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const PLACE = '#/components/schemas/';

/** `sent` may leave out what has a default; `answered` does not. */
type Way = 'sent' | 'answered';

/** Writes zod's schemas as JSON Schema; what has a name in `src/api` stands among the components and is referred to. */
export class SchemaWriter {
  private readonly named = nameAll();
  private readonly components = new Map<string, JsonSchema>();
  private readonly written: Readonly<Record<Way, ReadonlyMap<z.ZodType, JsonSchema>>>;

  /** All that will be asked for: writing them at once takes a fraction of the time. */
  constructor(wanted: Readonly<Record<Way, readonly z.ZodType[]>>) {
    this.written = { sent: this.writeAll(wanted.sent, 'sent'), answered: this.writeAll(wanted.answered, 'answered') };
  }

  /** A schema as it stands at its place. RangeError for one that was not announced. */
  write(schema: z.ZodType, way: Way): JsonSchema {
    const known = this.written[way].get(schema);
    if (known === undefined) throw new RangeError('a schema that was not announced');
    return known;
  }

  /** The named schemas that were referred to, by their names. */
  all(): Record<string, JsonSchema> {
    return Object.fromEntries([...this.components].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  private writeAll(wanted: readonly z.ZodType[], way: Way): Map<z.ZodType, JsonSchema> {
    const suffix = way === 'sent' ? SENT : '';
    const names = new Map(this.named);
    for (const schema of wanted) if (!names.has(schema)) names.set(schema, `${UNNAMED}${names.size}`);
    const registry = z.registry<{ id?: string }>();
    for (const [schema, id] of names) registry.add(schema, { id });
    const uri = (id: string): string => `${PLACE}${id}${suffix}`;
    const made = z.toJSONSchema(registry, { io: way === 'sent' ? 'input' : 'output', uri, unrepresentable: 'any', override: asBinary });
    const all = new Map(Object.entries(made.schemas as Record<string, JsonSchema>).map(([id, one]) => [`${id}${suffix}`, plain(one)]));
    const schemas = new Map([...all].map(([id, one]) => [id, withoutUnnamed(one, all)]));
    return new Map(
      wanted.map((schema) => {
        const name = `${names.get(schema)}${suffix}`;
        this.keep(schemas, name);
        return [schema, this.named.has(schema) ? { $ref: `${PLACE}${name}` } : (schemas.get(name) ?? {})];
      }),
    );
  }

  /** Keeps a schema, if it has a name, and those that it refers to. */
  private keep(schemas: ReadonlyMap<string, JsonSchema>, name: string): void {
    const schema = schemas.get(name);
    if (schema === undefined || this.components.has(name)) return;
    if (!name.startsWith(UNNAMED)) this.components.set(name, schema);
    for (const [, other = ''] of JSON.stringify(schema).matchAll(REFERENCE)) this.keep(schemas, other);
  }
}

/** What is added to the name of a schema as it is sent. */
const SENT = 'Sent';
const UNNAMED = 'unnamed';
const REFERENCE = /"\$ref":"#\/components\/schemas\/([A-Za-z0-9]+)"/g;

/** Schemas of `src/api` by what they are called: `campaignSchema` is Campaign. */
function nameAll(): Map<z.ZodType, string> {
  const modules = [
    campaignFile,
    erasure,
    exports,
    extraction,
    limits,
    member,
    organisation,
    originality,
    report,
    review,
    roster,
    service,
    span,
    textRequests,
    tokens,
    figures,
    tracker,
    view,
  ];
  const exported = modules.flatMap((one) => Object.entries(one));
  const named = new Map<z.ZodType, string>();
  for (const [name, value] of exported) {
    if (!(value instanceof z.ZodType)) continue;
    const plainName = name.replace(/Schema$/, '');
    const id = plainName.charAt(0).toUpperCase() + plainName.slice(1);
    // Two shapes of one name: the first keeps it, the second stands where it is used.
    if (!named.has(value) && ![...named.values()].includes(id)) named.set(value, id);
  }
  return named;
}

/** What has no name stands where it is referred to. */
function withoutUnnamed(schema: JsonSchema, all: ReadonlyMap<string, JsonSchema>): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (_key, value: unknown) => {
    const reference = (value as { readonly $ref?: unknown } | null)?.$ref;
    const name = typeof reference === 'string' ? reference.slice(PLACE.length) : '';
    return name.startsWith(UNNAMED) ? withoutUnnamed(all.get(name) ?? {}, all) : value;
  }) as JsonSchema;
}

/** A file in a form has no encoding of its own. */
function asBinary({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }): void {
  if (jsonSchema.format === 'binary') delete jsonSchema.contentEncoding;
}

/** A schema within a document has no address of its own. */
function plain({ $schema: _schema, $id: _id, id: _name, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

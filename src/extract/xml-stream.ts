import { SaxesParser } from 'saxes';
import type { ExtractLimits } from '../model/extraction.js';
import { OVER_LIMIT } from './message-details.js';
import { damaged, Rejection } from './rejection.js';

/** What a reader calls its namespaces: whatever a file calls them itself does not matter. */
export interface Namespaces {
  readonly prefixes: ReadonlyMap<string, string>;
  /** The usual URI of each prefix. */
  readonly uris: ReadonlyMap<string, string>;
}

/** Namespaces by pairs of URI and prefix; of two URIs with one prefix the first is the usual one. */
export function namespacesOf(pairs: readonly (readonly [uri: string, prefix: string])[]): Namespaces {
  return { prefixes: new Map(pairs), uris: new Map(pairs.toReversed().map(([uri, prefix]) => [prefix, uri])) };
}

/** An element that opens. The object is used again for the next one: keep what it says, not the object. */
export interface XmlElement {
  /** With the reader's own prefix, such as `w:p`; `?` where it has none for the namespace, the name alone in no namespace. */
  readonly name: string;
  /** Value of an attribute, by its name with the reader's own prefix. */
  get(attribute: string): string | undefined;
  /** URI that a prefix stands for at this place; undefined where nothing declares it. */
  namespace(prefix: string): string | undefined;
}

/** Receives the pieces of an XML part in order; entities are resolved. */
export interface XmlHandler {
  open(element: XmlElement): void;
  close(name: string): void;
  text(text: string): void;
}

/** As much as is decoded at a time, so that a large part never stands in memory as one string. */
const CHUNK = 64 * 1024;
/** No format in use has a tenth of it on one element. */
const MAX_ATTRIBUTES = 1000;

/**
 * Reads an XML part from its bytes, chunk by chunk and without a tree. Throws a Rejection: `doctype`, `too-deep`, `too-large`, or `damaged`
 * where it is not well-formed or not in the encoding that it says.
 */
export function parseXml(bytes: Uint8Array, namespaces: Namespaces, handler: XmlHandler, limits: ExtractLimits): void {
  if (bytes.length > limits.xmlBytes) throw new Rejection('refused', 'too-large', OVER_LIMIT.xmlBytes(limits.xmlBytes));
  const encoding = encodingOf(bytes);
  const decoder = new TextDecoder(encoding, { fatal: true });
  const parser = new Parser(encoding, namespaces, handler, limits);
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      const chunk = bytes.subarray(at, at + CHUNK);
      parser.write(decoder.decode(chunk, { stream: at + CHUNK < bytes.length }));
    }
    parser.end();
  } catch (error) {
    throw error instanceof Rejection ? error : damaged(error);
  }
}

/** XML is UTF-8, or UTF-16 with a byte order mark. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

class Parser {
  private readonly saxes = new SaxesParser({ xmlns: false, position: false });
  private readonly element: Element;
  private readonly path: string[] = [];
  private elements = 0;

  constructor(
    encoding: string,
    namespaces: Namespaces,
    private readonly handler: XmlHandler,
    private readonly limits: ExtractLimits,
  ) {
    this.element = new Element(namespaces);
    this.saxes.on('xmldecl', ({ encoding: declared }) => {
      if (declared !== undefined && !encoding.startsWith(declared.toLowerCase())) throw damaged(new Error(`encoding ${declared}`));
    });
    this.saxes.on('doctype', () => {
      throw new Rejection('refused', 'doctype');
    });
    this.saxes.on('attribute', ({ name }) => this.element.announce(name));
    this.saxes.on('opentag', ({ name, attributes }) => this.open(name, attributes));
    this.saxes.on('closetag', () => this.close());
    this.saxes.on('text', (text) => handler.text(text));
    this.saxes.on('cdata', (text) => handler.text(text));
  }

  write(text: string): void {
    this.saxes.write(text);
  }

  end(): void {
    this.saxes.close();
  }

  private open(name: string, attributes: Record<string, string>): void {
    const { depth, elements } = this.limits;
    this.elements++;
    if (this.path.length >= depth) throw new Rejection('refused', 'too-deep', String(depth));
    if (this.elements > elements) throw new Rejection('refused', 'too-large', OVER_LIMIT.elements(elements));
    this.element.open(name, attributes);
    this.path.push(this.element.name);
    this.handler.open(this.element);
  }

  private close(): void {
    this.handler.close(this.path.pop() ?? '');
    this.element.close();
  }
}

class Element implements XmlElement {
  name = '';
  private attributes: Record<string, string> = {};
  private count = 0;
  private declares = false;
  private scope: Scope;
  /** Of each open element. */
  private readonly scopes: Scope[] = [];

  constructor(namespaces: Namespaces) {
    this.scope = new Scope(namespaces, undefined, namespaces.uris);
  }

  /** To be told of each attribute before `open`. */
  announce(attribute: string): void {
    this.count++;
    if (this.count > MAX_ATTRIBUTES) throw damaged(new Error(`more than ${MAX_ATTRIBUTES} attributes`));
    if (attribute.startsWith('xmlns')) this.declares = true;
  }

  open(name: string, attributes: Record<string, string>): void {
    this.scopes.push(this.scope);
    if (this.declares) this.scope = this.scope.with(attributes);
    this.attributes = attributes;
    this.name = this.scope.elementName(name);
    this.count = 0;
    this.declares = false;
  }

  close(): void {
    this.scope = this.scopes.pop() ?? this.scope;
  }

  get(wanted: string): string | undefined {
    if (this.scope.isUsual) return this.attributes[wanted];
    for (const name in this.attributes) if (this.scope.attributeName(name) === wanted) return this.attributes[name];
    return undefined;
  }

  namespace(prefix: string): string | undefined {
    return this.scope.namespace(prefix);
  }
}

/** The namespaces that are declared at a place, and what names mean there. A prefix that nothing declares means what it usually does. */
class Scope {
  private readonly elements = new Map<string, string>();
  private readonly attributes = new Map<string, string>();
  /** Whether all prefixes of the reader mean here what they mean to it, and no other one does. */
  readonly isUsual: boolean;

  constructor(
    private readonly namespaces: Namespaces,
    private readonly outer: Scope | undefined,
    private readonly declared: ReadonlyMap<string, string>,
  ) {
    this.isUsual = outer === undefined || (outer.isUsual && this.declaresUsual(outer));
  }

  /** This one with what an element declares. */
  with(attributes: Readonly<Record<string, string>>): Scope {
    const declared = new Map<string, string>();
    for (const name in attributes) {
      if (name === 'xmlns') declared.set('', attributes[name] ?? '');
      else if (name.startsWith('xmlns:')) declared.set(name.slice(6), attributes[name] ?? '');
    }
    return new Scope(this.namespaces, this, declared);
  }

  namespace(prefix: string): string | undefined {
    return this.declared.get(prefix) ?? this.outer?.namespace(prefix);
  }

  elementName(name: string): string {
    let known = this.elements.get(name);
    if (known === undefined) {
      known = this.resolve(name);
      this.elements.set(name, known);
    }
    return known;
  }

  /** An attribute without a prefix is in no namespace. */
  attributeName(name: string): string {
    let known = this.attributes.get(name);
    if (known === undefined) {
      known = name.includes(':') ? this.resolve(name) : name;
      this.attributes.set(name, known);
    }
    return known;
  }

  private declaresUsual(outer: Scope): boolean {
    for (const [prefix, uri] of this.declared) {
      if (prefix === '') continue;
      const known = this.namespaces.prefixes.get(uri);
      if (known === undefined ? outer.namespace(prefix) !== undefined : known !== prefix) return false;
    }
    return true;
  }

  private resolve(name: string): string {
    const colon = name.indexOf(':');
    const local = name.slice(colon + 1);
    const uri = this.namespace(colon === -1 ? '' : name.slice(0, colon)) ?? '';
    const prefix = uri === '' && colon === -1 ? '' : (this.namespaces.prefixes.get(uri) ?? '?');
    return prefix === '' ? local : `${prefix}:${local}`;
  }
}

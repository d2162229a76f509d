import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import type { ExtractLimits } from '../model/extraction.js';
import { OVER_LIMIT } from './message-details.js';
import { damaged, Rejection } from './rejection.js';

/** Prefixes by which a reader calls its namespaces, by URI: whatever a file calls them itself does not matter. */
export type Namespaces = ReadonlyMap<string, string>;

/** An element that opens. The object is used again for the next one: keep what it says, not the object. */
export interface XmlElement {
  /** With the reader's own prefix, such as `w:p`; the local name alone in any other namespace or in none. */
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
    parser.close();
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
  private readonly saxes: SaxesParser<{ xmlns: true; position: false; additionalNamespaces: Record<string, string> }>;
  private readonly element: Element;
  private readonly path: string[] = [];
  private elements = 0;

  constructor(
    encoding: string,
    namespaces: Namespaces,
    private readonly handler: XmlHandler,
    private readonly limits: ExtractLimits,
  ) {
    const usual = Object.fromEntries([...namespaces].reverse().map(([uri, prefix]) => [prefix, uri]));
    // A prefix that nothing declares is taken for what it usually means rather than losing the text in it.
    this.saxes = new SaxesParser({ xmlns: true, position: false, additionalNamespaces: usual });
    this.element = new Element(namespaces, (prefix) => this.saxes.resolve(prefix));
    this.saxes.on('xmldecl', ({ encoding: declared }) => {
      if (declared !== undefined && !encoding.startsWith(declared.toLowerCase())) throw damaged(new Error(`encoding ${declared}`));
    });
    this.saxes.on('doctype', () => {
      throw new Rejection('refused', 'doctype');
    });
    this.saxes.on('opentag', (tag) => this.open(tag));
    this.saxes.on('closetag', () => handler.close(this.path.pop() ?? ''));
    this.saxes.on('text', (text) => handler.text(text));
    this.saxes.on('cdata', (text) => handler.text(text));
  }

  write(text: string): void {
    this.saxes.write(text);
  }

  close(): void {
    this.saxes.close();
  }

  private open(tag: SaxesTagNS): void {
    const { depth, elements } = this.limits;
    this.elements++;
    if (this.path.length >= depth) throw new Rejection('refused', 'too-deep', String(depth));
    if (this.elements > elements) throw new Rejection('refused', 'too-large', OVER_LIMIT.elements(elements));
    this.element.tag = tag;
    this.path.push(this.element.name);
    this.handler.open(this.element);
  }
}

class Element implements XmlElement {
  name = '';
  private attributes: Record<string, SaxesAttributeNS> = {};
  /** Names with the reader's prefix, by URI and local name. */
  private readonly names = new Map<string, Map<string, string>>();

  constructor(
    private readonly namespaces: Namespaces,
    readonly namespace: (prefix: string) => string | undefined,
  ) {}

  set tag({ uri, local, attributes }: SaxesTagNS) {
    this.name = this.nameOf(uri, local);
    this.attributes = attributes;
    let count = 0;
    for (const _ in attributes) count++;
    if (count > MAX_ATTRIBUTES) throw damaged(new Error(`${count} attributes`));
  }

  get(wanted: string): string | undefined {
    const usual = this.attributes[wanted];
    if (usual !== undefined && this.nameOf(usual.uri, usual.local) === wanted) return usual.value;
    for (const name in this.attributes) {
      const attribute = this.attributes[name];
      if (attribute !== undefined && this.nameOf(attribute.uri, attribute.local) === wanted) return attribute.value;
    }
    return undefined;
  }

  private nameOf(uri: string, local: string): string {
    let names = this.names.get(uri);
    if (names === undefined) {
      names = new Map();
      this.names.set(uri, names);
    }
    let name = names.get(local);
    if (name === undefined) {
      const prefix = this.namespaces.get(uri);
      name = prefix === undefined ? local : `${prefix}:${local}`;
      names.set(local, name);
    }
    return name;
  }
}

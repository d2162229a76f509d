import { damaged } from './rejection.js';

/** Receives the parts of an XML text in order. Names are local: without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text?(raw: string): void;
}

/**
 * Walks an XML text once, in linear time and without building a tree, so that hostile parts are measured before a
 * real parser sees them. Lenient about what it does not need. Throws a Rejection (`damaged`) where markup does not end.
 */
export function scanXml(xml: string, handler: XmlHandler): void {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    const end = tag === -1 ? xml.length : tag;
    if (end > at) handler.text?.(xml.slice(at, end));
    if (tag === -1) return;
    at = readMarkup(xml, tag, handler);
  }
}

function readMarkup(xml: string, tag: number, handler: XmlHandler): number {
  if (xml.startsWith('<!--', tag)) return after(xml, '-->', tag + 4);
  if (xml.startsWith('<?', tag)) return after(xml, '?>', tag + 2);
  if (xml.startsWith('<![CDATA[', tag)) {
    const end = after(xml, ']]>', tag + 9);
    handler.text?.(xml.slice(tag + 9, end - 3));
    return end;
  }
  const end = tagEnd(xml, tag + 1);
  if (xml[tag + 1] === '/') {
    handler.close(localName(xml.slice(tag + 2, end)));
    return end + 1;
  }
  const isEmpty = xml[end - 1] === '/';
  const body = xml.slice(tag + 1, isEmpty ? end - 1 : end);
  const name = localName(body);
  handler.open(name, body);
  if (isEmpty) handler.close(name);
  return end + 1;
}

/** Index of the `>` that ends a tag: one inside a quoted value does not. */
function tagEnd(xml: string, from: number): number {
  let at = from;
  while (at < xml.length) {
    const character = xml[at];
    if (character === '>') return at;
    if (character === '"' || character === "'") {
      const close = xml.indexOf(character, at + 1);
      if (close === -1) break;
      at = close;
    }
    at++;
  }
  throw damaged(new Error('a tag does not end'));
}

function after(xml: string, end: string, from: number): number {
  const found = xml.indexOf(end, from);
  if (found === -1) throw damaged(new Error(`${end} is missing`));
  return found + end.length;
}

function localName(tag: string): string {
  const space = tag.search(/[\s/]/);
  const name = space === -1 ? tag : tag.slice(0, space);
  return name.slice(name.indexOf(':') + 1);
}

/** Value of an attribute by its local name, entities decoded; undefined where the tag has none. */
export function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : decodeEntities(value);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Decodes the five named entities and character references; anything else stays as it is. */
export function decodeEntities(raw: string): string {
  return raw.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (whole, decimal, hex, named) => {
    if (named !== undefined) return NAMED[named] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

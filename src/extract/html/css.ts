import { type Color, parseColor } from '../color.js';

/** Values of properties by their name in lower case. */
export type Declarations = ReadonlyMap<string, string>;

/** Longest value that is looked at; those that matter are words and lengths. */
const VALUE_LENGTH = 200;
/** Rules of one page; a word processor writes a hundred. */
const MOST_RULES = 20_000;

/** Reads what stands in a style attribute or between the braces of a rule. */
export function parseDeclarations(css: string): Map<string, string> {
  const declarations = new Map<string, string>();
  for (const declaration of css.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon === -1) continue;
    const value = declaration.slice(colon + 1, colon + 1 + VALUE_LENGTH).replace(/!\s{0,9}important/i, '');
    const name = declaration.slice(0, colon).trim().toLowerCase();
    // Only names of fonts are told by their case too.
    declarations.set(name, name === 'font-family' ? value.trim() : value.trim().toLowerCase());
  }
  return declarations;
}

/** Rules of the style elements of a page, as far as their selectors are simple: an element, a class, both, or an id. */
export class StyleSheet {
  private readonly rules = new Map<string, Map<string, string>>();

  /** Takes in the content of a style element. */
  add(css: string): void {
    const text = withoutComments(css);
    let at = 0;
    for (let open = text.indexOf('{', at); open !== -1; open = text.indexOf('{', at)) {
      // Braces that close a block of @media stand before the next selector, and rules without a block (@import).
      const before = text.slice(at, open).replaceAll('}', ' ');
      const selector = before.slice(before.lastIndexOf(';') + 1).trim();
      const isBlock = /^@media\b/i.test(selector) && !/\bprint\b/i.test(selector);
      const close = text.indexOf('}', open);
      if (!isBlock) this.addRule(selector, text.slice(open + 1, close === -1 ? text.length : close));
      if (close === -1) return;
      at = isBlock ? open + 1 : close + 1;
    }
  }

  /** What the rules say of an element, the weightiest last. */
  find(tag: string, classes: readonly string[], id: string | undefined): Declarations[] {
    const keys = ['*', tag, ...classes.flatMap((name) => [`.${name}`, `${tag}.${name}`])];
    if (id !== undefined) keys.push(`#${id}`, `${tag}#${id}`);
    return keys.flatMap((key) => this.rules.get(key) ?? []);
  }

  private addRule(selectors: string, body: string): void {
    if (selectors.startsWith('@')) return;
    const declarations = parseDeclarations(body);
    for (const selector of selectors.split(',')) {
      const key = selector.trim();
      if (!/^(?:\*|[a-z][\w-]{0,40})?(?:[.#][\w-]{1,100})?$/i.test(key) || key === '' || this.rules.size >= MOST_RULES) continue;
      const name = /^[a-z]/i.test(key) ? key.replace(/^\w+/, (tag) => tag.toLowerCase()) : key;
      const rule = this.rules.get(name) ?? new Map<string, string>();
      for (const [property, value] of declarations) rule.set(property, value);
      this.rules.set(name, rule);
    }
  }
}

function withoutComments(css: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (let open = css.indexOf('/*'); open !== -1; open = css.indexOf('/*', at)) {
    pieces.push(css.slice(at, open));
    const close = css.indexOf('*/', open + 2);
    at = close === -1 ? css.length : close + 2;
  }
  pieces.push(css.slice(at));
  return pieces.join('').replaceAll('<!--', ' ').replaceAll('-->', ' ');
}

const POINTS: Readonly<Record<string, number>> = { pt: 1, px: 0.75, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, pc: 12, rem: 12, '': 0.75 };

/** A length in points; `em` is the size of the letters around. */
export function parseLength(value: string | undefined, em: number): number | undefined {
  const match = /^(-?\d{0,9}(?:\.\d{0,9})?)(pt|px|in|cm|mm|pc|rem|em|%|)$/.exec(value ?? '');
  if (match === null || match[1] === '' || match[1] === '.') return undefined;
  const [, number, unit = ''] = match;
  const factor = unit === 'em' ? em : unit === '%' ? em / 100 : (POINTS[unit] ?? 1);
  return Number(number) * factor;
}

/** A colour; `transparent` where nothing is painted, undefined where it is not known. */
export function parseCssColor(value: string | undefined): Color | 'transparent' | undefined {
  if (value === 'transparent') return 'transparent';
  const match = /^rgba?\(\s{0,9}(\d{1,3})[\s,]{1,9}(\d{1,3})[\s,]{1,9}(\d{1,3})(?:[\s,/]{1,9}(\d?\.?\d{1,9})%?)?\s{0,9}\)/.exec(
    value ?? '',
  );
  if (match === null) return /^#?[\da-f]+$|^[a-z]+$/.test(value ?? '') ? parseColor(value) : undefined;
  if (match[4] !== undefined && Number(match[4]) === 0) return 'transparent';
  const channel = (index: number): number => Math.min(255, Number(match[index]));
  return (channel(1) << 16) | (channel(2) << 8) | channel(3);
}

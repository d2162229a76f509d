/** Behind the name of a property whose value outweighs those that are not important. */
export const IMPORTANT = '!';

/** Values of properties by their name in lower case, with IMPORTANT behind it where they are so. */
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
    const [value = '', ...marks] = declaration.slice(colon + 1, colon + 1 + VALUE_LENGTH).split(/!\s{0,9}important/i);
    const weight = marks.length > 0 ? IMPORTANT : '';
    const name = declaration.slice(0, colon).trim().toLowerCase();
    if (name === 'font') setFont(declarations, value.trim(), weight);
    // Only names of fonts are told by their case too.
    else declarations.set(name + weight, name === 'font-family' ? value.trim() : value.trim().toLowerCase());
  }
  return declarations;
}

/** The shorthand `italic 700 12px/1.5 Arial`: what is before the size does not matter here. */
function setFont(declarations: Map<string, string>, value: string, weight: string): void {
  const parts = value.split(/\s+/);
  const at = parts.findIndex((part) => /^(?:0|[\d.]{1,10}(?:[a-z]{2,3}|%))(?:\/|$)/i.test(part));
  if (at === -1) return;
  declarations.set(`font-size${weight}`, (parts[at] ?? '').replace(/\/.*$/, '').toLowerCase());
  declarations.set(`font-family${weight}`, parts.slice(at + 1).join(' '));
}

/** Blocks whose rules hold as if they stood outside; what is printed is not what is read on a screen. */
function isBlockOfRules(selector: string): boolean {
  return /^@(?:media|supports|layer|container|scope)\b/i.test(selector) && !/\bprint\b/i.test(selector);
}

/** Rules of the style elements of a page, as far as their selectors are simple: an element, a class, both, or an id. */
export class StyleSheet {
  private readonly rules = new Map<string, Map<string, string>>();
  /** Whether a rule may hide text, or add some, of which it is not understood where. */
  hasUnread = false;

  /** `hides`: whether declarations hide letters. */
  constructor(private readonly hides: (declarations: Declarations) => boolean) {}

  /** Takes in the content of a style element. */
  add(css: string): void {
    const text = withoutComments(css);
    let at = 0;
    for (let open = text.indexOf('{', at); open !== -1; open = text.indexOf('{', at)) {
      // Braces that close a block of @media stand before the next selector, and rules without a block (@import).
      const before = text.slice(at, open).replaceAll('}', ' ');
      const selector = before.slice(before.lastIndexOf(';') + 1).trim();
      const isBlock = isBlockOfRules(selector);
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
    if (/:(?:before|after)\b/i.test(selectors) && addsLetters(body)) this.hasUnread = true;
    const declarations = parseDeclarations(body);
    for (const selector of selectors.split(',')) {
      const key = selector.trim();
      if (!/^(?:\*|[a-z][\w-]{0,40})?(?:[.#][\w-]{1,100})?$/i.test(key) || this.rules.size >= MOST_RULES) {
        // Of what stands before or after an element nothing is read.
        if (!/:(?:before|after)$/i.test(key)) this.hasUnread ||= this.hides(declarations);
        continue;
      }
      if (key === '') continue;
      const name = /^[a-z]/i.test(key) ? key.replace(/^\w+/, (tag) => tag.toLowerCase()) : key;
      const rule = this.rules.get(name) ?? new Map<string, string>();
      for (const [property, value] of declarations) rule.set(property, value);
      this.rules.set(name, rule);
    }
  }
}

/** Whether a rule puts words into the page; bullets, quotes and numbers are none. */
function addsLetters(body: string): boolean {
  const at = body.search(/\bcontent\s{0,9}:/i);
  if (at === -1) return false;
  for (const [part, double, single] of body.slice(at).matchAll(/"([^"]*)"|'([^']*)'|;|\battr\(/g)) {
    if (part === ';') return false;
    const text = (double ?? single ?? '').replace(/\\([\da-f]{1,6})\s?/gi, (_, code: string) => characterOf(Number.parseInt(code, 16)));
    if (part === 'attr(' || /\p{L}/u.test(text)) return true;
  }
  return false;
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
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

import { type Color, parseColor } from '../color.js';
import type { XmlElement } from '../xml-stream.js';

/** A colour behind text; `none`: what is behind it shows through; `unknown`: a picture or a gradient. */
export type Ground = Color | 'none' | 'unknown';

/** What a style says of letters; undefined where it says nothing. */
export interface TextProperties {
  readonly color?: Color | 'auto' | undefined;
  readonly ground?: Ground | undefined;
  /** Points. */
  readonly size?: number | undefined;
  /** Of the size of what it stands in, where that is not known yet. */
  readonly share?: number | undefined;
  readonly font?: string | undefined;
  readonly isVanished?: boolean | undefined;
  readonly isTransparent?: boolean | undefined;
}

interface Style {
  readonly parent: string;
  text: TextProperties;
  /** What is painted behind the paragraph, cell, table, section or shape. */
  ground: Ground | undefined;
}

/** A style with all that it is based on. */
export interface ResolvedStyle {
  readonly text: TextProperties;
  readonly ground: Ground | undefined;
}

const NOTHING: ResolvedStyle = { text: {}, ground: undefined };
/** More styles than this are not based on each other in a row; a circle ends here too. */
const LONGEST_CHAIN = 100;
/** As many editing sessions as are kept. */
const MOST_REVISIONS = 1000;

/** Styles of a document, by family and name. Each part has automatic styles of its own, which hide others of the same name. */
export class Styles {
  private readonly common = new Map<string, Style>();
  private automatic = new Map<string, Style>();
  private readonly resolved = new Map<string, ResolvedStyle>();
  private readonly fonts = new Map<string, string>();
  private current: Style | null = null;
  /** Editing sessions that LibreOffice notes, eight hexadecimal digits each. */
  readonly revisions = new Set<string>();

  /** What comes next is another part. */
  beginPart(): void {
    this.automatic = new Map();
    this.resolved.clear();
  }

  /** Takes in an element of the styles; `isCommon`: of those that have a name for the user. */
  open(element: XmlElement, isCommon: boolean): void {
    const { name } = element;
    if (name === 'style:style' || name === 'style:default-style' || name === 'style:page-layout') this.define(element, isCommon);
    else if (name === 'style:font-face') {
      this.fonts.set(element.get('style:name') ?? '', unquoted(element.get('svg:font-family') ?? ''));
    } else if (this.current !== null && name.endsWith('-properties')) this.describe(this.current, element);
  }

  /** A style with what it is based on, and the default of its family. */
  resolve(family: string, name: string): ResolvedStyle {
    const key = `${family} ${name}`;
    const known = this.resolved.get(key);
    if (known !== undefined) return known;
    const chain: Style[] = [];
    for (let next = name; next !== '' && chain.length < LONGEST_CHAIN; next = chain.at(-1)?.parent ?? '') {
      const style = this.find(family, next);
      if (style === undefined) break;
      chain.push(style);
    }
    const base = this.common.get(`${family} `);
    if (base !== undefined) chain.push(base);
    let style = NOTHING;
    for (const { text, ground } of chain.reverse()) style = { text: mergeText(style.text, text), ground: ground ?? style.ground };
    this.resolved.set(key, style);
    return style;
  }

  private find(family: string, name: string): Style | undefined {
    const key = `${family} ${name}`;
    return this.automatic.get(key) ?? this.common.get(key);
  }

  private define(element: XmlElement, isCommon: boolean): void {
    const isLayout = element.name === 'style:page-layout';
    const family = isLayout ? 'page' : (element.get('style:family') ?? '');
    const name = element.name === 'style:default-style' ? '' : (element.get('style:name') ?? '');
    this.current = { parent: element.get('style:parent-style-name') ?? '', text: {}, ground: undefined };
    (isCommon ? this.common : this.automatic).set(`${family} ${name}`, this.current);
  }

  private describe(style: Style, element: XmlElement): void {
    if (element.name !== 'style:text-properties') {
      style.ground = groundOf(element) ?? style.ground;
      return;
    }
    style.text = this.readText(element);
    for (const name of ['officeooo:rsid', 'officeooo:paragraph-rsid']) {
      const revision = element.get(name);
      if (revision !== undefined && this.revisions.size < MOST_REVISIONS) this.revisions.add(revision.slice(0, 8).toUpperCase());
    }
  }

  private readText(element: XmlElement): TextProperties {
    const size = element.get('fo:font-size') ?? '';
    // "super 58%": how far up, and how large.
    const raised = /^\S{1,20}\s+(\d{1,4})%/.exec(element.get('style:text-position') ?? '')?.[1];
    const share = /^(\d{1,4}(?:\.\d{1,9})?)%$/.exec(size)?.[1];
    const isAutomatic = element.get('style:use-window-font-color') === 'true';
    // LibreOffice notes the colour of the window as wholly transparent.
    const opacity = isAutomatic ? '100%' : element.get('loext:opacity');
    const named = element.get('style:font-name');
    const display = element.get('text:display');
    return {
      color: isAutomatic ? 'auto' : parseColor(element.get('fo:color')),
      ground: groundOf(element),
      size: points(size),
      share: share === undefined && raised === undefined ? undefined : (Number(share ?? 100) / 100) * (Number(raised ?? 100) / 100),
      font: named === undefined ? unquoted(element.get('fo:font-family') ?? '') || undefined : (this.fonts.get(named) ?? named),
      isVanished: display === undefined ? undefined : display === 'none',
      isTransparent: opacity === undefined ? undefined : Number.parseFloat(opacity) < 5,
    };
  }
}

/** Properties of a style, or of letters, over those of what it stands in. */
export function mergeText(base: TextProperties, own: TextProperties): TextProperties {
  const size = own.size ?? base.size;
  const share = (own.size === undefined ? (base.share ?? 1) : 1) * (own.share ?? 1);
  return {
    color: own.color ?? base.color,
    ground: own.ground ?? base.ground,
    size: size === undefined ? undefined : size * share,
    share: size === undefined ? share : undefined,
    font: own.font ?? base.font,
    isVanished: own.isVanished ?? base.isVanished,
    isTransparent: own.isTransparent ?? base.isTransparent,
  };
}

function groundOf(element: XmlElement): Ground | undefined {
  const fill = element.get('draw:fill');
  if (fill === 'solid') return parseColor(element.get('draw:fill-color')) ?? 'unknown';
  if (fill !== undefined && fill !== 'none') return 'unknown';
  const color = element.get('fo:background-color');
  if (color === undefined) return fill === 'none' ? 'none' : undefined;
  return color === 'transparent' ? 'none' : parseColor(color);
}

const UNITS: Readonly<Record<string, number>> = { pt: 1, px: 0.75, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, pc: 12 };

function points(length: string): number | undefined {
  const match = /^(\d{1,6}(?:\.\d{1,9})?)(pt|px|in|cm|mm|pc)$/.exec(length);
  return match === null ? undefined : Number(match[1]) * (UNITS[match[2] ?? ''] ?? 1);
}

function unquoted(family: string): string {
  return family.slice(0, 64).replaceAll("'", '').replaceAll('"', '').trim();
}

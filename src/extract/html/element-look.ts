import type { HiddenKind } from '../../model/extraction.js';
import { BLACK, type Color, isSameColor, WHITE } from '../color.js';
import { TINY_SIZE } from '../visibility.js';
import { type Declarations, IMPORTANT, parseLength } from './css.js';
import { parseCssColor } from './css-color.js';

/** Opacity up to this leaves nothing to be seen. */
const CLEAR = 0.05;
/** As far left or above the window nothing is seen, points; nobody scrolls as far right or down as the second. */
const OFF_BEFORE = -500;
const OFF_BEHIND = 5000;
const PLACES = ['left', 'right', 'top', 'bottom', 'text-indent', 'margin-left', 'margin-top'];

/** How letters in an element look; what is not inherited holds for all that stands in it as well. */
export interface ElementLook {
  readonly color: Color | 'transparent';
  /** What is painted behind; `unknown`: a picture or a gradient. */
  readonly ground: Color | 'unknown';
  /** Points. */
  readonly size: number;
  readonly font: string;
  readonly isInvisible: boolean;
  readonly hidden: HiddenKind | null;
  readonly keepsSpaces: boolean;
}

/** The look of a page that says nothing. */
export const PAGE: ElementLook = { color: BLACK, ground: WHITE, size: 12, font: '', isInvisible: false, hidden: null, keepsSpaces: false };

/** The look of an element in another one, by declarations of which later ones weigh more. */
export function styleElement(around: ElementLook, layers: readonly Declarations[]): ElementLook {
  if (layers.length === 0) return around;
  const get = (name: string): string | undefined => lastValue(layers, name + IMPORTANT) ?? lastValue(layers, name);
  const visibility = get('visibility');
  const space = get('white-space');
  return {
    color: parseCssColor(get('color')) ?? around.color,
    ground: groundOf(layers, IMPORTANT) ?? groundOf(layers, '') ?? around.ground,
    size: sizeOf(get('font-size'), around.size),
    font: fontName(get('font-family')) ?? around.font,
    isInvisible: visibility === undefined ? around.isInvisible : visibility === 'hidden' || visibility === 'collapse',
    hidden: around.hidden ?? hiddenBy(get, around.size),
    keepsSpaces: space === undefined ? around.keepsSpaces : space.startsWith('pre'),
  };
}

/** How letters are hidden; null where they are seen. */
export function hiddenKind({ hidden, isInvisible, color, ground, size }: ElementLook): HiddenKind | null {
  if (hidden !== null) return hidden;
  if (isInvisible) return 'vanish';
  if (color === 'transparent') return 'invisible';
  if (size <= TINY_SIZE) return 'tiny';
  return ground !== 'unknown' && isSameColor(color, ground) ? 'white' : null;
}

/** First of the fonts that are named. */
export function fontName(family: string | undefined): string | undefined {
  const name = family?.split(',')[0]?.replace(/["']/g, '').trim().slice(0, 64);
  return name === '' || name === 'inherit' ? undefined : name;
}

/** What hides an element with all that stands in it, whatever that says of itself. */
function hiddenBy(get: (name: string) => string | undefined, em: number): HiddenKind | null {
  if (get('display') === 'none' || get('mso-hide') === 'all') return 'vanish';
  const opacity = get('opacity');
  if (opacity !== undefined && Number.parseFloat(opacity) <= CLEAR) return 'invisible';
  const isOff = (points: number | undefined): boolean => points !== undefined && (points <= OFF_BEFORE || points >= OFF_BEHIND);
  if (PLACES.some((name) => isOff(parseLength(get(name), em)))) return 'offpage';
  return isClipped(get, em) ? 'clipped' : null;
}

function isClipped(get: (name: string) => string | undefined, em: number): boolean {
  if (/^rect\(\s{0,9}[01](?:px)?[\s,]{1,9}[01](?:px)?[\s,]{1,9}[01](?:px)?[\s,]{1,9}[01](?:px)?\s{0,9}\)/.test(get('clip') ?? ''))
    return true;
  if (/^inset\((?:[5-9]\d|100)%/.test(get('clip-path') ?? '')) return true;
  const isFlat = ['width', 'height', 'max-width', 'max-height'].some((name) => (parseLength(get(name), em) ?? em) < 1);
  return isFlat && /hidden|clip/.test(get('overflow') ?? '');
}

function lastValue(layers: readonly Declarations[], name: string): string | undefined {
  return layers.findLast((layer) => layer.has(name))?.get(name);
}

function groundOf(layers: readonly Declarations[], weight: string): Color | 'unknown' | undefined {
  for (const layer of layers.toReversed()) {
    for (const name of ['background-color', 'background', 'background-image']) {
      const value = layer.get(name + weight);
      if (value === undefined || value === 'none') continue;
      if (/url\(|gradient\(/.test(value)) return 'unknown';
      const parts = /^(?:rgb|hsl)/.test(value) ? [value] : value.split(/\s+/);
      const colors = parts.map((part) => parseCssColor(part));
      const color = colors.find((one) => one !== undefined);
      if (color !== undefined && color !== 'transparent') return color;
    }
  }
  return undefined;
}

function sizeOf(value: string | undefined, around: number): number {
  if (value === undefined) return around;
  if (value === 'smaller') return around * 0.83;
  return parseLength(value, around) ?? (value === 'inherit' ? around : Math.max(around, TINY_SIZE + 1));
}

import type { ExtractLimits } from '../../model/extraction.js';
import { type Color, parseColor, tinted } from '../color.js';
import { parseXml, type XmlElement } from '../xml-stream.js';
import { DOCX_NAMESPACES } from './namespaces.js';

/** Colours of a theme as documents call them, by the name of their place in it; `bg1` and the like are what settings map. */
const PLACES: Readonly<Record<string, string>> = {
  dark1: 'dk1',
  light1: 'lt1',
  dark2: 'dk2',
  light2: 'lt2',
  background1: 'lt1',
  text1: 'dk1',
  background2: 'lt2',
  text2: 'dk2',
  bg1: 'lt1',
  tx1: 'dk1',
  bg2: 'lt2',
  tx2: 'dk2',
  hyperlink: 'hlink',
  followedHyperlink: 'folHlink',
};
/** What a document without a theme has: the places whose colour every theme of a word processor agrees on. */
const USUAL_COLORS: readonly (readonly [string, Color])[] = [
  ['lt1', 0xffffff],
  ['dk1', 0x000000],
];

/** Colours and fonts that a document takes by a name (ECMA-376 part 1, 20.1.6). */
export class Theme {
  private readonly colors = new Map<string, Color>(USUAL_COLORS);
  /** By a name such as `minorHAnsi`. */
  private readonly fonts = new Map<string, string>();

  /** Reads the part of the theme. Throws a Rejection where it is damaged or over a limit. */
  read(part: Uint8Array, limits: ExtractLimits): void {
    let place = '';
    let font = '';
    const open = (element: XmlElement): void => {
      const { name } = element;
      if (name === 'a:majorFont' || name === 'a:minorFont') font = name.slice(2, 7);
      else if (name === 'a:latin' || name === 'a:ea' || name === 'a:cs') this.setFont(font, name, element.get('typeface') ?? '');
      else if (/^a:(?:dk[12]|lt[12]|accent[1-6]|hlink|folHlink)$/.test(name)) place = name.slice(2);
      else if (place !== '' && (name === 'a:srgbClr' || name === 'a:sysClr')) this.setColor(place, element);
    };
    const close = (name: string): void => {
      if (name === `a:${place}`) place = '';
      if (name === `a:${font}Font`) font = '';
    };
    parseXml(part, DOCX_NAMESPACES, { open, close, text: () => undefined }, limits);
  }

  /** Colour of an attribute pair such as w:themeColor with w:themeTint and w:themeShade; undefined where the theme has none of the name. */
  color(name: string | undefined, tint?: string, shade?: string): Color | undefined {
    if (name === undefined) return undefined;
    const color = this.colors.get(PLACES[name] ?? name);
    return color === undefined ? undefined : tinted(color, tint, shade);
  }

  /** Font behind a name such as `minorHAnsi`; undefined where the theme leaves it open. */
  font(name: string | undefined): string | undefined {
    return name === undefined ? undefined : this.fonts.get(name);
  }

  private setColor(place: string, element: XmlElement): void {
    const color = parseColor(element.name === 'a:sysClr' ? element.get('lastClr') : element.get('val'));
    if (color !== undefined) this.colors.set(place, color);
  }

  private setFont(kind: string, script: string, typeface: string): void {
    if (kind === '' || typeface === '') return;
    const names = { 'a:latin': ['Ascii', 'HAnsi'], 'a:ea': ['EastAsia'], 'a:cs': ['Bidi'] }[script] ?? [];
    for (const name of names) this.fonts.set(kind + name, typeface);
  }
}

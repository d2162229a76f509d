import { type Color, highlightColor, mixColors, parseColor, WHITE } from '../color.js';
import type { XmlElement } from '../xml-stream.js';
import type { Theme } from './theme.js';

/** What one w:rPr says about how text looks; what it leaves open is undefined. */
export interface RunProperties {
  style?: string | undefined;
  vanish?: boolean | undefined;
  webHidden?: boolean | undefined;
  specVanish?: boolean | undefined;
  /** The mark of a paragraph that a tracked change takes away. */
  isDeleted?: boolean | undefined;
  color?: Color | 'auto' | undefined;
  /** Colour of an effect that is painted instead of `color`; `none` where nothing is painted. */
  fill?: Color | 'none' | undefined;
  shading?: Color | 'auto' | undefined;
  highlight?: Color | 'none' | undefined;
  /** Half points. */
  size?: number | undefined;
  /** Width of the letters, percent of their own. */
  scale?: number | undefined;
  ascii?: string | undefined;
  hAnsi?: string | undefined;
  eastAsia?: string | undefined;
  cs?: string | undefined;
}

/** What is in force where `upper` stands over `lower`. Spelt out, since this runs for each run of a document. */
export function overlay(lower: RunProperties, upper: RunProperties): RunProperties {
  return {
    style: upper.style ?? lower.style,
    vanish: upper.vanish ?? lower.vanish,
    webHidden: upper.webHidden ?? lower.webHidden,
    specVanish: upper.specVanish ?? lower.specVanish,
    isDeleted: upper.isDeleted ?? lower.isDeleted,
    color: upper.color ?? lower.color,
    fill: upper.fill ?? lower.fill,
    shading: upper.shading ?? lower.shading,
    highlight: upper.highlight ?? lower.highlight,
    size: upper.size ?? lower.size,
    scale: upper.scale ?? lower.scale,
    ascii: upper.ascii ?? lower.ascii,
    hAnsi: upper.hAnsi ?? lower.hAnsi,
    eastAsia: upper.eastAsia ?? lower.eastAsia,
    cs: upper.cs ?? lower.cs,
  };
}

/** Properties that are on or off, by element. */
const SWITCHES: Readonly<Record<string, 'vanish' | 'webHidden' | 'specVanish' | 'isDeleted'>> = {
  'w:vanish': 'vanish',
  'w:webHidden': 'webHidden',
  'w:specVanish': 'specVanish',
  'w:del': 'isDeleted',
  'w:moveFrom': 'isDeleted',
};
/** Transparency, in thousandths of a percent, from which nothing is left to see. */
const TRANSPARENT = 95_000;

/** Notes what a child of w:rPr says. */
export function collectRunProperty(properties: RunProperties, element: XmlElement, theme: Theme): void {
  const { name } = element;
  const property = SWITCHES[name];
  if (property !== undefined) properties[property] = isOn(element);
  else if (name === 'w:rFonts') collectFonts(properties, element, theme);
  else if (name === 'w:rStyle') properties.style = element.get('w:val') ?? '';
  else if (name === 'w:color') properties.color = colorOf(element, theme) ?? 'auto';
  else if (name === 'w:sz') setSize(properties, element.get('w:val'));
  else if (name === 'w:w') properties.scale = Number.parseInt(element.get('w:val') ?? '', 10) || 100;
  else if (name === 'w:shd') properties.shading = shadingOf(element, theme);
  else if (name === 'w:highlight') properties.highlight = highlightColor(element.get('w:val')) ?? 'none';
}

/** Notes what an element within w14:textFill of w:rPr says: Word paints the letters with it. */
export function collectTextFill(properties: RunProperties, element: XmlElement, theme: Theme): void {
  const { name } = element;
  if (name === 'w14:noFill') properties.fill = 'none';
  const color = name === 'w14:srgbClr' ? parseColor(element.get('w14:val')) : undefined;
  const themed = name === 'w14:schemeClr' ? theme.color(element.get('w14:val')) : undefined;
  if (color !== undefined || themed !== undefined) properties.fill ??= color ?? themed ?? 0;
  if (name === 'w14:alpha' && Number(element.get('w14:val')) >= TRANSPARENT) properties.fill = 'none';
}

/** Whether a switch such as w:vanish is on: that is what its bare presence means. */
export function isOn(element: XmlElement): boolean {
  const value = element.get('w:val');
  return value === undefined || !['false', '0', 'off'].includes(value);
}

/** Colour that w:shd paints; `auto` where it paints nothing. */
export function shadingOf(element: XmlElement, theme: Theme): Color | 'auto' {
  const pattern = element.get('w:val') ?? 'clear';
  const fill =
    theme.color(element.get('w:themeFill'), element.get('w:themeFillTint'), element.get('w:themeFillShade')) ??
    parseColor(element.get('w:fill'));
  if (pattern === 'clear' || pattern === 'nil') return fill ?? 'auto';
  const ink =
    theme.color(element.get('w:themeColor'), element.get('w:themeTint'), element.get('w:themeShade')) ?? parseColor(element.get('w:color'));
  const percent = /^pct(\d{1,2})$/.exec(pattern)?.[1];
  // Stripes and the like: half of each.
  const share = pattern === 'solid' ? 1 : percent === undefined ? 0.5 : Number(percent) / 100;
  return mixColors(ink ?? 0, fill ?? WHITE, share);
}

function colorOf(element: XmlElement, theme: Theme): Color | undefined {
  return (
    theme.color(element.get('w:themeColor'), element.get('w:themeTint'), element.get('w:themeShade')) ?? parseColor(element.get('w:val'))
  );
}

function setSize(properties: RunProperties, value: string | undefined): void {
  // Strict files may give a length with its unit.
  const match = /^(\d{1,5}(?:\.\d{1,3})?)(pt)?$/.exec(value ?? '');
  if (match !== null) properties.size = Number(match[1]) * (match[2] === undefined ? 1 : 2);
}

function collectFonts(properties: RunProperties, element: XmlElement, theme: Theme): void {
  for (const slot of ['ascii', 'hAnsi', 'eastAsia', 'cs'] as const) {
    const themed = theme.font(element.get(slot === 'cs' ? 'w:cstheme' : `w:${slot}Theme`));
    const font = themed ?? element.get(`w:${slot}`);
    if (font !== undefined && font !== '') properties[slot] = font.slice(0, 100);
  }
}

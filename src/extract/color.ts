/** A colour as 0xRRGGBB. */
export type Color = number;

export const WHITE: Color = 0xffffff;
export const BLACK: Color = 0;
/** Channels that differ by no more than this cannot be told apart on paper. */
const SAME_WITHIN = 0x10;

/** Names in VML, DrawingML and CSS. */
const NAMED: Readonly<Record<string, Color>> = {
  black: 0x000000,
  navy: 0x000080,
  blue: 0x0000ff,
  green: 0x008000,
  teal: 0x008080,
  lime: 0x00ff00,
  cyan: 0x00ffff,
  aqua: 0x00ffff,
  maroon: 0x800000,
  purple: 0x800080,
  olive: 0x808000,
  gray: 0x808080,
  silver: 0xc0c0c0,
  azure: 0xf0ffff,
  whitesmoke: 0xf5f5f5,
  mintcream: 0xf5fffa,
  ghostwhite: 0xf8f8ff,
  red: 0xff0000,
  magenta: 0xff00ff,
  fuchsia: 0xff00ff,
  floralwhite: 0xfffaf0,
  snow: 0xfffafa,
  yellow: 0xffff00,
  ivory: 0xfffff0,
  white: 0xffffff,
};

/** Names of w:highlight, where green is another one (ECMA-376 part 1, 17.18.40). */
const HIGHLIGHTS: Readonly<Record<string, Color>> = {
  black: 0x000000,
  blue: 0x0000ff,
  cyan: 0x00ffff,
  green: 0x00ff00,
  magenta: 0xff00ff,
  red: 0xff0000,
  yellow: 0xffff00,
  white: 0xffffff,
  darkBlue: 0x000080,
  darkCyan: 0x008080,
  darkGreen: 0x008000,
  darkMagenta: 0x800080,
  darkRed: 0x800000,
  darkYellow: 0x808000,
  darkGray: 0x808080,
  lightGray: 0xc0c0c0,
};

/** Colour of a highlighter; undefined of anything else, such as `none`. */
export function highlightColor(name: string | undefined): Color | undefined {
  return name !== undefined && Object.hasOwn(HIGHLIGHTS, name) ? HIGHLIGHTS[name] : undefined;
}

/** Of FFFFFF, `#4f81bd [3204]`, `#fff` or a name; undefined of anything else, such as `auto`. */
export function parseColor(value: string | undefined): Color | undefined {
  const text = value?.slice(0, 40).trim() ?? '';
  const hex = /^#?([0-9a-f]{6})\b/i.exec(text)?.[1];
  if (hex !== undefined) return Number.parseInt(hex, 16);
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])\b/i.exec(text);
  if (short !== null)
    return Number.parseInt(
      short
        .slice(1)
        .map((digit) => digit + digit)
        .join(''),
      16,
    );
  const name = (/^[a-z]{1,20}/i.exec(text)?.[0] ?? '').toLowerCase();
  return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
}

/** Whether a text of one colour cannot be seen on a ground of the other. */
export function isSameColor(one: Color, other: Color, within = SAME_WITHIN): boolean {
  return [16, 8, 0].every((shift) => Math.abs(((one >> shift) & 0xff) - ((other >> shift) & 0xff)) <= within);
}

/** `share` of the first colour, 0..1, and the rest of the second. */
export function mixColors(first: Color, second: Color, share: number): Color {
  return byChannel(first, second, (one, other) => one * share + other * (1 - share));
}

/** Lightened towards white (`tint`) and darkened towards black (`shade`), each two hexadecimal digits, FF being the colour itself. */
export function tinted(color: Color, tint: string | undefined, shade: string | undefined): Color {
  const lighter = tint === undefined ? color : mixColors(color, WHITE, Number.parseInt(tint, 16) / 0xff);
  return shade === undefined ? lighter : mixColors(lighter, BLACK, Number.parseInt(shade, 16) / 0xff);
}

/** As a:lumMod (`share` of the light is left) and a:lumOff (`more` of the full light is added) have it, exactly so for greys. */
export function relit(color: Color, share: number, more: number): Color {
  return byChannel(color, WHITE, (one, full) => one * share + full * more);
}

function byChannel(first: Color, second: Color, mix: (one: number, other: number) => number): Color {
  const channel = (shift: number): number =>
    Math.max(0, Math.min(0xff, Math.round(mix((first >> shift) & 0xff, (second >> shift) & 0xff)))) << shift;
  return channel(16) | channel(8) | channel(0);
}

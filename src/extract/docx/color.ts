/** A colour as 0xRRGGBB. */
export type Color = number;

export const WHITE: Color = 0xffffff;
const BLACK: Color = 0;
/** Channels that differ by no more than this cannot be told apart on paper. */
const SAME_WITHIN = 0x10;

/** Names in VML and DrawingML. */
const NAMED: Readonly<Record<string, Color>> = {
  black: 0x000000,
  white: 0xffffff,
  red: 0xff0000,
  lime: 0x00ff00,
  blue: 0x0000ff,
  yellow: 0xffff00,
  aqua: 0x00ffff,
  fuchsia: 0xff00ff,
  silver: 0xc0c0c0,
  gray: 0x808080,
  maroon: 0x800000,
  green: 0x008000,
  navy: 0x000080,
  olive: 0x808000,
  teal: 0x008080,
  purple: 0x800080,
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
  const text = value?.trim() ?? '';
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
  const name = /^[a-z]{1,20}/i.exec(text)?.[0] ?? '';
  return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
}

/** Whether a text of one colour cannot be seen on a ground of the other. */
export function isSameColor(one: Color, other: Color): boolean {
  return [16, 8, 0].every((shift) => Math.abs(((one >> shift) & 0xff) - ((other >> shift) & 0xff)) <= SAME_WITHIN);
}

/** `share` of the first colour, 0..1, and the rest of the second. */
export function mixColors(first: Color, second: Color, share: number): Color {
  const channel = (shift: number): number => {
    const mixed = Math.round(((first >> shift) & 0xff) * share + ((second >> shift) & 0xff) * (1 - share));
    return Math.max(0, Math.min(0xff, mixed)) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}

/** Lightened towards white (`tint`) and darkened towards black (`shade`), each two hexadecimal digits, FF being the colour itself. */
export function tinted(color: Color, tint: string | undefined, shade: string | undefined): Color {
  const lighter = tint === undefined ? color : mixColors(color, WHITE, Number.parseInt(tint, 16) / 0xff);
  return shade === undefined ? lighter : mixColors(lighter, BLACK, Number.parseInt(shade, 16) / 0xff);
}

/** As a:lumMod (`share` of the light is left) and a:lumOff (`more` of the full light is added) have it, exactly so for greys. */
export function relit(color: Color, share: number, more: number): Color {
  const channel = (shift: number): number => {
    const light = Math.round(((color >> shift) & 0xff) * share + 0xff * more);
    return Math.max(0, Math.min(0xff, light)) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}

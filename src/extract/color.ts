/** A colour as 0xRRGGBB. */
export type Color = number;

export const WHITE: Color = 0xffffff;
export const BLACK: Color = 0;
/** Channels that differ by no more than this cannot be told apart on paper. */
const SAME_WITHIN = 0x10;

const NAMED: Readonly<Record<string, Color>> = {
  black: 0x000000,
  blue: 0x0000ff,
  cyan: 0x00ffff,
  green: 0x008000,
  magenta: 0xff00ff,
  red: 0xff0000,
  yellow: 0xffff00,
  white: 0xffffff,
  snow: 0xfffafa,
  ivory: 0xfffff0,
  azure: 0xf0ffff,
  whitesmoke: 0xf5f5f5,
  ghostwhite: 0xf8f8ff,
  floralwhite: 0xfffaf0,
  mintcream: 0xf5fffa,
  silver: 0xc0c0c0,
  gray: 0x808080,
  navy: 0x000080,
  maroon: 0x800000,
  teal: 0x008080,
  lime: 0x00ff00,
};

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
export function isSameColor(one: Color, other: Color): boolean {
  return [16, 8, 0].every((shift) => Math.abs(((one >> shift) & 0xff) - ((other >> shift) & 0xff)) <= SAME_WITHIN);
}

/** `share` of the first colour, 0..1, and the rest of the second. */
export function mixColors(first: Color, second: Color, share: number): Color {
  const channel = (shift: number): number =>
    Math.round(((first >> shift) & 0xff) * share + ((second >> shift) & 0xff) * (1 - share)) << shift;
  return channel(16) | channel(8) | channel(0);
}

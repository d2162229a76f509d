import type { Color } from '../color.js';

/** null: automatic, which contrasts with its ground. */
export type Colour = Color | null;

/** Colours by their number in older files ([MS-DOC] 2.9.119); 0 is automatic. */
const NUMBERED = [
  null,
  0x000000,
  0x0000ff,
  0x00ffff,
  0x00ff00,
  0xff00ff,
  0xff0000,
  0xffff00,
  0xffffff,
  0x000080,
  0x008080,
  0x008000,
  0x800080,
  0x800000,
  0x808000,
  0x808080,
  0xc0c0c0,
] as const;
/** Pattern that covers the ground with the colour of the pattern itself. */
const SOLID = 1;

export function numberedColour(number: number): Colour {
  return NUMBERED[number] ?? null;
}

/** From red, green, blue and a byte that is not 0 where the colour is automatic. */
export function colourOf(bytes: Buffer): Colour {
  return bytes.length < 4 || bytes[3] !== 0 ? null : bytes.readUIntBE(0, 3);
}

/** What a shading of ten bytes paints: colours of the pattern and behind it, and the pattern. */
export function shadingOf(bytes: Buffer): Colour {
  return colourOf(bytes[8] === SOLID ? bytes.subarray(0, 4) : bytes.subarray(4, 8));
}

/** What a shading of two bytes paints: five bits, five bits and the pattern. */
export function shortShadingOf(bytes: Buffer): Colour {
  const value = bytes.length < 2 ? 0 : bytes.readUInt16LE(0);
  return numberedColour(value >> 10 === SOLID ? value & 0x1f : (value >> 5) & 0x1f);
}

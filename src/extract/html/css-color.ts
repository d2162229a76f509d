import { type Color, parseColor } from '../color.js';

/** Opacity up to this leaves nothing to be seen. */
const CLEAR = 0.05;

/** A colour; `transparent` where nothing is painted, undefined where it is not known. */
export function parseCssColor(value = ''): Color | 'transparent' | undefined {
  if (value === 'transparent') return 'transparent';
  const hex = /^#([\da-f]{3}|[\da-f]{6})([\da-f]{1,2})?$/.exec(value);
  if (hex !== null && hex[2] !== undefined && (hex[1]?.length === 3) === (hex[2].length === 1)) {
    return Number.parseInt(hex[2], 16) === 0 ? 'transparent' : parseColor(`#${hex[1]}`);
  }
  const call = /^(rgb|hsl)a?\(([^()]{1,80})\)/.exec(value);
  if (call === null) return /^#?[\da-f]+$|^[a-z]+$/.test(value) ? parseColor(value) : undefined;
  const numbers = (call[2] ?? '').split(/[\s,/]+/).filter((part) => part !== '');
  const [first = Number.NaN, second = Number.NaN, third = Number.NaN] = numbers.map((number) => Number.parseFloat(number));
  if (Number.isNaN(first + second + third)) return undefined;
  if (shareOf(numbers[3] ?? '1', 1) <= CLEAR) return 'transparent';
  if (call[1] === 'hsl') return fromHsl(first, second / 100, third / 100);
  return fromChannels(numbers.slice(0, 3).map((number) => shareOf(number, 255)));
}

/** 0..1 of a percentage, or of a number out of `whole`. */
function shareOf(number: string, whole: number): number {
  return Number.parseFloat(number) / (number.endsWith('%') ? 100 : whole);
}

function fromHsl(hue: number, saturation: number, lightness: number): Color {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (from: number): number => {
    const at = (((from + hue / 30) % 12) + 12) % 12;
    return lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1));
  };
  return fromChannels([channel(0), channel(8), channel(4)]);
}

/** Channels 0..1 of red, green and blue. */
function fromChannels(channels: readonly number[]): Color {
  return channels.reduce((color, channel) => color * 256 + Math.round(Math.min(1, Math.max(0, channel)) * 255), 0);
}

import { type Area, cut, INK, type Picture } from './picture.js';

/** From this width over height on, a sheet may hold two pages side by side: A4 across has 1.41, a page by itself 0.71. */
const WIDE = 1.2;
/** The gap between two pages lies within this share of the width to either side of the middle. */
const MIDDLE_SHARE = 0.1;
/** The gap of two pages is at least this share of the width: two margins of half a centimetre on A4 across; a space between words is a third. */
const GAP_SHARE = 0.03;
/** A column of pixels with ink in no more than this share of its rows is blank but for dust. */
const DUST_SHARE = 0.002;

/** The pages on a sheet, from left to right: two where it is wide and a blank gap runs down its middle, else the sheet itself. */
export function pagesOf(sheet: Picture): readonly Picture[] {
  const { width, height } = sheet;
  if (width < height * WIDE) return [sheet];
  const ink = inkByColumn(sheet);
  const from = Math.floor(width * (0.5 - MIDDLE_SHARE));
  const to = Math.ceil(width * (0.5 + MIDDLE_SHARE));
  let [begin, end] = [from, from];
  for (let x = from, blankFrom = from; x < to; x++) {
    if (ink[x]! > height * DUST_SHARE) blankFrom = x + 1;
    else if (x + 1 - blankFrom > end - begin) [begin, end] = [blankFrom, x + 1];
  }
  if (end - begin < width * GAP_SHARE) return [sheet];
  const middle = Math.round((begin + end) / 2);
  return [cut(sheet, { left: 0, top: 0, width: middle, height }), cut(sheet, { left: middle, top: 0, width: width - middle, height })];
}

function inkByColumn({ width, height, pixels }: Picture): Uint32Array {
  const ink = new Uint32Array(width);
  for (let y = 0, at = 0; y < height; y++) for (let x = 0; x < width; x++) if (pixels[at++]! < INK) ink[x]!++;
  return ink;
}

/** Half the width and height around the middle: enough lines to tell which way up a sheet is. */
export function middleOf(picture: Picture): Picture {
  const width = Math.ceil(picture.width / 2);
  const height = Math.ceil(picture.height / 2);
  const area: Area = { left: (picture.width - width) >> 1, top: (picture.height - height) >> 1, width, height };
  return cut(picture, area);
}

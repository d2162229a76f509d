/** A picture in shades of grey, row by row from the top left; 0 is black, 255 white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A rectangle of a picture, in pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The picture turned clockwise by so many quarters of a turn. */
export function turn(picture: Picture, quarters: 1 | 2 | 3): Picture {
  const { width, height, pixels } = picture;
  if (quarters === 2) return { width, height, pixels: pixels.toReversed() };
  const turned = new Uint8Array(pixels.length);
  // Where the first pixel comes to lie, and how far apart neighbours in a row and in a column are afterwards.
  const [first, along, down] = quarters === 1 ? [height - 1, height, -1] : [(width - 1) * height, -height, 1];
  for (let y = 0, from = 0; y < height; y++) {
    for (let x = 0, to = first + y * down; x < width; x++, to += along) turned[to] = pixels[from++]!;
  }
  return { width: height, height: width, pixels: turned };
}

/** The picture at one part in `factor` of its width and height; each pixel is the mean of those that it stands for. */
export function shrink({ width, height, pixels }: Picture, factor: number): Picture {
  const [narrow, low] = [Math.floor(width / factor), Math.floor(height / factor)];
  const small = new Uint8Array(narrow * low);
  const sums = new Uint32Array(narrow);
  for (let y = 0; y < low; y++) {
    sums.fill(0);
    for (let row = y * factor; row < (y + 1) * factor; row++) {
      for (let x = 0, at = row * width; x < narrow; x++) for (let step = 0; step < factor; step++) sums[x]! += pixels[at++]!;
    }
    for (let x = 0; x < narrow; x++) small[y * narrow + x] = sums[x]! / (factor * factor);
  }
  return { width: narrow, height: low, pixels: small };
}

/** The picture at twice its width and height; between two pixels stands their mean. */
export function double({ width, height, pixels }: Picture): Picture {
  const large = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const below = Math.min(y + 1, height - 1) * width;
    for (let x = 0; x < width; x++) {
      const next = Math.min(x + 1, width - 1);
      const [a, b, c, d] = [pixels[row + x]!, pixels[row + next]!, pixels[below + x]!, pixels[below + next]!];
      const at = 4 * row + 2 * x;
      large[at] = a;
      large[at + 1] = (a + b) >> 1;
      large[at + 2 * width] = (a + c) >> 1;
      large[at + 2 * width + 1] = (a + b + c + d) >> 2;
    }
  }
  return { width: 2 * width, height: 2 * height, pixels: large };
}

/** Darker than this is ink. */
export const INK = 128;
/** From this share of single dark pixels among all dark ones on, a picture is grainy; letters have next to none. */
const SPECKLED = 0.05;
/** From this mean difference of neighbours on the paper on it is grainy too; paper photographed by day stays below 3. */
const GRAINY = 15;

/**
 * The picture without its grain, if it has any: each pixel is the middle one of itself and those around it. A recogniser that takes
 * every speck for a letter needs minutes for a page.
 */
export function withoutGrain(picture: Picture): Picture {
  if (!isGrainy(picture)) return picture;
  const { width, height, pixels } = picture;
  const smooth = Uint8Array.from(pixels);
  const nine = new Uint8Array(9);
  for (let y = 1; y < height - 1; y++) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at++) {
      for (let row = 0; row < 3; row++) for (let x = 0; x < 3; x++) nine[row * 3 + x] = pixels[at + (row - 1) * width + x - 1]!;
      smooth[at] = nine.sort()[4]!;
    }
  }
  return { width, height, pixels: smooth };
}

function isGrainy({ width, pixels }: Picture): boolean {
  let [dark, single, paper, difference] = [0, 0, 0, 0];
  for (let at = width; at < pixels.length - width; at++) {
    const [pixel, next] = [pixels[at]!, pixels[at + 1]!];
    if (pixel >= INK) {
      if (next < INK) continue;
      paper++;
      difference += Math.abs(pixel - next);
    } else {
      dark++;
      if (next >= INK && pixels[at - 1]! >= INK && pixels[at - width]! >= INK && pixels[at + width]! >= INK) single++;
    }
  }
  return single > dark * SPECKLED || difference > paper * GRAINY;
}

/** What lies within the area, which must lie within the picture. */
export function cut(picture: Picture, { left, top, width, height }: Area): Picture {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * picture.width + left;
    pixels.set(picture.pixels.subarray(from, from + width), y * width);
  }
  return { width, height, pixels };
}

/** The picture as a PGM file, which is its pixels behind a line of text. */
export function toPgm({ width, height, pixels }: Picture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels]);
}

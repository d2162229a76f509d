/** A transformation of the plane: x' = a x + c y + e, y' = b x + d y + f (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** A rectangle with sides along the axes. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix of six numbers as pdf.js gives them; what is missing is 0. */
export function asMatrix(numbers: ArrayLike<number>): Matrix {
  return Array.from({ length: 6 }, (_, i) => numbers[i] ?? 0) as unknown as Matrix;
}

/** First `inner`, then `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  return [
    inner[0] * outer[0] + inner[1] * outer[2],
    inner[0] * outer[1] + inner[1] * outer[3],
    inner[2] * outer[0] + inner[3] * outer[2],
    inner[2] * outer[1] + inner[3] * outer[3],
    inner[4] * outer[0] + inner[5] * outer[2] + outer[4],
    inner[4] * outer[1] + inner[5] * outer[3] + outer[5],
  ];
}

/** The smallest box around what a rectangle becomes. */
export function transformBox([a, b, c, d, e, f]: Matrix, { left, bottom, right, top }: Box): Box {
  const xs = [a * left + c * bottom, a * right + c * bottom, a * left + c * top, a * right + c * top];
  const ys = [b * left + d * bottom, b * right + d * bottom, b * left + d * top, b * right + d * top];
  return { left: Math.min(...xs) + e, bottom: Math.min(...ys) + f, right: Math.max(...xs) + e, top: Math.max(...ys) + f };
}

/** What two boxes share; its right lies left of its left where that is nothing. */
export function intersect(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
    top: Math.min(one.top, other.top),
  };
}

/** The box of four numbers, two opposite corners. */
export function boxOf([x0 = 0, y0 = 0, x1 = 0, y1 = 0]: ArrayLike<number> & Iterable<number>): Box {
  return { left: Math.min(x0, x1), bottom: Math.min(y0, y1), right: Math.max(x0, x1), top: Math.max(y0, y1) };
}

/** Whether a point lies within, or less than `margin` outside. */
export function contains({ left, bottom, right, top }: Box, x: number, y: number, margin = 0): boolean {
  return x >= left - margin && x <= right + margin && y >= bottom - margin && y <= top + margin;
}

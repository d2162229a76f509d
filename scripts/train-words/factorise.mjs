// @ts-check
import { createRandom } from '../random.mjs';

/** Directions more than asked for, and rounds of multiplying: with them the random start tells no more (Halko et al. 2011). */
const EXTRA = 24;
const ROUNDS = 4;
/** Exponent on the singular values: the largest ones are frequency more than meaning. */
const POWER = 0.25;
const SEED = 1;
/** A column that loses more of its length to the others was a mixture of them. */
const DEPENDENT = 1e-9;
const SWEEPS = 60;

/** @typedef {import('./co-occurrence.mjs').Matrix} Matrix */

/** Words that a matrix must have for so many dimensions. @param {number} dimensions */
export const leastRows = (dimensions) => 2 * (dimensions + EXTRA);

/**
 * Rows of `dimensions` numbers by randomised singular value decomposition, scaled by the singular values to the power 0.25.
 * @param {Matrix} matrix @param {number} dimensions @returns {Float64Array}
 */
export function factorise(matrix, dimensions) {
  const width = dimensions + EXTRA;
  let basis = orthonormal(multiply(matrix, gaussian(matrix.size * width), width), width);
  for (let round = 0; round < ROUNDS; round++) {
    basis = orthonormal(multiply(matrix, multiplyTransposed(matrix, basis, width), width), width);
  }
  const projected = multiplyTransposed(matrix, basis, width);
  const { values, vectors } = eigen(gram(projected, width), width);
  const rows = new Float64Array(matrix.size * dimensions);
  for (let row = 0; row < matrix.size; row++) {
    for (let to = 0; to < dimensions; to++) {
      let sum = 0;
      for (let k = 0; k < width; k++) sum += (basis[row * width + k] ?? 0) * (vectors[to]?.[k] ?? 0);
      rows[row * dimensions + to] = sum * Math.sqrt(Math.max(0, values[to] ?? 0)) ** POWER;
    }
  }
  return rows;
}

/** @param {number} length */
function gaussian(length) {
  const random = createRandom(SEED);
  return Float64Array.from({ length }, () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
}

/** @param {Matrix} matrix @param {Float64Array} rows of `width` numbers @param {number} width */
function multiply({ size, starts, columns, values }, rows, width) {
  const product = new Float64Array(rows.length);
  for (let row = 0; row < size; row++) {
    const into = product.subarray(row * width, (row + 1) * width);
    const end = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < end; at++) addScaled(into, rows, (columns[at] ?? 0) * width, values[at] ?? 0);
  }
  return product;
}

/** @param {Matrix} matrix @param {Float64Array} rows @param {number} width */
function multiplyTransposed({ size, starts, columns, values }, rows, width) {
  const product = new Float64Array(rows.length);
  for (let row = 0; row < size; row++) {
    const from = rows.subarray(row * width, (row + 1) * width);
    const end = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < end; at++) {
      const to = (columns[at] ?? 0) * width;
      const value = values[at] ?? 0;
      for (let k = 0; k < width; k++) product[to + k] = (product[to + k] ?? 0) + value * (from[k] ?? 0);
    }
  }
  return product;
}

/** @param {Float64Array} into @param {Float64Array} from @param {number} start @param {number} scale */
function addScaled(into, from, start, scale) {
  for (let k = 0; k < into.length; k++) into[k] = (into[k] ?? 0) + scale * (from[start + k] ?? 0);
}

/** The same space with columns of length 1 at right angles, by Gram and Schmidt, each column twice. @param {Float64Array} rows @param {number} width */
function orthonormal(rows, width) {
  const size = rows.length / width;
  /** @type {Float64Array[]} */
  const done = [];
  for (let k = 0; k < width; k++) {
    const column = new Float64Array(size);
    for (let row = 0; row < size; row++) column[row] = rows[row * width + k] ?? 0;
    const before = Math.sqrt(dot(column, column));
    for (const other of [...done, ...done]) addScaled(column, other, 0, -dot(column, other));
    const length = Math.sqrt(dot(column, column));
    const scale = length > before * DEPENDENT ? 1 / length : 0;
    done.push(column.map((value) => value * scale));
  }
  const result = new Float64Array(rows.length);
  for (const [k, column] of done.entries()) for (let row = 0; row < size; row++) result[row * width + k] = column[row] ?? 0;
  return result;
}

/** @param {Float64Array} a @param {Float64Array} b */
function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Products of all columns with each other. @param {Float64Array} rows @param {number} width @returns {Float64Array[]} */
function gram(rows, width) {
  const products = Array.from({ length: width }, () => new Float64Array(width));
  for (let start = 0; start < rows.length; start += width) {
    const row = rows.subarray(start, start + width);
    for (const [k, product] of products.entries()) addScaled(product, row, 0, row[k] ?? 0);
  }
  return products;
}

/** Eigenvalues, the largest first, and their vectors of a symmetric matrix, by Jacobi's rotations. @param {Float64Array[]} matrix @param {number} width */
function eigen(matrix, width) {
  const vectors = Array.from({ length: width }, (_, k) => Float64Array.from({ length: width }, (_unused, j) => (j === k ? 1 : 0)));
  const whole = matrix.reduce((sum, row) => sum + dot(row, row), 0);
  for (let sweep = 0; sweep < SWEEPS && outside(matrix) > 1e-22 * whole; sweep++) {
    for (let p = 0; p < width - 1; p++) for (let q = p + 1; q < width; q++) rotate(matrix, vectors, p, q);
  }
  const order = matrix.map((row, k) => ({ value: row[k] ?? 0, vector: vectors[k] ?? row }));
  order.sort((a, b) => b.value - a.value);
  return { values: order.map(({ value }) => value), vectors: order.map(({ vector }) => vector) };
}

/** Sum of squares beside the diagonal. @param {Float64Array[]} matrix */
const outside = (matrix) => matrix.reduce((sum, row, k) => sum + dot(row, row) - (row[k] ?? 0) ** 2, 0);

/** Makes the entry of p and q nothing. @param {Float64Array[]} matrix @param {Float64Array[]} vectors @param {number} p @param {number} q */
function rotate(matrix, vectors, p, q) {
  const [rowP, rowQ, vectorP, vectorQ] = [matrix[p], matrix[q], vectors[p], vectors[q]];
  if (rowP === undefined || rowQ === undefined || vectorP === undefined || vectorQ === undefined) return;
  const entry = rowP[q] ?? 0;
  if (entry === 0) return;
  const theta = ((rowQ[q] ?? 0) - (rowP[p] ?? 0)) / (2 * entry);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  turn(rowP, rowQ, cosine, sine);
  for (const row of matrix) {
    const [a, b] = [row[p] ?? 0, row[q] ?? 0];
    row[p] = cosine * a - sine * b;
    row[q] = sine * a + cosine * b;
  }
  turn(vectorP, vectorQ, cosine, sine);
}

/** @param {Float64Array} a @param {Float64Array} b @param {number} cosine @param {number} sine */
function turn(a, b, cosine, sine) {
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[k] ?? 0, b[k] ?? 0];
    a[k] = cosine * x - sine * y;
    b[k] = sine * x + cosine * y;
  }
}

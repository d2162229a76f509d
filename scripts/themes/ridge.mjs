// @ts-check
// Logistic regression with a ridge, by Newton's method.

/**
 * One observation: what was measured, whether it happened, how much it counts, and what is known already of its sum.
 * @typedef {{ values: readonly number[], target: 0 | 1, weight: number, offset: number }} Observation
 */

const ROUNDS = 80;
/** A step is cut to this, in standard deviations of a measure, so that a first guess far off does not throw it out. */
const LONGEST_STEP = 1;
const ENOUGH = 1e-7;
/** Nothing holds the bias back. */
const FREE = 1e-6;

/**
 * Weights and bias under which the observations are likeliest; `ridge` holds the weights of the standardised values back.
 * @param {readonly Observation[]} observations @param {number} ridge @returns {{ bias: number, weights: number[] }}
 */
export function fitRidge(observations, ridge) {
  const count = observations[0]?.values.length ?? 0;
  const scales = Array.from({ length: count }, (_, j) => spreadOf(observations.map(({ values }) => values[j] ?? 0)));
  const rows = observations.map(({ values }) => [...values.map((value, j) => standardise(value, scales[j])), 1]);
  const held = [...scales.map(() => ridge), FREE];
  const sums = held.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const { gradient, curvature } = slope(observations, rows, sums, held);
    const step = solve(curvature, gradient).map((one) => Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, one)));
    for (const [j, one] of step.entries()) sums[j] = (sums[j] ?? 0) - one;
    if (Math.max(...step.map(Math.abs)) < ENOUGH) break;
  }
  const weights = scales.map(({ spread }, j) => (sums[j] ?? 0) / spread);
  const bias = weights.reduce((rest, weight, j) => rest - weight * (scales[j]?.mean ?? 0), sums[count] ?? 0);
  return { bias, weights };
}

/** @param {number} value @param {{ mean: number, spread: number } | undefined} scale */
const standardise = (value, scale) => (value - (scale?.mean ?? 0)) / (scale?.spread ?? 1);

/** @param {readonly number[]} values */
function spreadOf(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, spread: Math.sqrt(variance) + 1e-6 };
}

/** @param {readonly Observation[]} observations @param {readonly number[][]} rows @param {readonly number[]} sums @param {readonly number[]} held */
function slope(observations, rows, sums, held) {
  const gradient = held.map((hold, j) => hold * (sums[j] ?? 0));
  const curvature = held.map((hold, j) => Float64Array.from(held, (_, k) => (j === k ? hold : 0)));
  for (const [i, { target, weight, offset }] of observations.entries()) {
    const row = rows[i] ?? [];
    const sum = row.reduce((total, value, j) => total + value * (sums[j] ?? 0), offset);
    const likely = 1 / (1 + Math.exp(-sum));
    const curve = weight * likely * (1 - likely);
    for (let j = 0; j < row.length; j++) {
      const value = row[j] ?? 0;
      gradient[j] = (gradient[j] ?? 0) + weight * (likely - target) * value;
      const line = curvature[j] ?? new Float64Array();
      for (let k = 0; k < row.length; k++) line[k] = (line[k] ?? 0) + curve * value * (row[k] ?? 0);
    }
  }
  return { gradient, curvature };
}

/** Solves a system of equations whose matrix is positive definite. @param {readonly Float64Array[]} matrix @param {readonly number[]} right @returns {number[]} */
function solve(matrix, right) {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  for (let i = 0; i < size; i++) {
    const pivot = rows[i] ?? [];
    for (let k = i + 1; k < size; k++) {
      const row = rows[k] ?? [];
      const factor = (row[i] ?? 0) / (pivot[i] ?? 1);
      for (let j = i; j <= size; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  }
  const solved = new Array(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    const row = rows[i] ?? [];
    let rest = row[size] ?? 0;
    for (let j = i + 1; j < size; j++) rest -= (row[j] ?? 0) * solved[j];
    solved[i] = rest / (row[i] ?? 1);
  }
  return solved;
}

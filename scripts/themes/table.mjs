// @ts-check
// Tables that read well in a terminal and as Markdown.

/** @typedef {import('./figures.mjs').Figures} Figures */

/** @param {number} value 0..1, or NaN for nothing measured */
export const short = (value) => (Number.isNaN(value) ? '–' : value === 1 ? '1' : value.toFixed(3).replace(/^0/, ''));

/** @param {readonly string[]} heads @param {readonly (readonly string[])[]} rows the first column is text, the others are figures */
export function toTable(heads, rows) {
  const widths = heads.map((head, i) => Math.max(3, ...[head, ...rows.map((row) => row[i] ?? '')].map(({ length }) => length)));
  const pad = (/** @type {string} */ cell, /** @type {number} */ i) =>
    i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0);
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.map(pad).join(' | ')} |`;
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`));
  return [line(heads), `|${rule.join('|')}|`, ...rows.map(line)].join('\n');
}

/** Heads of the figures that follow in `cellsOf`. */
export const HEADS = ['AUC', 'order', 'F1', 'evidence', 'stuffing'];

/** @param {Figures} figures */
export const cellsOf = ({ auc, order, f1, evidence, stuffing }) => [auc, order, f1, evidence, stuffing].map(short);

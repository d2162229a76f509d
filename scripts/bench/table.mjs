// @ts-check
// Results as a table: what was measured first, then what it was to be.

/** @typedef {import('./bench.mjs').Result} Result */

/** Whether a figure is as good as the limit. @param {number} value @param {number} limit @param {'more' | 'less'} better */
const reaches = (value, limit, better) => (better === 'more' ? value >= limit : value <= limit);

/** `aim`, `must` or `misses`, by the best that the figure reaches; empty where nothing is asked of it. @param {Result} result */
export function verdictOf(result) {
  if ('skipped' in result) return '';
  const { value, must, aim, better } = result;
  if (aim !== undefined && reaches(value, aim, better)) return 'aim';
  if (must === undefined) return aim === undefined ? '' : 'below aim';
  return reaches(value, must, better) ? 'must' : 'misses';
}

/** Three significant digits. @param {number} value */
const short = (value) => (value >= 1000 ? Math.round(value).toString() : Number(value.toPrecision(3)).toString());

/** @param {number | undefined} limit @param {string} unit */
const limit = (limit, unit) => (limit === undefined ? '–' : `${limit} ${unit}`.trim());

/** One line of the table, columns of fixed width. @param {readonly [string, string, string, string, string, string]} cells */
function line([value, verdict, must, aim, figure, detail]) {
  return `${value.padStart(10)}  ${verdict.padEnd(9)}  ${must.padStart(8)}  ${aim.padStart(8)}  ${figure.padEnd(66)}  ${detail}`.trimEnd();
}

export const heading = () => line(['measured', '', 'must', 'aim', 'figure', '']);

/** @param {Result} result */
export function toLine(result) {
  if ('skipped' in result) return line(['skipped', '', '', '', result.figure, `to measure it: ${result.skipped}`]);
  const { figure, value, unit, must, aim, detail } = result;
  return line([`${short(value)} ${unit}`.trim(), verdictOf(result), limit(must, unit), limit(aim, unit), figure, detail]);
}

/** Ratios before all else, then as measured. @param {readonly Result[]} results */
export const ratiosFirst = (results) => [...results].sort((a, b) => Number(isRatio(b)) - Number(isRatio(a)));

/** @param {Result} result */
const isRatio = (result) => 'unit' in result && result.unit === '×';

/** The table as Markdown. @param {readonly Result[]} results */
export function toMarkdown(results) {
  const rows = results.map((result) => {
    if ('skipped' in result) return `| skipped | – | – | | ${result.figure} | to measure it: \`${result.skipped}\` |`;
    const { figure, value, unit, must, aim, detail } = result;
    const cells = [`${short(value)} ${unit}`.trim(), limit(must, unit), limit(aim, unit), verdictOf(result), figure, detail];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| measured | must | aim | reached | figure | |', '|---|---|---|---|---|---|', ...rows].join('\n');
}

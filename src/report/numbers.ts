/** A whole number as Vietnamese writes it: 35.599. */
export function formatCount(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+(?!\d))/g, '.');
}

/** A number with a decimal comma: 0,71. */
export function formatDecimal(value: number, decimals: number): string {
  const [whole = '0', fraction] = value.toFixed(decimals).split('.');
  const grouped = formatCount(Number(whole));
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/** What stands for a figure that could not be computed; never 0. */
export const NO_FIGURE = '–';

/** A share 0..1 as a percentage, "44%"; null is "–". A share that is not quite nothing or everything says so. */
export function formatShare(share: number | null, decimals = 0): string {
  if (share === null) return NO_FIGURE;
  if (share === 0) return '0%';
  const percent = formatDecimal(share * 100, decimals);
  if (share > 0 && Number(percent.replace(',', '.')) === 0) return `<${formatDecimal(10 ** -decimals, decimals)}%`;
  if (share < 1 && percent.startsWith('100')) return `>${formatDecimal(100 - 10 ** -decimals, decimals)}%`;
  return `${percent}%`;
}

/** A count, or "–" where there is none. */
export function formatFigure(value: number | null): string {
  return value === null ? NO_FIGURE : formatCount(value);
}

/** A part of a whole with its counts: "12/19 bài (63,16%)". */
export function formatPart(part: number, whole: number, unit: string): string {
  const counts = `${formatCount(part)}/${formatCount(whole)} ${unit}`;
  return whole === 0 ? counts : `${counts} (${formatShare(part / whole, 2)})`;
}

/** Date and hour on the clock of this machine: "20/11/2026, 09:42". */
export function formatMoment(moment: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${two(moment.getDate())}/${two(moment.getMonth() + 1)}/${moment.getFullYear()}`;
  return `${day}, ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

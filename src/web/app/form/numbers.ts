/** A share 0..1 of a typed percentage ("12,5", "20%"); null when it is none. */
export function parsePercent(text: string): number | null {
  const value = parseDecimal(text.trim().replace(/\s*%$/, ''));
  return value !== null && value <= 100 ? Number((value / 100).toFixed(6)) : null;
}

/** A number from 0 on with a comma or point; null when the text is none. */
export function parseDecimal(text: string): number | null {
  return /^\d{1,6}([.,]\d{1,4})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null;
}

/** A whole number from 0 on; thousands may be set apart by points. Null when the text is none. */
export function parseCount(text: string): number | null {
  const bare = text.trim().replace(/\.(?=\d{3}(\D|$))/g, '');
  return /^\d{1,6}$/.test(bare) ? Number(bare) : null;
}

/** A share as it is typed: 0.125 is "12,5". */
export function writePercent(share: number): string {
  return writeDecimal(Number((share * 100).toFixed(4)));
}

/** A number with a decimal comma. */
export function writeDecimal(value: number): string {
  return String(value).replace('.', ',');
}

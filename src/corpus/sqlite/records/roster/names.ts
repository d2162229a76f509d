/** Vietnamese order of names. */
export const BY_NAME = new Intl.Collator('vi', { numeric: true });

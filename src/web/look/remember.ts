// A browser may be told to keep nothing: then a choice lasts as long as the page.

/** What was kept on this machine under a key; null for nothing. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps something on this machine, where it may. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}

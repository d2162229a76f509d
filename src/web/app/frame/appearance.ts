import { createSignal } from '../service/signals.js';

const SIZE = 'soatbai.size';
const THEME = 'soatbai.theme';

/** Whether the text is large. */
export const isLarge = createSignal(recall(SIZE) === 'large');

/** Whether the ground is dark: as chosen here, else as the system has it. */
export const isDark = createSignal(startsDark());

/** Puts the chosen appearance on the page, and keeps it there and on this machine when it changes. */
export function applyAppearance(): void {
  const root = document.documentElement.dataset;
  const showSize = (): void => {
    if (isLarge.get()) root.size = 'large';
    else delete root.size;
  };
  const showTheme = (): void => {
    root.theme = isDark.get() ? 'dark' : 'light';
  };
  showSize();
  showTheme();
  isLarge.subscribe(() => {
    showSize();
    remember(SIZE, isLarge.get() ? 'large' : 'usual');
  });
  isDark.subscribe(() => {
    showTheme();
    remember(THEME, isDark.get() ? 'dark' : 'light');
  });
}

function startsDark(): boolean {
  const chosen = recall(THEME);
  return chosen === null ? globalThis.matchMedia?.('(prefers-color-scheme: dark)').matches === true : chosen === 'dark';
}

// A browser may be told to keep nothing: then the choice lasts as long as the page.
function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}

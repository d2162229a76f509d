import { type ReactNode, useEffect, useState } from 'react';

const SIZE = 'soatbai.size';
const THEME = 'soatbai.theme';

/** Puts the appearance that was chosen on this machine on the page; as long as none was, the ground follows the system. */
export function applyAppearance(): void {
  const root = document.documentElement.dataset;
  if (recall(SIZE) === 'large') root.size = 'large';
  const theme = recall(THEME);
  if (theme !== null) root.theme = theme;
}

/** Buttons for large letters and for the other ground; what is chosen is kept on this machine. */
export function AppearanceButtons({ large, dark }: { large: string; dark: string }): ReactNode {
  const root = document.documentElement.dataset;
  const [isLarge, setLarge] = useState(root.size === 'large');
  const [chosen, choose] = useState(root.theme);
  const isDark = chosen === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
  useEffect(() => {
    if (isLarge) root.size = 'large';
    else delete root.size;
    if (chosen !== undefined) root.theme = chosen;
  }, [root, isLarge, chosen]);
  return (
    <>
      <button
        type="button"
        aria-pressed={isLarge}
        title={large}
        onClick={() => {
          setLarge(!isLarge);
          remember(SIZE, isLarge ? 'usual' : 'large');
        }}
      >
        A+<span className="vh"> {large}</span>
      </button>
      <button
        type="button"
        aria-pressed={isDark}
        title={dark}
        onClick={() => {
          choose(isDark ? 'light' : 'dark');
          remember(THEME, isDark ? 'light' : 'dark');
        }}
      >
        <span aria-hidden="true">◐</span>
        <span className="vh">{dark}</span>
      </button>
    </>
  );
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

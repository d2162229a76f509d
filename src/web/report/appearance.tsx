import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../viewer/words.js';

/** Buttons for large letters and for the other ground than the system's. */
export function AppearanceButtons(): ReactNode {
  const say = useWords();
  const [isLarge, setIsLarge] = useState(false);
  const [isDark, setIsDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const [isChosen, setIsChosen] = useState(false);
  useEffect(() => {
    document.documentElement.dataset.size = isLarge ? 'large' : 'normal';
  }, [isLarge]);
  useEffect(() => {
    if (isChosen) document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  }, [isChosen, isDark]);
  return (
    <>
      <button type="button" aria-pressed={isLarge} title={say('report.large')} onClick={() => setIsLarge(!isLarge)}>
        A+<span className="vh"> {say('report.large')}</span>
      </button>
      <button
        type="button"
        aria-pressed={isDark}
        title={say('report.dark')}
        onClick={() => {
          setIsChosen(true);
          setIsDark(!isDark);
        }}
      >
        <span aria-hidden="true">◐</span>
        <span className="vh">{say('report.dark')}</span>
      </button>
    </>
  );
}

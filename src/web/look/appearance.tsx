import { type ReactNode, useState } from 'react';
import { applyLanguage, chooseLanguage, useLanguage } from './language.js';
import { recall, remember } from './remember.js';

const SIZE = 'soatbai.size';
const GROUND = 'soatbai.theme';
/** On which screens the tokens of the dark ground hold; see tokens-dark.css. Paper is always light. */
const CONDITIONS = { system: 'screen and (prefers-color-scheme: dark)', dark: 'screen', light: 'not all' } as const;

/** Puts the language and appearance that were chosen on this machine on the page; as long as none was, the ground follows the system. */
export function applyAppearance(): void {
  applyLanguage();
  setSize(recall(SIZE) === 'large');
  const ground = recall(GROUND);
  if (ground === 'dark' || ground === 'light') setGround(ground);
}

/** Buttons for the other language, large letters and the other ground; what is chosen is kept on this machine. */
export function AppearanceButtons({ large, dark }: { large: string; dark: string }): ReactNode {
  const [isLarge, setLarge] = useState(document.documentElement.dataset.size === 'large');
  const [isDark, setDark] = useState(isGroundDark);
  return (
    <>
      <LanguageButton />
      <button
        type="button"
        aria-pressed={isLarge}
        title={large}
        onClick={() => {
          setLarge(!isLarge);
          setSize(!isLarge);
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
          setDark(!isDark);
          setGround(isDark ? 'light' : 'dark');
          remember(GROUND, isDark ? 'light' : 'dark');
        }}
      >
        <span aria-hidden="true">◐</span>
        <span className="vh">{dark}</span>
      </button>
    </>
  );
}

/** Leads to the other language, in that language. */
function LanguageButton(): ReactNode {
  const other = useLanguage() === 'vi' ? 'en' : 'vi';
  const name = { vi: 'Tiếng Việt', en: 'English' }[other];
  return (
    <button type="button" lang={other} title={name} onClick={() => chooseLanguage(other)}>
      <span aria-hidden="true">{other.toUpperCase()}</span>
      <span className="vh">{name}</span>
    </button>
  );
}

function setSize(isLarge: boolean): void {
  if (isLarge) document.documentElement.dataset.size = 'large';
  else delete document.documentElement.dataset.size;
}

/** The values of the dark ground stand once, in one media rule; whoever chooses a ground changes when it holds. */
function setGround(ground: 'dark' | 'light'): void {
  const rule = darkRule();
  if (rule !== undefined) rule.media.mediaText = CONDITIONS[ground];
}

function isGroundDark(): boolean {
  return matchMedia(darkRule()?.media.mediaText ?? CONDITIONS.system).matches;
}

function darkRule(): CSSMediaRule | undefined {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return rules.find((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.cssText.includes('--is-dark'));
}

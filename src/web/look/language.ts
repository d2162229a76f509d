import type { FormatterModule } from 'i18next';
import { useSyncExternalStore } from 'react';
import { formatCount, writeFiguresIn } from '../../api/format.js';
import { recall, remember } from './remember.js';

/** Languages of the page; the first is what a browser gets that chose none. */
export type Language = 'vi' | 'en';

/** The same keys as another catalogue, in another language. */
export type Catalogue<T> = { readonly [K in keyof T]: T[K] extends string ? string : Catalogue<T[K]> };

const KEY = 'soatbai.language';
let current: Language = 'vi';
const followers = new Set<(language: Language) => void>();

/** Puts the language that was chosen on this machine on the page. */
export function applyLanguage(): void {
  speak(recall(KEY) === 'en' ? 'en' : 'vi');
}

/** Switches the page over, without loading it again, and keeps the choice on this machine. */
export function chooseLanguage(language: Language): void {
  remember(KEY, language);
  speak(language);
}

function speak(language: Language): void {
  current = language;
  document.documentElement.lang = language;
  writeFiguresIn(language);
  for (const follow of followers) follow(language);
}

/** Has `follow` called with every language chosen from now on. Returns what ends that. */
export function followLanguage(follow: (language: Language) => void): () => void {
  followers.add(follow);
  return () => followers.delete(follow);
}

/** The language that the page speaks. */
export const languageNow = (): Language => current;

/** The language that the page speaks, for a component. */
export const useLanguage = (): Language => useSyncExternalStore(followLanguage, languageNow);

/**
 * Writes what stands in sentences. Figures are written as the language writes them; `{{n, essay|essays}}` is a word that follows
 * its figure: the first for one, the second for all other numbers. So one sentence may count several things.
 */
export const figuresInWords: FormatterModule = {
  type: 'formatter',
  init() {},
  add() {},
  addCached() {},
  format(value: unknown, format?: string) {
    const figure = typeof value === 'number' ? formatCount(value) : String(value);
    if (format === undefined || !format.includes('|')) return figure;
    const [one = '', other = ''] = format.split('|');
    return figure === '1' ? one : other;
  },
};

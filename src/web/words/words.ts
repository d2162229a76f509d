import i18next, { type FormatterModule } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../api/format.js';
import { showPlainly } from '../../api/odd-characters.js';
import { en } from './en.js';
import { vi } from './vi.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof vi };
  }
}

/** Figures are written as Vietnamese writes them: 35.599. */
const figures: FormatterModule = {
  type: 'formatter',
  init() {},
  add() {},
  addCached() {},
  format: (value: unknown) => (typeof value === 'number' ? formatCount(value) : String(value)),
};

/** All that the page says; Vietnamese is the first language and the one that is fallen back on. */
export const words = i18next.createInstance();
void words.use(figures).init({
  lng: 'vi',
  fallbackLng: 'vi',
  resources: { vi: { translation: vi }, en: { translation: en } },
  initAsync: false,
  // React escapes whatever it shows; what it cannot know is which characters must not be shown raw.
  interpolation: { escape: showPlainly, alwaysFormat: true },
});

/** Gives the words behind a key of the catalogue. */
export type Say = typeof words.t;

/** Words for a component. */
export function useWords(): Say {
  return useTranslation(undefined, { i18n: words }).t;
}

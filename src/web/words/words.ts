import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { showPlainly } from '../../api/odd-characters.js';
import { chooseLanguage, figuresInWords, followLanguage, languageNow } from '../look/language.js';
import { vi } from './vi.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof vi };
  }
}

/** All that the page says; Vietnamese is the first language and the one that is fallen back on. */
export const words = i18next.createInstance();
void words.use(figuresInWords).init({
  lng: 'vi',
  fallbackLng: 'vi',
  resources: { vi: { translation: vi } },
  initAsync: false,
  // React escapes whatever it shows; what it cannot know is which characters must not be shown raw.
  interpolation: { escape: showPlainly, alwaysFormat: true },
});

followLanguage(() => void speak());

/** Has the words follow the language of the page. English is loaded when it is first asked for; where it cannot be had, Vietnamese stays. */
export async function speak(): Promise<void> {
  const language = languageNow();
  if (language === 'en' && !words.hasResourceBundle('en', 'translation')) {
    const catalogue = await import('./en.js').catch(() => null);
    if (catalogue === null) return chooseLanguage('vi');
    words.addResourceBundle('en', 'translation', catalogue.en);
  }
  // Another language may have been chosen meanwhile.
  if (language === languageNow()) await words.changeLanguage(language);
}

/** Gives the words behind a key of the catalogue. */
export type Say = typeof words.t;

/** Words for a component. */
export function useWords(): Say {
  return useTranslation(undefined, { i18n: words }).t;
}

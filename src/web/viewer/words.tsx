import i18next from 'i18next';
import { createContext, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { showPlainly } from '../../api/odd-characters.js';
import { figuresInWords, followLanguage, languageNow } from '../look/language.js';
import { VIEWER_WORDS_EN } from './words/en.js';
import { ESSAY_WORDS } from './words/essay.js';
import { KEY_WORDS } from './words/keys.js';
import { PAIR_WORDS } from './words/pair.js';
import { RESULT_WORDS } from './words/results.js';
import { SHARED_WORDS } from './words/shared.js';

/** All that the viewer says, in Vietnamese; the same in English has every key of it. */
const VIEWER_WORDS = { ...SHARED_WORDS, ...RESULT_WORDS, ...ESSAY_WORDS, ...PAIR_WORDS, ...KEY_WORDS } as const;

/** Name of a sentence of the viewer. */
export type WordKey = keyof typeof VIEWER_WORDS;

/** Gives the sentence of that name, `{{…}}` filled in. */
export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

const words = i18next.createInstance();
void words.use(figuresInWords).init({
  lng: languageNow(),
  fallbackLng: 'vi',
  ns: ['viewer'],
  defaultNS: 'viewer',
  resources: { vi: { viewer: VIEWER_WORDS }, en: { viewer: VIEWER_WORDS_EN } },
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  // React escapes whatever it shows; what it cannot know is which characters must not be shown raw.
  interpolation: { escape: showPlainly, alwaysFormat: true },
});
followLanguage((language) => void words.changeLanguage(language));

/** Gives the sentence in the language of the moment, to whoever draws nothing. */
export const sayNow: Say = (key, values) => (words.t as unknown as Say)(key, values);

const WordsContext = createContext<Say>(sayNow);

/** Words for a component of the viewer, which brings its own catalogue wherever it stands. */
export const useWords = (): Say => useContext(WordsContext);

/** Gives the words to all that stands in it. Asked for once: a hook of its own in each of ten thousand cells would be felt. */
export function WordsProvider({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation('viewer' as never, { i18n: words });
  return <WordsContext value={t as unknown as Say}>{children}</WordsContext>;
}

import i18next from 'i18next';
import { createContext, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { showPlainly } from '../../api/odd-characters.js';
import { ESSAY_WORDS } from './words/essay.js';
import { PAIR_WORDS } from './words/pair.js';
import { RESULT_WORDS } from './words/results.js';
import { SHARED_WORDS } from './words/shared.js';

/** All that the viewer says, in Vietnamese. */
export const VIEWER_WORDS = { ...SHARED_WORDS, ...RESULT_WORDS, ...ESSAY_WORDS, ...PAIR_WORDS } as const;

/** Name of a sentence of the viewer. */
export type WordKey = keyof typeof VIEWER_WORDS;

/** Gives the sentence of that name, `{{…}}` filled in. */
export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

const words = i18next.createInstance();
void words.init({
  lng: 'vi',
  fallbackLng: 'vi',
  ns: ['viewer'],
  defaultNS: 'viewer',
  resources: { vi: { viewer: VIEWER_WORDS } },
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  // React escapes whatever it shows; what it cannot know is which characters must not be shown raw.
  interpolation: { escape: showPlainly },
});

const WordsContext = createContext<Say>(words.t as unknown as Say);

/** Words for a component of the viewer, which brings its own catalogue wherever it stands. */
export const useWords = (): Say => useContext(WordsContext);

/** Gives the words to all that stands in it. Asked for once: a hook of its own in each of ten thousand cells would be felt. */
export function WordsProvider({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation('viewer' as never, { i18n: words });
  return <WordsContext value={t as unknown as Say}>{children}</WordsContext>;
}

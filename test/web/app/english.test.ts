import { expect, it } from 'vitest';
import type { RequestErrorCode } from '../../../src/http/errors.js';
import type { AppErrorCode } from '../../../src/model/errors.js';
import { VIEWER_WORDS_EN } from '../../../src/web/viewer/words/en.js';
import { ESSAY_WORDS } from '../../../src/web/viewer/words/essay.js';
import { KEY_WORDS } from '../../../src/web/viewer/words/keys.js';
import { PAIR_WORDS } from '../../../src/web/viewer/words/pair.js';
import { RESULT_WORDS } from '../../../src/web/viewer/words/results.js';
import { SHARED_WORDS } from '../../../src/web/viewer/words/shared.js';
import { ERRORS } from '../../../src/web/words/en/errors.js';
import { en } from '../../../src/web/words/en.js';
import { vi } from '../../../src/web/words/vi.js';

/** A code that nobody wrote English words for does not compile. */
const ALL_CODES: Readonly<Record<AppErrorCode | RequestErrorCode, string>> = ERRORS;
const VIETNAMESE = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/iu;

/** Reports are Vietnamese documents, whatever language the page has. */
const DOCUMENT_TITLE = 'reports.usualTitle';

type Words = { readonly [key: string]: string | Words };
function* sentencesOf(words: Words, above = ''): Generator<readonly [string, string]> {
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') yield [`${above}${key}`, value];
    else yield* sentencesOf(value, `${above}${key}.`);
  }
}
/** Names of what is filled in, whatever is done with it. */
const valuesOf = (sentence: string): string[] => [...new Set([...sentence.matchAll(/\{\{(\w+)/g)].map(([, name = '']) => name))].sort();

it('English sentences have no Vietnamese letter outside of quotation marks, and fill in what the Vietnamese ones do', () => {
  const pairs = [
    [vi, en],
    [{ ...SHARED_WORDS, ...KEY_WORDS, ...RESULT_WORDS, ...ESSAY_WORDS, ...PAIR_WORDS }, VIEWER_WORDS_EN],
  ] as const;
  for (const [vietnamese, english] of pairs) {
    const known = new Map(sentencesOf(vietnamese));
    for (const [key, sentence] of sentencesOf(english)) {
      if (key !== DOCUMENT_TITLE) expect(VIETNAMESE.test(sentence.replace(/Soát Bài|“[^”]*”/g, '')), key).toBe(false);
      expect(
        valuesOf(sentence).filter((name) => !valuesOf(known.get(key) ?? '').includes(name)),
        key,
      ).toEqual([]);
    }
  }
  expect(Object.values(ALL_CODES).filter((sentence) => VIETNAMESE.test(sentence))).toEqual([]);
});

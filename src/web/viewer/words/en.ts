import type { Catalogue } from '../../look/language.js';
import { ESSAY_WORDS_EN } from './en/essay.js';
import { KEY_WORDS_EN } from './en/keys.js';
import { PAIR_WORDS_EN } from './en/pair.js';
import { RESULT_WORDS_EN } from './en/results.js';
import { SHARED_WORDS_EN } from './en/shared.js';
import type { ESSAY_WORDS } from './essay.js';
import type { KEY_WORDS } from './keys.js';
import type { PAIR_WORDS } from './pair.js';
import type { RESULT_WORDS } from './results.js';
import type { SHARED_WORDS } from './shared.js';

type Words = typeof SHARED_WORDS & typeof RESULT_WORDS & typeof ESSAY_WORDS & typeof PAIR_WORDS & typeof KEY_WORDS;

/** All that the viewer says, in English. */
export const VIEWER_WORDS_EN: Catalogue<Words> = {
  ...SHARED_WORDS_EN,
  ...RESULT_WORDS_EN,
  ...ESSAY_WORDS_EN,
  ...PAIR_WORDS_EN,
  ...KEY_WORDS_EN,
};

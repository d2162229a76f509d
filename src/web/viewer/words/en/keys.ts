import type { Catalogue } from '../../../look/language.js';
import type { KEY_WORDS } from '../keys.js';

export const KEY_WORDS_EN: Catalogue<typeof KEY_WORDS> = {
  'keys.title': 'Keys of this page',
  'keys.line': 'Keys: {{keys}}.',
  'keys.all': 'All keys (?)',
  'keys.off': 'Switch keys off',
  'keys.on': 'Switch keys on',
  'keys.where': 'Single keys do something only outside of fields.',
  'keys.areOff': 'Single keys are switched off on this machine.',
  'keys.nextPassage': 'next passage',
  'keys.previousPassage': 'previous passage',
  'keys.exclude': 'exclude the passage',
  'keys.include': 'count the passage again',
  'keys.nextEssay': 'next essay',
  'keys.previousEssay': 'previous essay',
  'keys.accept': 'choose “accepted”',
  'keys.rewrite': 'choose “to be rewritten”',
  'keys.save': 'record the conclusion',
  'keys.firstWriter': 'take the first person',
  'keys.writer': 'choose by number',
  'keys.nobody': 'nobody on the roster',
  'keys.otherFile': 'go to another file',
  'keys.search': 'go to the search field',
  'keys.help': 'open this list of keys',
};

import type { Catalogue } from '../catalogue.js';
import type { sheet as vi } from '../vi/sheet.js';

export const sheet: Catalogue<typeof vi> = {
  dropNow: 'Let go to check the file',
  chooseAgain: 'Choose another file',
  checking: 'Checking “{{file}}”…',
  wrongFile: 'This file could not be read',
  problemsMore: '{{n}} more places; correct the ones above first.',
  problemsCaption: 'Places to correct, by row of the file',
  row: 'Row',
  column: 'Column',
  problem: 'To correct',
  ignored: 'Columns that are not used: {{columns}}.',
  acting: 'Importing…',
};

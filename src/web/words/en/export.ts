import type { Catalogue } from '../catalogue.js';
import type { exports as vi } from '../vi/export.js';

export const exports: Catalogue<typeof vi> = {
  menu: '{{word}}',
  busy: 'Making the file…',
  saved: 'Made the file “{{name}}”. The log says that it was exported.',
  results: 'Export',
  xlsx: 'Excel table (XLSX)',
  csv: 'CSV table',
  rows: '{{n}} rows as shown, in the order of the table',
  report: 'HTML report',
  reportHint: 'The whole campaign, every essay and pair; opens without a network',
  lettersDocx: 'Letters in Word (ZIP)',
  lettersHtml: 'Letters for printing (HTML)',
  letters: '{{n}} letters to writers whose essays are concluded on',
  word: 'Save as Word',
  case: {
    title: 'Export the case',
    pdf: 'PDF to print and sign',
    pdfHint: 'Each shared passage, the proposal and the conclusion, numbered pages',
    html: 'HTML to read on screen',
    htmlHint: 'Full texts side by side; opens without a network',
  },
};

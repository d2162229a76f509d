import { stringify } from 'csv-stringify/sync';
import type { QuestionContent } from '../model/question.js';
import { feedbackColumn, KIND_WORDS, LETTERS, QUESTION_COLUMNS } from '../pipeline/questions/read-question-table.js';

/** Marks that the text is UTF-8. */
const MARK = '\uFEFF';
/** Begins what a spreadsheet would work out, or what was guarded against that: the reader takes one mark off again. */
const FORMULA = /^'*(?:[\t\r\n]|[\s\u200B]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u;

/** Questions as CSV, which can be imported again; no cell is a formula to a spreadsheet program. */
export function questionCsv(questions: readonly QuestionContent[]): string {
  const hasFeedback = questions.some(({ options }) => options.some(({ feedback }) => feedback !== ''));
  const most = Math.max(4, ...questions.map(({ options }) => options.length));
  const letters = LETTERS.slice(0, most);
  const { topic, kind, words, right, explanation } = QUESTION_COLUMNS;
  const head = [topic, kind, words, right, explanation, ...letters, ...(hasFeedback ? letters.map(feedbackColumn) : [])];
  return (
    MARK +
    stringify(
      [head, ...questions.map((question) => rowOf(question, letters, hasFeedback))].map((row) => row.map(harmless)),
      { record_delimiter: 'windows' },
    )
  );
}

function rowOf({ topic, kind, words, options, explanation }: QuestionContent, letters: readonly string[], hasFeedback: boolean): string[] {
  const isTrueFalse = kind === 'true-false';
  const right = isTrueFalse
    ? options[0]?.isRight
      ? 'Đúng'
      : 'Sai'
    : letters.filter((_letter, place) => options[place]?.isRight).join(', ');
  const shown = letters.map((_letter, place) => (isTrueFalse ? '' : (options[place]?.words ?? '')));
  const feedback = hasFeedback ? letters.map((_letter, place) => options[place]?.feedback ?? '') : [];
  return [topic, KIND_WORDS[kind], words, right, explanation, ...shown, ...feedback];
}

const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** A form for questions with one example of each kind. */
export function questionTemplateCsv(): string {
  const option = (words: string, isRight = false) => ({ words, isRight, feedback: '' });
  return questionCsv([
    {
      topic: 'Chủ đề mẫu',
      kind: 'one',
      words: 'Câu hỏi mẫu có một đáp án đúng (xóa dòng này)',
      explanation: 'Giải thích hiện sau khi nộp',
      options: [option('Phương án thứ nhất'), option('Phương án đúng', true), option('Phương án thứ ba')],
    },
    {
      topic: 'Chủ đề mẫu',
      kind: 'many',
      words: 'Câu hỏi mẫu có nhiều đáp án đúng (xóa dòng này)',
      explanation: '',
      options: [option('Phương án đúng', true), option('Phương án cũng đúng', true), option('Phương án sai')],
    },
    {
      topic: 'Chủ đề mẫu',
      kind: 'true-false',
      words: 'Nhận định mẫu (xóa dòng này)',
      explanation: '',
      options: [option('Đúng', true), option('Sai')],
    },
  ]);
}

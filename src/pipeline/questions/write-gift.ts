import type { Option, QuestionContent } from '../../model/question.js';
import { escapeSigns } from './gift-marks.js';

/** Questions as GIFT, sorted by topic, so that Moodle and Soát Bài read the same again. */
export function writeGift(questions: readonly QuestionContent[]): string {
  let topic = '';
  const blocks = [...questions]
    .sort((a, b) => (a.topic < b.topic ? -1 : a.topic > b.topic ? 1 : 0))
    .map((question, place) => {
      const head = question.topic === topic ? '' : `$CATEGORY: $course$/top/${escapeSigns(question.topic)}\n\n`;
      topic = question.topic;
      return `${head}${blockOf(question, place + 1)}`;
    });
  return `// Ngân hàng câu hỏi của Soát Bài, dạng GIFT (Moodle)\n\n${blocks.join('\n\n')}\n`;
}

/** The title keeps words that begin with a sign from being taken for a comment or a topic. */
function blockOf({ kind, words, options, explanation }: QuestionContent, number: number): string {
  const general = explanation === '' ? '' : `\n####${textOf(explanation)}`;
  const answers = kind === 'true-false' ? trueFalse(options) : `\n${choices(kind, options).join('\n')}`;
  return `::Câu ${number}::${textOf(words)} {${answers}${general}\n}`;
}

function trueFalse(options: readonly Option[]): string {
  const [first] = options;
  const feedback = (isRight: boolean): string => textOf(options.find((option) => option.isRight === isRight)?.feedback ?? '');
  const [wrong, right] = [feedback(false), feedback(true)];
  const told = right === '' && wrong === '' ? '' : right === '' ? `#${wrong}` : `#${wrong}#${right}`;
  return `${first?.isRight ? 'TRUE' : 'FALSE'}${told}`;
}

function choices(kind: QuestionContent['kind'], options: readonly Option[]): string[] {
  const share = Number((100 / options.filter(({ isRight }) => isRight).length).toFixed(5));
  return options.map(({ words, isRight, feedback }) => {
    // Words that begin like a share of points are told from one by a share before them.
    const weight = kind === 'many' ? (isRight ? `%${share}%` : '%-100%') : words.startsWith('%') ? (isRight ? '%100%' : '%0%') : '';
    const told = feedback === '' ? '' : `#${textOf(feedback)}`;
    return `${kind === 'one' && isRight ? '=' : '~'}${weight}${textOf(words)}${told}`;
  });
}

/** Words that begin with a bracket are told from a format by a format before them. */
const textOf = (text: string): string => (text.startsWith('[') ? `[plain]${escapeSigns(text)}` : escapeSigns(text));

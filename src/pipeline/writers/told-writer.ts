import type { ToldWriter } from '../../model/roster.js';

/** Characters at the head of an essay in which it says who wrote it, and at its end, where it is signed. */
const HEAD = 2500;
const END = 600;
const MOST = 5;

const LABEL = /(?:họ\s*(?:và|,)?\s*tên|tôi\s+tên\s+là|tên\s+tôi\s+là|người\s+viết(?:\s+(?:bài\s+)?thu\s+hoạch)?)\s*[:：.]*[ \t]*/giu;
/** What ends a name on its line: another field, a comma, dots to be filled in, or a wide gap. */
const NAME_ENDS = /[,;:(.…\t|]|\s{2,}|\s[-–]\s|\s(?:sinh|ngày|chức|đơn|chi|giới|số|hiện|năm|nam|nữ|là)(?=\s)/iu;
/** Two to six words with capitals, as a name is written. */
const NAME = /^\p{Lu}[\p{L}\p{M}]*(?:\s+\p{Lu}[\p{L}\p{M}]*){1,5}$/u;
const NUMBER = /(?<![\p{L}\p{N}])\p{L}{0,4}[-./ ]?\p{N}[\p{N}.\-/ ]{3,18}\p{N}(?![\p{L}\p{N}])/gu;

/** What an essay says of its own writer: names behind labels and above which one signs, and what may be a card number. */
export function toldWriter(submission: string, text: string): ToldWriter {
  const plain = text.normalize('NFC');
  const [head, end] = [plain.slice(0, HEAD), plain.length > HEAD ? plain.slice(Math.max(HEAD, plain.length - END)) : ''];
  const names = [...namesIn(head), ...namesIn(end)];
  const numbers = [...`${head}\n${end}`.matchAll(NUMBER)].map(([number]) => number.trim());
  return { submission, names: [...new Set(names)].slice(0, MOST), numbers: [...new Set(numbers)].slice(0, 4 * MOST) };
}

function namesIn(text: string): string[] {
  return [...text.matchAll(LABEL)].flatMap(({ 0: label, index }) => nameAt(text.slice(index + label.length, index + label.length + 200)));
}

/** The name on the line behind a label, or on one of the next lines when that is empty or says how to sign. */
function nameAt(text: string): string[] {
  for (const line of text.split(/\r?\n/).slice(0, 5)) {
    const plain = line.trim();
    if (plain === '' || plain.startsWith('(')) continue;
    const name = plain.split(NAME_ENDS)[0]?.trim().replace(/\s+/g, ' ') ?? '';
    return NAME.test(name) ? [name] : [];
  }
  return [];
}

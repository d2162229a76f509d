import { AppError } from '../../model/errors.js';
import { type Option, type QuestionContent, tidyWords, trueFalseOptions } from '../../model/question.js';
import { decodeTable } from '../table-file.js';
import { FORMAT, holdEscapes, releaseEscapes } from './gift-marks.js';
import { QUESTION_FILE_MESSAGES, QUESTION_FILE_PROBLEMS } from './messages.js';
import { type FileProblem, MAX_QUESTIONS, type PlacedQuestion, type ReadQuestions, sortOut } from './read-file.js';

/** A question of another kind, or one that is written wrongly. */
class Unreadable extends Error {}

/** Reads a GIFT file (gift-marks.ts says what it looks like). Throws AppError `roster-file` for one without questions. */
export function readGift(bytes: Uint8Array): ReadQuestions {
  const blocks = blocksOf(decodeTable(bytes).replace(/^\ufeff/, ''));
  if (blocks.length === 0) throw new AppError('roster-file', QUESTION_FILE_MESSAGES.empty);
  if (blocks.length > MAX_QUESTIONS) throw new AppError('roster-file', QUESTION_FILE_MESSAGES.tooMany(MAX_QUESTIONS));
  return sortOut(blocks.map(readBlock));
}

interface Block {
  readonly line: number;
  readonly topic: string;
  readonly text: string;
}

/** Questions with their lines and topics; comments are left out. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let topic = '';
  let lines: string[] = [];
  let first = 0;
  const end = (): void => {
    if (lines.length > 0) blocks.push({ line: first, topic, text: lines.join('\n') });
    lines = [];
  };
  for (const [place, line] of text.split(/\r\n?|\n/).entries()) {
    const trimmed = line.trim();
    if (trimmed.startsWith('//')) continue;
    if (trimmed === '') end();
    else if (lines.length === 0 && /^\$CATEGORY:/i.test(trimmed)) topic = topicOf(trimmed.slice('$CATEGORY:'.length));
    else {
      if (lines.length === 0) first = place + 1;
      lines.push(line);
    }
  }
  end();
  return blocks;
}

/** Without the places that Moodle puts before every category. */
const topicOf = (category: string): string => tidyWords(releaseEscapes(holdEscapes(category.trim().replace(/^(\$\w+\$\/)?(top\/)?/i, ''))));

function readBlock({ line, topic, text }: Block): PlacedQuestion | FileProblem {
  try {
    return { line, question: readQuestion(holdEscapes(text), topic) };
  } catch (error) {
    if (error instanceof Unreadable) return { line, problem: error.message };
    throw error;
  }
}

function readQuestion(text: string, topic: string): QuestionContent {
  const body = withoutTitle(text);
  const open = body.indexOf('{');
  const close = body.indexOf('}');
  if (close >= 0 && (open < 0 || close < open)) throw new Unreadable(QUESTION_FILE_PROBLEMS.notOpened);
  if (open < 0) throw new Unreadable(QUESTION_FILE_PROBLEMS.description);
  if (close < 0) throw new Unreadable(QUESTION_FILE_PROBLEMS.notClosed);
  const behind = body.slice(close + 1);
  if (/[{}]/.test(behind)) throw new Unreadable(QUESTION_FILE_PROBLEMS.twoAnswers);
  const words = plainOf(behind.trim() === '' ? body.slice(0, open) : `${body.slice(0, open)}_____${behind}`);
  const [inner = '', general = ''] = cut(body.slice(open + 1, close), '####');
  return { topic, words, explanation: plainOf(general), ...readAnswers(inner.trim()) };
}

function withoutTitle(text: string): string {
  const begun = text.trimStart();
  if (!begun.startsWith('::')) return begun;
  const end = begun.indexOf('::', 2);
  if (end < 0) throw new Unreadable(QUESTION_FILE_PROBLEMS.titleNotClosed);
  return begun.slice(end + 2);
}

type Answers = Pick<QuestionContent, 'kind' | 'options'>;

/** In the order in which Moodle asks itself what kind a question is. */
function readAnswers(inner: string): Answers {
  if (inner === '') throw new Unreadable(QUESTION_FILE_PROBLEMS.essay);
  if (inner.startsWith('#')) throw new Unreadable(QUESTION_FILE_PROBLEMS.numerical);
  if (inner.includes('~')) return readChoices(inner);
  if (inner.includes('=') && inner.includes('->')) throw new Unreadable(QUESTION_FILE_PROBLEMS.matching);
  const [answer = '', ...feedback] = inner.split('#');
  const isTrue = /^t(rue)?$/i.test(answer.trim());
  if (!isTrue && !/^f(alse)?$/i.test(answer.trim())) throw new Unreadable(QUESTION_FILE_PROBLEMS.short);
  const [wrong = '', right = ''] = feedback.map(plainOf);
  return { kind: 'true-false', options: trueFalseOptions(isTrue, { wrong, right }) };
}

function readChoices(inner: string): Answers {
  const [first = '', ...rest] = inner.replace(/~\s*=/g, '=').split(/(?=[=~])/);
  const hasWordsBefore = !/^[=~]/.test(first);
  if (hasWordsBefore && first.trim() !== '') throw new Unreadable(QUESTION_FILE_PROBLEMS.strayWords);
  const all = hasWordsBefore ? rest : [first, ...rest];
  const isOne = all.some((part) => part.startsWith('='));
  const read = all.map(readChoice);
  // What is half right among answers of which one is chosen would have to be lost.
  if (isOne && read.some(({ share }) => share > 0 && share < 100)) throw new Unreadable(QUESTION_FILE_PROBLEMS.partial);
  return { kind: isOne ? 'one' : 'many', options: read.map(({ share, ...option }): Option => ({ ...option, isRight: share > 0 })) };
}

const WEIGHT = /^\s*%(-?\d{1,3}(?:[.,]\d+)?)%/;

function readChoice(part: string): Omit<Option, 'isRight'> & { readonly share: number } {
  const isRight = part.startsWith('=');
  const text = part.slice(1);
  const weight = WEIGHT.exec(text);
  if (weight === null && /^\s*%[-\d.,]+%/.test(text)) throw new Unreadable(QUESTION_FILE_PROBLEMS.wrongWeight(text.trim().slice(0, 20)));
  const [words = '', feedback = ''] = cut(weight === null ? text : text.slice(weight[0].length), '#');
  const share = weight === null ? (isRight ? 100 : 0) : Number(weight[1]?.replace(',', '.'));
  return { words: plainOf(words), feedback: plainOf(feedback), share };
}

/** What stands before a sign and what stands behind it. */
function cut(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + sign.length)];
}

const ENTITIES: Readonly<Record<string, string>> = { '&nbsp;': ' ', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/** A text as people read it; of HTML only the words. */
function plainOf(text: string): string {
  const format = FORMAT.exec(text);
  const words = format === null ? text : text.slice(format[0].length);
  const plain = format?.[1]?.toLowerCase() === 'html' ? withoutTags(words) : words;
  return tidyWords(releaseEscapes(plain));
}

function withoutTags(html: string): string {
  const lines = html.replace(/<br\s*\/?>|<\/(?:p|div|li)>/gi, '\n').replace(/<[^<>]{0,2000}>/g, '');
  return lines.replace(/&(?:nbsp|lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity).replace(/\n{2,}/g, '\n');
}

// @ts-check
// A batch in which many took their essay from one outside text, made up from the fixtures' own words.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRandom } from '../random.mjs';

const SOURCES = fileURLToPath(new URL('../../fixtures/van-trach/sources', import.meta.url));

/**
 * @typedef {{ start: number, end: number }} Span
 * @typedef {object} SampleEssay
 * @property {string} file
 * @property {string} text
 * @property {Span | null} copied Where the outside text stands; null for an honest essay.
 * @property {readonly Span[]} own What its writer wrote; the rest are headings and stock sentences, which many have.
 */

/**
 * `copies` of `of` essays hold one outside text with 0 to `edits` of its words replaced, most of them between some
 * sentences of their own; the others share only headings and stock sentences, and without those (`withCommon: false`)
 * nothing. The same numbers give the same texts.
 * @param {{ of: number, copies: number, edits?: number, seed?: number, syllables?: number, withCommon?: boolean }} options
 * @returns {{ sample: string, essays: SampleEssay[] }}
 */
export function popularSample({ of, copies, edits = 0.2, seed = 1, syllables = 600, withCommon = true }) {
  const random = createRandom(seed);
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = (list) => /** @type {T} */ (list[Math.floor(random() * list.length)]);
  const { words, stock, headings } = readWording();
  const sentence = () => {
    const text = Array.from({ length: 8 + Math.floor(random() * 16) }, () => pick(words)).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  /** @param {number} length Syllables, more or less. */
  const prose = (length) => {
    const sentences = [];
    for (let count = 0; count < length; count += sentences.at(-1)?.split(' ').length ?? 0) sentences.push(sentence());
    return sentences.join(' ');
  };
  /** @param {string} text @param {number} share */
  const edited = (text, share) => text.replace(/\p{L}+/gu, (word) => (random() < share ? pick(words) : word));

  const sample = prose(syllables);
  const essays = Array.from({ length: of }, (_, i) => {
    const copied = Math.floor(((i + 1) * copies) / of) > Math.floor((i * copies) / of);
    const own = copied ? [pick([0, 0, 20, 60]), pick([0, 30, 60])] : [syllables / 2, syllables / 2];
    const between = copied ? edited(sample, edits * random()) : prose(syllables / 4);
    /** @type {SampleEssay} */
    const essay = { file: `bai-${String(i).padStart(5, '0')}.txt`, text: '', copied: null, own: [] };
    /** @param {string} text */
    const write = (text) => {
      const span = { start: essay.text.length, end: essay.text.length + text.length };
      essay.text += `${text}\n`;
      return span;
    };
    /** @param {string} text */
    const common = (text) => withCommon && write(text);
    common(`Họ và tên: ${pick(words)} ${pick(words)} ${pick(words)}\nĐơn vị: ${pick(words)} ${pick(words)}\n${headings[0]}`);
    const before = write(prose(own[0] ?? 0));
    common(`${headings[1]}\n${pick(stock)}`);
    const middle = write(between);
    common(`${headings[2]}\n${pick(stock)} ${pick(stock)}`);
    const after = write(prose(own[1] ?? 0));
    return { ...essay, copied: copied ? middle : null, own: copied ? [before, after] : [before, middle, after] };
  });
  return { sample, essays };
}

function readWording() {
  const texts = readdirSync(join(SOURCES, 'essays'))
    .sort()
    .map((name) => readFileSync(join(SOURCES, 'essays', name), 'utf8'));
  const sentences = (texts[0] ?? '').split(/(?<=\.)\s+|\n/).map((sentence) => sentence.trim());
  return {
    words: texts.flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []),
    stock: sentences.filter((sentence) => /^.{40,120}\.$/.test(sentence)),
    headings: ['I. Nhận thức của bản thân sau khi học tập', 'II. Liên hệ với công việc của bản thân', 'III. Kiến nghị, đề xuất với chi bộ'],
  };
}

/**
 * How well a report found the copies, each figure 0..1: proposals, letters of the outside text that it shows and the part
 * of the letters shown that are of it, purity and completeness of the groups that hold copies.
 * @param {readonly SampleEssay[]} essays
 * @param {{ assessments: readonly any[], groups: readonly any[] }} report As `assessBatch` makes it.
 */
export function howWellFound(essays, { assessments, groups }) {
  const truth = new Map(essays.map((essay) => [essay.file, essay]));
  /** @param {any} assessment @returns {SampleEssay} */
  const essayOf = ({ submission }) => /** @type {SampleEssay} */ (truth.get(submission.file.split('/').at(-1)));
  const copies = assessments.filter((one) => essayOf(one).copied !== null);
  const honest = assessments.filter((one) => essayOf(one).copied === null);
  const letters = { copied: 0, copiedShown: 0, ownShown: 0 };
  for (const one of copies) {
    const { text, copied, own } = essayOf(one);
    const shown = new Uint8Array(text.length);
    for (const { passages } of one.matches) for (const { first } of passages) shown.fill(1, first.start, first.end);
    /** @param {Span} span @param {boolean} onlyShown */
    const count = ({ start, end }, onlyShown) => {
      let letters = 0;
      for (let i = start; i < end; i++) if ((!onlyShown || shown[i] === 1) && /\p{L}/u.test(text.charAt(i))) letters++;
      return letters;
    };
    if (copied !== null) {
      letters.copied += count(copied, false);
      letters.copiedShown += count(copied, true);
    }
    for (const span of own) letters.ownShown += count(span, true);
  }
  const isCopy = new Set(copies.map(({ submission }) => submission.id));
  const holding = groups.map(({ members }) => ({
    all: members.length,
    copies: members.filter((/** @type {string} */ id) => isCopy.has(id)).length,
  }));
  const ofCopies = holding.filter((group) => group.copies > 0);
  /** @param {readonly any[]} list @param {(one: any) => boolean} test */
  const share = (list, test) => (list.length === 0 ? 0 : list.filter(test).length / list.length);
  /** @param {readonly number[]} list */
  const sum = (list) => list.reduce((total, value) => total + value, 0);
  return {
    review: share(copies, ({ proposal }) => proposal !== 'accept'),
    rewrite: share(copies, ({ proposal }) => proposal === 'rewrite'),
    recall: letters.copiedShown / letters.copied,
    precision: letters.copiedShown / (letters.copiedShown + letters.ownShown),
    honestReview: share(honest, ({ proposal }) => proposal !== 'accept'),
    groups: ofCopies.length,
    purity: sum(ofCopies.map((group) => group.copies)) / sum(ofCopies.map(({ all }) => all)),
    completeness: Math.max(0, ...ofCopies.map((group) => group.copies)) / copies.length,
  };
}

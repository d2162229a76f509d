// @ts-check
// Essays made up from a seed, each by its number alone, so that a corpus of a million needs no memory: 500 to 700 syllables in
// the made-up language, some turns of speech and quotes that all share, and copies at known places.
import { createRandom } from '../random.mjs';
import { draw, Language } from './language.mjs';

/** Share of essays, of each kind, that are copies of an earlier one. */
const COPIES = 0.05;
const PARTIAL = 0.3;
const EDITS = 0.1;
const PHRASE_IN_SENTENCE = 0.12;
const QUOTE_AS_SENTENCE = 0.04;
/** Longest essay in syllables; a sentence that would go beyond ends the essay. */
const MOST = 1_200;

/**
 * What an essay has from another one: its syllables [start, end) are those of the source from `sourceStart` on. `partial`: as
 * they are, 30 % of the essay; `edited`: all of the source, one syllable in ten replaced by another.
 * @typedef {{ kind: 'partial' | 'edited', source: number, start: number, end: number, sourceStart: number }} Copy
 */
/** @typedef {{ syllables: Uint16Array, sentenceEnds: Uint32Array, copy: Copy | null }} Essay */
/** @typedef {'own' | Copy['kind']} Kind */

export class Generator {
  #buffer = new Uint16Array(MOST);

  /** @param {number} [seed] */
  constructor(seed = 1) {
    this.seed = seed;
    this.language = new Language(seed);
  }

  /**
   * The essay of this number. Copies are made of essays of smaller numbers that are no copies themselves.
   * @param {number} number @param {Kind} [kind] another kind than it has by itself @param {number} [below] only essays below are copied
   * @returns {Essay}
   */
  essay(number, kind = this.kindOf(number), below = number) {
    const random = this.#randomOf(number, 1);
    const own = this.#write(random);
    if (kind === 'own' || below < 1) return { ...own, copy: null };
    let source = Math.floor(random() * below);
    while (this.kindOf(source) !== 'own') source = Math.floor(random() * below);
    const copied = this.#write(this.#randomOf(source, 1));
    return kind === 'edited' ? this.#edit(copied, source, random) : insert(own, copied, { source, random });
  }

  /** @param {number} number @returns {Kind} */
  kindOf(number) {
    if (number < 10) return 'own';
    const kind = this.#randomOf(number, 2)();
    return kind < COPIES ? 'partial' : kind < 2 * COPIES ? 'edited' : 'own';
  }

  /** As it would be typed: sentences with capital and full stop, paragraphs, name and unit first. @param {Essay} essay @param {number} number */
  text({ syllables, sentenceEnds }, number) {
    const words = Array.from(syllables, (syllable) => this.language.syllables[syllable] ?? '');
    const sentences = Array.from(sentenceEnds, (end, i) => {
      const [first = '', ...rest] = words.slice(i === 0 ? 0 : sentenceEnds[i - 1], end);
      const half = Math.floor(rest.length / 2);
      const tail = rest.length > 16 ? [...rest.slice(0, half), `${rest[half]},`, ...rest.slice(half + 1)] : rest;
      return `${[first.charAt(0).toUpperCase() + first.slice(1), ...tail].join(' ')}.`;
    });
    const paragraphs = sentences.map((sentence, i) => sentence + (i % 6 === 5 ? '\n' : ' ')).join('');
    return `Họ và tên: hội viên ${number}\nĐơn vị: ${unitOf(number)}\n${paragraphs.trimEnd()}\n`;
  }

  /** The resolution that all quote, a sentence a line. */
  resolutionText() {
    const { resolution, syllables } = this.language;
    return Array.from(resolution.starts.slice(1), (end, i) => {
      return Array.from(resolution.all.subarray(resolution.starts[i], end), (syllable) => syllables[syllable] ?? '').join(' ');
    }).join('.\n');
  }

  /** @param {number} number @param {number} purpose */
  #randomOf(number, purpose) {
    return createRandom(Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(this.seed * 8 + purpose, 0x85ebca6b));
  }

  /** @param {() => number} random @returns {Omit<Essay, 'copy'>} */
  #write(random) {
    const ends = [];
    const least = 490 + Math.floor(random() * 200);
    let at = 0;
    while (at < least) {
      at = this.#sentence(at, random);
      ends.push(at);
    }
    return { syllables: this.#buffer.slice(0, at), sentenceEnds: Uint32Array.from(ends) };
  }

  /** @param {number} from @param {() => number} random */
  #sentence(from, random) {
    const { words, phrases, resolution, phraseDraws, quoteDraws } = this.language;
    if (random() < QUOTE_AS_SENTENCE) return this.#put(from, resolution, draw(quoteDraws, random));
    let at = from;
    let word = this.language.drawWord(random);
    const length = 5 + Math.floor(random() * 10);
    const phraseAfter = random() < PHRASE_IN_SENTENCE ? Math.floor(random() * length) : -1;
    for (let i = 0; i < length; i++) {
      at = this.#put(at, words, word);
      if (i === phraseAfter) at = this.#put(at, phrases, draw(phraseDraws, random));
      word = this.language.drawNext(word, random);
    }
    return at;
  }

  /** @param {number} from @param {import('./language.mjs').Sequences} sequences @param {number} which */
  #put(from, { all, starts }, which) {
    const [start = 0, end = 0] = [starts[which], starts[which + 1]];
    for (let i = start; i < end; i++) this.#buffer[from + i - start] = all[i] ?? 0;
    return from + end - start;
  }

  /** @param {Omit<Essay, 'copy'>} copied @param {number} source @param {() => number} random @returns {Essay} */
  #edit(copied, source, random) {
    const { words } = this.language;
    const syllables = copied.syllables.map((syllable) =>
      random() < EDITS ? (words.all[words.starts[this.language.drawWord(random)] ?? 0] ?? 0) : syllable,
    );
    return { ...copied, syllables, copy: { kind: 'edited', source, start: 0, end: syllables.length, sourceStart: 0 } };
  }
}

/** Sentences of `copied` in the place of own ones, about 30 % of the essay. @param {Omit<Essay, 'copy'>} own @param {Omit<Essay, 'copy'>} copied @param {{ source: number, random: () => number }} how @returns {Essay} */
function insert(own, copied, { source, random }) {
  const wanted = PARTIAL * own.syllables.length;
  const starts = [0, ...copied.sentenceEnds];
  const last = starts.findLastIndex((start) => start + wanted <= copied.syllables.length);
  const first = Math.floor(random() * (Math.max(0, last) + 1));
  const sourceStart = starts[first] ?? 0;
  const sourceEnds = [...copied.sentenceEnds.slice(first)];
  const taken = sourceEnds.slice(0, sourceEnds.findIndex((end) => end - sourceStart >= wanted) + 1 || undefined);
  const length = (taken.at(-1) ?? 0) - sourceStart;
  // What stands before it stays, and so much behind it that the length is kept.
  const ownEnds = [...own.sentenceEnds];
  const start = ownEnds[Math.floor(ownEnds.length / 4)] ?? 0;
  const goesOn = ownEnds.find((end) => end >= start + length) ?? own.syllables.length;
  const parts = [
    own.syllables.subarray(0, start),
    copied.syllables.subarray(sourceStart, sourceStart + length),
    own.syllables.subarray(goesOn),
  ];
  const syllables = new Uint16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    syllables.set(part, at);
    at += part.length;
  }
  const sentenceEnds = Uint32Array.from([
    ...ownEnds.filter((end) => end <= start),
    ...taken.map((end) => end - sourceStart + start),
    ...ownEnds.filter((end) => end > goesOn).map((end) => end - goesOn + start + length),
  ]);
  return { syllables, sentenceEnds, copy: { kind: 'partial', source, start, end: start + length, sourceStart } };
}

/** Twenty-five members of each. @param {number} number */
export const unitOf = (number) => `chi bộ ${Math.floor(number / 25)}`;

// @ts-check
// A made-up language that is distributed like Vietnamese: syllables of an initial, a rime and a tone, words of one or two of
// them by Zipf's law, words that like to follow each other, turns of speech that everybody uses, and one resolution.
import { createRandom } from '../random.mjs';

const INITIALS = ['', 'b', 'c', 'ch', 'd', 'đ', 'g', 'h', 'kh', 'l', 'm', 'n', 'ng', 'nh', 'ph', 'r', 's', 't', 'th', 'tr', 'v', 'x'];
/** Spelt another way before e, ê and i. */
const BEFORE_FRONT = new Map([
  ['c', 'k'],
  ['g', 'gh'],
  ['ng', 'ngh'],
]);
/** Rimes with a dot behind the letter that carries the tone. */
const OPEN = 'a. a.i a.o a.u e.o ê. i. o. o.i ô. ô.i ơ. ơ.i u. u.a u.i ư. ư.a ươ.i iê.u';
const NASAL = 'a.n a.ng a.m a.nh ă.n ă.ng â.n â.ng â.m ê.n i.nh o.n o.ng ô.n ô.ng ơ.n u.ng ư.ng ươ.ng iê.n iê.m uô.n';
const STOPPED = 'a.c a.t a.p ă.c â.t â.p ê.t i.ch i.t o.c ô.c ô.t ơ.p u.c ư.c iê.t iê.p uô.c ươ.c';
const TONES = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const STOPPED_TONES = ['\u0301', '\u0323'];

const SYLLABLES = 2_400;
const WORDS = 4_500;
const FOLLOWERS = 24;
const PHRASES = 300;
const RESOLUTION_SENTENCES = 60;
/** Entries of a table from which a number is drawn by its frequency. */
const DRAWS = 1 << 16;

/** @typedef {() => number} Random */

/**
 * Sequences of syllables by number; several are one array and the places where each begins, the last place being its end.
 * @typedef {{ all: Uint16Array, starts: Uint32Array }} Sequences
 */

export class Language {
  /** @param {number} seed */
  constructor(seed) {
    const random = createRandom(seed);
    /** Syllables with their marks, by number. */
    this.syllables = chooseSyllables(random);
    /** Words by number, as syllables. */
    this.words = pack(Array.from({ length: WORDS }, () => this.#newWord(random)));
    this.wordDraws = zipfTable(WORDS, 8);
    this.followers = Uint16Array.from({ length: WORDS * FOLLOWERS }, () => this.drawWord(random));
    /** What everybody says: three to six words. */
    this.phrases = pack(Array.from({ length: PHRASES }, () => this.#sentence(random, 3, 4)));
    this.phraseDraws = zipfTable(PHRASES, 4);
    /** Sentences of the resolution that everybody may quote. */
    this.resolution = pack(Array.from({ length: RESOLUTION_SENTENCES }, () => this.#sentence(random, 10, 15)));
    this.quoteDraws = zipfTable(RESOLUTION_SENTENCES, 2);
  }

  /** A word by its frequency. @param {Random} random */
  drawWord(random) {
    return draw(this.wordDraws, random);
  }

  /** The word that stands behind another: in two of five places one that likes to. @param {number} word @param {Random} random */
  drawNext(word, random) {
    if (random() >= 0.4) return this.drawWord(random);
    return this.followers[word * FOLLOWERS + Math.floor(random() * FOLLOWERS)] ?? 0;
  }

  /** @param {Random} random @returns {number[]} */
  #newWord(random) {
    const syllable = () => Math.floor(random() ** 1.5 * this.syllables.length);
    return random() < 0.3 ? [syllable()] : [syllable(), syllable()];
  }

  /** @param {Random} random @param {number} least @param {number} more @returns {number[]} */
  #sentence(random, least, more) {
    const sentence = [];
    let word = this.drawWord(random);
    for (let left = least + Math.floor(random() * more); left > 0; left--) {
      for (let at = this.words.starts[word] ?? 0; at < (this.words.starts[word + 1] ?? 0); at++) sentence.push(this.words.all[at] ?? 0);
      word = this.drawNext(word, random);
    }
    return sentence;
  }
}

/** A number of the table. @param {Uint16Array} table @param {Random} random */
export const draw = (table, random) => table[Math.floor(random() * table.length)] ?? 0;

/** Numbers 0..count - 1, number r as often as 1 / (r + shift) says (Zipf, Mandelbrot). @param {number} count @param {number} shift */
function zipfTable(count, shift) {
  const table = new Uint16Array(DRAWS);
  const sum = Array.from({ length: count }, (_, rank) => 1 / (rank + shift)).reduce((total, part) => total + part, 0);
  let upTo = 0;
  let at = 0;
  for (let rank = 0; rank < count; rank++) {
    upTo += 1 / (rank + shift) / sum;
    for (const end = rank === count - 1 ? DRAWS : Math.round(upTo * DRAWS); at < end; at++) table[at] = rank;
  }
  return table;
}

/** @param {Random} random @returns {string[]} */
function chooseSyllables(random) {
  const rimes = [
    ...`${OPEN} ${NASAL}`.split(' ').map((rime) => ({ rime, tones: TONES })),
    ...STOPPED.split(' ').map((rime) => ({ rime, tones: STOPPED_TONES })),
  ];
  const all = INITIALS.flatMap((initial) =>
    rimes
      // What would begin a word is spelt yê.
      .filter(({ rime }) => initial !== '' || !rime.startsWith('iê'))
      .flatMap(({ rime, tones }) => {
        const spelt = /^[eêi]/.test(rime) ? (BEFORE_FRONT.get(initial) ?? initial) : initial;
        return tones.map((tone) => (spelt + rime.replace('.', tone)).normalize('NFC'));
      }),
  );
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j] ?? '', all[i] ?? ''];
  }
  return [...new Set(all)].slice(0, SYLLABLES);
}

/** @param {readonly (readonly number[])[]} sequences @returns {Sequences} */
function pack(sequences) {
  const starts = new Uint32Array(sequences.length + 1);
  for (const [i, sequence] of sequences.entries()) starts[i + 1] = (starts[i] ?? 0) + sequence.length;
  return { all: Uint16Array.from(sequences.flat()), starts };
}

// @ts-check
// A document in training is one Uint32Array, a number a syllable: which one, how it was written, what stood before it.

/** Neither a Vietnamese syllable nor part of a listed word: foreign words, abbreviations. */
export const UNKNOWN = 0;
export const NUMBER = 1;
/** Stands in the list for any number. */
export const NUMBER_WORD = '<số>';

const ID_MASK = (1 << 18) - 1;
/** In lower case, where a name would have a capital. */
export const LOWER = 0;
export const CAPITAL = 1 << 18;
/** Where anything has a capital (first of a sentence, after a quotation mark) or all letters are capitals: says nothing. */
const NEUTRAL = 2 << 18;
const CASE_MASK = 3 << 18;
/** More than blanks stands before it. */
const GAP = 1 << 20;
const SENTENCE = 1 << 21;

/** @param {number} syllable */
export const idOf = (syllable) => syllable & ID_MASK;
/** LOWER, CAPITAL or NEUTRAL. @param {number} syllable */
export const caseOf = (syllable) => syllable & CASE_MASK;
/** Whether more than blanks stands between it and the one before. @param {number} syllable */
export const isParted = (syllable) => (syllable & (GAP | SENTENCE)) !== 0;
/** @param {number} syllable */
export const startsSentence = (syllable) => (syllable & SENTENCE) !== 0;

/** Share of a sentence's words that must have marks; of Vietnamese prose some three quarters do, of other languages and of text without marks hardly any. */
const MARKED_SHARE = 0.25;
/** Spellings are told by the first uses of a syllable: "kỹ" and "kĩ" are one. */
const SPELLING_USES = 50;

/**
 * What the product's normaliser makes of a text.
 * @typedef {{ key: string, bareKey: string, span: { start: number, end: number } }} Token
 * @typedef {{ tokens: readonly Token[], sentences: readonly { firstToken: number, endToken: number }[] }} Normalised
 * @typedef {{ key: string, spelling: string, shape: number }} Word
 * @typedef {{ describeWord: (text: string, start?: number, end?: number) => Word, SYLLABLE: number }} Speller
 */

/** Numbers the syllables of all documents, by the keys that the product gives them. */
export class SyllableTable {
  /** @type {Map<string, number>} */
  ids = new Map();
  /** How often each was written how, by number. @type {Map<string, number>[]} */
  spellings = [new Map(), new Map([[NUMBER_WORD, 1]])];

  /** @param {Speller} speller @param {Iterable<string>} listed words whose syllables are known, even foreign ones */
  constructor(speller, listed) {
    this.speller = speller;
    for (const word of listed) for (const syllable of word.split(' ')) this.learn(syllable);
  }

  /** @param {string} syllable */
  learn(syllable) {
    if (syllable === NUMBER_WORD) return;
    const { key } = this.speller.describeWord(syllable);
    if (this.ids.has(key)) return;
    this.ids.set(key, this.spellings.length);
    this.spellings.push(new Map([[syllable, SPELLING_USES]]));
  }

  /** Numbers of a word's syllables; null when one is not known. @param {string} word */
  partsOf(word) {
    const parts = word.split(' ').map((syllable) => {
      if (syllable === NUMBER_WORD) return NUMBER;
      return this.ids.get(this.speller.describeWord(syllable).key) ?? UNKNOWN;
    });
    return parts.includes(UNKNOWN) ? null : parts;
  }

  /** The number of a token. @param {string} text @param {Token} token */
  idOf(text, { key, span }) {
    if (isDigit(key)) return NUMBER;
    let id = this.ids.get(key);
    if (id === undefined) {
      const isSyllable = this.speller.describeWord(text, span.start, span.end).shape === this.speller.SYLLABLE;
      id = isSyllable ? this.spellings.length : UNKNOWN;
      this.ids.set(key, id);
      if (isSyllable) this.spellings.push(new Map());
    }
    if (id !== UNKNOWN) this.sample(id, text, span);
    return id;
  }

  /** @param {number} id @param {string} text @param {Token['span']} span */
  sample(id, text, { start, end }) {
    const spellings = this.spellings[id] ?? new Map();
    const uses = spellings.get('') ?? 0;
    if (uses === SPELLING_USES) return;
    spellings.set('', uses + 1);
    const spelling = oldStyle(this.speller.describeWord(text, start, end).spelling);
    spellings.set(spelling, (spellings.get(spelling) ?? 0) + 1);
  }

  /** As it is mostly written: lower case, NFC, the tone in its old place. @param {number} id */
  spellingOf(id) {
    const spellings = [...(this.spellings[id] ?? [])].filter(([spelling]) => spelling !== '');
    spellings.sort(([a, usesOfA], [b, usesOfB]) => usesOfB - usesOfA || (a < b ? -1 : 1));
    return spellings[0]?.[0] ?? '';
  }
}

/** "hoà" is "hòa": in open oa, oe and uy the tone goes on the first vowel. @param {string} spelling */
function oldStyle(spelling) {
  return spelling
    .normalize('NFD')
    .replace(/(?<!q)(o(?=[ae])|u(?=y))([ae]|y)([\u0300\u0301\u0303\u0309\u0323])$/, '$1$3$2')
    .normalize('NFC');
}

/** One text of a document as numbers. Sentences in another language, or without marks, are left out. @param {string} text @param {Normalised} normalised @param {SyllableTable} table @param {number[]} into */
export function addText(text, { tokens, sentences }, table, into) {
  for (const { firstToken, endToken } of sentences) {
    const sentence = tokens.slice(firstToken, endToken);
    const words = sentence.filter(({ key }) => !isDigit(key));
    const marked = words.filter(({ key, bareKey }) => key !== bareKey);
    if (marked.length === 0 || marked.length < words.length * MARKED_SHARE) continue;
    for (const [i, token] of sentence.entries()) {
      const between = i === 0 ? '' : text.slice(sentence[i - 1]?.span.end, token.span.start).trim();
      // After a comma a capital is still a name's: "Lan, Huệ".
      const isNeutral = i === 0 || (between !== '' && between !== ',');
      into.push(table.idOf(text, token) | writtenCase(text, token, isNeutral) | (between === '' ? 0 : GAP) | (i === 0 ? SENTENCE : 0));
    }
  }
}

/** @param {string} text @param {Token} token @param {boolean} isNeutral whether a capital says nothing here */
function writtenCase(text, { span: { start, end } }, isNeutral) {
  const first = text.charAt(start);
  if (first === first.toLowerCase()) return LOWER;
  const whole = text.slice(start, end);
  return isNeutral || (whole.length > 1 && whole === whole.toUpperCase()) ? NEUTRAL : CAPITAL;
}

/** @param {string} key */
const isDigit = (key) => key.charCodeAt(0) >= 0x30 && key.charCodeAt(0) <= 0x39;

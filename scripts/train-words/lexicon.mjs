// @ts-check
import { idOf, startsSentence } from './syllables.mjs';

/** Syllables of a word at most, as the reader looks for. */
export const LONGEST_WORD = 4;
/** Numbers of syllables stay below this. */
const SYLLABLES = 2 ** 18;

/** Words of one syllable and more, found in a document by the longest match, as the reader of the vectors finds them. */
export class Lexicon {
  /** The syllables of each word. @type {(readonly number[])[]} */
  words = [];
  /** Nodes of a tree of syllables by `parent * SYLLABLES + syllable`; the root is 0. @type {Map<number, number>} */
  nodes = new Map();
  /** The word that ends at a node; -1 for none. */
  wordAt = [-1];
  /** The node of each first syllable; -1 for none: most look-ups are of these. @type {Int32Array} */
  roots = new Int32Array(0);

  /** @param {Iterable<readonly number[]>} words */
  constructor(words) {
    for (const word of words) this.add(word);
  }

  /** Takes a word in, unless it is there. @param {readonly number[]} parts */
  add(parts) {
    let node = 0;
    for (const [i, part] of parts.entries()) {
      let next = i === 0 ? this.rootOf(part) : (this.nodes.get(node * SYLLABLES + part) ?? -1);
      if (next < 0) {
        next = this.wordAt.length;
        this.wordAt.push(-1);
        if (i === 0) this.setRoot(part, next);
        else this.nodes.set(node * SYLLABLES + part, next);
      }
      node = next;
    }
    if (this.wordAt[node] !== -1) return;
    this.wordAt[node] = this.words.length;
    this.words.push(parts);
  }

  /** @param {readonly number[]} parts */
  has(parts) {
    let node = this.rootOf(parts[0] ?? 0);
    for (const part of parts.slice(1)) if (node >= 0) node = this.nodes.get(node * SYLLABLES + part) ?? -1;
    return node >= 0 && this.wordAt[node] !== -1;
  }

  /** @param {number} syllable */
  rootOf(syllable) {
    return this.roots[syllable] ?? -1;
  }

  /** @param {number} syllable @param {number} node */
  setRoot(syllable, node) {
    if (syllable >= this.roots.length) {
      const roots = new Int32Array(Math.max(2 * this.roots.length, syllable + 1)).fill(-1);
      roots.set(this.roots);
      this.roots = roots;
    }
    this.roots[syllable] = node;
  }

  /**
   * Visits the words of a document: the number of a word, -1 for a syllable that is none, and the places of its syllables.
   * @param {Uint32Array} document @param {(word: number, from: number, to: number) => void} visit
   */
  forEachWord(document, visit) {
    for (let from = 0; from < document.length; ) {
      let word = -1;
      let to = from + 1;
      let node = this.rootOf(idOf(document[from] ?? 0));
      for (let at = from + 1; node >= 0; at++) {
        const ending = this.wordAt[node] ?? -1;
        if (ending >= 0) {
          word = ending;
          to = at;
        }
        const next = document[at];
        if (next === undefined || at - from === LONGEST_WORD || startsSentence(next)) break;
        node = this.nodes.get(node * SYLLABLES + idOf(next)) ?? -1;
      }
      visit(word, from, to);
      from = to;
    }
  }
}

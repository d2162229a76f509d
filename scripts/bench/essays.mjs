// @ts-check
// Made-up essays as the program's own data: token ids without going by way of the text.
import { createHash } from 'node:crypto';
import { Generator, unitOf } from './generator.mjs';

/** @typedef {import('./core.mjs').Sequence} Sequence */
/** @typedef {import('./core.mjs').Core} Core */

export class Essays {
  /** @param {Core} core */
  constructor(core) {
    this.generator = new Generator();
    const { syllables } = this.generator.language;
    const { ids } = core.tokens(syllables.join(' '));
    if (ids.length !== syllables.length) throw new Error(`${ids.length} tokens for ${syllables.length} syllables`);
    this.tokenIds = ids;
    this.lengths = Uint8Array.from(syllables, (syllable) => syllable.length);
  }

  /** As normalise would give it for the syllables with a space between them. @param {import('./generator.mjs').Essay} essay @returns {Sequence} */
  sequence({ syllables }) {
    const count = syllables.length;
    const sequence = {
      ids: new Uint32Array(count),
      starts: new Uint32Array(count),
      ends: new Uint32Array(count),
      kinds: new Uint8Array(count),
    };
    let at = 0;
    for (let i = 0; i < count; i++) {
      const syllable = syllables[i] ?? 0;
      sequence.ids[i] = this.tokenIds[syllable] ?? 0;
      sequence.starts[i] = at;
      at += this.lengths[syllable] ?? 0;
      sequence.ends[i] = at++;
    }
    return sequence;
  }

  /** The syllables with a space between them. @param {import('./generator.mjs').Essay} essay */
  plainText = ({ syllables }) => Array.from(syllables, (syllable) => this.generator.language.syllables[syllable]).join(' ');

  /** @param {number} number */
  text = (number) => this.generator.text(this.generator.essay(number), number);
}

/** An id as long as those of the corpus that tells the number again. @param {number} number */
export const idOf = (number) => createHash('sha256').update(String(number)).digest('hex').slice(0, 10) + String(number).padStart(10, '0');

/** @param {string} id */
export const numberOf = (id) => Number(id.slice(10));

export { unitOf };

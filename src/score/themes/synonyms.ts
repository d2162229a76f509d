import type { Token } from '../../model/tokens.js';

/** The phrase and its variants with one synonym in the place of another. */
export function withSynonyms(phrase: readonly Token[], synonyms: readonly (readonly (readonly Token[])[])[]): (readonly Token[])[] {
  const variants = [phrase];
  for (const group of synonyms) {
    for (const word of group) {
      const at = placeOf(phrase, word);
      if (at < 0) continue;
      for (const other of group) if (other !== word) variants.push(phrase.toSpliced(at, word.length, ...other));
    }
  }
  return variants;
}

function placeOf(phrase: readonly Token[], part: readonly Token[]): number {
  if (part.length === 0) return -1;
  return phrase.findIndex((_, i) => i + part.length <= phrase.length && part.every(({ key }, j) => phrase[i + j]!.key === key));
}

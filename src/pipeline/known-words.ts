import { readFileSync } from 'node:fs';

let known: ReadonlySet<string> | null = null;

/** Words of several syllables, as the list of word vectors has them ("tranh chấp"), in small letters; read once a process. */
export function knownWords(): ReadonlySet<string> {
  known ??= new Set(
    readFileSync(new URL('../vietnamese/words/vi-words.tsv', import.meta.url), 'utf8')
      .split('\n')
      .map((line) => line.slice(0, line.indexOf('\t')))
      .filter((word) => word.includes(' ')),
  );
  return known;
}

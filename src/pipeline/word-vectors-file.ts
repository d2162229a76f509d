import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeWord } from '../normalise/syllable.js';
import { readWordVectors, type WordVectors } from '../vietnamese/word-vectors.js';

/** The vectors that the product brings. */
const SHIPPED = fileURLToPath(new URL('../vietnamese/words/', import.meta.url));

const read = new Map<string, Promise<WordVectors>>();

/** The word vectors of a folder (`vi-words.bin`, `vi-words.tsv`), read once a process; those that the product brings where none is named. */
export function loadWordVectors(folder: string = SHIPPED): Promise<WordVectors> {
  const reading = read.get(folder) ?? readFolder(folder);
  read.set(folder, reading);
  return reading;
}

async function readFolder(folder: string): Promise<WordVectors> {
  const [vectors, list] = await Promise.all([readFile(join(folder, 'vi-words.bin')), readFile(join(folder, 'vi-words.tsv'), 'utf8')]);
  return readWordVectors(vectors, list, (syllable) => describeWord(syllable));
}

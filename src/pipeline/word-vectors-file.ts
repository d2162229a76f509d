import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../model/errors.js';
import { describeWord } from '../normalise/syllable.js';
import { readWordVectors, type WordVectors } from '../vietnamese/word-vectors.js';
import { noWordVectors } from './messages.js';

/** The vectors that the product brings. */
const SHIPPED = fileURLToPath(new URL('../vietnamese/words/', import.meta.url));

const read = new Map<string, Promise<WordVectors>>();

/**
 * The word vectors of a folder (`vi-words.bin`, `vi-words.tsv`), read once a process; those that the product brings where none is named.
 * Rejects with AppError `word-vectors` when they are none.
 */
export function loadWordVectors(folder: string = process.env.SOATBAI_WORDS || SHIPPED): Promise<WordVectors> {
  const reading = read.get(folder) ?? readFolder(folder);
  read.set(folder, reading);
  return reading;
}

async function readFolder(folder: string): Promise<WordVectors> {
  try {
    const [vectors, list] = await Promise.all([readFile(join(folder, 'vi-words.bin')), readFile(join(folder, 'vi-words.tsv'), 'utf8')]);
    return readWordVectors(vectors, list, (syllable) => describeWord(syllable));
  } catch (cause) {
    throw new AppError('word-vectors', noWordVectors(folder), { cause });
  }
}
